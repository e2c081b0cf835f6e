namespace MovieChat.Core.Insights.Charts;

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A word on a chart.</summary>
/// <param name="Text">As it is read; it can be printed.</param>
/// <param name="X">Where it begins, has its middle, or ends; in pixels.</param>
/// <param name="Y">What its letters stand on, in pixels from the top.</param>
internal sealed record ChartWord(string Text, double X, double Y, Anchor Anchor, WordStyle Style)
{
    private const double Gap = 6;

    public double Width => Style.Width(Text);

    public double Left => Anchor switch { Anchor.Middle => X - (Width / 2), Anchor.End => X - Width, _ => X };

    public double Right => Left + Width;

    public double Top => Y - (Style.Size * 0.8);

    public double Bottom => Y + (Style.Size * 0.24);

    /// <summary>Whether one of the two would stand on the other, or next to it without a gap.</summary>
    public bool Meets(ChartWord other) =>
        Left < other.Right + Gap && other.Left < Right + Gap && Top < other.Bottom && other.Top < Bottom;
}
