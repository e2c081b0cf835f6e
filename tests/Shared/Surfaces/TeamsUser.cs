using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>Somebody who uses the bot in Teams, in one conversation.</summary>
/// <param name="address">Of the head.</param>
internal sealed class TeamsUser(TeamsConnector teams, string address, string conversation, string kind = "personal") : IDisposable
{
    private readonly HttpClient _http = new();

    public string Id { get; init; } = $"{Guid.NewGuid()}";

    /// <summary>What is told of the head when something does not come.</summary>
    public Func<string>? Trouble { get; init; }

    public string Conversation => conversation;

    public IReadOnlyList<TeamsMessage> Messages => teams.Messages(conversation);

    /// <summary>A user in a personal conversation of their own.</summary>
    public static TeamsUser New(TeamsConnector teams, string address, Func<string>? trouble = null) => new(teams, address, $"a:{Guid.NewGuid():N}") { Trouble = trouble };

    /// <summary>The same user in another conversation.</summary>
    public TeamsUser In(string other, string otherKind) => new(teams, address, other, otherKind) { Id = Id, Trouble = Trouble };

    public JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"{Guid.NewGuid():N}",
        ["timestamp"] = "2026-11-30T00:45:29.869Z",
        ["channelId"] = teams.Channel,
        ["serviceUrl"] = teams.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{Id}", ["name"] = "Ida Writer", ["aadObjectId"] = Id },
        ["recipient"] = new JsonObject { ["id"] = TeamsConnector.Bot, ["name"] = "Movie Chat" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = kind, ["tenantId"] = TeamsConnector.Tenant, ["isGroup"] = kind != "personal" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsConnector.Tenant } },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US" }),
    };

    public JsonObject Message(string text)
    {
        var message = Activity("message");
        message["text"] = kind == "personal" ? text : $"<at>Movie Chat</at>&nbsp;{text}";
        if (kind != "personal") message["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>Movie Chat</at>", ["mentioned"] = new JsonObject { ["id"] = TeamsConnector.Bot } });
        return message;
    }

    public JsonObject Press(TeamsMessage message, JsonObject button, params (string Field, string Value)[] inputs)
    {
        var data = button["data"]!.DeepClone().AsObject();
        foreach (var (field, value) in inputs.Where(input => input.Value.Length > 0)) data[$"field.{field}"] = value;
        var press = Activity("invoke");
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = message.Id;
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string)button["verb"]!, ["data"] = data }, ["trigger"] = "manual" };
        return press;
    }

    public Task<HttpResponseMessage> SendAsync(JsonObject activity) => SendAsync(activity.ToJsonString(), teams.Badge());

    /// <param name="token">Null for none.</param>
    public async Task<HttpResponseMessage> SendAsync(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/teams/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _http.SendAsync(request);
    }

    public async Task SayAsync(string text)
    {
        using var answer = await SendAsync(Message(text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Presses a button.</summary>
    /// <returns>What the invoke is answered with.</returns>
    public async Task<JsonObject> PressAsync(TeamsMessage message, JsonObject button, params (string Field, string Value)[] inputs)
    {
        using var answer = await SendAsync(Press(message, button, inputs));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<JsonObject> PressAsync(TeamsMessage message, string title) => PressAsync(message, Cards.Button(message.Card!, title));

    /// <summary>The first message that is as asked, once it is there.</summary>
    public Task<TeamsMessage> UntilAsync(Func<TeamsMessage, bool> isIt, string what) =>
        Waiting.UntilFoundAsync(() => Messages.FirstOrDefault(isIt), what, () => $"{string.Join(" ### ", Messages.Select(message => message.Shown))} {Trouble?.Invoke()}");

    public Task<TeamsMessage> UntilShownAsync(string words) => UntilAsync(message => message.Shown.Contains(words, StringComparison.Ordinal), $"'{words}'");

    /// <summary>Says who they are, by the link that they are given.</summary>
    public async Task BindAsync(string key)
    {
        await SayAsync("help");
        var asked = await UntilShownAsync("/bind/");
        await BindingPage.AcceptAsync(address, asked.Text!, key);
    }

    public void Dispose() => _http.Dispose();
}
