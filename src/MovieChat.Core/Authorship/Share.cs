namespace MovieChat.Core.Authorship;

/// <summary>How much of a text one author brought in.</summary>
/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Name">The writer's id, or the model's name.</param>
/// <param name="Percent">With one decimal; the shares of a text sum up to 100.</param>
public sealed record Share(string By, string Name, int Words, decimal Percent)
{
    private const int Whole = 1000;

    /// <summary>The shares of a text, the writer's first, then the largest. Empty for a text without words.</summary>
    public static IReadOnlyList<Share> Of(IEnumerable<TextAuthor> authors)
    {
        var counts = authors.CountBy(author => author)
            .OrderByDescending(each => each.Key.IsWriter).ThenByDescending(each => each.Value).ThenBy(each => each.Key.Name, StringComparer.Ordinal)
            .ToArray();
        var words = counts.Sum(each => (long)each.Value);
        var parts = Array.ConvertAll(counts, each => (long)each.Value * Whole / Math.Max(1, words));
        // What rounding down leaves over goes to those who lost most by it.
        var lost = Enumerable.Range(0, counts.Length).OrderByDescending(at => (long)counts[at].Value * Whole % Math.Max(1, words)).ThenBy(at => at);
        foreach (var at in lost.Take((int)(counts.Length == 0 ? 0 : Whole - parts.Sum()))) parts[at]++;
        return [.. counts.Select((each, at) => new Share(each.Key.By, each.Key.Name, each.Value, parts[at] / 10m))];
    }
}
