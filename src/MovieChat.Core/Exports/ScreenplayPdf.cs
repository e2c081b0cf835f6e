using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>The screenplay as it is printed: US Letter, Courier, a title page and then 55 lines a page.</summary>
public static class ScreenplayPdf
{
    /// <summary>Prints the film. Its text is literal, cleaned and ordered as Fountain has it; a scene without dialogue is its heading. What no embedded font can
    /// show is printed as its number in Unicode. The same film gives the same bytes.</summary>
    public static byte[] Write(Screenplay film, ScreenplayPdfOptions options)
    {
        var pages = Pagination.Of(ScriptBlocks.Of(film));
        var title = TitleLines.Of(film, options.Cover);
        using var printer = new Printer(options.SceneNumbers);
        printer.DrawTitle(title);
        foreach (var page in pages)
            printer.Draw(page);
        printer.Describe(ScriptText.Title(film), options.Cover.Authors);
        return printer.Save(Words(title, pages), options.ChangedAt);
    }

    private static string Words(TitleLines title, IReadOnlyList<ScriptPage> pages) =>
        string.Join('\n', [.. title.Middle, .. title.FootLeft, .. title.FootRight, .. pages.SelectMany(page => page.Lines.Select(line => line.Text))]);
}
