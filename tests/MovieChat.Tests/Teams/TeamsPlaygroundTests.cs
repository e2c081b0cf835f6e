using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Tests.Local;
using MovieChat.Tests.Models;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Teams;

/// <summary>A film in the public playground for such bots (npm <c>@microsoft/m365agentsplayground</c>), which is no double: it has a connector, conversations and clients' invokes of its own.</summary>
public sealed class TeamsPlaygroundTests
{
    private const string Conversation = "a:1personal", User = "29:writer";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Film_InThePlayground_IsBegunDecidedAndClosedWhenTheApiDecides()
    {
        var passed = new Passage();
        await using var head = await TeamsHead.StartAsync(null, services => services.AddHttpClient("teams-connector").AddHttpMessageHandler(() => new Witness(passed)), ("MovieChat:Teams:Playground", "true"));
        await using var playground = new Playground(head.EndPoint);
        await playground.InitializeAsync();
        using var client = new HttpClient { BaseAddress = playground.Address };
        await Desk.UntilAsync(async () => (await client.GetAsync("/_debug/ping", Ct)).IsSuccessStatusCode, "the playground to answer");
        await PostAsync(client, $"/_debug/conversation/{Conversation}/installation", new());
        await UntilAsync(passed, "From an idea to a film");

        await SayAsync(client, "help");
        var link = (await UntilAsync(passed, $"{TeamsHead.PublicUrl}/bind/")).Text!;
        await BindingPage.AcceptAsync(head.Address, link, HeadHome.Key);
        await SayAsync(client, "new The Last Ferry: a captain must choose");
        var ideas = await UntilAsync(passed, "Draft 1 of the ideas is ready");
        var form = await PressAsync(client, ideas, Cards.Buttons(ideas.Card!).First(button => (string)button["title"]! == "Change…"));
        var chosen = await PressAsync(client, ideas, Cards.Button(ideas.Card!, "Choose 1"));

        Assert.Contains("What is to change?", Cards.Words(form["value"]!));
        Assert.Equal("application/vnd.microsoft.card.adaptive", chosen.Text("type"));
        Assert.Contains(Cards.Words(chosen["value"]!), words => words.StartsWith("Approved", StringComparison.Ordinal));
        await UntilAsync(passed, "Approved", ideas.Id);

        var synopsis = await UntilAsync(passed, "Draft 1 of the synopsis is ready");
        var answer = await head.Owner.PostAsync($"/api/projects/{TeamsStoryTests.ProjectOf(synopsis)}/documents/synopsis/decisions", new { verb = "approve", draft = 1, option = 1 });
        await answer.ReadAsync(HttpStatusCode.Accepted);
        var closed = await UntilAsync(passed, "Approved", synopsis.Id);
        Assert.Empty(Cards.Buttons(closed.Card!));

        await SayAsync(client, "What would a storm change?");
        await UntilAsync(passed, message => message.Text is { Length: > 0 } text && !text.Contains("/bind/", StringComparison.Ordinal) && !text.EndsWith('…'), "an answer");
        await CardPrograms.CheckAsync([.. passed.Messages.Select(message => message.Card).OfType<JsonNode>(), form["value"]!, chosen["value"]!]);
    }

    private static async Task SayAsync(HttpClient client, string text) => await PostAsync(client, $"/_conversation/v1/conversations/{Conversation}/messages", new JsonObject
    {
        ["type"] = "text",
        ["text"] = text,
        ["textFormat"] = "plain",
        ["from"] = new JsonObject { ["id"] = User },
    });

    private static async Task<JsonObject> PressAsync(HttpClient client, TeamsMessage message, JsonObject button)
    {
        var answer = await PostAsync(client, "/_conversation/v1/invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["conversation"] = new JsonObject { ["id"] = Conversation },
            ["replyToId"] = message.Id,
            ["from"] = new JsonObject { ["id"] = User },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button["verb"]!.DeepClone(), ["data"] = button["data"]!.DeepClone() } },
        });
        return JsonNode.Parse(answer)!.AsObject();
    }

    private static async Task<string> PostAsync(HttpClient client, string address, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {text}");
        return text;
    }

    private static Task<TeamsMessage> UntilAsync(Passage passed, string words, string? id = null) =>
        UntilAsync(passed, message => (id is null || message.Id == id) && message.Shown.Contains(words, StringComparison.Ordinal), $"'{words}'");

    private static Task<TeamsMessage> UntilAsync(Passage passed, Func<TeamsMessage, bool> isIt, string what) =>
        Waiting.UntilFoundAsync(() => passed.Messages.FirstOrDefault(isIt), what, () => string.Join('\n', passed.Messages.Select(message => message.Shown)));

    /// <summary>The playground, as a process of its own.</summary>
    private sealed class Playground(string bot) : NodeServer("Teams/playground", "Listening on")
    {
        protected override IEnumerable<string> Arguments(string source, string installed, string port) => [Path.Combine(source, "start.cjs"), installed, port, bot];
    }

    /// <summary>What the playground's connector took, as it stands now.</summary>
    private sealed class Passage
    {
        private readonly ConcurrentQueue<(string Id, JsonObject Body)> _taken = new();

        public IReadOnlyList<TeamsMessage> Messages => [.. _taken.GroupBy(each => each.Id).Select(same => new TeamsMessage(Conversation, same.Key, same.Last().Body, same.Count() - 1))];

        public void Add(string id, JsonObject body) => _taken.Enqueue((id, body));
    }

    /// <summary>Sees what is sent to the playground, and what it says to that.</summary>
    private sealed class Witness(Passage passed) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Null(request.Headers.Authorization);
            var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var said = await response.Content.ReadAsStringAsync(cancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {said}");
            if (said.Length > 0 && (string?)JsonNode.Parse(said)!["id"] is { } id) passed.Add(id, body);
            return response;
        }
    }
}
