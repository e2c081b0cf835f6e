using System.Globalization;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class ReminderTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Snapshot_OfAProjectThatWaits_TellsSinceWhenAndTheNextReminder()
    {
        var project = await Writer.StartAsync();
        var working = await Writer.GetJsonAsync(project);
        await Door.WorkAsync(project.Id());
        var waiting = await Writer.GetJsonAsync(project);

        Assert.Equal((null, null, null), Told(working));
        var changed = Time(waiting["changedAt"]);
        Assert.Equal((changed, changed?.AddDays(1), null), Told(waiting));
        Assert.True(working.AsObject().ContainsKey("nextReminder"));
    }

    [Fact]
    public async Task Snapshot_OfAProjectThatWasRemindedAndParked_TellsIt()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var since = Time((await Writer.GetJsonAsync(project))["waitingSince"])!.Value;

        await Door.SubmitAsync(project.Id(), Remind(1, since));
        Assert.Equal((since, since.AddDays(3), null), Told(await Writer.GetJsonAsync(project)));
        await Door.SubmitAsync(project.Id(), new ParkProject { Id = "parking", By = WritingProject.Service, WaitingSince = since });

        var parked = await Writer.GetJsonAsync(project);
        Assert.Equal("awaitingWriter", parked.Text("status"));
        Assert.Equal((since, null), (Time(parked["waitingSince"]), Time(parked["nextReminder"])));
        Assert.NotNull(Time(parked["parkedSince"]));
        Assert.Equal(since, Time(parked["changedAt"]));
    }

    [Fact]
    public async Task Journal_OfAWaitingProject_TellsOfRemindersAndParking()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var since = Time((await Writer.GetJsonAsync(project))["waitingSince"])!.Value;
        await Door.SubmitAsync(project.Id(), Remind(1, since));
        await Door.SubmitAsync(project.Id(), new ParkProject { Id = "parking", By = WritingProject.Service, WaitingSince = since });

        var lines = (await Writer.GetJsonAsync(project + "/journal"))["items"]!.AsArray();

        var (reminded, parked) = (lines[^2]!, lines[^1]!);
        Assert.Equal(("writerReminded", "service", "reminder@1", 1, """["ideas"]"""), (reminded.Text("type"), reminded.Text("by"), reminded.Text("cause"), (int)reminded["reminder"]!, reminded["awaiting"]!.ToJsonString()));
        Assert.Equal(("projectParked", "service"), (parked.Text("type"), parked.Text("by")));
        Assert.All([reminded, parked], line => Assert.Equal(since, Time(line["waitingSince"])));
    }

    [Fact]
    public async Task Description_OfAProjectAndItsJournal_KnowsReminders()
    {
        var schemas = (await Writer.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!;

        Assert.Superset(new HashSet<string> { "waitingSince", "nextReminder", "parkedSince" }, Properties(schemas["ProjectSnapshot"]!));
        Assert.Superset(new HashSet<string> { "reminder", "waitingSince", "awaiting" }, Properties(schemas["JournalItem"]!));
    }

    private static RemindWriter Remind(int number, DateTimeOffset since) =>
        new(number, since.AddDays(number)) { Id = $"reminder@{number}", By = WritingProject.Service, WaitingSince = since };

    private static (DateTimeOffset?, DateTimeOffset?, DateTimeOffset?) Told(JsonNode project) =>
        (Time(project["waitingSince"]), Time(project["nextReminder"]), Time(project["parkedSince"]));

    private static DateTimeOffset? Time(JsonNode? time) => time is null ? null : DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture);

    private static HashSet<string> Properties(JsonNode schema) => [.. schema["properties"]!.AsObject().Select(property => property.Key)];
}
