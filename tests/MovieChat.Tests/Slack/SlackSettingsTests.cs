using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using MovieChat.Tests.House;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Web;
using MovieChat.Web.Slack;

namespace MovieChat.Tests.Slack;

/// <summary>What is set, and what Slack is told of the app.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackSettingsTests(SlackFixture fixture)
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5", Token = "xoxb-1-2-secret-token";

    [Fact]
    public void Settings_None_LeaveSlackOff() => Assert.Null(Read(null, " ", null));

    [Fact]
    public void Settings_Whole_AreRead()
    {
        var usual = Read(Secret, Token, null)!;
        Assert.Equal([Secret], usual.SigningSecrets);
        Assert.Equal((Token, new Uri("https://slack.com/api/")), (usual.BotToken, usual.ApiUrl));
        Assert.Equal(new Uri("http://127.0.0.1:99/api/"), Read($"{Secret}, another-secret-0123456789", Token, "http://127.0.0.1:99/api")!.ApiUrl);
    }

    [Theory]
    [InlineData(Secret, null, null, "MovieChat__Slack__BotToken is missing")]
    [InlineData(null, Token, null, "MovieChat__Slack__SigningSecret is missing")]
    [InlineData("short-secret", Token, null, "MovieChat__Slack__SigningSecret must")]
    [InlineData($"{Secret},{Secret},{Secret}", Token, null, "MovieChat__Slack__SigningSecret must")]
    [InlineData(Secret, "xapp-1-2-secret-token", null, "MovieChat__Slack__BotToken must")]
    [InlineData(Secret, Token, "http://slack.example/api/", "MovieChat__Slack__ApiUrl is")]
    [InlineData(Secret, Token, "https://slack.com/api/?x=1", "MovieChat__Slack__ApiUrl is")]
    [InlineData(Secret, Token, "slack", "MovieChat__Slack__ApiUrl is")]
    public void Settings_Wrong_AreNamed(string? secret, string? token, string? api, string told)
    {
        var wrong = Assert.Throws<SettingException>(() => Read(secret, token, api));
        Assert.StartsWith(told, wrong.Message, StringComparison.Ordinal);
        foreach (var value in new[] { secret, token }.OfType<string>()) Assert.DoesNotContain(value, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_OfTheTests_AnswersSlacksOwnClient()
    {
        await using var slack = await FakeSlack.StartAsync(witness: fixture.Collect);
        slack.Invite("C1");
        slack.Fails = call => call.Method == "conversations.history" ? new(429, RetryAfter: 9) : null;
        var blocks = JsonNode.Parse("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"<b> & é 🎬"}]}]}]""")!;
        var view = JsonNode.Parse("""{"type":"modal","title":{"type":"plain_text","text":"T","emoji":false},"submit":{"type":"plain_text","text":"S","emoji":false},"close":{"type":"plain_text","text":"C","emoji":false},"blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"L","emoji":false},"element":{"type":"plain_text_input","action_id":"text","max_length":9}}]}""")!;
        var (trigger, user) = (slack.Trigger(), "U0WREN");
        JsonObject[] calls =
        [
            Call("auth.test", []), Call("conversations.open", new() { ["users"] = user }), Call("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "x &amp; y", ["blocks"] = blocks.DeepClone(), ["unfurl_links"] = false }),
            Call("chat.update", new() { ["channel"] = "$channel", ["ts"] = "$ts", ["text"] = "changed", ["blocks"] = blocks.DeepClone() }), Call("chat.postEphemeral", new() { ["channel"] = "C1", ["user"] = user, ["text"] = "you", ["blocks"] = blocks.DeepClone() }),
            Call("views.open", new() { ["trigger_id"] = trigger, ["view"] = view.DeepClone() }), Call("views.open", new() { ["trigger_id"] = trigger, ["view"] = view.DeepClone() }),
            Call("chat.postMessage", new() { ["channel"] = "C2", ["text"] = "x" }), Call("conversations.history", new() { ["channel"] = "C1" }),
        ];

        var answers = (await SlackPrograms.CallAsync(slack.ApiUrl, FakeSlack.Token, calls)).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal([true, true, true, true, true, true, false, false, false], answers.Select(answer => (bool)answer["ok"]!));
        Assert.Equal(("exchanged_trigger_id", "channel_not_found", 9), (answers[6].Text("error"), answers[7].Text("error"), (int)answers[8]["retryAfter"]!));
        Assert.Equal("changed", Assert.Single(slack.Messages("C1")).Text("text"));
    }

    [Fact]
    public void Manifest_OfTheSample_AsksForWhatIsUsed()
    {
        var lines = File.ReadAllLines(Path.Combine(Source.Root, "samples", "slack", "manifest.yaml")).Select(line => line.Split(" #")[0].TrimEnd()).Where(line => line.Trim().Length > 0 && line.Trim()[0] != '#').ToList();
        Assert.All(lines, line => Assert.Matches(@"^( {2})*(- )?(([a-z_]+:( \S.*)?)|[a-z:._]+)$", line));
        foreach (var path in new[] { "events", "commands", "interactions" }) Assert.Contains(lines, line => line.EndsWith($"/api/slack/{path}", StringComparison.Ordinal));
        foreach (var asked in new[] { "commands", "chat:write", "app_mentions:read", "im:history", "im:write", "app_mention", "message.im", "app_uninstalled", "tokens_revoked" }) Assert.Contains(lines, line => line.Trim() == $"- {asked}");
        Assert.DoesNotContain(lines, line => line.Contains("users:read", StringComparison.Ordinal) || line.Contains("chat:write.public", StringComparison.Ordinal));
    }

    private static JsonObject Call(string method, JsonObject args) => new() { ["method"] = method, ["args"] = args };

    private static SlackSettings? Read(string? secret, string? token, string? api) => SlackSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MovieChat:Slack:SigningSecret"] = secret,
        ["MovieChat:Slack:BotToken"] = token,
        ["MovieChat:Slack:ApiUrl"] = api,
    }).Build());
}
