using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Tests.Local;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Telemetry;

/// <summary>A writer who makes the <see cref="TelltaleFilm"/> at a head's API.</summary>
internal sealed class TelltaleWriter(string address, string key) : IDisposable
{
    private readonly Visitor _visitor = new(address, key);
    private int _decisions;
    private string _film = "";

    /// <returns>The project's id.</returns>
    public async Task<string> MakeAsync()
    {
        var begun = await (await _visitor.PostAsync("/api/projects", new { title = TelltaleFilm.Title, brief = TelltaleFilm.Brief }, $"{TelltaleFilm.Mark}-begin")).ReadAsync(HttpStatusCode.Created);
        _film = $"/api/projects/{begun.Text("id")}";
        await ApproveAsync("ideas");
        await StoryAsync();
        await PeopleAsync();
        await RedraftAsync("plot", times: 1);
        await ApproveAsync("plot");
        await ApproveAsync("scenes");
        await RedraftAsync("dialogue:s1", times: 1);
        await ApproveAsync("dialogue:s1");
        await ApproveAsync("dialogue:s4");
        return begun.Text("id");
    }

    /// <returns>The screenplay and all its documents.</returns>
    public async Task<string> TakeHomeAsync()
    {
        var fountain = await (await _visitor.GetAsync($"{_film}/exports/fountain?synopses=true")).TextAsync();
        var json = await _visitor.GetJsonAsync($"{_film}/exports/project.json");
        await _visitor.GetJsonAsync($"{_film}/journal");
        await _visitor.GetJsonAsync($"{_film}/documents/cast/drafts");
        await _visitor.GetJsonAsync("/api/projects");
        return fountain + json.ToJsonString();
    }

    /// <summary>What is refused, each with words in it.</summary>
    public async Task GoWrongAsync()
    {
        using var stranger = new Visitor(address, $"{TelltaleFilm.Mark}-somebody-elses-key");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(_film)).StatusCode);
        await RefusedAsync("cast", new { verb = "edit", draft = 2, content = new { characters = TelltaleFilm.Mark } });
        await RefusedAsync("synopsis", new { verb = "revise", draft = 2, notes = TelltaleFilm.Mark, passage = TelltaleFilm.Mark });
        await RefusedAsync("plot", new { verb = "skip", draft = 1, notes = TelltaleFilm.Mark });
        await RefusedAsync("plot", new { verb = TelltaleFilm.Mark, draft = 1 });
        await RefusedAsync("plot", Json.Text($"{{\"verb\": \"{TelltaleFilm.Mark}"));
        await RefusedAsync("plot", Json.Text($"{{\"verb\": 1, \"{TelltaleFilm.Mark}\": \"{TelltaleFilm.Mark}\"}}"));
    }

    public async Task ReadDamagedAsync() => await (await _visitor.GetAsync($"{_film}/journal")).ReadAsync(HttpStatusCode.InternalServerError);

    public void Dispose() => _visitor.Dispose();

    private async Task StoryAsync()
    {
        await UntilAsync("synopsis", "awaitingApproval");
        await DecideAsync("synopsis", new { verb = "stuck", draft = 1, notes = $"What now, {TelltaleFilm.Mark}?" });
        await DecideAsync("synopsis", new { verb = "revise", draft = 1, option = 1, passage = "She crosses", notes = $"More {TelltaleFilm.Mark}." });
        await UntilAsync("synopsis", "awaitingApproval", draft: 2);
        await ApproveAsync("synopsis");
    }

    private async Task PeopleAsync()
    {
        await UntilAsync("cast", "awaitingApproval");
        await DecideAsync("cast", new { verb = "edit", draft = 1, content = TelltaleFilm.Cast });
        await RedraftAsync("profile:mara", times: 1);
        await RedraftAsync("profile:jon", times: 2);
        await ApproveAsync("profile:mara");
        await ApproveAsync("profile:jon");
    }

    private async Task RedraftAsync(string document, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await UntilAsync(document, "failed");
            await DecideAsync(document, new { verb = "redraft", draft = 0, notes = $"Again, {TelltaleFilm.Mark}, for the {time}. time." });
        }
    }

    private async Task ApproveAsync(string document)
    {
        var draft = await UntilAsync(document, "awaitingApproval");
        await DecideAsync(document, new { verb = "approve", draft, option = 1 });
    }

    private async Task DecideAsync(string document, object decision) =>
        await (await _visitor.PostAsync($"{_film}/documents/{document}/decisions", decision, $"{TelltaleFilm.Mark}-{++_decisions}")).ReadAsync(HttpStatusCode.Accepted);

    private async Task RefusedAsync(string document, object decision)
    {
        var answer = await _visitor.PostAsync($"{_film}/documents/{document}/decisions", decision);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{answer.StatusCode} {await answer.TextAsync()}");
    }

    /// <returns>The document's draft.</returns>
    private async Task<int> UntilAsync(string document, string status, int draft = 0)
    {
        JsonNode? found = null;
        await Desk.UntilAsync(
            async () =>
            {
                found = (await _visitor.GetJsonAsync(_film))["documents"]!.AsArray().FirstOrDefault(each => each!.Text("id") == document);
                if (found?.Text("status") == "failed" && status != "failed") Assert.Fail(found.ToJsonString());
                return found?.Text("status") == status && ((int?)found["draft"] ?? 0) >= draft;
            },
            $"{document} to be {status}: {found}");
        return (int?)found!["draft"] ?? 0;
    }
}
