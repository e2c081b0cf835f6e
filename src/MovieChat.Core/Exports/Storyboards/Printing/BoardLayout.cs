using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>The page of a board, US Letter on its side, in points from its upper left corner.</summary>
/// <param name="Columns">How many panels stand side by side.</param>
/// <param name="RowHeight">Of a panel with the space below it.</param>
/// <param name="Frame">The size of a frame.</param>
/// <param name="IsBeside">Whether a panel's words stand beside its frame, or beneath it.</param>
internal sealed record BoardLayout(int Columns, double RowHeight, XSize Frame, bool IsBeside)
{
    public const double Width = 792, Height = 612, Left = 40, Right = Width - Left, HeaderLine = 34, Top = 48, Bottom = 580;

    /// <summary>Of a scene's heading with the space below it.</summary>
    public const double HeadingHeight = 28;

    /// <summary>Between panels that stand side by side, and between a frame and the words beside it.</summary>
    public const double Gutter = 20;

    /// <summary>Most space that is put between rows where the page has more than they need.</summary>
    public const double MostSpread = 22;

    public double PanelWidth => (Right - Left - (Gutter * (Columns - 1))) / Columns;

    /// <summary>Where a panel's words stand, from the panel's upper left corner.</summary>
    public XRect Words => IsBeside
        ? new XRect(Frame.Width + Gutter, 0, PanelWidth - Frame.Width - Gutter, Frame.Height)
        : new XRect(0, Frame.Height + 5, PanelWidth, RowHeight - Frame.Height - 11);

    /// <param name="ratio">Of the frame, as width over height.</param>
    public static BoardLayout Of(int panels, double ratio) => panels switch
    {
        // Three rows, and as many headings when each is a scene of its own, fill a page.
        3 => new BoardLayout(1, 149, Box(360, 143, ratio), IsBeside: true),
        6 => new BoardLayout(3, 238, Box(224, 132, ratio), IsBeside: false),
        _ => throw new ArgumentException($"A page has {string.Join(" or ", StoryboardPdfOptions.PanelCounts)} panels, not {panels}."),
    };

    /// <summary>The largest frame that has room.</summary>
    public static XSize Box(double width, double height, double ratio) =>
        width / height > ratio ? new XSize(height * ratio, height) : new XSize(width, width / ratio);
}
