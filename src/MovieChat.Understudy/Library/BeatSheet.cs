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
