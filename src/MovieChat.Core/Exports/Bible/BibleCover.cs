using System.Globalization;
using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The first page: a picture or the film's colours, the title, the logline, and who made it when.</summary>
internal static class BibleCover
{
    private const int MostTitleLines = 3, MostLoglineLines = 7;
    private const double Middle = 452, BelowPicture = 56, LeastHeight = 260;

    public static BiblePage Of(Screenplay film, CoverPage cover, BiblePicture? picture)
    {
        var page = new BiblePage { HasFoot = false };
        if (picture is not null) page.Marks.Add(Placed(picture));
        else page.Marks.AddRange(Bands(film.Look));
        var foot = WriteFoot(page, cover);
        var y = Write(page, "STORY BIBLE", BibleType.ScriptSmall, picture is { Width: >= BibleType.Width } ? Math.Max(picture.Height, LeastHeight) + BelowPicture : Middle, 1);
        y = Write(page, ScriptText.Title(film), BibleType.Cover, y + 10, MostTitleLines) + 12;
        Write(page, film.Idea?.Logline ?? "", BibleType.Lead, y, (int)Math.Min(MostLoglineLines, (foot - y) / BibleType.Leading(BibleType.Lead)));
        return page;
    }

    private static BibleMark.Image Placed(BiblePicture picture) =>
        new((BibleType.Width - picture.Width) / 2, picture.Width >= BibleType.Width ? 0 : BiblePictures.CoverHeight - picture.Height + 24, picture.Width, picture.Height, picture.Bytes);

    /// <summary>The look's colours side by side; without a look one dark field.</summary>
    private static IEnumerable<BibleMark> Bands(Look? look)
    {
        XBrush[] brushes = [.. (look?.Palette ?? []).Select(ColourWords.Of).OfType<string>().Select(BibleType.Brush)];
        if (brushes.Length == 0) brushes = [BibleType.Ink];
        var width = BibleType.Width / brushes.Length;
        return brushes.Select((brush, at) => new BibleMark.Box(at * width, 0, width, BiblePictures.CoverHeight, brush));
    }

    private static double Write(BiblePage page, string text, Lettering lettering, double y, int most)
    {
        var printable = BibleFlow.Printable(text);
        if (printable.Length == 0) return y;
        var lines = LineBreaker.Lines(printable, BibleType.Right - BibleType.Left, lettering).Take(most + 1).ToList();
        foreach (var (at, line) in lines.Take(most).Index())
        {
            y += BibleType.Leading(lettering) * 0.84;
            var shown = at == most - 1 && lines.Count > most ? BibleFlow.Fit(line + " " + lines[most], lettering, BibleType.Right - BibleType.Left) : line;
            page.Marks.Add(new BibleMark.Words(shown, BibleType.Left, y, lettering));
        }
        return y;
    }

    /// <returns>Where it begins.</returns>
    private static double WriteFoot(BiblePage page, CoverPage cover)
    {
        var date = cover.DraftDate?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";
        string[] lines = [string.Join(", ", cover.Authors.Select(CleanText.Line)), CleanText.Line(cover.Source), CleanText.Line(cover.Contact), date];
        var y = BibleType.Foot;
        foreach (var line in lines.Where(line => line.Length > 0).Reverse())
        {
            page.Marks.Add(new BibleMark.Words(BibleFlow.Fit(line, BibleType.Small, BibleType.Right - BibleType.Left), BibleType.Left, y, BibleType.Small));
            y -= BibleType.Leading(BibleType.Small);
        }
        return y - BibleType.Leading(BibleType.Small);
    }
}
