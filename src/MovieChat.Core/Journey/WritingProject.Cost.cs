namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    /// <summary>What is still to be drafted will cost, as far as its documents are known: frames are known once their shots are approved.</summary>
    public static Usage CostAhead(FilmGraph graph) =>
        graph.Cost(graph.Documents.Where(id => graph.Status(id) is DocumentStatus.Waiting or DocumentStatus.Drafting && !graph.Rule(id).ByWriterAlone));

    /// <summary>What would be drafted at once if the draft before the writer were approved, and what that will cost; null when it can not be approved.</summary>
    /// <param name="option">Null for the first one.</param>
    public CostOfApproval? CostOfApproving(DocumentId id, int? option = null)
    {
        if (Document(id).Draft is not { } draft) return null;
        var approve = new Approve(option ?? draft.Options[0].Number) { Id = "estimate", By = Owner, Document = id, Draft = draft.Number };
        if (Decide(approve, ChangedAt) is not Outcome.Accepted { Entries.Count: > 0 } approved) return null;
        var graph = new FilmGraph(approved.Project);
        DocumentId[] ordered = [.. approved.Entries.Select(entry => entry.Event).OfType<DraftOrdered>().Select(order => order.Document)];
        return new(ordered.ToValueList(), graph.Cost(ordered));
    }
}

/// <param name="Documents">What would be drafted.</param>
public sealed record CostOfApproval(ValueList<DocumentId> Documents, Usage Usage);
