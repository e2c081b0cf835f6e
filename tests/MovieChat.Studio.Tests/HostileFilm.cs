using System.Text;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>A film with pictures in which every text that somebody wrote is hostile: documents, wishes, reasons, facts,
/// what is said in its chat, and what the model remarks and advises beside a draft.</summary>
public sealed class HostileFilm(HeadFixture head) : IAsyncLifetime
{
    public const string Title = "<b>Film</b>";

    public const string Markup = """<img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload="window.hit=1">""";
    private const string Link = """javascript:window.hit=1 [click](javascript:window.hit=1) </textarea></title><iframe srcdoc="<script>parent.hit=1</script>">""";
    private const string Odd = "\u202Eesrever\u202C \u2066\u0301\u0301 \u0007\u0000\u001B {{constructor.constructor('window.hit=1')()}} ${window.hit=1} `'\"";

    private static readonly string s_long = new('w', 300);

    private static readonly string s_all = $"{Markup} {Link} {Odd} {s_long}";

    internal Client Writer { get; private set; } = null!;

    internal string Project { get; private set; } = "";

    internal IReadOnlyList<string> Documents { get; private set; } = [];

    /// <summary>The address of a script that would change the film.</summary>
    internal string Import { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Writer = await head.NewWriterAsync();
        var title = $"{Title} {HeadFixture.NewTitle()}";
        Project = await Writer.BeginAsync(title, start: Start(), pictures: true);
        await DrawAsync();
        await TalkAsync(title);
        await AdviseAsync(title);
        (await Writer.PostAsync($"/api/projects/{Project}/facts", new JsonObject { ["text"] = $"{Markup} {Link}" })).Ok();
        Import = $"/films/{Project}/import/{(await Writer.PostAsync($"/api/projects/{Project}/imports", Encoding.UTF8.GetBytes(Fountain), "text/plain")).Ok().Text("id")}";
        Documents = [.. (await Writer.ProjectAsync(Project)).List("documents").Select(document => document.Text("id")!)];
    }

