namespace MovieChat.Core.Authorship;

/// <summary>The passages of a document's earlier drafts, each with whose words they are, so that what is moved, or taken from an older draft or another option,
/// stays whose it was.</summary>
internal sealed class Passages
{
    /// <summary>In words: fewer in a row may be chance.</summary>
    public const int Shortest = 10;

    private readonly Dictionary<string, int> _vocabulary = [];
    private readonly Dictionary<long, (TracedText Text, int At)> _first = [];

    /// <summary>Remembers the passages of a text. Those that stood in one before are its already.</summary>
    public void Add(TracedText text)
    {
        var numbers = Numbers(text.Words);
        for (var at = 0; at + Shortest <= numbers.Length; at++) _first.TryAdd(Key(numbers, at), (text, at));
    }

    /// <summary>Gives the words that have no author yet, and stand in a passage from before, to its authors.</summary>
    public void Claim(IReadOnlyList<Word> words, TextAuthor?[] authors)
    {
        var numbers = Numbers(words);
        for (var at = 0; at + Shortest <= numbers.Length; at++)
        {
            if (authors[at] is not null || !_first.TryGetValue(Key(numbers, at), out var found)) continue;
            var length = Length(words, at, authors, found.Text.Words, found.At);
            if (length < Shortest) continue;
            for (var word = 0; word < length; word++) authors[at + word] = found.Text.Authors[found.At + word];
            at += length - 1;
        }
    }

    private static int Length(IReadOnlyList<Word> words, int at, TextAuthor?[] authors, IReadOnlyList<Word> found, int place)
    {
        var length = 0;
        while (at + length < words.Count && place + length < found.Count && authors[at + length] is null && words[at + length].Text == found[place + length].Text) length++;
        return length;
    }

    private int[] Numbers(IReadOnlyList<Word> words)
    {
        var numbers = new int[words.Count];
        for (var at = 0; at < numbers.Length; at++)
        {
            if (!_vocabulary.TryGetValue(words[at].Text, out numbers[at])) _vocabulary[words[at].Text] = numbers[at] = _vocabulary.Count + 1;
        }

        return numbers;
    }

    /// <summary>Two passages of one key are compared before they are taken for the same.</summary>
    private static long Key(int[] numbers, int at)
    {
        var key = 0L;
        for (var place = at; place < at + Shortest; place++) key = unchecked((key * 1_099_511_628_211) + numbers[place]);
        return key;
    }
}
