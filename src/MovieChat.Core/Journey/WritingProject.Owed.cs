namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    /// <summary>What the service is to do now, in the order of the journey. Nothing while paused, or past the budget.</summary>
    public IReadOnlyList<WorkOrder> Owed(DocumentTable? table = null) => OwedIn(new(this, table));

    /// <summary>What would be owed if the budget allowed it.</summary>
    public IReadOnlyList<WorkOrder> Parked(DocumentTable? table = null)
    {
        var graph = new FilmGraph(this, table);
        return [.. graph.Documents.SelectMany(id => Ordered(graph, id)).Where(order => IsParked(graph, order))];
    }

    /// <summary>Whether an order was given and neither done nor withdrawn. A paused project's orders, or those past the budget, are not owed
    /// and still ordered: who has begun one brings it to its end, because it is paid for.</summary>
    public bool HasOrdered(string order) =>
        Documents.Values.Any(document => document.Order?.Id == order || document.Tips.Order?.Id == order);

    public ProjectStatus Status(DocumentTable? table = null) => Status(new FilmGraph(this, table));

    /// <param name="graph">The graph of this very state.</param>
    public ProjectStatus Status(FilmGraph graph)
    {
        if (Paused) return ProjectStatus.Paused;
        if (IsComplete(graph)) return ProjectStatus.Complete;
        return OwedIn(graph).Count > 0 ? ProjectStatus.Working : ProjectStatus.AwaitingWriter;
    }

    /// <summary>Every document is approved or skipped, and none is stale.</summary>
    internal static bool IsComplete(FilmGraph graph) =>
        graph.Documents.All(id => graph.Status(id) is DocumentStatus.Approved or DocumentStatus.Skipped);

    private IReadOnlyList<WorkOrder> OwedIn(FilmGraph graph) =>
        Paused || Deleted ? [] : [.. graph.Documents.SelectMany(id => Ordered(graph, id)).Where(order => !IsParked(graph, order))];

    private IEnumerable<WorkOrder> Ordered(FilmGraph graph, DocumentId id)
    {
        var document = Document(id);
        if (document.Order is { } order && graph.Status(id) is DocumentStatus.Drafting && order.MadeFrom.Equals(graph.Inputs(id)))
        {
            yield return order;
        }

        if (document.Tips.Order is { } tips && graph.NeedsAreApproved(id) && graph.SkippedBecause(id) is null) yield return tips;
    }

    private bool IsParked(FilmGraph graph, WorkOrder order) =>
        graph.Rule(order.Document).IsPicture && !order.IsTips ? Budget.Pictures.IsSpent : Budget.Tokens.IsSpent;
}
