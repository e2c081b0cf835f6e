namespace MovieChat.Bench.Craft;

/// <summary>One line of the table.</summary>
/// <param name="Target">What the value should be; empty where none is set.</param>
/// <param name="IsMet">Null where there is no target.</param>
internal sealed record CraftFigure(string Name, string Value, string Target = "", bool? IsMet = null)
{
    /// <summary>What stands behind the worst of it, for whoever wants to mend it.</summary>
    public IReadOnlyList<string> Worst { get; init; } = [];

    /// <summary>A count that should be 0.</summary>
    public static CraftFigure None(string name, int count, string value, IEnumerable<string> worst) => new(name, value, "0", count == 0) { Worst = [.. worst] };
}
