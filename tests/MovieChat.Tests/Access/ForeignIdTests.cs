using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Access;

/// <summary>Ids that do not stand in the address: of drafts, events, commands and pages.</summary>
public sealed class ForeignIdTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Restore_OfADraftThatOnlyAnotherProjectHas_IsUnknown()
    {
        using var other = await Door.WriterAsync();
        var (theirs, own) = (await Writer.StartAsync(), await other.StartAsync());
        await EditAsync(Writer, theirs);
        await (await DecideAsync(other, own, new { verb = "restore", draft = 2 })).ProblemAsync(HttpStatusCode.NotFound, "unknown-draft");
    }

    [Fact]
    public async Task Restore_OfADraftThatTheSourceGotAfterTheFork_IsUnknownInTheFork()
    {
        var source = await Writer.StartAsync();
        var fork = (await Writer.PostAsync(source + "/fork", new { title = "Copy" })).Headers.Location!.ToString();
        await EditAsync(Writer, source);
        await (await DecideAsync(Writer, fork, new { verb = "restore", draft = 2 })).ProblemAsync(HttpStatusCode.NotFound, "unknown-draft");
        await (await Writer.GetAsync(fork + "/documents/brief/drafts/2")).ProblemAsync(HttpStatusCode.NotFound, "unknown-draft");
        Assert.Single((await Writer.GetJsonAsync(fork + "/documents/brief/drafts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Fork_OfSomebodyElsesProject_UnderTheKeyOfTheWritersOwnFork_IsUnknown()
    {
        using var other = await Door.WriterAsync();
        var source = await Writer.StartAsync();
        await (await Writer.PostAsync(source + "/fork", new { title = "Copy" }, "the-same")).ReadAsync(HttpStatusCode.Created);
        await (await other.PostAsync(source + "/fork", new { title = "Copy" }, "the-same")).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        Assert.Empty(await ProjectsAsync(other));
        Assert.Equal(2, (await ProjectsAsync(Writer)).Count);
    }

    [Fact]
    public async Task IdempotencyKey_OfAnotherWriter_IsNotTheSame()
    {
        using var other = await Door.WriterAsync();
        var (theirs, own) = (await Writer.StartAsync(), await other.StartAsync());
        await (await EditAsync(Writer, theirs, "key")).ReadAsync(HttpStatusCode.Accepted);
        await (await EditAsync(other, own, "key")).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal(2, (int)(await Writer.GetJsonAsync(theirs)).Document("brief")["draft"]!);
        Assert.Equal(2, (int)(await other.GetJsonAsync(own)).Document("brief")["draft"]!);
    }

    [Fact]
    public async Task IdempotencyKey_RefusedToSomebodyElse_StillCountsForItsWriter()
    {
        using var other = await Door.WriterAsync();
        var project = await Writer.StartAsync();
        await (await EditAsync(other, project, "key")).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        await (await EditAsync(Writer, project, "key")).ReadAsync(HttpStatusCode.Accepted);
        await (await EditAsync(other, project, "key")).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        Assert.Equal(2, (int)(await Writer.GetJsonAsync(project)).Document("brief")["draft"]!);
    }

    [Fact]
    public async Task LastEventId_OfAnotherProject_IsRefusedWithTheOwnRevision()
    {
        using var other = await Door.WriterAsync();
        var (theirs, own) = (await Writer.StartAsync(), await other.StartAsync());
        for (var count = 0; count < 3; count++) await EditAsync(Writer, theirs, draft: count + 1);
        var (last, revision) = ((long)(await Writer.GetJsonAsync(theirs))["revision"]!, (long)(await other.GetJsonAsync(own))["revision"]!);
        Assert.True(last > revision);
        var problem = await (await other.GetAsync($"{own}/events?lastEventId={last}")).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Contains($"0 to {revision}.", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_NamedAfterPartsOfAnotherFilm_AreUnknown()
    {
        using var other = await Door.WriterAsync();
        var theirs = await Writer.PostAsync("/api/projects", new { title = "Theirs", start = new { cast = Writing.GoodFilm.Cast } });
        await theirs.ReadAsync(HttpStatusCode.Created);
        var own = await other.StartAsync();
        await (await other.GetAsync(own + "/documents/profile:mara")).ProblemAsync(HttpStatusCode.NotFound, "unknown-document");
        await (await other.PostAsync(own + "/documents/profile:mara/decisions", new { verb = "redraft", draft = 1 })).ProblemAsync(HttpStatusCode.NotFound, "unknown-document");
    }

    [Fact]
    public async Task Writer_WithTwoKeys_SeesTheSameProjectsWithBoth()
    {
        var writer = $"w{Guid.NewGuid():N}"[..20];
        using var laptop = await Door.WriterAsync(writer);
        using var phone = await Door.WriterAsync(writer);
        var project = await laptop.StartAsync();
        Assert.Equal((await laptop.GetJsonAsync(project)).ToJsonString(), (await phone.GetJsonAsync(project)).ToJsonString());
    }

    private static Task<HttpResponseMessage> EditAsync(Visitor writer, string project, string? key = null, int draft = 1) =>
        DecideAsync(writer, project, new { verb = "edit", draft, content = Json.Brief }, key);

    private static Task<HttpResponseMessage> DecideAsync(Visitor writer, string project, object decision, string? key = null) =>
        writer.PostAsync(project + "/documents/brief/decisions", decision, key);

    private static async Task<IReadOnlyList<JsonNode?>> ProjectsAsync(Visitor writer) => [.. (await writer.GetJsonAsync("/api/projects"))["items"]!.AsArray()];
}
