using System.Globalization;
using System.Text.Json.Nodes;
using MovieChat.Tests.Shared.Api;

namespace MovieChat.Tests.Local;

/// <summary>What only a head with settings of its own can show: another one reminds after days.</summary>
public sealed class HeadReminderTests(RemindingHead head) : IClassFixture<RemindingHead>
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Project_ThatWaits_RemindsSeldomAndThenNoMoreUntilTheWriterActs()
    {
        var project = await _owner.BeginAsync("The Waiting", pictures: true);
        await using var listener = await Listener.OpenAsync(_owner, project);
        var since = (await listener.NextAsync())!.Json.Text("at")!;
        var waiting = await _owner.ProjectAsync(project);

        var heard = await listener.UntilAsync(each => each.Type == "projectParked");
        var parked = await _owner.ProjectAsync(project);

        CheckReminders(heard, since, "brief");
        Assert.Equal(("awaitingWriter", since, null), (parked.Status(), parked.Text("waitingSince"), parked.Text("nextReminder")));
        Assert.Equal(heard[^1].Json.Text("at"), parked.Text("parkedSince"));
        Assert.Equal(heard.Count + 1, parked.Number("revision"));
        foreach (var part in (string[])["documents", "budget", "awaiting", "changedAt"]) Reading.Same(waiting[part], parked[part]);

        await _owner.EditAsync(project, "brief", Shared.Api.Writing.Brief());
        await CheckRemindsAnewAsync(project, listener);
        var journal = await _owner.JournalAsync(project);
        foreach (var each in heard) Reading.Same(journal[each.Id - 1], each.Json);
    }

    [Fact]
    public async Task Project_PausedOrComplete_RemindsNobody()
    {
        var (paused, complete) = (await _owner.BeginAsync("The Waiting"), await _owner.BeginAsync("The Waiting", start: Shared.Api.Writing.WholeFilm));
        var revision = (await _owner.PostAsync($"/api/projects/{paused}/pause")).Ok().Number("revision");
        var waiting = await _owner.BeginAsync("The Waiting");
        await using var listener = await Listener.OpenAsync(_owner, waiting);

        await listener.UntilAsync(each => each.Type == "projectParked");

        foreach (var project in (string[])[paused, complete])
        {
            var state = await _owner.ProjectAsync(project);
            Assert.Equal((null, null, null), (state.Text("waitingSince"), state.Text("nextReminder"), state.Text("parkedSince")));
        }

        Assert.Equal(revision, (await _owner.ProjectAsync(paused)).Number("revision"));
        Assert.DoesNotContain(await _owner.JournalAsync(complete), line => line.Text("type") is "writerReminded" or "projectParked");
    }

    /// <summary>How many there are depends on how busy the machine is: of those that are overdue only the latest is sent.</summary>
    private static void CheckReminders(IReadOnlyList<Heard> heard, string since, string awaiting)
    {
        var reminders = heard.SkipLast(1).ToArray();
        Assert.InRange(reminders.Length, 1, 4);
        Assert.All(reminders, each => Assert.Equal("writerReminded", each.Type));
        Assert.Equal(Enumerable.Range(1, reminders.Length), reminders.Select(each => each.Json.Number("reminder")));
        Assert.All(reminders, each => Assert.Equal([awaiting], each.Json.Texts("awaiting")));
        Assert.All(heard, each => Assert.Equal(("service", since), (each.Json.Text("by"), each.Json.Text("waitingSince"))));
        Assert.True(Time(heard[0].Json) >= Parse(since).AddSeconds(2), heard[0].Data);
        Assert.True(Time(heard[^1].Json) >= Parse(since).AddSeconds(12), heard[^1].Data);
    }

    private async Task CheckRemindsAnewAsync(string project, Listener listener)
    {
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        var again = (await listener.UntilAsync(each => each.Type == "writerReminded"))[^1].Json;

        Assert.Equal(1, again.Number("reminder"));
        Assert.Equal(["ideas"], again.Texts("awaiting"));
        var state = await _owner.ProjectAsync(project);
        Assert.Equal((again.Text("waitingSince"), state.Text("changedAt")), (state.Text("waitingSince"), state.Text("waitingSince")));
        Assert.Null(state.Text("parkedSince"));
    }

    private static DateTimeOffset Time(JsonNode line) => Parse(line.Text("at")!);

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
