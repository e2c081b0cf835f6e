using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>The text of a draft, for the ledger.</summary>
/// <param name="Author">The name is as the provider gave it.</param>
/// <param name="Options">JSON, by number.</param>
public sealed record LedgerText(HistoricDraft Draft, TextAuthor Author, DateTimeOffset At, IReadOnlyDictionary<int, string> Options);

/// <summary>One document of the film with all that its entry is made of.</summary>
/// <param name="Chosen">The draft and option that is part of the film.</param>
/// <param name="Texts">Of the history's drafts, oldest first, up to the chosen one at least.</param>
public sealed record LedgerDocument(
    DocumentId Id, string Name, DocumentStatus Status, DraftRef Chosen, bool IsApproved, DocumentHistory History, IReadOnlyList<LedgerText> Texts)
{
    private LedgerDecision? Approval => IsApproved
        ? History.Decisions.LastOrDefault(decision => decision.Verb is "approve" or "bring" or "import" && decision.Draft == Chosen.Draft && decision.Option == Chosen.Option)
        : null;

    /// <returns>The entry, and the words with whose each is.</returns>
    internal (DocumentEntry Entry, TracedText Text) Words()
    {
        var traced = Provenance.Of(Texts.Select(ToTrace));
        var text = traced[(Chosen.Draft, Chosen.Option)];
        var chain = History.ChainOf(Chosen.Draft).Join(Texts, draft => draft.Draft.Number, each => each.Draft.Draft.Number, (_, each) => each).ToArray();
        var spoken = Spoken(text);
        var entry = new DocumentEntry(
            Id, Name, Status, OriginOf(text, chain), Chosen.Draft, Chosen.Option, text.Words.Count, Share.Of(text.Authors),
            spoken.Count > 0 ? LedgerTotal.Of(spoken) : null, Approval, [.. chain.Select(Told)], History.Decisions);
        return (entry, text);
    }

    /// <summary>A picture is of whoever brought it first: sending a model's picture again makes it nobody else's.</summary>
    internal PictureEntry Picture()
    {
        var picture = PictureOf(Texts.First(text => text.Draft.Draft.Number == Chosen.Draft).Options[Chosen.Option]);
        var first = Texts.First(text => text.Options.Values.Any(content => PictureOf(content).Hash == picture.Hash));
        var made = PictureOf(first.Options.Values.First(content => PictureOf(content).Hash == picture.Hash));
        return new(
            Id, Name, Status, first.Author.By, first.Author.Name, first.At, Chosen.Draft, Chosen.Option, picture.Hash,
            [.. made.References.Select(each => new LedgerReference(each.Character, each.Draft, each.Picture))], Approval, History.Decisions);
    }

    internal static IReadOnlyCollection<TextAuthor> Spoken(TracedText text) =>
        [.. text.Words.Zip(text.Authors).Where(pair => pair.First.IsSpoken).Select(pair => pair.Second)];

    private static Origin OriginOf(TracedText text, LedgerText[] chain)
    {
        var authors = text.Authors.ToHashSet();
        if (authors.Count == 0) authors.Add(chain[^1].Author);
        if (authors.All(author => author.IsWriter)) return Origin.Writer;
        if (!authors.Any(author => author.IsWriter)) return Origin.Model;
        var first = chain.FirstOrDefault(draft => authors.Contains(draft.Author)) ?? chain[^1];
        return first.Author.IsWriter ? Origin.WriterRevisedByModel : Origin.ModelEditedByWriter;
    }

    private static DraftToTrace ToTrace(LedgerText text) => new(
        text.Draft.Draft.Number, text.Author, text.Draft.Base, text.Draft.Asked is not null, text.Options.ToDictionary(option => option.Key, option => DraftWords.Of(option.Value)));

    private static LedgerDraft Told(LedgerText text) => new(
        text.Draft.Draft.Number, text.Author.By, text.Author.Name, text.At, text.Draft.Base, LedgerRequest.Of(text.Draft.Asked), text.Draft.Draft.ProposedIn);

    private static Picture PictureOf(string content) => JsonSerializer.Deserialize(content, FilmJson.Readable.Picture)!;
}
