using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

public sealed class DeleteTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Project_Deleted_IsGoneAtEveryAddress()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}")).Status);

        foreach (var path in (string[])["", "/journal", "/events", "/documents/plot", "/documents/plot/drafts", "/documents/plot/drafts/1", "/exports/fountain", "/exports/screenplay.pdf", "/exports/fdx", "/exports/project.json", "/exports/authorship.json", "/exports/bundle.zip"])
        {
            (await _owner.GetAsync($"/api/projects/{project}{path}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        }

        foreach (var path in (string[])["/pause", "/resume"]) (await _owner.PostAsync($"/api/projects/{project}{path}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await _owner.PostAsync($"/api/projects/{project}/fork", new JsonObject { ["title"] = "T" })).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 1 })).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await _owner.DecideAsync(project, "plot", "reopen", 1)).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await _owner.DeleteAsync($"/api/projects/{project}")).Problem(HttpStatusCode.NotFound, "unknown-project");
    }

    [Fact]
    public async Task Project_Deleted_LeavesTheList()
    {
        using var writer = await head.NewWriterAsync();
        var deleted = await writer.BeginAsync(HeadFixture.NewTitle());
        var kept = await writer.BeginAsync(HeadFixture.NewTitle());

        await writer.DeleteAsync($"/api/projects/{deleted}");

        Assert.Equal(kept, (await writer.GetAsync("/api/projects")).Ok().List("items").Single().Text("id"));
    }

    [Fact]
    public async Task Events_OfAProjectBeingDeleted_End()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var last = (await _owner.ProjectAsync(project)).Number("revision");
        await using var listener = await Listener.OpenAsync(_owner, project, last);

        await _owner.DeleteAsync($"/api/projects/{project}");

        var heard = await listener.NextAsync();
        if (heard is not null)
        {
            Assert.Equal("projectDeleted", heard.Type);
            Assert.Null(await listener.NextAsync());
        }
    }

    [Fact]
    public async Task Project_DeletedWhileAModelWrites_StaysGone()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "ideas", Answers.After(gate.Task));
        var project = await _owner.BeginAsync(title, Writing.Brief());

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}")).Status);
        gate.SetResult();
        await _owner.ApproveAsync(await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief()), "ideas");

        (await _owner.GetAsync($"/api/projects/{project}")).Problem(HttpStatusCode.NotFound, "unknown-project");
    }

    [Fact]
    public async Task Projects_StartedAgainUnderTheKeyOfADeletedOne_AnswerClearly()
    {
        var key = $"key-{Guid.NewGuid():N}";
        var body = new JsonObject { ["title"] = HeadFixture.NewTitle() };
        var first = (await _owner.PostAsync("/api/projects", body, key)).Ok().Text("id");
        await _owner.DeleteAsync($"/api/projects/{first}");

        var again = await _owner.PostAsync("/api/projects", body, key);

        if (again.Status == HttpStatusCode.Created) Assert.Equal(HttpStatusCode.OK, (await _owner.GetAsync($"/api/projects/{again.Json.Text("id")}")).Status);
        else again.Problem(HttpStatusCode.Conflict);
    }
}
