using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>Who wrote what of a film, as one moment of its journal tells.</summary>
/// <param name="AsOf">When the film last changed.</param>
/// <param name="Revision">The sequence of the journal's last event that is told of.</param>
/// <param name="WithDrafts">Whether what awaits the writer stands in where nothing is approved.</param>
/// <param name="Statement">The whole in plain words, a paragraph each.</param>
/// <param name="Method">How it was found out, a paragraph each.</param>
public sealed record AuthorshipLedger(
    string Project,
    string Title,
    DateTimeOffset AsOf,
    long Revision,
    bool WithDrafts,
    LedgerSource? ForkedFrom,
    IReadOnlyList<string> Statement,
    LedgerTotals Totals,
    IReadOnlyList<DocumentEntry> Documents,
    IReadOnlyList<PictureEntry> Pictures,
    IReadOnlyList<SkippedEntry> Skipped,
    IReadOnlyList<string> Method);

/// <param name="Sequence">The last event of that project's journal that the film shares.</param>
public sealed record LedgerSource(string Project, long Sequence);

/// <param name="Words">All words of the film's documents.</param>
/// <param name="Scenes">The words of the written scenes: action and dialogue.</param>
/// <param name="Spoken">The words that the film's people say.</param>
public sealed record LedgerTotals(LedgerTotal Words, LedgerTotal Scenes, LedgerTotal Spoken);

public sealed record LedgerTotal(int Words, IReadOnlyList<Share> Shares)
{
    internal static LedgerTotal Of(IReadOnlyCollection<TextAuthor> authors) => new(authors.Count, Share.Of(authors));
}

/// <summary>Who a document is by.</summary>
public enum Origin
{
    /// <summary>Every word is the writer's.</summary>
    Writer,

    /// <summary>Every word is a model's.</summary>
    Model,

    /// <summary>A model's draft, edited by the writer.</summary>
    ModelEditedByWriter,

    /// <summary>A writer's text, revised by a model.</summary>
    WriterRevisedByModel,
}

/// <summary>A document of words.</summary>
/// <param name="Name">As people call it, such as <c>Profile of Mara</c>.</param>
/// <param name="Draft">The number of the draft that is part of the film.</param>
/// <param name="Spoken">The words of it that the film's people say; null for what is no dialogue.</param>
/// <param name="Approval">Null for what awaits the writer.</param>
/// <param name="Drafts">The draft and those that it goes back to, oldest first. Numbers that are missing were withdrawn, or left behind.</param>
/// <param name="Decisions">All of the writer's, oldest first.</param>
public sealed record DocumentEntry(
    DocumentId Id,
    string Name,
    DocumentStatus Status,
    Origin Origin,
    int Draft,
    int Option,
    int Words,
    IReadOnlyList<Share> Shares,
    LedgerTotal? Spoken,
    LedgerDecision? Approval,
    IReadOnlyList<LedgerDraft> Drafts,
    IReadOnlyList<LedgerDecision> Decisions);

/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Author">The writer's id, or the model's name.</param>
/// <param name="Base">The number of the draft that it was made from.</param>
/// <param name="Asked">What was asked of the model.</param>
/// <param name="ProposedIn">The chat in which the companion proposed it.</param>
public sealed record LedgerDraft(int Number, string By, string Author, DateTimeOffset At, int? Base, LedgerRequest? Asked, ChatTurn? ProposedIn);

/// <param name="Notes">The writer's words.</param>
/// <param name="Passage">The words that alone might change.</param>
/// <param name="Part">The part that alone might change.</param>
public sealed record LedgerRequest(Verb Verb, string? Notes, string? Passage, string? Part)
{
    internal static LedgerRequest? Of(Request? asked) => asked is null ? null : new(asked.Verb, asked.Notes, asked.Passage, asked.Part);
}

/// <param name="Verb"><c>bring</c>, <c>import</c>, <c>approve</c>, <c>restore</c>, <c>keep</c>, <c>reopen</c> or <c>skip</c>.</param>
/// <param name="By">The writer's id.</param>
/// <param name="Reason">Why a document was skipped.</param>
public sealed record LedgerDecision(string Verb, string By, DateTimeOffset At, int? Draft, int? Option, string? Reason);

/// <summary>A portrait or a frame.</summary>
/// <param name="By"><c>model</c> for what was rendered, <c>writer</c> for a picture of the writer's own.</param>
/// <param name="Author">The model's name, or the writer's id.</param>
/// <param name="At">When it was rendered or brought.</param>
/// <param name="Picture">The SHA-256 of its bytes.</param>
/// <param name="References">What it was rendered from.</param>
public sealed record PictureEntry(
    DocumentId Id,
    string Name,
    DocumentStatus Status,
    string By,
    string Author,
    DateTimeOffset At,
    int Draft,
    int Option,
    string Picture,
    IReadOnlyList<LedgerReference> References,
    LedgerDecision? Approval,
    IReadOnlyList<LedgerDecision> Decisions);

/// <param name="Character">Whose portrait it is; null for an earlier picture of the same document.</param>
/// <param name="Draft">The number of the draft that it was approved in.</param>
/// <param name="Picture">The SHA-256 of its bytes.</param>
public sealed record LedgerReference(string? Character, int Draft, string Picture);

/// <summary>A document that the film does without.</summary>
/// <param name="Decision">Null when it goes with another one.</param>
public sealed record SkippedEntry(DocumentId Id, string Name, string Reason, LedgerDecision? Decision);
