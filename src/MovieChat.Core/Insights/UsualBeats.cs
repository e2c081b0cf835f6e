namespace MovieChat.Core.Insights;

/// <summary>Where films usually turn, as fractions of the length: three acts, and the widely used beat sheet on 110 pages. A diagnostic, never a law.</summary>
internal static class UsualBeats
{
    private const double Pages = 110;

    /// <summary>How far a beat may be from a usual position to be taken for it.</summary>
    public const double Near = 0.06;

    /// <summary>The turns that fall on one page.</summary>
    public static IReadOnlyList<(string Name, double Position)> Turns { get; } =
    [
        ("opening image", 1 / Pages), ("theme stated", 5 / Pages), ("catalyst", 12 / Pages), ("break into two", 25 / Pages), ("B story", 30 / Pages), ("midpoint", 55 / Pages),
        ("all is lost", 75 / Pages), ("break into three", 85 / Pages), ("final image", 1),
    ];

    /// <summary>For each usual turn the beat that stands nearest to it, each beat once: the nearest two find each other first.</summary>
    public static IReadOnlyDictionary<int, int> Match(IReadOnlyList<double> beats)
    {
        var near =
            from turn in Turns.Index()
            from beat in beats.Index()
            let distance = Math.Abs(beat.Item - turn.Item.Position)
            where distance <= Near
            orderby distance, turn.Index, beat.Index
            select (Turn: turn.Index, Beat: beat.Index);
        var matched = new Dictionary<int, int>();
        foreach (var (turn, beat) in near)
            if (!matched.ContainsKey(turn) && !matched.ContainsValue(beat)) matched[turn] = beat;
        return matched;
    }
}
