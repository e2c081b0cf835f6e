using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>Film text is text, whatever it holds.</summary>
public sealed class HostileTests(HeadFixture head, Chromium chromium)
{
    private const string Markup = """<img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload="window.hit=1">""";
    private const string Link = """javascript:window.hit=1 [click](javascript:window.hit=1) </textarea></title><iframe srcdoc="<script>parent.hit=1</script>">""";
    private const string Odd = "\u202Eesrever\u202C \u2066\u0301\u0301 {{constructor.constructor('window.hit=1')()}} ${window.hit=1} `'\"";

    private static readonly string s_long = new('w', 300);

    private static readonly string s_all = $"{Markup} {Link} {Odd} {s_long}";

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Film_WithHostileTextInEveryField_ShowsItAsText(int width)
    {
        var writer = await head.NewWriterAsync();
        var project = await writer.BeginAsync("<b>Film</b>", start: Start());
        var chat = (await writer.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = Markup })).Ok().Text("id")!;
        (await writer.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = s_all })).Ok();
        await writer.PostAsync($"/api/projects/{project}/facts", new JsonObject { ["text"] = $"{Markup} {Link}" });
        await using var visit = await Visit.OpenAsync(chromium, writer, width);
        var state = await writer.ProjectAsync(project);

        foreach (var document in state.List("documents").Select(item => item.Text("id")!).Where(id => Start().ContainsKey(id) || id == "brief"))
        {
            await visit.OpenAsync(project, document);
            await visit.Page.Locator("mc-document header h2").WaitForAsync();
            await CheckAsync(visit, document);
            if (await visit.Button("Edit").CountAsync() == 0) continue;
            await visit.Button("Edit").ClickAsync();
            await CheckAsync(visit, $"{document} being edited");
            await visit.Button("Give up").ClickAsync();
            await visit.Button("History").ClickAsync();
            await CheckAsync(visit, $"the history of {document}");
        }

        foreach (var view in new[] { "storyboard", "insights", "package" })
        {
            await visit.GoAsync($"/films/{project}/{view}");
            await visit.Page.Locator($"mc-{view}").WaitForAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "<b>Film</b>" }).First.WaitForAsync();
            await visit.Page.WaitForTimeoutAsync(1_000);
            await CheckAsync(visit, view);
        }

        await visit.GoAsync("/");
        await visit.SeeAsync("<b>Film</b>");
        await CheckAsync(visit, "the list");
        visit.AssertQuiet();
    }

    private static async Task CheckAsync(Visit visit, string where)
    {
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => 'hit' in window"), $"Text ran in {where}.");
        Assert.Equal(0, await visit.Page.Locator("img[src='x'], iframe, [onerror], [onload], a[href^='javascript:']").CountAsync());
        await visit.AssertFitsAsync(where);
    }

    /// <summary>Documents as a writer brings them, with hostile text wherever there is text.</summary>
    private static JsonObject Start()
    {
        JsonObject Person(string id, string role) => new() { ["id"] = id, ["name"] = $"{id} <i>x</i>", ["role"] = role, ["age"] = 40, ["oneLine"] = s_all, ["appearance"] = s_all };
        JsonObject Profile(string id, string other) => new()
        {
            ["character"] = id,
            ["who"] = s_all,
            ["wants"] = s_all,
            ["struggles"] = s_all,
            ["change"] = s_all,
            ["voice"] = s_all,
            ["relations"] = new JsonArray(new JsonObject { ["character"] = other, ["text"] = s_all }),
        };
        JsonObject Scene(string id, int number, string purpose, double position) => new()
        {
            ["id"] = id,
            ["number"] = number,
            ["heading"] = new JsonObject { ["setting"] = "INT", ["place"] = $"{Markup} {s_long}"[..200], ["time"] = "<u>DAY</u>" },
            ["purpose"] = purpose,
            ["characters"] = new JsonArray("ada", "bo"),
            ["summary"] = s_all,
            ["position"] = position,
            ["turn"] = Markup + Odd,
            ["wants"] = new JsonArray(new JsonObject { ["character"] = "ada", ["want"] = Markup, ["obstacle"] = Link }),
        };
        var words = string.Join(' ', Enumerable.Repeat("rain", 180));
        return new()
        {
            ["brief"] = new JsonObject { ["genres"] = new JsonArray(Markup), ["tone"] = s_all, ["message"] = s_all, ["audience"] = Markup, ["lengthMinutes"] = 20, ["language"] = "<b>English</b>", ["notes"] = s_all },
            ["ideas"] = new JsonObject { ["title"] = "<b>Title</b>", ["logline"] = s_all, ["why"] = s_all },
            ["synopsis"] = new JsonObject { ["lines"] = new JsonArray(s_all, Markup, Link, Odd, s_long) },
            ["cast"] = new JsonObject { ["characters"] = new JsonArray(Person("ada", "protagonist"), Person("bo", "antagonist")) },
            ["profile:ada"] = Profile("ada", "bo"),
            ["profile:bo"] = Profile("bo", "ada"),
            ["plot"] = new JsonObject
            {
                ["beginning"] = $"{words} {s_all}",
                ["middle"] = $"{words} {s_all}",
                ["end"] = $"{words} {s_all}",
                ["beats"] = new JsonArray(new JsonObject { ["name"] = Markup, ["position"] = 0.1, ["text"] = s_all }, new JsonObject { ["name"] = s_long[..150], ["position"] = 0.9, ["text"] = Link }),
            },
            ["scenes"] = new JsonObject { ["scenes"] = new JsonArray(Scene("s1", 1, "opening", 0), Scene("s2", 2, "conclusion", 1)) },
            ["dialogue:s1"] = new JsonObject
            {
                ["scene"] = "s1",
                ["elements"] = new JsonArray(
                    new JsonObject { ["type"] = "action", ["text"] = s_all },
                    new JsonObject { ["type"] = "character", ["text"] = "ADA <I>X</I>", ["character"] = "ada" },
                    new JsonObject { ["type"] = "parenthetical", ["text"] = Markup, ["character"] = "ada" },
                    new JsonObject { ["type"] = "dialogue", ["text"] = s_all, ["character"] = "ada" }),
            },
        };
    }
}
