using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using MovieChat.Core.Journey;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

public sealed class ProjectJournalTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Advance_TwoHeadsAtOnce_EveryDecisionCountsOnceWithoutGaps()
    {
        using var one = await Workshop.OpenAsync(azurite);
        using var two = await Workshop.OpenAsync(azurite);
        var project = await one.BeginAsync();

        async Task<Advance[]> DecideAsync(Workshop head, string name)
        {
            var known = project;
            var advances = new List<Advance>();
            for (var turn = 0; turn < 20; turn++)
            {
                advances.Add(await head.Journal.AdvanceAsync(project.Id, known, Budget(turn + (name == "a" ? 1000 : 2000), $"{name}{turn}"), Ct));
                known = advances[^1].Project;
            }

            return [.. advances];
        }

        var all = (await Task.WhenAll(DecideAsync(one, "a"), DecideAsync(two, "b"))).SelectMany(advances => advances).ToArray();

        var entries = await one.EntriesAsync(project.Id);
        Assert.All(all, advance => Assert.Null(advance.Rejection));
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.Equal(40, entries.Where(entry => entry.Event is BudgetChanged).Select(entry => entry.Cause).Distinct().Count());
        Assert.Equal(40, entries.Count(entry => entry.Event is BudgetChanged));
    }

    [Fact]
    public async Task Advance_SameCommandFromTwoHeads_CountsOnce()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync();

        var advances = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => workshop.Journal.AdvanceAsync(project.Id, project, Budget(7, "same"), Ct)));

        Assert.All(advances, advance => Assert.Null(advance.Rejection));
        Assert.Single(advances, advance => advance.Entries.Count > 0);
        Assert.Single(await workshop.EntriesAsync(project.Id), entry => entry.Cause == "same");
    }

    [Fact]
    public async Task Advance_ADecisionOfLongAgo_CountsOnceHoweverLittleItFitsNow()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief", "ideas", "synopsis");
        var reopen = new Reopen { Id = "long ago", By = Workshop.Writer, Document = DocumentId.Brief, Draft = 1 };
        project = await workshop.SubmitAsync(project.Id, project, reopen);
        var revision = project.Revision;
        for (var turn = 1; turn <= WritingProject.RememberedCommands + 5; turn++) project = await workshop.SubmitAsync(project.Id, project, Budget(turn, $"b{turn}"));
        Assert.DoesNotContain("long ago", project.Commands);

        var again = await workshop.Journal.AdvanceAsync(project.Id, project, reopen, Ct);
        var stillFitting = await workshop.Journal.AdvanceAsync(project.Id, project, Budget(999_999, "b1"), Ct);

        Assert.Null(again.Rejection);
        Assert.Empty(again.Entries);
        Assert.Empty(stillFitting.Entries);
        Assert.Equal(revision + WritingProject.RememberedCommands + 5, (await workshop.ReadAsync(project.Id)).Revision);
    }

    [Fact]
    public async Task Advance_PastAHundredEvents_WritesASnapshotEqualToTheFold()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        Assert.Null(await workshop.Snapshots.ReadAsync(project.Id, Ct));
        while (project.Revision < 2 * workshop.Journal.EventsPerSnapshot + 5)
        {
            project = await workshop.SubmitAsync(project.Id, project, Budget(project.Revision, $"r{project.Revision}"));
            if (project.Revision is 105) Assert.Equal(workshop.Journal.EventsPerSnapshot, (await workshop.Snapshots.ReadAsync(project.Id, Ct))!.Revision);
        }

        Assert.Equal(2 * workshop.Journal.EventsPerSnapshot, (await workshop.Snapshots.ReadAsync(project.Id, Ct))!.Revision);
        Assert.Equal(project, await workshop.ReadAsync(project.Id));
        Assert.Equal(project, await workshop.FoldAsync(project.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"format":1,"project":{"id":"another"}}""")]
    [InlineData("""{"format":999,"project":{}}""")]
    [InlineData("""{"format":1,"project":null}""")]
    public async Task Read_DamagedSnapshot_FoldsTheJournal(string damage)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        await workshop.Snapshots.WriteAsync(project, Ct);
        await SnapshotOf(workshop, project.Id).UploadAsync(BinaryData.FromString(damage), overwrite: true, Ct);

        Assert.Equal(project, await workshop.ReadAsync(project.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Advance_SnapshotCanNotBeWritten_CountsAllTheSame(bool isUnreachable)
    {
        using var workshop = new Workshop(await azurite.ConnectAsync(new NoSnapshots(isUnreachable)));
        var project = await workshop.BeginAsync("brief");

        while (project.Revision < workshop.Journal.EventsPerSnapshot) project = await workshop.SubmitAsync(project.Id, project, Budget(project.Revision, $"r{project.Revision}"));

        using var reader = await Workshop.OpenAsync(azurite);
        Assert.Equal(project, await reader.ReadAsync(project.Id));
    }

    private static ChangeBudget Budget(long tokens, string id) => new(tokens, 5) { Id = id, By = Workshop.Writer };

    private static BlobClient SnapshotOf(Workshop workshop, string project) =>
        workshop.Clients.Blobs.GetBlobContainerClient("projects").GetBlobClient($"{project}/snapshot.json");

    /// <summary>Refuses to store snapshots, or loses the way to where they are.</summary>
    private sealed class NoSnapshots(bool isUnreachable) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            var isSnapshot = message.Request.Method == RequestMethod.Put && message.Request.Uri.ToString().Contains("snapshot.json", StringComparison.Ordinal);
            if (isSnapshot) throw isUnreachable ? new IOException("The connection was closed.") : new RequestFailedException(403, "No.");
        }
    }
}
