using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Library;

/// <summary>The fourteen turns on which the understudy builds a story, where they usually fall, and what kind of scene plays them.</summary>
internal static class BeatSheet
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "Opening image", "Set-up", "Catalyst", "Debate", "Break into two", "First steps", "Someone to trust",
        "Midpoint", "Closing in", "All is lost", "Dark night", "Break into three", "Finale", "Final image",
    ];

    public static IReadOnlyList<double> Positions { get; } =
        [0.01, 0.06, 0.11, 0.18, 0.25, 0.34, 0.42, 0.5, 0.62, 0.75, 0.8, 0.86, 0.93, 0.99];

    /// <summary>How far from its usual place a turn may fall.</summary>
    private const double Sway = 0.022;

    /// <summary>Where the turns fall in one film: near the usual places, and not at them.</summary>
    public static IReadOnlyList<double> PositionsOf(Draw draw)
    {
        var positions = new List<double>();
        foreach (var (turn, usual) in Positions.Index())
        {
            var free = turn == 0 || turn == Positions.Count - 1 ? 0.006 : Sway;
            var swayed = usual + (((draw.Below(2001) / 1000.0) - 1) * free);
            // A hair's breadth from the place that everybody knows is that place.
            if (Math.Abs(swayed - usual) < Sway / 4) swayed += swayed < usual ? -Sway / 4 : Sway / 4;
            positions.Add(Math.Round(Math.Clamp(swayed, positions.Count == 0 ? 0.004 : positions[^1] + 0.012, 0.996), 3));
        }

        return positions;
    }

    public static IReadOnlyList<string> Situations { get; } =
    [
        "ordinary", "ordinary", "discover", "argue", "decide", "plan", "confide",
        "reveal", "chase", "break", "confide", "decide", "confront", "farewell",
    ];

    public static IReadOnlyList<string> Purposes { get; } =
    [
        "opening", "other", "reveal", "other", "other", "other", "other",
        "twist", "chase", "twist", "other", "other", "reveal", "conclusion",
    ];

    /// <summary>The first turn of the middle and the first of the end.</summary>
    public const int Middle = 5, End = 10;
}
