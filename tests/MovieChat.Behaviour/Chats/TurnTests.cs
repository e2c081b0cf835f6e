using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>A turn: what the writer says, and the answer, whatever happens on the way.</summary>
public sealed class TurnTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Message_AnsweredAsOne_StandsInTheTranscriptWithItsAnswer()
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, Talking.Text("Slow is not the same as dull."));

        var turn = await _owner.SayAsync(project, chat, "Is it too slow?");

        var messages = await _owner.MessagesAsync(project, chat);
        Assert.Equal(("Is it too slow?", "Slow is not the same as dull.", "answered"), (turn["asked"]!.Text("text"), turn["answer"]!.Text("text"), turn["answer"]!.Text("end")));
        Assert.Equal(["writer", "companion"], messages.Select(message => message.Text("by")));
        Reading.Same(turn["answer"], messages[1]);
        Assert.Equal(120, turn["answer"]!.Number("tokens"));
        Reading.Same(turn, (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}/turns/{turn.Text("turn")}")).Ok());
    }

    [Fact]
    public async Task Message_Streamed_ComesWordByWordAndEndsWithTheWholeAnswer()
    {
        var (title, project, chat) = await BeginAsync();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, Talking.Held("Slow ", gate.Task, "is not dull."));

        await using var hearing = await _owner.HearAsync(project, chat, "Is it too slow?");
        var first = await hearing.UntilAsync("text");
        gate.SetResult();
        var rest = await hearing.AllAsync();

        Assert.Equal(["turn", "text"], first.Select(heard => heard.Type));
        Assert.Equal("Slow ", first[1].Data.Text("text"));
        Assert.Equal("is not dull.", Hearing.TextOf(rest));
        Assert.Equal(("end", "Slow is not dull."), (rest[^1].Type, rest[^1].Data.Text("text")));
        Assert.EndsWith(".5", first[1].Id);
    }

    [Fact]
    public async Task Turn_PickedUpAfterTheConnectionBroke_GoesOnWhereItBroke()
    {
        var (title, project, chat) = await BeginAsync();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, Talking.Held("Slow is ", gate.Task, "not dull."));
        string turn, last;
        await using (var broken = await _owner.HearAsync(project, chat, "Is it too slow?"))
        {
            var heard = await broken.UntilAsync("text");
            (turn, last) = (heard[0].Data.Text("turn")!, heard[1].Id!);
        }

        await using var again = await _owner.HearTurnAsync(project, chat, turn, last);
        Assert.Equal("turn", (await again.NextAsync())!.Type);
        gate.SetResult();
        var rest = await again.AllAsync();

        Assert.Equal("not dull.", Hearing.TextOf(rest));
        Assert.Equal("Slow is not dull.", rest[^1].Data.Text("text"));
        await using var afterwards = await _owner.HearTurnAsync(project, chat, turn, last);
        Assert.Equal("not dull.", Hearing.TextOf(await afterwards.AllAsync()));
        await using var whole = await _owner.HearTurnAsync(project, chat, turn);
        Assert.Equal("Slow is not dull.", Hearing.TextOf(await whole.AllAsync()));
    }

    [Theory]
    [InlineData("0123abcd.3")]
    [InlineData("0123abcd.3000")]
    public async Task Turn_PickedUpFromAnotherTry_IsToldFromItsBeginning(string last)
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, Talking.Text("Slow is not dull."));
        var turn = (await _owner.SayAsync(project, chat, "Is it too slow?")).Text("turn")!;

        await using var hearing = await _owner.HearTurnAsync(project, chat, turn, last);
        var heard = await hearing.AllAsync();

        Assert.Equal(["turn", "restart", "text", "end"], heard.Select(each => each.Type));
        Assert.Equal("Slow is not dull.", Hearing.TextOf(heard));
    }

    [Fact]
    public async Task Message_SentAgainUnderItsId_IsTheSameTurn()
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, Talking.Text("Once."), Talking.Text("Twice."));
        var id = Guid.NewGuid().ToString();

        var first = await _owner.SayAsync(project, chat, "Hello?", id);
        var second = await _owner.SayAsync(project, chat, "Hello?", id);

        Reading.Same(first, second);
        Assert.Equal("Once.", second["answer"]!.Text("text"));
        Assert.Equal(2, (await _owner.MessagesAsync(project, chat)).Length);
    }

    [Fact]
    public async Task Messages_SentAtOnce_AreAnsweredOneAfterTheOther()
    {
        var (title, project, chat) = await BeginAsync();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, Talking.Held("First", gate.Task, "."), Talking.Text("Second."), Talking.Text("Third."));
        await using var first = await _owner.HearAsync(project, chat, "One");
        await first.UntilAsync("text");
        var second = _owner.SayAsync(project, chat, "Two");
        await WaitForAsync(project, chat, waiting: 2);
        var third = _owner.SayAsync(project, chat, "Three");
        await WaitForAsync(project, chat, waiting: 3);
        gate.SetResult();

        Assert.Equal(("Second.", "Third."), ((await second)["answer"]!.Text("text"), (await third)["answer"]!.Text("text")));
        var messages = await _owner.MessagesAsync(project, chat);
        Assert.Equal(["One", "Two", "Three", "First.", "Second.", "Third."], messages.Select(message => message.Text("text")));
        var last = head.Models.CallsFor(title)[^1];
        Assert.Equal(["One", "First.", "Two", "Second.", "Three"], last.Texts.Skip(2));
    }

    [Fact]
    public async Task Message_BeyondThoseThatMayWait_IsRefusedAndLosesNothing()
    {
        var (title, project, chat) = await BeginAsync();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, Talking.Held("First", gate.Task, "."));
        var asked = Enumerable.Range(0, 8).Select(async place =>
        {
            await Task.Delay(place * 20);
            return await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = $"{place}" });
        }).ToArray();
        await WaitForAsync(project, chat, waiting: 8);

        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "One more" })).Problem(HttpStatusCode.Conflict, "chat-busy");

        gate.SetResult();
        Assert.All(await Task.WhenAll(asked), reply => Assert.Equal("answered", reply.Ok()["answer"]!.Text("end")));
    }

    [Fact]
    public async Task Turn_Stopped_KeepsWhatHasCome()
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, Talking.Held("Slow is ", new TaskCompletionSource().Task, ""));
        await using var hearing = await _owner.HearAsync(project, chat, "Is it too slow?");
        var turn = (await hearing.UntilAsync("text"))[0].Data.Text("turn");

        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/turns/{turn}/stop")).Ok();

        var end = (await hearing.AllAsync())[^1];
        Assert.Equal(("end", "stopped", "Slow is "), (end.Type, end.Data.Text("end"), end.Data.Text("text")));
        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/turns/{turn}/stop")).Ok();
        Assert.Equal(2, (await _owner.MessagesAsync(project, chat)).Length);
    }

    [Fact]
    public async Task Turn_StoppedWhileItWaits_IsNeverAsked()
    {
        var (title, project, chat) = await BeginAsync();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, Talking.Held("First", gate.Task, "."), Talking.Text("Never."));
        await using var first = await _owner.HearAsync(project, chat, "One");
        await first.UntilAsync("text");
        await using var second = await _owner.HearAsync(project, chat, "Two");
        var turn = (await second.NextAsync())!.Data.Text("turn");

        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/turns/{turn}/stop")).Ok();
        gate.SetResult();

        Assert.Equal(("stopped", ""), ((await second.AllAsync())[^1].Data.Text("end"), (await _owner.MessagesAsync(project, chat)).Single(message => message.Text("turn") == turn && message.Text("by") == "companion").Text("text")));
        Assert.Equal("answered", (await first.AllAsync())[^1].Data.Text("end"));
        Assert.Single(head.Models.CallsFor(title), call => call.Kind == "chat");
    }

    [Fact]
    public async Task Turn_WhoseModelFails_SaysWhyAndWhatToDo()
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, async reply =>
        {
            await reply.SayAsync("Well, ");
            await reply.EndAsync("content_filter");
        });

        var answer = (await _owner.SayAsync(project, chat, "Something terrible"))["answer"]!;

        Assert.Equal(("failed", "Well, ", "refused"), (answer.Text("end"), answer.Text("text"), answer["failure"]!.Text("kind")));
        Assert.Matches(@"\.$", answer["failure"]!.Text("remedy"));
        head.Models.Script(title, Talking.Text("Better."));
        Assert.Equal("Better.", (await _owner.SayAsync(project, chat, "Something kind"))["answer"]!.Text("text"));
    }

    [Fact]
    public async Task Turns_CountAgainstTheBudget_AndAtItsEndNoneIsTaken()
    {
        var (title, project, chat) = await BeginAsync();
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 100 });
        head.Models.Script(title, Talking.Text("Yes."));

        await _owner.SayAsync(project, chat, "Is it too slow?");

        var spent = (await _owner.ProjectAsync(project))["budget"]!["tokens"]!.Number("spent");
        Assert.True(spent >= 120, $"{spent} tokens");
        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "And now?" })).Problem(HttpStatusCode.Conflict, "budget-spent");
        Assert.Contains(await _owner.JournalAsync(project), line => line.Text("type") == "chatCharged" && line.Text("chat") == chat && line.Number("tokens") == 120);
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 100_000 });
        Assert.Equal("answered", (await _owner.SayAsync(project, chat, "And now?"))["answer"]!.Text("end"));
    }

    [Fact]
    public async Task Message_ThatComesWhileATitleIsAskedFor_IsAnsweredAtOnce()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);
        var first = $"Hello from {title}";
        var gate = new TaskCompletionSource();
        head.Models.HoldTitles(first, gate.Task);
        head.Models.Script(title, Talking.Text("Good day."), Talking.Text("At once."));

        await _owner.SayAsync(project, chat, first);
        var second = await _owner.SayAsync(project, chat, "Are you there?");
        var before = (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok().Text("title");
        gate.SetResult();

        Assert.Equal(("At once.", ""), (second["answer"]!.Text("text"), before));
        await Client.UntilAsync(async () => (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok(), found => found.Text("title") is { Length: > 0 }, "a title");
    }

    [Theory]
    [InlineData("""{"text":""}""", HttpStatusCode.UnprocessableEntity, "invalid-value")]
    [InlineData("""{"text":null}""", HttpStatusCode.BadRequest, "malformed-request")]
    [InlineData("""{"message":"Hello"}""", HttpStatusCode.BadRequest, null)]
    public async Task Message_Wrong_IsRefused(string body, HttpStatusCode status, string? kind)
    {
        var (_, project, chat) = await BeginAsync();

        (await _owner.SendAsync(HttpMethod.Post, $"/api/projects/{project}/chats/{chat}/messages", body, null)).Problem(status, kind);

        Assert.Empty(await _owner.MessagesAsync(project, chat));
    }

    [Fact]
    public async Task Message_TooLong_IsRefusedWithTheRemedy()
    {
        var (_, project, chat) = await BeginAsync();

        var problem = (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = new string('a', 16_001) })).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");

        Assert.Contains("16000", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("a b")]
    public async Task Turn_ThatThereIsNot_IsTold(string turn)
    {
        var (_, project, chat) = await BeginAsync();
        var path = $"/api/projects/{project}/chats/{chat}/turns/{Uri.EscapeDataString(turn)}";

        Assert.Equal(HttpStatusCode.NotFound, (await _owner.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _owner.PostAsync($"{path}/stop")).Status);
    }

    [Fact]
    public async Task Messages_ReadInPagesOrFromTheEnd_AreAllThereOnce()
    {
        var (title, project, chat) = await BeginAsync();
        head.Models.Script(title, [.. Enumerable.Range(1, 7).Select(place => Talking.Text($"Answer {place}"))]);
        for (var place = 1; place <= 7; place++) await _owner.SayAsync(project, chat, $"Question {place}");
        var expected = Enumerable.Range(1, 7).SelectMany(place => new[] { $"Question {place}", $"Answer {place}" }).ToArray();

        Assert.Equal(expected, (await _owner.PagesAsync($"/api/projects/{project}/chats/{chat}/messages", 3)).Select(message => message.Text("text")));
        var last = await _owner.MessagesAsync(project, chat, "?limit=4&before=100000");
        Assert.Equal(expected[^4..], last.Select(message => message.Text("text")));
        var before = await _owner.MessagesAsync(project, chat, $"?limit=4&before={last[0].Number("sequence")}");
        Assert.Equal(expected[^8..^4], before.Select(message => message.Text("text")));
        (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}/messages?before=0")).Problem(HttpStatusCode.BadRequest);
        (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}/messages?before=5&after=2")).Problem(HttpStatusCode.BadRequest);
    }

    private async Task<(string Title, string Project, string Chat)> BeginAsync()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        return (title, project, await _owner.ChatAsync(project, "A talk"));
    }

    private Task<JsonNode> WaitForAsync(string project, string chat, int waiting) =>
        Client.UntilAsync(async () => (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok(), found => found.List("turns").Length == waiting, $"{waiting} turns to wait");
}
