using System.Text.Json.Serialization;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Exports;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>One draft of a document.</summary>
/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Author">The writer's id, when a writer wrote it.</param>
/// <param name="Model">The model's name; null when a writer wrote it.</param>
/// <param name="MadeFrom">The approved drafts that it was made from, by document.</param>
/// <param name="Notes">What there is to tell about it: the model's remarks, and what an editor would point out beside the film as it is approved now.</param>
/// <param name="Asked">What was asked of the model.</param>
/// <param name="Latency">How long the model took, in seconds, repairs included.</param>
/// <param name="Tokens">What it cost, in model tokens, in and out together; null for pictures.</param>
/// <param name="Pictures">What it cost in pictures; null for words.</param>
/// <param name="ProposedIn">The chat in which the companion proposed it.</param>
public sealed record DraftItem(
    int Number,
    IReadOnlyList<OptionItem> Options,
    string By,
    string? Author,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Model,
    IReadOnlyDictionary<string, DraftRefItem> MadeFrom,
    IReadOnlyList<NoteItem> Notes,
    DateTimeOffset At,
    AskedItem? Asked,
    double? Latency,
    long? Tokens,
    int? Pictures,
    ChatTurnItem? ProposedIn)
{
    /// <param name="draft">What the journal says of it, which rules where the two differ.</param>
    /// <param name="notes">What an editor would point out.</param>
    /// <param name="intentional">The ids of the notes of which the writer said that it is meant so.</param>
    internal static DraftItem Of(Draft draft, StoredDraft stored, IEnumerable<OptionNote> notes, IReadOnlyCollection<string> intentional) =>
        Of(draft, stored) with { Notes = [.. stored.Notes.Select(NoteItem.Of), .. notes.Select(note => NoteItem.Of(note, intentional.Contains(note.Note.Id)))] };

    /// <param name="draft">What the journal says of it, which rules where the two differ.</param>
    internal static DraftItem Of(Draft draft, StoredDraft stored) => new(
        draft.Number,
        [.. stored.Options.Select(option => new OptionItem(option.Number, new(option.Content)))],
        draft.Author.Kind,
        draft.Author.IsWriter ? draft.Author.Name : null,
        draft.Author.IsWriter ? null : stored.Model ?? draft.Author.Name,
        draft.MadeFrom.ToDictionary(entry => entry.Key.ToString(), entry => DraftRefItem.Of(entry.Value)!),
        [.. stored.Notes.Select(note => NoteItem.Of(note))],
        stored.At,
        stored.Asked is null ? null : AskedItem.Of(stored.Asked),
        stored.Latency?.TotalSeconds,
        draft.Author.IsWriter || draft.ProposedIn is not null || draft.Usage.Pictures > 0 ? null : stored.InputTokens + stored.OutputTokens,
        draft.Usage.Pictures > 0 ? draft.Usage.Pictures : null,
        ChatTurnItem.Of(draft.ProposedIn));
}

/// <param name="Chat">The chat's id.</param>
/// <param name="Turn">The id of the turn in it.</param>
public sealed record ChatTurnItem(string Chat, string Turn)
{
    internal static ChatTurnItem? Of(ChatTurn? turn) => turn is null ? null : new(turn.Chat, turn.Turn);
}

/// <param name="Content">The document, in the form of its kind.</param>
public sealed record OptionItem(int Number, RawJson Content);

/// <summary>Something to tell about a draft. It is never in the way of a decision.</summary>
/// <param name="Kind"><c>remark</c> for what the model says of it; <c>continuity</c>, <c>knowledge</c>, <c>setUp</c>, <c>want</c>, <c>turn</c>, <c>formula</c> or
/// <c>screen</c> for what an editor would point out.</param>
/// <param name="Id">By which the decision <c>intentional</c> names it; the same in later drafts. A remark has none.</param>
/// <param name="Option">The number of the option that it is on.</param>
/// <param name="Evidence">Where it is seen, the draft itself first.</param>
/// <param name="Intentional">Whether the writer said that it is meant so.</param>
public sealed record NoteItem(string Kind, string Text, string? Id, int? Option, IReadOnlyList<EvidenceItem>? Evidence, bool? Intentional)
{
    internal static NoteItem Of(DraftNote remark) => new(remark.Kind, remark.Text, null, null, null, null);

    internal static NoteItem Of(OptionNote note, bool isIntentional) => new(
        note.Note.Kind, note.Note.Text, note.Note.Id, note.Option, [.. note.Note.Evidence.Select(evidence => new EvidenceItem(evidence.Document, evidence.Quote))], isIntentional);
}

/// <param name="Document">The id of the document that says so.</param>
/// <param name="Quote">Its words; a long text is cut.</param>
public sealed record EvidenceItem(string Document, string Quote);

/// <summary>What was asked of the author of a draft.</summary>
/// <param name="Verb"><c>write</c> for a first draft; else the writer's verb.</param>
/// <param name="Draft">The draft to start from.</param>
public sealed record AskedItem(Verb Verb, int? Draft, int? Option, string? Notes, string? Passage, string? Part, int? Count)
{
    internal static AskedItem Of(Request request) =>
        new(request.Verb, request.Base?.Number, request.Option, request.Notes, request.Passage, request.Part, request.Count);
}
