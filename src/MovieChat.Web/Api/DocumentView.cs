using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>One document with the draft before the writer.</summary>
/// <param name="Draft">Null while there is none.</param>
/// <param name="IfChanged">The drafted documents that a change of this one will turn stale.</param>
/// <param name="Tips">The newest tips given.</param>
/// <param name="TipsPending">Tips are asked for and not given yet.</param>
/// <param name="TipsFailure">Why the last tips asked for could not be given.</param>
public sealed record DocumentView(
    string Id,
    DocumentStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DraftItem? Draft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DraftRefItem? Approved,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> IfChanged,
    IReadOnlyList<StaleItem>? StaleBecause,
    RedoItem? Redo,
    IReadOnlyList<string>? Hints,
    FailureItem? Failure,
    string? Skipped,
    TipsItem? Tips,
    bool? TipsPending,
    FailureItem? TipsFailure)
{
    internal static DocumentView Of(WritingProject project, DocumentId id, StoredDraft? draft, IEnumerable<OptionNote> notes, StoredTips? tips)
    {
        var graph = new FilmGraph(project);
        var item = DocumentItem.Of(project, graph, id);
        var state = project.Document(id);
        return new(
            item.Id,
            item.Status,
            draft is null ? null : DraftItem.Of(state.Draft!, draft, notes, state.Intentional),
            item.Approved,
            item.Needs,
            DocumentItem.Ids(graph.MadeFrom(id)),
            item.StaleBecause,
            item.Redo,
            item.Hints,
            item.Failure,
            item.Skipped,
            tips is null ? null : TipsItem.Of(tips),
            state.Tips.Order is null ? null : true,
            FailureItem.Of(state.Tips.Failure));
    }
}

/// <summary>What to do when stuck.</summary>
/// <param name="Number">The round of tips, from 1.</param>
/// <param name="Tips">What audiences usually like at this point.</param>
/// <param name="Ways">Three ways forward.</param>
public sealed record TipsItem(int Number, DateTimeOffset At, IReadOnlyList<string> Tips, IReadOnlyList<WayItem> Ways)
{
    internal static TipsItem Of(StoredTips stored)
    {
        var answer = JsonSerializer.Deserialize(stored.Content, WritingJson.Readable.TipsAnswer)!;
        return new(stored.Number, stored.At, answer.Tips, [.. answer.Ways.Select(way => new WayItem(way.Title, way.Text))]);
    }
}

public sealed record WayItem(string Title, string Text);
