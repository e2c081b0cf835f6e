using MovieChat.Core.Exports.Storyboards.Printing;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The storyboard as it is printed: US Letter, landscape, a cover and then pages of panels.</summary>
public static class StoryboardPdf
{
    /// <summary>Prints the film's board. Pictures are read one after the other while the file is written, each as large as it is printed: what is held does not
    /// grow with how many there are. Words that are too many for their place end in an ellipsis. The same film gives the same bytes.</summary>
    /// <remarks>What the source throws ends the file where it is. A picture that can not be decoded is a crossed box.</remarks>
    /// <exception cref="ArgumentException">The options name a number of panels that no page has.</exception>
    public static async Task WriteAsync(Screenplay film, IPictureSource pictures, StoryboardPdfOptions options, Stream output, CancellationToken cancellationToken)
    {
        var board = Storyboard.Of(film);
        var layout = BoardLayout.Of(options.PanelsPerPage, board.Ratio);
        using var printer = new BoardPrinter(layout, board.Title);
        printer.Draw(BoardCover.Of(film, board, options.Cover));
        foreach (var page in BoardPages.Of(board, layout))
            printer.Draw(page);
        printer.Describe(options.Cover.Authors);
        var file = printer.Save(options.ChangedAt);
        await file.WriteAsync(new FramePictures(pictures), output, cancellationToken);
    }
}
