using System.Text.Json.Serialization;
using MovieChat.Core.Journey;

namespace MovieChat.Web.Api;

/// <summary>A project as it is now.</summary>
/// <param name="Revision">The sequence of the last event in it.</param>
/// <param name="Awaiting">The documents that wait for the writer: drafts to decide on, stale ones, failures.</param>
/// <param name="Parked">The documents whose drafting waits until the budget is raised.</param>
/// <param name="WaitingSince">When the project began to wait for you; null when it does not.</param>
/// <param name="NextReminder">When you are reminded of it next; null when you are not.</param>
/// <param name="ParkedSince">When the reminders ended, until something happens in it; null while they go on.</param>
public sealed record ProjectSnapshot(
    string Id,
    string Title,
    TitlePageItem TitlePage,
    ProjectStatus Status,
    long Revision,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    ForkItem? ForkedFrom,
    BudgetItem Budget,
    IReadOnlyList<DocumentItem> Documents,
    IReadOnlyList<string> Awaiting,
    IReadOnlyList<string> Parked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? WaitingSince,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? NextReminder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? ParkedSince)
{
    internal static ProjectSnapshot Of(WritingProject project, DateTimeOffset? nextReminder)
    {
        var graph = new FilmGraph(project);
        return new(
            project.Id,
            project.Title,
            TitlePageItem.Of(project.TitlePage),
            project.Status(graph),
            project.Revision,
            project.StartedAt,
            project.ChangedAt,
            project.ForkedFrom is { } fork ? new(fork.Project, fork.Sequence) : null,
            new(AllowanceItem.Of(project.Budget.Tokens), AllowanceItem.Of(project.Budget.Pictures), CostItem.Of(WritingProject.CostAhead(graph))),
            [.. graph.Documents.Select(id => DocumentItem.Of(project, graph, id))],
            [.. graph.Awaiting.Select(id => id.ToString())],
            [.. project.Parked().Select(order => order.Document.ToString()).Distinct()],
            project.WaitingSince()?.ToUniversalTime(),
            nextReminder?.ToUniversalTime(),
            project.ParkedAt?.ToUniversalTime());
    }
}

/// <summary>What the title page says besides the title.</summary>
/// <param name="Authors">Who wrote the film.</param>
/// <param name="Source">What it is based on.</param>
/// <param name="Contact">How whoever reads it reaches them.</param>
public sealed record TitlePageItem(IReadOnlyList<string> Authors, string Source, string Contact)
{
    internal static TitlePageItem Of(TitlePage page) => new(page.Authors, page.Source, page.Contact);
}

/// <param name="Sequence">The last event that the two projects share.</param>
public sealed record ForkItem(string Project, long Sequence);

/// <param name="Ahead">What is still to be drafted will cost, as far as its documents are known. Shots tell of the frames to come once they are approved.</param>
public sealed record BudgetItem(AllowanceItem Tokens, AllowanceItem Pictures, CostItem Ahead);

/// <summary>What something will cost, by what it cost before or what it usually does.</summary>
public sealed record CostItem(long Tokens, int Pictures)
{
    internal static CostItem Of(Usage usage) => new(usage.Tokens, usage.Pictures);
}

public sealed record AllowanceItem(long Limit, long Spent)
{
    internal static AllowanceItem Of(Allowance allowance) => new(allowance.Limit, allowance.Spent);
}

/// <summary>Where one document of the film stands.</summary>
/// <param name="Draft">The number of the draft before the writer; null while there is none.</param>
/// <param name="Approved">What is part of the film; null when nothing is.</param>
/// <param name="Needs">The documents that must be approved before this one is drafted.</param>
/// <param name="StaleBecause">Of a stale document: what it was made from and is no longer approved.</param>
/// <param name="Cost">Of a document that is not drafted yet: what its draft will cost.</param>
/// <param name="Redo">Of a stale document: what a new draft will cost.</param>
/// <param name="Hints">What the draft's author was shown besides and has changed since.</param>
/// <param name="Skipped">The writer's reason for doing without it, or without what it depends on.</param>
public sealed record DocumentItem(
    string Id,
    DocumentStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Draft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DraftRefItem? Approved,
    IReadOnlyList<string> Needs,
    CostItem? Cost,
    IReadOnlyList<StaleItem>? StaleBecause,
    RedoItem? Redo,
    IReadOnlyList<string>? Hints,
    FailureItem? Failure,
    string? Skipped)
{
    internal static DocumentItem Of(WritingProject project, FilmGraph graph, DocumentId id)
    {
        var document = project.Document(id);
        return new(
            id.ToString(),
            graph.Status(id),
            document.Draft?.Number,
            DraftRefItem.Of(project.ApprovedRef(id)),
            Ids(graph.Needs(id)),
            graph.Status(id) is DocumentStatus.Waiting or DocumentStatus.Drafting ? CostItem.Of(graph.Cost(id)) : null,
            StaleItem.Of(graph, id),
            RedoItem.Of(graph, id),
            Ids(graph.Hints(id)) is { Count: > 0 } hints ? hints : null,
            FailureItem.Of(document.Failed?.Failure),
            graph.SkippedBecause(id));
    }

    internal static IReadOnlyList<string> Ids(IEnumerable<DocumentId> ids) => [.. ids.Select(id => id.ToString())];
}

/// <summary>One option of one draft.</summary>
public sealed record DraftRefItem(int Draft, int Option)
{
    internal static DraftRefItem? Of(DraftRef? reference) => reference is { } found ? new(found.Draft, found.Option) : null;
}

/// <summary>Why a document is stale.</summary>
/// <param name="Was">What it was made from; null of a picture that was made without it.</param>
/// <param name="Now">What is approved now; null when the document was skipped.</param>
public sealed record StaleItem(string Document, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DraftRefItem? Was, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DraftRefItem? Now)
{
    internal static IReadOnlyList<StaleItem>? Of(FilmGraph graph, DocumentId id) =>
        graph.Status(id) is DocumentStatus.Stale ? Of(graph.StaleBecause(id)) : null;

    internal static IReadOnlyList<StaleItem> Of(IEnumerable<StaleCause> causes) =>
        [.. causes.Select(cause => new StaleItem(cause.Document.ToString(), DraftRefItem.Of(cause.Was), DraftRefItem.Of(cause.Now)))];
}

/// <summary>What redrafting a document will cost.</summary>
/// <param name="Then">The documents that will turn stale by it, sooner or later.</param>
public sealed record RedoItem(long Tokens, int Pictures, IReadOnlyList<string> Then)
{
    internal static RedoItem? Of(FilmGraph graph, DocumentId id)
    {
        if (graph.Status(id) is not DocumentStatus.Stale) return null;
        var cost = graph.Cost(id);
        return new(cost.Tokens, cost.Pictures, DocumentItem.Ids(graph.MadeFrom(id)));
    }
}

/// <summary>Why something could not be written, and what to do.</summary>
public sealed record FailureItem(string Kind, string Message, string Remedy)
{
    internal static FailureItem? Of(Failure? failure) => failure is null ? null : new(failure.Kind, failure.Message, failure.Remedy);
}
