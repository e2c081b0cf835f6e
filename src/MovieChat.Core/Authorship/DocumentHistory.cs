using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>What the journal tells of one document: its drafts and the writer's decisions, oldest first. Drafts that were asked for and withdrawn are not among them.</summary>
public sealed record DocumentHistory
{
    public static DocumentHistory None { get; } = new();

    public IReadOnlyList<HistoricDraft> Drafts { get; init; } = [];

    public IReadOnlyList<LedgerDecision> Decisions { get; init; } = [];

    /// <summary>The draft and those that it goes back to, oldest first.</summary>
    public IReadOnlyList<HistoricDraft> ChainOf(int number)
    {
        var chain = new List<HistoricDraft>();
        for (var draft = Find(number, int.MaxValue); draft is not null; draft = draft.Base is { } start ? Find(start, draft.Draft.Number) : null) chain.Insert(0, draft);
        return chain;
    }

    internal DocumentHistory With(HistoricDraft draft) => this with { Drafts = [.. Drafts, draft] };

    internal DocumentHistory With(LedgerDecision decision) => this with { Decisions = [.. Decisions, decision] };

    private HistoricDraft? Find(int number, int below) => number < below ? Drafts.FirstOrDefault(draft => draft.Draft.Number == number) : null;
}

/// <summary>A draft in the history of its document.</summary>
/// <param name="Draft">Its <see cref="Draft.Home"/> is null only for the project that the history is of.</param>
/// <param name="Base">The number of the draft that its author started from: what a model was asked to change, or what was before the writer.</param>
/// <param name="Asked">What was asked of a model; null for what the writer wrote and for what was proposed in a chat.</param>
public sealed record HistoricDraft(Draft Draft, int? Base, Request? Asked);
