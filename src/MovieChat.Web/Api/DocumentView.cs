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
/// <param name="IfChangedCost">What it will cost to have all of them drafted anew; null when there are none.</param>
/// <param name="IfAsked">What it will cost to ask for something about it; null for what no model drafts.</param>
/// <param name="Cost">While it is not drafted: what its draft will cost.</param>
/// <param name="IfApproved">Of a draft that awaits you: what will be drafted at once when you approve it (its first option), and what that costs.</param>
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
    CostItem? IfChangedCost,
    IfAskedItem? IfAsked,
    CostItem? Cost,
    IfApprovedItem? IfApproved,
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
        var touched = graph.MadeFrom(id);
        return new(
            item.Id,
            item.Status,
            draft is null ? null : DraftItem.Of(state.Draft!, draft, notes, state.Intentional),
            item.Approved,
            item.Needs,
            DocumentItem.Ids(touched),
            touched.Count > 0 ? CostItem.Of(graph.Cost(touched)) : null,
            IfAskedItem.Of(graph, id),
            item.Cost,
            item.Status is DocumentStatus.AwaitingApproval ? IfApprovedItem.Of(project.CostOfApproving(id)) : null,
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

/// <summary>What approving a draft leads to.</summary>
/// <param name="Drafts">The documents that will be drafted.</param>
public sealed record IfApprovedItem(IReadOnlyList<string> Drafts, long Tokens, int Pictures)
{
    internal static IfApprovedItem? Of(CostOfApproval? cost) =>
        cost is null ? null : new(DocumentItem.Ids(cost.Documents), cost.Usage.Tokens, cost.Usage.Pictures);
}

/// <summary>What it will cost to ask for something about a document, by what it cost before or what it usually does.</summary>
/// <param name="Revise">A revision of one option.</param>
/// <param name="Options">One more option, two more, and so on: as many as can be asked for at once.</param>
/// <param name="Stuck">Tips and ways forward.</param>
/// <param name="Redraft">A new draft.</param>
public sealed record IfAskedItem(CostItem Revise, IReadOnlyList<CostItem> Options, CostItem Stuck, CostItem Redraft)
{
    internal static IfAskedItem? Of(FilmGraph graph, DocumentId id) => graph.Rule(id).ByWriterAlone
        ? null
        : new(
            CostItem.Of(graph.Cost(id, Verb.Revise)),
            [.. Enumerable.Range(1, WritingProject.MostNewOptions).Select(count => CostItem.Of(graph.Cost(id, Verb.Options, count)))],
            CostItem.Of(graph.Cost(id, Verb.Stuck)),
            CostItem.Of(graph.Cost(id, Verb.Redraft)));
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
