namespace MovieChat.Core.Insights.Charts;

/// <summary>The name of a beat above the curve, and the row that it stands in; the first is the uppermost.</summary>
/// <param name="X">Where its pole stands, in pixels from the curve's left end.</param>
internal sealed record BeatFlag(TensionPoint Point, int Row, double X, double Left, double Right);

/// <summary>Finds a row for the name of each beat, so that no name meets another and no pole runs through a name. A beat that finds none goes without.</summary>
internal static class BeatFlags
{
    public const double MostWidth = 170;

    private const double Gap = 8;

    /// <param name="width">Of the curve, in pixels.</param>
    public static IReadOnlyList<BeatFlag> Place(IReadOnlyList<TensionPoint> points, double width, int rows)
    {
        var flags = new List<BeatFlag>();
        var names = points.Distinct().ToDictionary(point => point, Width);
        // Those that only have room to the left of their poles come first, from the right: the others find a way around them.
        var leaning = points.Where(point => (point.Position * width) + names[point] > width + Gap).Reverse().ToList();
        foreach (var point in leaning.Concat(points.Except(leaning)))
        {
            var tries = from row in Enumerable.Range(0, rows) from flag in Tries(point, names[point], row, width) where flags.TrueForAll(other => !Meet(flag, other)) select flag;
            if (tries.FirstOrDefault() is { } found) flags.Add(found);
        }
        return flags;
    }

    /// <summary>To the right of its pole, else to the left.</summary>
    private static IEnumerable<BeatFlag> Tries(TensionPoint point, double name, int row, double width)
    {
        var x = point.Position * width;
        if (x + name <= width + Gap) yield return new(point, row, x, x - 2, x - 2 + name);
        if (x - name >= -Gap) yield return new(point, row, x, x + 2 - name, x + 2);
    }

    private static double Width(TensionPoint point) => WordStyle.Label.Width(ChartSheet.Fit(point.Name, WordStyle.Label, MostWidth));

    private static bool Meet(BeatFlag one, BeatFlag other) =>
        (one.Row == other.Row && one.Left < other.Right + Gap && other.Left < one.Right + Gap) || Crosses(one, other) || Crosses(other, one);

    /// <summary>Whether the pole of the upper one runs through the name of the lower one.</summary>
    private static bool Crosses(BeatFlag upper, BeatFlag lower) => upper.Row < lower.Row && upper.X > lower.Left - 2 && upper.X < lower.Right + 2;
}
