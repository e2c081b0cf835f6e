using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>No dead ends: wherever a film stands, the writer's verbs and a working model lead it to its end.</summary>
public sealed class CompletionPropertyTests
{
    private const int MostSteps = 600;

    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Film_WhereverItStands_CanBeLedToItsEnd(string table) => Histories.Hold(table, history =>
    {
        // Played again, for what is led on here is looked at by others as it is.
        var branch = new History(history.Table, history.Choices).Branches[^1];
        if (branch.Project is { Revision: 0 } or { Deleted: true }) return;
        branch.Do(new ResumeProject { Id = "lead-resume", By = "writer" });
        branch.Do(new ChangeBudget(1_000_000_000, 1_000_000) { Id = "lead-budget", By = "writer" });
        var steps = 0;
        while (branch.Project.Status(branch.Table) is not ProjectStatus.Complete)
        {
            Assert.True(++steps < MostSteps, $"The film does not end: {Standing(branch)}.");
            Assert.True(Lead(branch, steps) is Outcome.Accepted { Entries.Count: > 0 }, $"The film stands still: {Standing(branch)}: {branch.Steps[^1].Outcome}.");
        }
    });

    private static Outcome Lead(Branch branch, int step) => branch.Project.Owed(branch.Table).FirstOrDefault(order => !order.IsTips) is { } order
        ? branch.Do(Moves.Done(order, new(0, 0, step)))
        : branch.Do(NextDecision(branch, $"lead{step}"));

    private static Decide NextDecision(Branch branch, string command)
    {
        var graph = branch.Graph;
        var id = graph.Documents.First(each => graph.Status(each) is DocumentStatus.AwaitingApproval or DocumentStatus.Stale or DocumentStatus.Failed);
        var draft = branch.Project.Document(id).Draft;
        return graph.Status(id) switch
        {
            DocumentStatus.Stale => new Keep { Id = command, By = "writer", Document = id, Draft = draft!.Number },
            DocumentStatus.Failed => new Edit(Drafts.Of(id, 1)) { Id = command, By = "writer", Document = id, Draft = draft?.Number ?? 0 },
            _ when draft is null => new Edit(Drafts.Of(id, 1)) { Id = command, By = "writer", Document = id, Draft = 0 },
            _ => new Approve(draft.Options[0].Number) { Id = command, By = "writer", Document = id, Draft = draft.Number },
        };
    }

    private static string Standing(Branch branch) =>
        string.Join(", ", branch.Graph.Documents.Select(id => $"{id} {branch.Graph.Status(id)}"));
}
