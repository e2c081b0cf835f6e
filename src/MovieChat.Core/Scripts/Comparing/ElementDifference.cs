using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>What of a text stays, comes or goes.</summary>
public enum DifferenceOp
{
    Same,
    Added,
    Removed,

    /// <summary>Of an element alone: some of its words are others.</summary>
    Changed,
}

/// <summary>Some words that share a fate.</summary>
public sealed record WordChange(DifferenceOp Op, string Text);

/// <summary>What becomes of an element, or of several that stay.</summary>
/// <param name="Type">Null for those that stay.</param>
/// <param name="Count">How many elements it tells of: more than one only of those that stay.</param>
/// <param name="Words">Its text, in the pieces that stay, come and go; none for those that stay.</param>
public sealed record ElementChange(DifferenceOp Op, string? Type, int Count, IReadOnlyList<WordChange> Words);

/// <summary>Tells two versions of a scene apart, element by element and word by word, as far as its bounds go: what is told is for reading, and never more than anybody reads.</summary>
public sealed class ElementDifference
{
    /// <summary>Most characters of a text of which the words are compared; longer ones are told whole.</summary>
    private const int MostCompared = 2_000;

    private const char Between = '\u0002';

    private int left;

    /// <param name="mostText">Most characters that all differences told may have together.</param>
    public ElementDifference(int mostText) => left = mostText;

    /// <summary>Whether something was left out for want of room.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<ElementChange> Tell(IReadOnlyList<ScriptElement> before, IReadOnlyList<ScriptElement> after)
    {
        if (left <= 0 || before.Count > ScriptReader.MostElements || after.Count > ScriptReader.MostElements)
        {
            IsCut = true;
            return [];
        }

        var changes = new List<ElementChange>();
        var at = 0;
        foreach (var block in Blocks(before, after))
        {
            AddSame(changes, block.DeleteStartA - at);
            AddBlock(changes, [.. before.Skip(block.DeleteStartA).Take(block.DeleteCountA)], [.. after.Skip(block.InsertStartB).Take(block.InsertCountB)]);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        AddSame(changes, before.Count - at);
        return changes;
    }

    /// <summary>An empty text has one chunk, which would be an element.</summary>
    private static IList<DiffBlock> Blocks(IReadOnlyList<ScriptElement> before, IReadOnlyList<ScriptElement> after) => before.Count == 0 || after.Count == 0
        ? [new DiffBlock(0, before.Count, 0, after.Count)]
        : Differ.Instance.CreateDiffs(Joined(before), Joined(after), false, false, new ElementChunker()).DiffBlocks;

    private static string Joined(IReadOnlyList<ScriptElement> elements) => string.Join(Between, elements.Select(FilmPage.Key));

    private static void AddSame(List<ElementChange> changes, int count)
    {
        if (count > 0) changes.Add(new(DifferenceOp.Same, null, count, []));
    }

    /// <summary>What goes and what comes in one place: two of a type, one after the other, are one that changed.</summary>
    private void AddBlock(List<ElementChange> changes, ScriptElement[] gone, ScriptElement[] come)
    {
        var pairs = gone.Zip(come).TakeWhile(pair => pair.First.Type == pair.Second.Type).Count();
        foreach (var (old, now) in gone.Zip(come).Take(pairs)) AddChange(changes, new(DifferenceOp.Changed, now.Type, 1, Words(old.Text, now.Text)));
        foreach (var old in gone.Skip(pairs)) AddChange(changes, new(DifferenceOp.Removed, old.Type, 1, [new(DifferenceOp.Removed, old.Text)]));
        foreach (var now in come.Skip(pairs)) AddChange(changes, new(DifferenceOp.Added, now.Type, 1, [new(DifferenceOp.Added, now.Text)]));
    }

    private void AddChange(List<ElementChange> changes, ElementChange change)
    {
        left -= change.Words.Sum(word => word.Text.Length);
        if (left >= 0) changes.Add(change);
        else IsCut = true;
    }

    private List<WordChange> Words(string before, string after)
    {
        if (left <= 0 || before.Length > MostCompared || after.Length > MostCompared) return [new(DifferenceOp.Removed, before), new(DifferenceOp.Added, after)];
        var found = Differ.Instance.CreateDiffs(before, after, false, false, WordChunker.Instance);
        var words = new List<WordChange>();
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            AddWords(words, DifferenceOp.Same, found.PiecesOld, at, block.DeleteStartA - at);
            AddWords(words, DifferenceOp.Removed, found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            AddWords(words, DifferenceOp.Added, found.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        AddWords(words, DifferenceOp.Same, found.PiecesOld, at, found.PiecesOld.Count - at);
        return words;
    }

    private static void AddWords(List<WordChange> words, DifferenceOp op, IReadOnlyList<string> pieces, int at, int count)
    {
        if (count > 0) words.Add(new(op, string.Concat(pieces.Skip(at).Take(count))));
    }

    private sealed class ElementChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Split(Between);
    }
}
