using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>Slack's Web API as far as it is used here, on a port of this machine: it takes JSON and forms, keeps channels, messages and views, and fails as a test asks.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    /// <summary>The app of these tests. The secret is the one of Slack's own examples.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5", Token = "xoxb-111-222-a-token-of-these-tests", Team = "T0TEAM", Bot = "U0BOT";

    private readonly string _token;
    private readonly ConcurrentQueue<SlackCall> _calls = new();
    private readonly ConcurrentDictionary<string, JsonObject> _messages = new();
    private readonly ConcurrentDictionary<string, byte> _channels = new();
    private readonly ConcurrentDictionary<string, byte> _triggers = new();
    private LoopbackServer _server = null!;
    private int _ts;

    private FakeSlack(string secret, string token) => (SigningSecret, _token) = (secret, token);

    public string ApiUrl => $"{_server.Address}/api/";

    /// <summary>What it signs with.</summary>
    public string SigningSecret { get; }

    /// <summary>The settings of a head that it takes for its app.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MovieChat__Slack__SigningSecret"] = SigningSecret,
        ["MovieChat__Slack__BotToken"] = _token,
        ["MovieChat__Slack__ApiUrl"] = ApiUrl,
    };

    /// <summary>Sees what a head sends: what kind of thing it is (<c>message</c>, <c>modal</c> or <c>response</c>), the method, and the thing itself.</summary>
    public required Action<string, string, JsonNode> Witness { get; init; }

    /// <summary>Everything that was asked, oldest first, also what failed.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. _calls];

    /// <summary>Answers a call otherwise; null to answer it as usual.</summary>
    public Func<SlackCall, SlackFailure?>? Fails { get; set; }

    /// <summary>Answers calls of a method only then.</summary>
    public (string Method, Task Until)? Holds { get; set; }

    /// <param name="port">0 for any free one.</param>
    public static async Task<FakeSlack> StartAsync(int port = 0, string secret = Secret, string token = Token, Action<string, string, JsonNode>? witness = null)
    {
        var slack = new FakeSlack(secret, token) { Witness = witness ?? ((_, _, _) => { }) };
        slack._server = await LoopbackServer.StartAsync(slack.AnswerAsync, port);
        return slack;
    }

    /// <param name="first">What ids of its kind begin with: <c>C</c> for channels, <c>U</c> for users.</param>
    public static string NewId(string first) => $"{first}{Guid.NewGuid():N}"[..12].ToUpperInvariant();

    /// <summary>The bot becomes a member.</summary>
    public void Invite(string channel) => _channels[channel] = 0;

    /// <summary>A <c>trigger_id</c> that opens one view.</summary>
    public string Trigger()
    {
        var trigger = $"{Guid.NewGuid():N}.1.abc";
        _triggers[trigger] = 0;
        return trigger;
    }

    public string ResponseUrl() => $"{_server.Address}/respond/{Guid.NewGuid():N}";

    /// <summary>The messages of a channel as they stand, oldest first.</summary>
    public IReadOnlyList<JsonObject> Messages(string channel) => [.. _messages.Values.Where(message => (string?)message["channel"] == channel).OrderBy(message => (string)message["ts"]!, StringComparer.Ordinal)];

    /// <summary>What was asked of a method and done.</summary>
    public IEnumerable<SlackCall> To(string method) => _calls.Where(call => call.Method == method && call is { Failure: null, IsRefused: false }).ToArray();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["api", var method] when HttpMethods.IsPost(context.Request.Method):
                return CallAsync(context, method);
            case ["respond", _] when HttpMethods.IsPost(context.Request.Method):
                return RespondAsync(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task RespondAsync(HttpContext context)
    {
        var call = new SlackCall("respond", await SlackCall.ReadAsync(context), context.Request.Headers.Authorization) { ResponseUrl = _server.Address + context.Request.Path };
        Fail(call);
        if (await AnswerFailureAsync(context, call)) return;
        Witness("message", "respond", call.Body);
        await context.Response.WriteAsync("ok");
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        var call = new SlackCall(method, await SlackCall.ReadAsync(context), context.Request.Headers.Authorization);
        Fail(call);
        if (await AnswerFailureAsync(context, call)) return;
        if (Holds is { } held && held.Method == call.Method) await held.Until.WaitAsync(context.RequestAborted);
        var answer = call.Key == $"Bearer {_token}" ? Answer(call) : Error("invalid_auth");
        call.IsRefused = !(bool)answer["ok"]!;
        await context.Response.WriteAsJsonAsync(answer);
    }

    private void Fail(SlackCall call)
    {
        call.Failure = Fails?.Invoke(call);
        _calls.Enqueue(call);
    }

    private async Task<bool> AnswerFailureAsync(HttpContext context, SlackCall call)
    {
        if (call.Failure is not { } failure) return false;
        if (failure.AfterDone)
        {
            Answer(call);
            context.Abort();
            return true;
        }

        context.Response.StatusCode = failure.Status;
        if (failure.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(failure.Error is { } error ? Error(error).ToJsonString() : failure.Body ?? "");
        return true;
    }

    private JsonObject Answer(SlackCall call)
    {
        switch (call.Method)
        {
            case "auth.test":
                return new() { ["ok"] = true, ["team_id"] = Team, ["user_id"] = Bot, ["bot_id"] = "B0BOT" };
            case "conversations.open":
                var direct = $"D{((string)call.Body["users"]!)[1..]}";
                Invite(direct);
                return new() { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = direct } };
            case "chat.postMessage" or "chat.postEphemeral" when !_channels.ContainsKey((string)call.Body["channel"]!):
                return Error("channel_not_found");
            case "chat.postMessage":
                Witness("message", call.Method, call.Body);
                return Posted(call);
            case "chat.postEphemeral":
                Witness("message", call.Method, call.Body);
                return new() { ["ok"] = true, ["message_ts"] = Ts() };
            case "chat.update":
                return Updated(call);
            case "views.open" or "views.update":
                return Opened(call);
            default:
                return Error("unknown_method");
        }
    }

    private JsonObject Posted(SlackCall call)
    {
        var message = (JsonObject)call.Body.DeepClone();
        var ts = Ts();
        message["ts"] = ts;
        _messages[ts] = message;
        return new() { ["ok"] = true, ["channel"] = (string)call.Body["channel"]!, ["ts"] = ts, ["message"] = new JsonObject { ["text"] = (string?)call.Body["text"], ["ts"] = ts } };
    }

    private JsonObject Updated(SlackCall call)
    {
        var ts = (string)call.Body["ts"]!;
        if (!_messages.TryGetValue(ts, out var there)) return Error("message_not_found");
        Witness("message", call.Method, call.Body);
        var message = (JsonObject)there.DeepClone();
        message["text"] = call.Body["text"]?.DeepClone();
        message["blocks"] = call.Body["blocks"]?.DeepClone();
        _messages[ts] = message;
        return new() { ["ok"] = true, ["channel"] = (string)call.Body["channel"]!, ["ts"] = ts };
    }

    private JsonObject Opened(SlackCall call)
    {
        if (call.Method == "views.open" && !_triggers.TryRemove((string)call.Body["trigger_id"]!, out _)) return Error("exchanged_trigger_id");
        Witness("modal", call.Method, (JsonObject)call.Body["view"]!);
        return new() { ["ok"] = true, ["view"] = new JsonObject { ["id"] = $"V{Guid.NewGuid():N}", ["hash"] = "1.abc" } };
    }

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    private string Ts() => string.Create(CultureInfo.InvariantCulture, $"1700000000.{Interlocked.Increment(ref _ts):D6}");
}