    public ValueTask DisposeAsync()
    {
        Writer.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The path of an approval link to each document that can be decided on.</summary>
    internal async Task<IReadOnlyList<string>> LinksAsync()
    {
        // What is made from others is opened first: it would turn stale.
        foreach (var document in Documents.Reverse())
        {
            if ((await Writer.DocumentAsync(Project, document)).Status() == "approved") await Writer.DecideAsync(Project, document, "reopen");
        }

        var links = new List<string>();
        foreach (var document in (await Writer.ProjectAsync(Project)).List("documents").Where(item => item.Status() is "awaitingApproval" or "stale").Select(item => item.Text("id")))
        {
            var link = await Writer.PostAsync($"/api/projects/{Project}/documents/{document}/links", new JsonObject { ["name"] = Markup });
            links.Add(new Uri(link.Ok().Text("url")!).AbsolutePath);
        }

        return links;
    }

    private async Task DrawAsync()
    {
        await Writer.UntilAsync(Project, "look", "awaitingApproval");
        await Writer.EditAsync(Project, "look", Look());
        foreach (var scene in (string[])["s1", "s2"])
        {
            await Writer.UntilAsync(Project, $"shots:{scene}", "awaitingApproval");
            await Writer.EditAsync(Project, $"shots:{scene}", Shots(scene));
        }

        await AskedAsync("portrait:ada");
        await Writer.ApproveAsync(Project, "portrait:ada");
        await SkippedAsync("portrait:bo");
        await AskedAsync("frame:s1.1");
        await SkippedAsync("frame:s2.1");
    }

    /// <summary>A picture that is asked for anew in hostile words, which become part of its prompt.</summary>
    private async Task AskedAsync(string picture)
    {
        await Writer.UntilAsync(Project, picture, "awaitingApproval");
        await Writer.DecideAsync(Project, picture, "revise", body => (body["notes"], body["option"]) = (s_all, 1));
        await Writer.UntilAsync(Project, picture, "awaitingApproval");
    }

    private async Task SkippedAsync(string picture)
    {
        await Writer.UntilAsync(Project, picture, "awaitingApproval");
        await Writer.DecideAsync(Project, picture, "skip", body => body["notes"] = s_all);
    }

    private async Task TalkAsync(string title)
    {
        JsonObject Way() => new() { ["title"] = Markup, ["text"] = s_all };
        head.Models.Script(
            title,
            Talking.Text($"# {s_all}\n\n- {Markup}\n- **{Link}**\n\n> {Odd}\n\n```\n{s_all}\n```"),
            Talking.Call("propose_ways", new JsonObject { ["document"] = "plot", ["ways"] = new JsonArray(Way(), Way(), Way()) }),
            Talking.Call("propose_chat", new JsonObject { ["title"] = Markup }),
            Talking.Call("keep_fact", new JsonObject { ["text"] = Markup, ["quote"] = Markup }),
            Talking.Text(s_all));
        var chat = await Writer.ChatAsync(Project, Markup);
        foreach (var text in new[] { s_all, Markup })
        {
            await using var hearing = await Writer.HearAsync(Project, chat, text);
            await hearing.AllAsync();
        }
    }

    /// <summary>Of the look.</summary>
    private async Task AdviseAsync(string title)
    {
        static JsonObject Way() => new() { ["title"] = Markup, ["text"] = s_all };
        var advice = new JsonObject { ["tips"] = new JsonArray(s_all, Link), ["ways"] = new JsonArray(Way(), Way(), Way()) };
        head.Models.Script(title, "look", Answers.Changed(WithRemarks), Answers.Text(advice.ToJsonString()));
        await Writer.DecideAsync(Project, "look", "revise", body => body["notes"] = s_all);
        await Writer.UntilAsync(Project, "look", "awaitingApproval");
        await Writer.DecideAsync(Project, "look", "stuck", body => body["notes"] = s_all);
        var look = await Client.UntilAsync(() => Writer.DocumentAsync(Project, "look"), document => document["tips"] is not null, "advice");
        Assert.Contains(look["draft"]!.List("notes"), note => note.Text("text")!.Contains(Markup, StringComparison.Ordinal));
        Assert.Contains(Link, look["tips"]!.Texts("tips"));
    }

    private static string WithRemarks(string answer)
    {
        var changed = JsonNode.Parse(answer)!;
        changed["remarks"] = s_all;
        return changed.ToJsonString();
    }

    /// <summary>A script with hostile text in what is new: heading, action, cue and line.</summary>
    private static string Fountain => $"Title: {Title}\n\nINT. {Markup} - NIGHT\n\n{Markup} {Link}\n\n@{Title}\n{s_all.Replace('\0', ' ')}\n\nINT. CELLAR - DAY\n\n{s_long}\n";

    private static JsonObject Look() => new()
    {
        ["palette"] = new JsonArray(Markup, Link, Odd, s_long),
        ["light"] = s_all,
        ["lenses"] = s_all,
        ["texture"] = s_all,
        ["references"] = new JsonArray(Markup, Link, Odd),
        ["summary"] = s_all,
        ["aspectRatio"] = "1.85",
    };

    private static JsonObject Shots(string scene) => new()
    {
        ["scene"] = scene,
        ["shots"] = new JsonArray(new JsonObject
        {
            ["n"] = 1,
            ["size"] = "two shot",
            ["angle"] = "eye level",
            ["move"] = "pan",
            ["lens"] = 50,
            ["action"] = s_all,
            ["characters"] = new JsonArray("ada", "bo"),
            ["seconds"] = 60,
            ["line"] = s_all,
        }),
    };

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
            ["need"] = s_all,
            ["wound"] = s_all,
            ["lie"] = s_all,
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
            ["learns"] = new JsonArray(new JsonObject { ["what"] = Markup + Odd, ["characters"] = new JsonArray("bo") }),
            ["setUps"] = new JsonArray(Link),
            ["payOffs"] = new JsonArray(Link),
        };
        var words = string.Join(' ', Enumerable.Repeat("rain", 180));
        return new()
        {
            ["brief"] = new JsonObject { ["genres"] = new JsonArray(Markup), ["tone"] = s_all, ["likes"] = new JsonArray(Markup, Link, Odd), ["message"] = s_all, ["audience"] = Markup, ["avoid"] = new JsonArray(Markup, Link, s_long), ["lengthMinutes"] = 20, ["language"] = "<b>English</b>", ["notes"] = s_all },
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
