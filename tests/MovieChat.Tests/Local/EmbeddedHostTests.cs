using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Local;

/// <summary>A storage has one head: these tests have an Azurite of their own, run one after the other, and leave nothing to take up.</summary>
public sealed class EmbeddedHostTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var active = new ActiveTable(await azurite.ClientsAsync());
        await foreach (var project in active.ListAsync(Ct)) await active.UnmarkAsync(project, Azure.ETag.All, Ct);
    }

    [Fact]
    public async Task Orders_OfManyProjects_AreNeverMoreAtOnceThanAllowed()
    {
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model, new() { MaxOrders = 3 });
        var projects = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.BeginAsync()));

        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 3), "three orders to be under way");
        gate.Open();
        foreach (var project in projects) await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);

        Assert.Equal(3, gate.Most);
        Assert.Equal(8, gate.Model.Calls.Count);
    }

    [Fact]
    public async Task Orders_OfOneProject_AreNeverMoreAtOnceThanAllowed()
    {
        var gate = new Gate(order => order.StartsWith("profile", StringComparison.Ordinal));
        await using var desk = await Desk.OpenAsync(azurite, gate.Model, new() { MaxOrdersPerProject = 2 });
        var project = await WithCastAsync(desk);

        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 2), "two profiles to be under way");
        gate.Open();
        foreach (var person in (string[])["mara", "jon", "ada", "lou"]) await desk.UntilAsync(project, $"profile:{person}", DocumentStatus.AwaitingApproval);

        Assert.Equal(2, gate.Most);
    }

    [Fact]
    public async Task Order_Withdrawn_IsCancelledAndItsNumberStaysFree()
    {
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model);
        var project = await desk.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");

        var edited = await desk.EditAsync(project, "ideas", GoodFilm.Idea);

        Assert.Equal(2, edited.Document(DocumentId.Ideas).Approved?.Draft.Number);
        await Desk.UntilAsync(() => Task.FromResult(gate.Cancelled == 1), "the withdrawn order to be cancelled");
        Assert.Null(await desk.Workshop.Drafts.FindAsync(project, DocumentId.Ideas, "ideas@1", Ct));
    }

    [Fact]
    public async Task Pause_WhileAnOrderRuns_BringsItToItsEndAndBeginsNoMore()
    {
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model);
        var project = await desk.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");

        await desk.PauseAsync(project);
        gate.Open();
        var paused = await desk.UntilAsync(project, found => found.Document(DocumentId.Ideas).Draft is not null, "the paid draft to arrive");
        await desk.ApproveAsync(project, "ideas", 1);

        Assert.Equal(ProjectStatus.Paused, paused.Status());
        Assert.Single(gate.Model.Calls);
        await desk.SubmitAsync(project, new ResumeProject { Id = "resume", By = Workshop.Writer });
        await desk.UntilAsync(project, "synopsis", DocumentStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Trouble_OfOneProject_DoesNotStallAnother()
    {
        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, options: new() { MaxOrders = 1 }, troubles: troubles);
        var broken = Samples.Project();
        troubles.Failing = request => Troubles.IsAbout(request, broken);
        await Assert.ThrowsAnyAsync<Exception>(() => desk.BeginAsync(broken));

        var project = await desk.BeginAsync();
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);

        troubles.Failing = _ => false;
        await desk.BeginAsync(broken);
        await desk.UntilAsync(broken, "ideas", DocumentStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Trouble_InTheMiddleOfAnOrder_LosesNothingAndOthersGoOn()
    {
        var troubles = new Troubles();
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model, new() { MaxOrders = 1 }, troubles);
        var project = await desk.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");
        var failed = 0;
        troubles.Failing = request => Troubles.IsAbout(request, project) && Interlocked.Increment(ref failed) > 0;

        gate.Open();
        await Desk.UntilAsync(() => Task.FromResult(failed > 0), "storage to fail");
        var other = await desk.BeginAsync();
        await desk.UntilAsync(other, "ideas", DocumentStatus.AwaitingApproval);
        troubles.Failing = _ => false;
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);

        Assert.Equal(1, (await desk.Workshop.EntriesAsync(project)).Count(entry => entry.Event is DraftReceived { Document.Kind: "ideas" }));
    }

    [Fact]
    public async Task Trouble_ForAWhile_LosesNothingThatWasAcknowledged()
    {
        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles);
        var project = await desk.BeginAsync();
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);

        troubles.Failing = _ => true;
        var decision = new Approve(1) { Id = "while in trouble", By = Workshop.Writer, Document = DocumentId.Ideas, Draft = 1 };
        await Assert.ThrowsAnyAsync<Exception>(() => desk.Host.SubmitAsync(project, decision, Ct));
        troubles.Failing = _ => false;
        await desk.SubmitAsync(project, decision);

        await desk.UntilAsync(project, "synopsis", DocumentStatus.AwaitingApproval);
        var causes = (await desk.Workshop.EntriesAsync(project)).Where(entry => entry.Event is DraftApproved { Document.Kind: "ideas" });
        Assert.Single(causes);
    }

    /// <summary>The append arrived, and its answer was lost: the caller hears of a failure, and the work is done all the same.</summary>
    [Fact]
    public async Task Trouble_AfterTheAppend_TheWorkIsDoneWithoutAnybodyAsking()
    {
        var troubles = new Troubles();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles, clock: clock);
        var id = Samples.Project();
        troubles.Failing = request => request.Uri.ToString().Contains("/Projects", StringComparison.Ordinal);

        await Assert.ThrowsAnyAsync<Exception>(() => desk.BeginAsync(id));
        troubles.Failing = _ => false;

        await Desk.UntilAsync(
            async () => await desk.Host.FindAsync(id, Ct) is { } found && found.Document(DocumentId.Ideas).Draft is not null, "the ideas to be drafted", () => clock.Advance(TimeSpan.FromSeconds(2)));
        await Desk.UntilAsync(async () => await desk.Workshop.Projects.FindAsync(Workshop.Writer, id, Ct) is { Awaiting: > 0 }, "the list to follow", () => clock.Advance(TimeSpan.FromSeconds(2)));
    }

    /// <summary>An append that was given up arrives while the project is read again: the reading misses it, one begun later does not.</summary>
    [Fact]
    public async Task Find_WhileAWriteArrivesLate_NeverShowsLessThanBefore()
    {
        var troubles = new Troubles();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles, clock: clock);
        var project = await desk.BeginAsync();
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        var pause = new PauseProject { Id = "late", By = Workshop.Writer };
        troubles.Failing = request => Troubles.IsAbout(request, "projectPaused");
        await Assert.ThrowsAnyAsync<Exception>(() => desk.Host.SubmitAsync(project, pause, Ct));
        var (recovered, held, release) = (desk.Host.WaitForChangeAsync(project, long.MaxValue, Ct), 0, new TaskCompletionSource());
        troubles.Answering = request => Troubles.ReadsJournal(request, project) && Interlocked.Increment(ref held) == 1 ? release.Task : Task.CompletedTask;
        await Desk.UntilAsync(() => Task.FromResult(held == 1), "the project to be read again", () => clock.Advance(TimeSpan.FromSeconds(1)));

        using (var late = await Workshop.OpenAsync(azurite)) await late.SubmitAsync(project, await late.ReadAsync(project), pause);
        var reads = troubles.Reads.Count;
        var first = desk.Host.FindAsync(project, Ct);
        if (troubles.Reads.Count > reads) await first;
        release.SetResult();
        await recovered;
        var second = await desk.Host.FindAsync(project, Ct);

        Assert.InRange(second!.Revision, (await first)!.Revision, long.MaxValue);
    }

    [Fact]
    public async Task Resume_JournalThatCanNotBeRead_IsolatesItsProject()
    {
        var (damaged, healthy) = (Samples.Project(), Samples.Project());
        await using (var first = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct))))
        {
            await first.BeginAsync(damaged);
            await first.BeginAsync(healthy);
        }

        var journal = (await azurite.ClientsAsync()).Tables.GetTableClient("Journal");
        await foreach (var row in journal.QueryAsync<TableEntity>(row => row.PartitionKey == damaged && row.RowKey.CompareTo("1") < 0, cancellationToken: Ct))
        {
            row["Event"] = "the butler";
            await journal.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);
        }

        await using var desk = await Desk.OpenAsync(azurite);

        await desk.UntilAsync(healthy, "ideas", DocumentStatus.AwaitingApproval);
        await Assert.ThrowsAsync<StoredValueException>(() => desk.Host.FindAsync(damaged, Ct));
        await Assert.ThrowsAsync<StoredValueException>(() => desk.PauseAsync(damaged));
    }

    /// <summary>Bytes that say they are a snapshot of far ahead, and are none.</summary>
    [Fact]
    public async Task Resume_SnapshotThatCanNotBeRead_GoesOnFromTheJournal()
    {
        var project = Samples.Project();
        await using (var first = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct)))) await first.BeginAsync(project);
        var blob = (await azurite.ClientsAsync()).Blobs.GetBlobContainerClient("projects").GetBlobClient($"{project}/snapshot.json");
        var claim = new Dictionary<string, string> { ["format"] = $"{SnapshotBlobs.Format}", ["revision"] = "1000" };
        await blob.UploadAsync(BinaryData.FromBytes([0xFF, 0xFE, 0x00, 0x7B]), new BlobUploadOptions { Metadata = claim }, Ct);

        await using var desk = await Desk.OpenAsync(azurite);
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        await desk.ApproveAsync(project, "ideas", 1);

        await desk.UntilAsync(project, "synopsis", DocumentStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Order_MadeFromATextThatCanNotBeRead_FailsItsDocumentAlone()
    {
        string damaged, healthy;
        await using (var first = await Desk.OpenAsync(azurite))
        {
            (damaged, healthy) = (await first.BeginAsync(), await first.BeginAsync());
            foreach (var project in (string[])[damaged, healthy]) await first.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        }

        // What a process has stored itself it need not read again.
        await using var desk = await Desk.OpenAsync(azurite);
        var drafts = desk.Workshop.Clients.Tables.GetTableClient("Drafts");
        await foreach (var row in drafts.QueryAsync<TableEntity>(row => row.PartitionKey == damaged && row.RowKey.CompareTo("ideas") > 0, cancellationToken: Ct))
        {
            row["Content"] = "the butler";
            await drafts.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);
        }

        foreach (var project in (string[])[damaged, healthy]) await desk.ApproveAsync(project, "ideas", 1);

        var failed = await desk.UntilAsync(damaged, "synopsis", DocumentStatus.Failed);
        Assert.Equal(FailureKinds.Unreadable, failed.Document(DocumentId.Synopsis).Failed?.Failure.Kind);
        await desk.UntilAsync(healthy, "synopsis", DocumentStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Resume_ReadsNothingOfProjectsThatMerelyWait()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        string waiting, owing;
        await using (var first = await Desk.OpenAsync(azurite, clock: clock))
        {
            waiting = await first.BeginAsync();
            await first.UntilAsync(waiting, "ideas", DocumentStatus.AwaitingApproval);
            await PutAwayAsync(first, waiting, clock);
        }

        await using (var second = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct)))) owing = await second.BeginAsync();

        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles);
        await desk.UntilAsync(owing, "ideas", DocumentStatus.AwaitingApproval);

        Assert.DoesNotContain(troubles.Reads, address => address.Contains(waiting, StringComparison.Ordinal));
        Assert.Contains(troubles.Reads, address => address.Contains(owing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Idle_ProjectThatOwesNothing_IsPutAwayAndComesBack()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await Desk.OpenAsync(azurite, clock: clock);
        var project = await desk.BeginAsync();
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        Assert.Contains(project, await desk.Active.ListAsync(Ct).ToListAsync(Ct));

        await PutAwayAsync(desk, project, clock);
        await desk.ApproveAsync(project, "ideas", 1);

        await desk.UntilAsync(project, "synopsis", DocumentStatus.AwaitingApproval);
        Assert.Contains(project, await desk.Active.ListAsync(Ct).ToListAsync(Ct));
    }

    /// <summary>The mark was taken away and the answer was lost: the next decision must set it again.</summary>
    [Fact]
    public async Task Idle_AnswerToPuttingAwayLost_MarksTheProjectAgain()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var gate = new Gate(order => order.StartsWith("synopsis", StringComparison.Ordinal));
        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model, troubles: troubles, clock: clock);
        var project = await desk.BeginAsync();
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        var refused = 0;
        troubles.Failing = request => request.Method == RequestMethod.Delete && Troubles.IsAbout(request, project) && Interlocked.Increment(ref refused) > 0;
        await Desk.UntilAsync(() => Task.FromResult(refused > 0), "the project to be put away", () => clock.Advance(TimeSpan.FromMinutes(6)));
        await new ActiveTable(await azurite.ClientsAsync()).UnmarkAsync(project, Azure.ETag.All, Ct);
        troubles.Failing = _ => false;

        await desk.ApproveAsync(project, "ideas", 1);

        Assert.Contains(project, await desk.Active.ListAsync(Ct).ToListAsync(Ct));
        gate.Open();
    }

    [Fact]
    public async Task List_OfProjects_FollowsAlsoAfterTrouble()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles, clock: clock);
        var project = await desk.BeginAsync();
        Assert.Equal(ProjectStatus.Working, (await desk.Workshop.Projects.FindAsync(Workshop.Writer, project, Ct))?.Status);
        var refused = 0;
        troubles.Failing = request => request.Uri.ToString().Contains("/Projects", StringComparison.Ordinal) && Interlocked.Increment(ref refused) > 0;
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        await Desk.UntilAsync(() => Task.FromResult(refused > 0), "the list to be written", () => clock.Advance(TimeSpan.FromSeconds(1)));

        troubles.Failing = _ => false;

        await Desk.UntilAsync(
            async () => await desk.Workshop.Projects.FindAsync(Workshop.Writer, project, Ct) is { Status: ProjectStatus.AwaitingWriter, Awaiting: 1 },
            "the list to follow",
            () => clock.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Delete_WhileAnOrderRuns_LeavesNothing()
    {
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model);
        var project = await desk.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");

        await desk.SubmitAsync(project, new DeleteProject { Id = "end", By = Workshop.Writer });

        Assert.Null(await desk.Host.FindAsync(project, Ct));
        await Desk.UntilAsync(() => Task.FromResult(gate.Cancelled == 1), "the order to be cancelled");
        Assert.Empty(await desk.Workshop.EntriesAsync(project));
        Assert.DoesNotContain(project, await desk.Active.ListAsync(Ct).ToListAsync(Ct));
        Assert.Null(await desk.Workshop.Projects.FindAsync(Workshop.Writer, project, Ct));
    }

    [Fact]
    public async Task Delete_WhileADraftIsBeingStored_WaitsForItAndLeavesNothing()
    {
        var troubles = new Troubles();
        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles);
        var (project, isStoring, wasStoring, release) = (Samples.Project(), false, false, new TaskCompletionSource());
        troubles.Sending = async request =>
        {
            if (request.Method == RequestMethod.Delete) wasStoring |= isStoring;
            if (request.Method != RequestMethod.Post || !request.Uri.ToString().Contains("/Drafts", StringComparison.Ordinal) || !Troubles.IsAbout(request, "ideas@1")) return;
            isStoring = true;
            await release.Task;
            isStoring = false;
        };
        await desk.BeginAsync(project);
        await Desk.UntilAsync(() => Task.FromResult(isStoring), "the ideas to be stored");

        var delete = desk.SubmitAsync(project, new DeleteProject { Id = "end", By = Workshop.Writer });
        await Desk.UntilAsync(async () => await desk.Host.FindAsync(project, Ct) is null, "the project to be gone");
        release.SetResult();
        await delete;

        Assert.False(wasStoring);
        Assert.Empty(await desk.Workshop.LeftAsync(project));
    }

    [Fact]
    public async Task Resume_DeletedHalfway_RemovesTheRestAndGoesOn()
    {
        var troubles = new Troubles();
        var (deleted, other) = (Samples.Project(), Samples.Project());
        await using (var first = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct)), troubles: troubles))
        {
            await first.BeginAsync(deleted);
            await first.BeginAsync(other);
            troubles.Failing = request => request.Method == RequestMethod.Get && request.Uri.ToString().Contains("/Drafts", StringComparison.Ordinal);
            await Assert.ThrowsAnyAsync<Exception>(() => first.Host.SubmitAsync(deleted, new DeleteProject { Id = "end", By = Workshop.Writer }, Ct));
        }

        await using var desk = await Desk.OpenAsync(azurite);

        await desk.UntilAsync(other, "ideas", DocumentStatus.AwaitingApproval);
        await Desk.UntilAsync(async () => !await desk.Active.ListAsync(Ct).AnyAsync(id => id == deleted, Ct), "the deleted project to be gone");
        Assert.Empty(await desk.Workshop.EntriesAsync(deleted));
        Assert.False(desk.Host.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Resume_StorageInTroubleAtTheStart_IsDoneOnceItAnswers()
    {
        string project;
        await using (var first = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct)))) project = await first.BeginAsync();
        var refused = 0;
        var troubles = new Troubles { Failing = request => Interlocked.Increment(ref refused) > 0 };

        await using var desk = await Desk.OpenAsync(azurite, troubles: troubles);
        await Desk.UntilAsync(() => Task.FromResult(refused > 0), "storage to fail");
        troubles.Failing = _ => false;

        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Stop_InTheMiddleOfAnOrder_EndsAndTheNextStartDoesIt()
    {
        var gate = new Gate();
        string project;
        await using (var first = await Desk.OpenAsync(azurite, gate.Model))
        {
            project = await first.BeginAsync();
            await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");
        }

        await using var desk = await Desk.OpenAsync(azurite);

        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        Assert.Equal(1, gate.Cancelled);
    }

    /// <summary>A result that the journal refuses for good fails its document; the model is not asked for it again and again.</summary>
    [Fact]
    public async Task Result_ThatCanNotBeAppended_IsNotOrderedForEver()
    {
        var troubles = new Troubles();
        var gate = new Gate();
        await using var desk = await Desk.OpenAsync(azurite, gate.Model, troubles: troubles);
        var project = await desk.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(gate.Now == 1), "the ideas to be under way");
        var refused = 0;
        troubles.Failing = request => Troubles.IsAbout(request, "draftReceived") && Interlocked.Increment(ref refused) > 0
            ? throw new StorageLimitException("The draft is too large.")
            : false;

        gate.Open();

        var failed = await desk.UntilAsync(project, "ideas", DocumentStatus.Failed);
        Assert.Equal(FailureKinds.Unexpected, failed.Document(DocumentId.Ideas).Failed?.Failure.Kind);
        Assert.Single(gate.Model.Calls);
        Assert.Equal(1, refused);
    }

    private static async Task<string> WithCastAsync(Desk desk)
    {
        var project = await desk.BeginAsync();
        await desk.EditAsync(project, "ideas", GoodFilm.Idea);
        await desk.EditAsync(project, "synopsis", GoodFilm.Synopsis);
        await desk.EditAsync(project, "cast", GoodFilm.Cast);
        return project;
    }

    private static Task PutAwayAsync(Desk desk, string project, FakeTimeProvider clock) => Desk.UntilAsync(
        async () => !await desk.Active.ListAsync(Ct).AnyAsync(id => id == project, Ct), "the project to be put away", () => clock.Advance(TimeSpan.FromMinutes(6)));

    private static async Task<string> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return "";
    }

    /// <summary>Holds the model's answers until it opens, and counts them.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _now;
        private int _most;
        private int _cancelled;

        /// <param name="holds">The orders to hold; all when it is not given.</param>
        public Gate(Func<string, bool>? holds = null) => Model = ModelDouble.Understudy((call, ct) => holds?.Invoke(call.Order) is false ? Task.CompletedTask : PassAsync(ct));

        public ModelDouble Model { get; }

        public int Now => Volatile.Read(ref _now);

        public int Most => Volatile.Read(ref _most);

        public int Cancelled => Volatile.Read(ref _cancelled);

        public void Open() => _open.SetResult();

        private async Task PassAsync(CancellationToken cancellationToken)
        {
            lock (_open) _most = Math.Max(_most, ++_now);
            try
            {
                await _open.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }
}
