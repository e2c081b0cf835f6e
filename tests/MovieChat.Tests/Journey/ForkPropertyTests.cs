using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>A fork is the same film in another project, and a life of its own from there.</summary>
public sealed class ForkPropertyTests
{
    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Fork_WhenTaken_IsTheSourceUnderItsOwnName(string table) => Histories.Hold(table, history =>
    {
        foreach (var branch in history.Branches.Where(branch => branch.Source is not null))
        {
            var (source, fork) = (branch.SourceProject!, branch.Steps[0].After);
            var (before, after) = (new FilmGraph(source, branch.Table), new FilmGraph(fork, branch.Table));

            Assert.NotEqual((source.Id, source.Owner, source.Title), (fork.Id, fork.Owner, fork.Title));
            Assert.Equal(new(source.Id, source.Revision), fork.ForkedFrom);
            Assert.Equal(branch.Steps[0].Made.Count, fork.Revision);
            Assert.Equal(source.Budget, fork.Budget);
            Assert.Equal(before.Documents, after.Documents);
            Assert.All(before.Documents, id => Assert.Equal(Told(source, before, id), Told(fork, after, id)));
            Assert.Equal(Work(source, branch.Table), Work(fork, branch.Table));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Draft_OfAFork_IsFoundWhereItIsStored(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        foreach (var (id, document) in step.After.Documents)
        {
            foreach (var draft in new[] { document.Draft, document.Approved?.Draft }.OfType<Draft>())
            {
                Assert.Contains(branch.Stored, stored => stored.Document == id && stored.Draft.Key == draft.Key);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Fork_PlayedOn_DoesNotTouchItsSource(string table) => Histories.Hold(table, history =>
    {
        foreach (var branch in history.Branches.Where(branch => branch.Source is not null))
        {
            var source = branch.Source!.Journal.Take(branch.SourceEntries).Aggregate(WritingProject.None, (project, entry) => project.On(entry));

            Assert.Equal(branch.SourceProject, source);
            Assert.DoesNotContain(branch.Journal.Skip(1), entry => entry.Event is ProjectForked or ProjectStarted);
            Assert.Equal(branch.Project, branch.Journal.Aggregate(WritingProject.None, (project, entry) => project.On(entry)));
        }
    });

    /// <summary>What a writer is told of a document.</summary>
    private static object Told(WritingProject project, FilmGraph graph, DocumentId id)
    {
        var document = project.Document(id);
        var hints = graph.Hints(id).ToValueList();
        return (graph.Status(id), document.Draft?.Number, document.Draft?.Options, project.ApprovedRef(id), document.LastNumber, document.Skipped, document.Failed?.Failure, graph.StaleBecause(id), hints);
    }

    private static IEnumerable<string> Work(WritingProject project, DocumentTable table)
    {
        var resumed = project with { Paused = false };
        return resumed.Owed(table).Concat(resumed.Parked(table)).Select(order => order.Id).Order();
    }
}
