namespace MovieChat.Core.Scripts.Comparing;

/// <summary>The words of a text, each as often as it stands there.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private int total;

    public static WordBag Of(IEnumerable<ScriptElement> elements, string summary)
    {
        var bag = new WordBag();
        foreach (var element in elements) bag.Add(element.Text);
        if (bag.total == 0) bag.Add(summary);
        return bag;
    }

    /// <summary>How much of two texts is the same, from 0 to 1, wherever it stands (Dice's coefficient). Nothing is like nothing.</summary>
    public double Likeness(WordBag other)
    {
        if (total == 0 || other.total == 0) return 0;
        var (few, many) = counts.Count < other.counts.Count ? (counts, other.counts) : (other.counts, counts);
        return 2.0 * few.Sum(word => Math.Min(word.Value, many.GetValueOrDefault(word.Key))) / (total + other.total);
    }

    private void Add(string text)
    {
        foreach (var word in text.Split([' ', '\n', '.', ',', ';', ':', '!', '?', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            total++;
        }
    }
}
