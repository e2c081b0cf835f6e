using Azure.Core;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Local;

/// <summary>The embedded head keeps the time of the projects that wait, whether they are in memory or not. A storage of its own, one test
/// after the other, and nothing is left.</summary>
public sealed class RemindingTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static readonly TimeSpan s_slack = TimeSpan.FromHours(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var clients = await azurite.ClientsAsync();
        var (active, due) = (new ActiveTable(clients), new DueTable(clients));
        await foreach (var project in active.ListAsync(Ct)) await active.UnmarkAsync(project, Azure.ETag.All, Ct);
        await foreach (var row in due.ListAsync(DateTimeOffset.MaxValue.AddDays(-1), Ct)) await due.RemoveAsync(row, Ct);
    }

    [Theory]
    [InlineData("put away")]
    [InlineData("put away, restarted")]
    [InlineData("in memory")]
    [InlineData("in memory, crashed")]
    public async Task Waiting_ThroughTheMonths_RemindsAsPlannedAndParks(string how)
    {
        var isInMemory = how.StartsWith("in memory", StringComparison.Ordinal);
        await using var calendar = await Calendar.OpenAsync(azurite, isInMemory ? new() { IdleTime = TimeSpan.FromDays(1_000) } : null);
        var (project, since) = await calendar.BeginAsync() is var begun ? (begun.Id, begun.ChangedAt) : default;
        foreach (var (day, number) in new[] { 1, 3, 7, 21, 35, 49, 63, 77, 90 }.Select((day, index) => (day, index + 1)))
        {
            await calendar.TurnToAsync(since.AddDays(day) - s_slack);
            Assert.Equal(number - 1, (await calendar.ToldAsync(project)).Count);

            await calendar.TurnToAsync(since.AddDays(day));
            var last = (await calendar.EntriesAsync(project))[^1];
            Assert.InRange(last.At, since.AddDays(day), since.AddDays(day) + s_slack);
            if (day < 90) Assert.Equal(new WriterReminded(number, since.AddDays(day), [DocumentId.Brief]) { WaitingSince = since }, last.Event);
            else Assert.Equal(new ProjectParked { WaitingSince = since }, last.Event);
            if (how.EndsWith("restarted", StringComparison.Ordinal)) await calendar.RestartAsync();
            if (how.EndsWith("crashed", StringComparison.Ordinal)) await calendar.CrashAsync();
        }

        await calendar.TurnToAsync(since.AddDays(500));
        Assert.Equal(9, (await calendar.ToldAsync(project)).Count);
        Assert.Empty(await calendar.RowsAsync(project));
        await CheckWaitsAnewAsync(calendar, project);
    }

    /// <summary>The head crashes before each of its storage operations in turn, while it puts a project away and reminds it twice.</summary>
    [Fact]
    public async Task Crash_AtOneOperationAfterTheOther_SendsEachReminderOnceAndForgetsNoProject()
    {
        var crashes = 0;
        for (var isCrashed = true; isCrashed; crashes++)
        {
            await using var calendar = await Calendar.OpenAsync(azurite);
            var (project, since) = await calendar.BeginAsync() is var begun ? (begun.Id, begun.ChangedAt) : default;
            var (operations, last) = (0, crashes);
            calendar.Wire.Failing = request => !IsLook(request) && Interlocked.Increment(ref operations) > last;
            await calendar.TurnToAsync(since.AddDays(1));
            await calendar.TurnToAsync(since.AddDays(3));
            isCrashed = Volatile.Read(ref operations) > last;

            await calendar.RestartAsync();
            await calendar.TurnToAsync(since.AddDays(3) + s_slack);
            await CheckRemindedAsync(calendar, project, since, 3, crashes);
            await calendar.TurnToAsync(since.AddDays(7));
            await calendar.PutAwayAsync(project);
            await CheckRemindedAsync(calendar, project, since, 7, crashes);
            Assert.Equal([since.AddDays(21)], await calendar.RowsAsync(project));
            await calendar.Desk.SubmitAsync(project, new DeleteProject { Id = "end", By = Workshop.Writer });
        }

        Assert.True(crashes >= 10, $"{crashes} operations are too few.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clock_SetForwardAYearAndBack_ParksOnceAndSendsNothing(bool isPutAway)
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var (project, since) = await calendar.BeginAsync() is var begun ? (begun.Id, begun.ChangedAt) : default;
        if (isPutAway) await calendar.PutAwayAsync(project);

        await calendar.JumpToAsync(since.AddYears(1));
        Assert.IsType<ProjectParked>(Assert.Single(await calendar.ToldAsync(project)));
        await calendar.JumpToAsync(since.AddHours(2));
        await calendar.TurnToAsync(since.AddDays(8));

        Assert.Single(await calendar.ToldAsync(project));
        await CheckWaitsAnewAsync(calendar, project);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clock_SetForwardAWeekAndBack_SendsOneReminderAndNoneOfThemTwice(bool isPutAway)
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var (project, since) = await calendar.BeginAsync() is var begun ? (begun.Id, begun.ChangedAt) : default;
        if (isPutAway) await calendar.PutAwayAsync(project);

        await calendar.JumpToAsync(since.AddDays(8));
        await calendar.JumpToAsync(since.AddDays(-1));
        foreach (var day in (int[])[1, 3, 7, 20]) await calendar.TurnToAsync(since.AddDays(day));
        Assert.Equal(since.AddDays(7), Assert.IsType<WriterReminded>(Assert.Single(await calendar.ToldAsync(project))).Due);

        await calendar.TurnToAsync(since.AddDays(21));
        Assert.Equal([since.AddDays(7), since.AddDays(21)], (await calendar.ToldAsync(project)).Select(told => ((WriterReminded)told).Due));
    }

    [Fact]
    public async Task Writer_ActingAtTheMomentOfTheReminder_IsNotRemindedOfTheWaitingThatEnded()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        string[] projects = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ => (await calendar.BeginAsync()).Id));
        await calendar.PutAwayAsync(projects);
        calendar.Clock.AdjustTime(calendar.Clock.GetUtcNow().AddDays(1));

        var looking = calendar.LookAsync();
        await Task.WhenAll(projects.Select(project => Task.Run(() => calendar.Desk.PauseAsync(project), Ct)));
        await looking;
        await calendar.TurnToAsync(calendar.Clock.GetUtcNow().AddDays(100));
        await calendar.PutAwayAsync(projects);

        foreach (var project in projects)
        {
            var happened = (await calendar.EntriesAsync(project)).Skip(1).Select(entry => entry.Event.GetType()).ToArray();
            Assert.True(happened is [var paused] && paused == typeof(ProjectPaused) || happened.SequenceEqual([typeof(WriterReminded), typeof(ProjectPaused)]), string.Join(", ", happened.Select(type => type.Name)));
            Assert.Empty(await calendar.RowsAsync(project));
        }
    }

    /// <summary>Between the reading of the project and the appending of the reminder somebody else appends, as a request does that was on its way for long.</summary>
    [Fact]
    public async Task Reminder_OvertakenInTheJournal_IsNotSent()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var begun = await calendar.BeginAsync();
        await calendar.PutAwayAsync(begun.Id);
        var journal = new JournalTable(await azurite.ClientsAsync());
        var overtakes = 0;
        calendar.Wire.Failing = request =>
        {
            if (!Troubles.IsAbout(request, "writerReminded") || Interlocked.Increment(ref overtakes) > 1) return false;
            Wait(journal.AppendAsync(begun.Id, [new(2, calendar.Clock.GetUtcNow(), Workshop.Writer, "pause", new ProjectPaused())], isOneOff: false, Ct));
            return false;
        };

        await calendar.TurnToAsync(begun.ChangedAt.AddDays(1));

        Assert.Equal(1, overtakes);
        Assert.Equal([typeof(ProjectStarted), typeof(ProjectPaused)], (await calendar.EntriesAsync(begun.Id)).Select(entry => entry.Event.GetType()));
        Assert.Empty(await calendar.RowsAsync(begun.Id));
    }

    [Theory]
    [InlineData("one project")]
    [InlineData("the table of what is due")]
    public async Task Trouble_OfStorage_DelaysOnlyWhatItIsAbout(string what)
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var (broken, healthy) = (await calendar.BeginAsync(), await calendar.BeginAsync());
        await calendar.PutAwayAsync(broken.Id, healthy.Id);
        calendar.Wire.Failing = request => what == "one project" ? Troubles.IsAbout(request, broken.Id) : IsLook(request);

        await calendar.TurnToAsync(broken.ChangedAt.AddDays(1) + s_slack);
        Assert.Empty(await calendar.ToldAsync(broken.Id));
        Assert.Equal(what == "one project" ? 1 : 0, (await calendar.ToldAsync(healthy.Id)).Count);

        calendar.Wire.Failing = _ => false;
        await calendar.LookAsync();
        foreach (var project in (WritingProject[])[broken, healthy])
        {
            Assert.Single(await calendar.ToldAsync(project.Id));
            Assert.Equal([project.ChangedAt.AddDays(3)], await calendar.RowsAsync(project.Id));
        }
    }

    [Fact]
    public async Task Project_ThatCanNotBeRead_IsLookedAtOnceADayAndTheOthersAreReminded()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var (damaged, healthy) = (await calendar.BeginAsync(), await calendar.BeginAsync());
        await calendar.PutAwayAsync(damaged.Id, healthy.Id);
        var journal = (await azurite.ClientsAsync()).Tables.GetTableClient("Journal");
        await foreach (var row in journal.QueryAsync<TableEntity>(row => row.PartitionKey == damaged.Id && row.RowKey.CompareTo("1") < 0, cancellationToken: Ct))
        {
            row["Event"] = "the butler";
            await journal.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);
        }

        await calendar.Desk.Workshop.Snapshots.DeleteAsync(damaged.Id, Ct);
        var reads = Reads(calendar, damaged.Id);
        await calendar.TurnToAsync(damaged.ChangedAt.AddDays(1) + s_slack);
        await calendar.LookAsync();

        Assert.Single(await calendar.ToldAsync(healthy.Id));
        Assert.Equal(reads + 1, Reads(calendar, damaged.Id));
        var again = Assert.Single(await calendar.RowsAsync(damaged.Id));
        Assert.InRange(again, damaged.ChangedAt.AddDays(2), damaged.ChangedAt.AddDays(2) + 2 * s_slack);
    }

    [Fact]
    public async Task Start_WithProjectsThatAreNotDue_ReadsNoneOfThem()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var project = await calendar.BeginAsync();
        await calendar.PutAwayAsync(project.Id);
        await calendar.RestartAsync();

        await calendar.TurnToAsync(project.ChangedAt.AddDays(1) - s_slack);

        Assert.DoesNotContain(calendar.Wire.Reads, address => address.Contains(project.Id, StringComparison.Ordinal));
        Assert.Equal([project.ChangedAt.AddDays(1)], await calendar.RowsAsync(project.Id));
    }

    [Fact]
    public async Task Reminded_ProjectThatWasPutAway_IsPutAwayAgainAtOnce()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var project = await calendar.BeginAsync();
        await calendar.PutAwayAsync(project.Id);

        await calendar.TurnToAsync(project.ChangedAt.AddDays(1));

        Assert.Single(await calendar.ToldAsync(project.Id));
        Assert.Equal([project.ChangedAt.AddDays(3)], await calendar.RowsAsync(project.Id));
        Assert.DoesNotContain(calendar.Wire.Reads, address => address.Contains("Active", StringComparison.Ordinal) && address.Contains(project.Id, StringComparison.Ordinal));
        Assert.Empty(await calendar.Active.ListAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Delete_OfAWaitingProject_LeavesNoRow()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var project = await calendar.BeginAsync();
        await calendar.PutAwayAsync(project.Id);
        Assert.Single(await calendar.RowsAsync(project.Id));

        await calendar.Desk.SubmitAsync(project.Id, new DeleteProject { Id = "end", By = Workshop.Writer });

        Assert.Empty(await calendar.RowsAsync(project.Id));
    }

    [Fact]
    public async Task Row_OfAProjectThatIsGone_IsDropped()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var gone = Samples.Project();
        await calendar.Due.PutAsync(new(calendar.Clock.GetUtcNow(), gone), Ct);

        await calendar.LookAsync();

        Assert.Empty(await calendar.RowsAsync(gone));
        Assert.Empty(await calendar.EntriesAsync(gone));
    }

    /// <summary>A mark was lost, as by a write that was on its way for long: whoever looks at the project first takes it up.</summary>
    [Fact]
    public async Task Row_OfAProjectThatOwesWork_HasItTakenUp()
    {
        var project = Samples.Project();
        await using (var first = await Desk.OpenAsync(azurite, new ModelDouble(async (_, ct) => await NeverAsync(ct)))) await first.BeginAsync(project);
        await new ActiveTable(await azurite.ClientsAsync()).UnmarkAsync(project, Azure.ETag.All, Ct);
        await using var calendar = await Calendar.OpenAsync(azurite);
        await calendar.Due.PutAsync(new(calendar.Clock.GetUtcNow(), project), Ct);

        await calendar.LookAsync();

        await calendar.Desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        Assert.Contains(project, await calendar.Active.ListAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Reminders_TurnedOffForAWhile_GoOnWithTheLatestThatIsDue()
    {
        await using var calendar = await Calendar.OpenAsync(azurite, plan: ReminderPlan.Usual with { IsOff = true });
        var project = await calendar.BeginAsync();
        await calendar.PutAwayAsync(project.Id);
        calendar.Clock.Advance(TimeSpan.FromDays(40));

        await calendar.RestartAsync(ReminderPlan.Usual);
        await calendar.LookAsync();

        Assert.Equal((1, project.ChangedAt.AddDays(35)), Assert.Single(await calendar.ToldAsync(project.Id)) is WriterReminded told ? (told.Number, told.Due) : default);
    }

    [Fact]
    public async Task Follower_OfAProjectThatIsPutAway_HearsOfTheReminderAtOnce()
    {
        await using var calendar = await Calendar.OpenAsync(azurite);
        var project = await calendar.BeginAsync();
        await calendar.PutAwayAsync(project.Id);
        var change = calendar.Desk.Host.WaitForChangeAsync(project.Id, project.Revision, Ct);

        calendar.Clock.AdjustTime(project.ChangedAt.AddDays(1));
        await Task.WhenAll(change, calendar.LookAsync());

        Assert.Equal(project.Revision + 1, (await calendar.Desk.Host.FindAsync(project.Id, Ct))?.Revision);
    }

    /// <summary>Something happens in the project: it waits anew from there, and reminds after a day.</summary>
    private static async Task CheckWaitsAnewAsync(Calendar calendar, string project)
    {
        var told = (await calendar.ToldAsync(project)).Count;
        var changed = await calendar.Desk.SubmitAsync(project, new ChangeBudget(5, 5) { Id = "once more", By = Workshop.Writer });
        Assert.Null(changed.ParkedAt);

        await calendar.TurnToAsync(changed.ChangedAt.AddDays(1) - s_slack);
        Assert.Equal(told, (await calendar.ToldAsync(project)).Count);
        await calendar.TurnToAsync(changed.ChangedAt.AddDays(1));

        Assert.Equal((1, changed.ChangedAt.AddDays(1)), (await calendar.ToldAsync(project))[^1] is WriterReminded reminded ? (reminded.Number, reminded.Due) : default);
    }

    private static async Task CheckRemindedAsync(Calendar calendar, string project, DateTimeOffset since, int lastDay, int crash)
    {
        var told = (await calendar.ToldAsync(project)).Cast<WriterReminded>().ToArray();
        Assert.Equal(Enumerable.Range(1, told.Length), told.Select(each => each.Number));
        Assert.Equal(told.Select(each => each.Due).Distinct().Order(), told.Select(each => each.Due));
        Assert.True(told[^1].Due == since.AddDays(lastDay), $"After a crash at operation {crash} the last reminder was due at {told[^1].Due}.");
    }

    private static int Reads(Calendar calendar, string project) => calendar.Wire.Reads.Count(address => address.EndsWith($"{project}/snapshot.json", StringComparison.Ordinal));

    private static bool IsLook(Azure.Core.Request request) => request.Method == RequestMethod.Get && request.Uri.ToString().Contains("/Due()", StringComparison.Ordinal);

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static async Task<string> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return "";
    }
}
