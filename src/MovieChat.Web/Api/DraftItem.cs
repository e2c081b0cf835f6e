using System.Text.Json.Serialization;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Web.Api;

/// <summary>One draft of a document.</summary>
/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Author">The writer's id, when a writer wrote it.</param>
/// <param name="Model">The model's name; null when a writer wrote it.</param>
/// <param name="MadeFrom">The approved drafts that it was made from, by document.</param>
/// <param name="Notes">What there is to tell about it.</param>
/// <param name="Asked">What was asked of the model.</param>
/// <param name="Latency">How long the model took, in seconds, repairs included.</param>
/// <param name="Tokens">What it cost, in model tokens, in and out together.</param>
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
    long? Tokens)
{
    /// <param name="draft">What the journal says of it, which rules where the two differ.</param>
    internal static DraftItem Of(Draft draft, StoredDraft stored) => new(
        draft.Number,
        [.. stored.Options.Select(option => new OptionItem(option.Number, new(option.Content)))],
        draft.Author.Kind,
        draft.Author.IsWriter ? draft.Author.Name : null,
        draft.Author.IsWriter ? null : stored.Model ?? draft.Author.Name,
        draft.MadeFrom.ToDictionary(entry => entry.Key.ToString(), entry => DraftRefItem.Of(entry.Value)!),
        [.. stored.Notes.Select(note => new NoteItem(note.Kind, note.Text))],
        stored.At,
        stored.Asked is null ? null : AskedItem.Of(stored.Asked),
        stored.Latency?.TotalSeconds,
        draft.Author.IsWriter ? null : stored.InputTokens + stored.OutputTokens);
}

/// <param name="Content">The document, in the form of its kind.</param>
public sealed record OptionItem(int Number, RawJson Content);

public sealed record NoteItem(string Kind, string Text);

/// <summary>What was asked of the author of a draft.</summary>
/// <param name="Verb"><c>write</c> for a first draft; else the writer's verb.</param>
/// <param name="Draft">The draft to start from.</param>
public sealed record AskedItem(Verb Verb, int? Draft, int? Option, string? Notes, string? Passage, string? Part, int? Count)
{
    internal static AskedItem Of(Request request) =>
        new(request.Verb, request.Base?.Number, request.Option, request.Notes, request.Passage, request.Part, request.Count);
}
