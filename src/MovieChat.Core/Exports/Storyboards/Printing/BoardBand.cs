namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>A part of a page from its left margin to its right one.</summary>
/// <param name="Height">In points.</param>
internal abstract record BoardBand(double Height)
{
    /// <summary>A scene's heading.</summary>
    /// <param name="IsContinued">Whether the scene began on an earlier page.</param>
    public sealed record Heading(BoardScene Scene, bool IsContinued) : BoardBand(BoardLayout.HeadingHeight);

    /// <summary>Panels side by side.</summary>
    public sealed record Row(IReadOnlyList<Panel> Panels, double RowHeight) : BoardBand(RowHeight);

    /// <summary>What is known of a scene without shots.</summary>
    public sealed record Summary(IReadOnlyList<string> Lines) : BoardBand((Lines.Count * LineHeight) + Space)
    {
        public const double LineHeight = 13;
        private const double Space = 16;
    }
}

/// <summary>One page of panels, the cover not counted.</summary>
/// <param name="Bands">From its top on.</param>
internal sealed record BoardPage(int Number, IReadOnlyList<BoardBand> Bands)
{
    /// <summary>What is put below every row but the last, so that rows share what the page has left.</summary>
    public double Spread => Bands.Count(band => band is BoardBand.Row) is > 1 and var rows
        ? Math.Min(BoardLayout.MostSpread, (BoardLayout.Bottom - BoardLayout.Top - Bands.Sum(band => band.Height)) / (rows - 1))
        : BoardLayout.MostSpread;
}
