using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The story bible: all that is known of a film, printed on US Letter to be read by whoever is to make it.</summary>
public static class StoryBiblePdf
{
    /// <summary>Prints the film as far as it is there; what is not is left out. Pictures are read one after the other and kept as large as they are printed: one
    /// for the cover, and one of each person. The same film gives the same bytes.</summary>
    /// <remarks>What the source throws ends it before anything is written. A picture that can not be decoded is a crossed box.</remarks>
    public static async Task WriteAsync(Screenplay film, IPictureSource pictures, StoryBibleOptions options, Stream output, CancellationToken cancellationToken)
    {
        var book = BibleBook.Of(film, options.Cover, await BiblePictures.ReadAsync(film, new FramePictures(pictures), cancellationToken));
        using var printer = new BiblePrinter(ScriptText.Title(film));
        printer.Draw(book);
        printer.Describe(options.Cover.Authors);
        await output.WriteAsync(printer.Save(options.ChangedAt), cancellationToken);
    }
}