/// <summary>One call of the Web API.</summary>
/// <param name="Key">The Authorization header.</param>
internal sealed record SlackCall(string Method, JsonObject Body, string? Key)
{
    public SlackFailure? Failure { get; set; }

    /// <summary>Whether it was answered by an error as usual.</summary>
    public bool IsRefused { get; set; }

    public string? Channel => (string?)Body["channel"];

    /// <summary>The <c>response_url</c> that it came by.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The body, whether it came as JSON or as a form whose objects are JSON.</summary>
    public static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            using var reader = new StreamReader(context.Request.Body);
            return await reader.ReadToEndAsync() is { Length: > 0 } text ? JsonNode.Parse(text)!.AsObject() : [];
        }

        var form = await context.Request.ReadFormAsync();
        return new(form.Select(field => KeyValuePair.Create(field.Key, field.Key is "blocks" or "view" or "metadata" ? JsonNode.Parse(field.Value.ToString()) : (JsonNode?)field.Value.ToString())));
    }
}

/// <summary>How a call fails.</summary>
/// <param name="Error">Of an answer <c>ok:false</c>.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="AfterDone">It is done, and its answer is lost.</param>
internal sealed record SlackFailure(int Status = 200, string? Error = null, int? RetryAfter = null, string? Body = null, bool AfterDone = false);
