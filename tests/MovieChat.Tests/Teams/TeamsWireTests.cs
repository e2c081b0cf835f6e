using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Teams;

/// <summary>What comes in whatever form, and what is left of it in the log.</summary>
[Collection(TeamsTests.Name)]
public sealed class TeamsWireTests(TeamsStage stage, AzuriteFixture azurite)
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"type\":\"message\"}")]
    [InlineData("{\"text\":\"\\ud83d\"}")]
    [InlineData("{\"value\":{\"\\ud83d\":1}}")]
    [InlineData("{\"conversation\":\"a\"}")]
    [InlineData("{\"membersAdded\":{}}")]
    public async Task Body_ThatIsNoActivity_IsAProblem(string body)
    {
        using var answer = await stage.User().SendAsync(body, stage.Cloud.Token());

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task Body_TooDeep_IsAProblem()
    {
        using var answer = await stage.User().SendAsync($"{{\"value\":{new string('[', 40)}{new string(']', 40)}}}", stage.Cloud.Token());

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task Body_TooLarge_IsAProblem()
    {
        var activity = stage.User().Message(new string('x', 300_000));

        using var answer = await stage.User().SendAsync(activity.ToJsonString(), stage.Cloud.Token());

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Activity_WithAnythingInAnyPlace_BreaksNothing()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Dune: it moves");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");
        JsonObject[] activities = [user.Message("status"), user.Press(ideas, Cards.Button(ideas.Card!, "I'm stuck…"), ("notes", "x")), user.Activity("conversationUpdate"), user.Activity("installationUpdate"), user.Activity("somethingElse")];
        JsonNode?[] odd = [null, 5, true, "", " ", "a/b\u0007", new string('y', 5_000), new JsonArray(), new JsonArray((JsonNode?)null), new JsonObject(), "1|2|3"];
        var (asked, before) = (0, stage.Head.Log.Lines.Count);

        foreach (var activity in activities)
        {
            foreach (var path in Paths(activity, []).Where(path => path[^1] is not ("channelId" or "serviceUrl" or "tenantId")))
            {
                foreach (var value in odd)
                {
                    var changed = activity.DeepClone().AsObject();
                    if (path[^1] != "id") changed["id"] = $"{Guid.NewGuid():N}";
                    Set(changed, path, value?.DeepClone());
                    using var answer = await user.SendAsync(changed);
                    Assert.True((int)answer.StatusCode is 200 or 400 or 403 or 501, $"{(int)answer.StatusCode} for {changed.ToJsonString()}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 300);
        await user.SayAsync("unlink");
        await user.UntilShownAsync("I do not know you any more.");
        Assert.DoesNotContain(stage.Head.Log.Lines.Skip(before), line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activity_SentAgain_IsTakenOnce()
    {
        using var user = await stage.WriterAsync();
        var title = $"The Echo {Guid.NewGuid():N}";
        var message = user.Message($"new {title}: it answers first");

        foreach (var _ in Enumerable.Range(0, 3)) Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(message)).StatusCode);

        await user.UntilShownAsync("The film is begun");
        await user.SayAsync("help");
        await user.UntilShownAsync("Anything else that you say to me");
        Assert.Single(user.Messages, each => each.Shown.Contains("The film is begun", StringComparison.Ordinal));
        var films = await stage.Head.Owner.GetJsonAsync("/api/projects?limit=200");
        Assert.Single(films["items"]!.AsArray(), film => film!.Text("title") == title);
    }

    [Fact]
    public async Task Invoke_OfAnotherKind_IsNotImplemented()
    {
        var invoke = stage.User().Activity("invoke");
        invoke["name"] = "composeExtension/query";

        using var answer = await stage.User().SendAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task Log_OfAWholeTalk_HoldsNoSecretAndNobodysWords()
    {
        using var user = await stage.WriterAsync();
        var words = $"unheard-of-{Guid.NewGuid():N}";
        var shown = stage.Cloud.Token();

        using var taken = await user.SendAsync(user.Message($"new {words}: {words}").ToJsonString(), shown);
        using var refused = await user.SendAsync(user.Message(words).ToJsonString(), shown + "x");

        await user.UntilShownAsync("Draft 1 of the ideas is ready");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        string[] secrets = [TeamsCloud.Secret, shown, shown.Split('.')[2], .. stage.Cloud.Tokens];
        Assert.NotEmpty(stage.Cloud.Tokens);
        Assert.All(secrets, secret => Assert.DoesNotContain(stage.Head.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain(stage.Head.Log.Lines, line => !line.StartsWith("Trace", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EndPoint_WhereTeamsIsNotSetUp_IsNotThere()
    {
        await using var door = await FrontDoor.OpenAsync(await azurite.ClientsAsync());

        using var answer = await door.Client(null).PostAsync("/api/teams/messages", new { type = "message" });

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static IEnumerable<string[]> Paths(JsonObject from, string[] above) => from.SelectMany(property =>
        new[] { (string[])[.. above, property.Key] }.Concat(property.Value is JsonObject inside ? Paths(inside, [.. above, property.Key]) : []));

    private static void Set(JsonObject root, string[] path, JsonNode? value)
    {
        foreach (var name in path[..^1]) root = root[name]!.AsObject();
        root[path[^1]] = value;
    }
}
