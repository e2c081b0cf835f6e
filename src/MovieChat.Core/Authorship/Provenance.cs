namespace MovieChat.Core.Authorship;

/// <summary>Who brought words in.</summary>
/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Name">The writer's id, or the model's name.</param>
public sealed record TextAuthor(string By, string Name)
{
    public const string Writer = "writer", Model = "model";

    public bool IsWriter => By == Writer;
}

/// <summary>A draft to trace.</summary>
/// <param name="Base">The number of the draft that its author started from; null when there was none.</param>
/// <param name="KeepsNumbers">Whether an option goes on from that of its number in the base, as when a model was asked. Else it goes on from the one it has most words of.</param>
/// <param name="Options">By number.</param>
public sealed record DraftToTrace(int Number, TextAuthor Author, int? Base, bool KeepsNumbers, IReadOnlyDictionary<int, IReadOnlyList<Word>> Options);

/// <summary>A text with who brought in each of its words.</summary>
/// <param name="Authors">One for each word.</param>
public sealed record TracedText(IReadOnlyList<Word> Words, IReadOnlyList<TextAuthor> Authors);

/// <summary>Traces every word of a document's drafts to whoever brought it in: a word that stood in the draft before keeps its author, another one is of the
/// draft's author.</summary>
public static class Provenance
{
    /// <param name="drafts">All drafts of one document, oldest first. A base that is not among those before it is as none.</param>
    /// <returns>By draft and option.</returns>
    public static IReadOnlyDictionary<(int Draft, int Option), TracedText> Of(IEnumerable<DraftToTrace> drafts)
    {
        var traced = new Dictionary<(int Draft, int Option), TracedText>();
        var passages = new Passages();
        foreach (var draft in drafts)
        {
            var before = traced.Where(entry => entry.Key.Draft == draft.Base).ToDictionary(entry => entry.Key.Option, entry => entry.Value);
            var texts = draft.Options.ToDictionary(option => option.Key, option => Trace(draft, option.Key, option.Value, before, passages));
            foreach (var (option, text) in texts)
            {
                traced[(draft.Number, option)] = text;
                passages.Add(text);
            }
        }

        return traced;
    }

    private static TracedText Trace(DraftToTrace draft, int option, IReadOnlyList<Word> words, Dictionary<int, TracedText> before, Passages passages)
    {
        var authors = new TextAuthor?[words.Count];
        if (Start(draft, option, words, before) is var (start, places))
        {
            for (var at = 0; at < authors.Length; at++)
            {
                if (places[at] != WordAlignment.New) authors[at] = start.Authors[places[at]];
            }
        }

        passages.Claim(words, authors);
        return new(words, [.. authors.Select(author => author ?? draft.Author)]);
    }

    private static (TracedText Text, int[] Places)? Start(DraftToTrace draft, int option, IReadOnlyList<Word> words, Dictionary<int, TracedText> before)
    {
        if (draft.KeepsNumbers) return before.TryGetValue(option, out var same) ? (same, WordAlignment.Of(same.Words, words)) : null;
        return before
            .OrderBy(each => each.Key)
            .Select(each => ((TracedText, int[] Places)?)(each.Value, WordAlignment.Of(each.Value.Words, words)))
            .MaxBy(each => each!.Value.Places.Count(place => place != WordAlignment.New));
    }
}
