using DiffPlex;
using DiffPlex.Chunkers;

namespace MovieChat.Core.Authorship;

/// <summary>Which words of a text stood in an earlier one: its sentences are compared first, then the words of those that are not the same.</summary>
/// <remarks>Common words stand everywhere: a sentence that keeps less than a third of its words is a new one, and all of its words are.</remarks>
internal static class WordAlignment
{
    public const int New = -1;

    /// <summary>Most pieces of both texts together that are compared, which takes time by the square; what has more between a common beginning and a common end is
    /// taken for new.</summary>
    private const int MostPieces = 8_000;

    /// <summary>For each word of <paramref name="after"/> its place in <paramref name="before"/>, or <see cref="New"/>.</summary>
    public static int[] Of(IReadOnlyList<Word> before, IReadOnlyList<Word> after)
    {
        var places = Enumerable.Repeat(New, after.Count).ToArray();
        var (old, now) = (Sentences(before), Sentences(after));
        foreach (var (was, @is) in Blocks(old.ConvertAll(range => Text(before, range)), now.ConvertAll(range => Text(after, range))))
        {
            var (left, right) = (Words(old, was), Words(now, @is));
            if (was.IsSame) Keep(places, left.Start.Value, right);
            else AlignWords(before, left, after, right, places);
        }

        foreach (var sentence in now) DropChance(places, sentence);
        return places;
    }

    private static void AlignWords(IReadOnlyList<Word> before, Range left, IReadOnlyList<Word> after, Range right, int[] places)
    {
        foreach (var (was, @is) in Blocks(Texts(before, left), Texts(after, right)))
        {
            if (was.IsSame) Keep(places, left.Start.Value + was.Start, (right.Start.Value + @is.Start)..(right.Start.Value + @is.Start + @is.Count));
        }
    }

    private static void Keep(int[] places, int from, Range to)
    {
        for (var at = to.Start.Value; at < to.End.Value; at++) places[at] = from++;
    }

    private static void DropChance(int[] places, Range sentence)
    {
        var words = places.AsSpan(sentence);
        if ((words.Length - words.Count(New)) * 3 < words.Length) words.Fill(New);
    }

    /// <summary>The two lists as pairs of stretches, the same or changed, in order.</summary>
    private static IEnumerable<(Stretch Was, Stretch Is)> Blocks(List<string> before, List<string> after)
    {
        var begin = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(before.Count, after.Count) - begin;
        var end = 0;
        while (end < most && before[^(end + 1)] == after[^(end + 1)]) end++;
        yield return Pair(0, begin, 0, begin, isSame: true);
        foreach (var block in Changes(before[begin..^end], after[begin..^end]))
            yield return Pair(begin + block.Was.Start, block.Was.Count, begin + block.Is.Start, block.Is.Count, block.Was.IsSame);
        yield return Pair(before.Count - end, end, after.Count - end, end, isSame: true);
    }

    private static List<(Stretch Was, Stretch Is)> Changes(List<string> before, List<string> after)
    {
        if (before.Count == 0 || after.Count == 0 || before.Count + after.Count > MostPieces) return [Pair(0, before.Count, 0, after.Count, isSame: false)];
        var pairs = new List<(Stretch Was, Stretch Is)>();
        var (left, right) = (0, 0);
        foreach (var change in Differ.Instance.CreateDiffs(string.Join('\n', before), string.Join('\n', after), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks)
        {
            pairs.Add(Pair(left, change.DeleteStartA - left, right, change.InsertStartB - right, isSame: true));
            pairs.Add(Pair(change.DeleteStartA, change.DeleteCountA, change.InsertStartB, change.InsertCountB, isSame: false));
            (left, right) = (change.DeleteStartA + change.DeleteCountA, change.InsertStartB + change.InsertCountB);
        }

        pairs.Add(Pair(left, before.Count - left, right, after.Count - right, isSame: true));
        return pairs;
    }

    private static (Stretch, Stretch) Pair(int left, int leftCount, int right, int rightCount, bool isSame) =>
        (new(left, leftCount, isSame), new(right, rightCount, isSame));

    private static List<Range> Sentences(IReadOnlyList<Word> words)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].EndsSentence) continue;
            sentences.Add(start..(at + 1));
            start = at + 1;
        }

        return sentences;
    }

    private static Range Words(List<Range> sentences, Stretch stretch)
    {
        var start = stretch.Start < sentences.Count ? sentences[stretch.Start].Start.Value : sentences.Count == 0 ? 0 : sentences[^1].End.Value;
        return start..(stretch.Count == 0 ? start : sentences[stretch.Start + stretch.Count - 1].End.Value);
    }

    private static List<string> Texts(IReadOnlyList<Word> words, Range range) =>
        [.. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Select(at => words[at].Text)];

    private static string Text(IReadOnlyList<Word> words, Range range) => string.Join(' ', Texts(words, range));

    private readonly record struct Stretch(int Start, int Count, bool IsSame);
}
