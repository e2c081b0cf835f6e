using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>Somebody who uses Slack: what they do comes to the head as Slack would send it.</summary>
/// <param name="address">Of the head.</param>
/// <param name="home">The channel that they are in, and the bot too.</param>
internal sealed class SlackPerson(FakeSlack slack, string address, string home)
{
    private static int s_events;

    public string Id { get; } = FakeSlack.NewId("U");

    public string Writer => $"w-{Id.ToLowerInvariant()}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> SendAsync(SlackRequest request)
    {
        using var client = new HttpClient();
        using var signed = request.Signed(address, slack.SigningSecret);
        return await client.SendAsync(signed, Ct);
    }

    /// <summary>Types <c>/movie …</c>.</summary>
    /// <returns>The address at which it may be answered.</returns>
    public async Task<string> CommandAsync(string text, string? channel = null)
    {
        var url = slack.ResponseUrl();
        await AcknowledgedAsync(CommandOf(text, channel ?? home, url, slack.Trigger()));
        return url;
    }

    /// <summary>Says who they are, by the link that they are given.</summary>
    public async Task BindAsync(string key)
    {
        var url = await CommandAsync("help");
        var asked = await Waiting.UntilFoundAsync(() => slack.To("respond").FirstOrDefault(call => call.ResponseUrl == url), "the link", () => string.Join('\n', slack.Calls.Select(call => call.Method)));
        await BindingPage.AcceptAsync(address, asked.Body.ToJsonString(), key);
    }

    public SlackRequest CommandOf(string text, string channel, string url, string trigger) => SlackRequest.Command(
    [
        ("token", "deprecated"), ("team_id", FakeSlack.Team), ("team_domain", "film"), ("channel_id", channel), ("channel_name", "writers"), ("user_id", Id), ("user_name", "wren"),
        ("command", "/movie"), ("text", text), ("api_app_id", "A1"), ("is_enterprise_install", "false"), ("response_url", url), ("trigger_id", trigger),
    ]);

    /// <summary>Writes a message.</summary>
    public Task SayAsync(string text, string ts, string? thread = null, string type = "app_mention", string? channel = null) => AcknowledgedAsync(Said(text, ts, thread, type, channel));

    public SlackRequest Said(string text, string ts, string? thread = null, string type = "app_mention", string? channel = null, Action<JsonObject>? change = null)
    {
        var said = new JsonObject { ["type"] = type == "app_mention" ? type : "message", ["user"] = Id, ["text"] = text, ["ts"] = ts, ["channel"] = channel ?? home, ["event_ts"] = ts };
        if (type != "app_mention") said["channel_type"] = type;
        if (thread is not null) said["thread_ts"] = thread;
        change?.Invoke(said);
        return SlackRequest.Event(Envelope(said));
    }

    public static JsonObject Envelope(JsonObject happened) => new()
    {
        ["token"] = "deprecated",
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = "A1",
        ["event"] = happened,
        ["type"] = "event_callback",
        ["event_id"] = string.Create(CultureInfo.InvariantCulture, $"Ev{Interlocked.Increment(ref s_events)}"),
        ["event_time"] = 1700000000,
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.Bot, ["is_bot"] = true, ["is_enterprise_install"] = false }),
    };

    public Task PressAsync(JsonObject message, string action) => AcknowledgedAsync(PressOf(message, action, slack.Trigger()));

    public SlackRequest PressOf(JsonObject message, string action, string trigger)
    {
        var button = Buttons(message).Single(each => (string?)each["action_id"] == action);
        return PressOf((string)message["channel"]!, (string)message["ts"]!, action, (string)button["value"]!, trigger);
    }

    public SlackRequest PressOf(string channel, string ts, string action, string value, string trigger) => SlackRequest.Interaction(new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = Id, ["username"] = "wren", ["name"] = "wren", ["team_id"] = FakeSlack.Team },
        ["api_app_id"] = "A1",
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = ts, ["channel_id"] = channel, ["is_ephemeral"] = false },
        ["trigger_id"] = trigger,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "film" },
        ["enterprise"] = null,
        ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "writers" },
        ["state"] = new JsonObject { ["values"] = new JsonObject() },
        ["response_url"] = slack.ResponseUrl(),
        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["block_id"] = "b1", ["value"] = value, ["type"] = "button", ["action_ts"] = "1548426417.840180" }),
    });

    /// <summary>Sends a form with what is filled in, by the places of its fields; null for what is left empty.</summary>
    /// <returns>The answer, and what it finds wrong by the form's blocks.</returns>
    public async Task<JsonObject?> SubmitAsync(JsonObject view, params string?[] values)
    {
        using var answer = await SendAsync(SubmissionOf(view, values));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length == 0) return null;
        var response = JsonNode.Parse(text)!.AsObject();
        slack.Witness("response", "view_submission", response);
        return response["errors"]!.AsObject();
    }

    public SlackRequest SubmissionOf(JsonObject view, params string?[] values)
    {
        var blocks = view["blocks"]!.AsArray();
        var filled = new JsonObject(blocks.Select((block, place) => KeyValuePair.Create((string)block!["block_id"]!, (JsonNode?)new JsonObject
        {
            [(string)block!["element"]!["action_id"]!] = new JsonObject { ["type"] = "plain_text_input", ["value"] = place < values.Length ? values[place] : (string?)block["element"]!["initial_value"] },
        })));
        return SlackRequest.Interaction(new()
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "film" },
            ["user"] = new JsonObject { ["id"] = Id, ["username"] = "wren", ["name"] = "wren", ["team_id"] = FakeSlack.Team },
            ["api_app_id"] = "A1",
            ["trigger_id"] = slack.Trigger(),
            ["view"] = new JsonObject { ["id"] = "V111", ["type"] = "modal", ["private_metadata"] = (string)view["private_metadata"]!, ["callback_id"] = (string)view["callback_id"]!, ["state"] = new JsonObject { ["values"] = filled } },
            ["response_urls"] = new JsonArray(),
        });
    }

    /// <summary>Opens the form of a button.</summary>
    public async Task<JsonObject> OpenAsync(JsonObject message, string action)
    {
        var before = slack.To("views.open").Count();
        await PressAsync(message, action);
        return (JsonObject)Assert.Single(slack.To("views.open").Skip(before)).Body["view"]!;
    }

    public static IEnumerable<JsonObject> Buttons(JsonObject message) => message["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(button => button!.AsObject());

    /// <summary>All texts of a message's blocks, in order.</summary>
    public static string Words(JsonNode message) => string.Concat(Texts(message["blocks"]!));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject each when each["text"] is JsonValue text && (string?)each["type"] is "text" or "link" => [(string)text!],
        JsonObject each => each.SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private async Task AcknowledgedAsync(SlackRequest request)
    {
        using var answer = await SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
