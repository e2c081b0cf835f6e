using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Understudy;

namespace MovieChat.Tests.Understudy.Talking;

/// <summary>The talk as messages: calls, results, pieces, chores.</summary>
public sealed class TalkWireTests
{
    private static readonly CompanionContext Context = new()
    {
        Chat = new("p1", "c1", null, 1, null),
        Film = new() { Title = "The Weir", Documents = new Dictionary<string, IReadOnlyList<string>> { ["approved"] = ["brief", "ideas", "synopsis"] } },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ChatOptions Tools(params string[] names) => new() { Tools = [.. names.Select(name => AIFunctionFactory.Create(() => "", name))] };

    [Fact]
    public async Task Calls_HaveTheSameIdsForTheSameMessages()
    {
        using var understudy = new UnderstudyChatClient();
        var first = await understudy.GetResponseAsync(Said("Where are we?"), Tools("read_film"), Cancellation);
        var again = await understudy.GetResponseAsync(Said("Where are we?"), Tools("read_film"), Cancellation);
        var call = Assert.Single(first.Messages[0].Contents.OfType<FunctionCallContent>());

        Assert.Equal((ChatFinishReason.ToolCalls, "read_film"), (first.FinishReason, call.Name));
        Assert.Equal(call.CallId, again.Messages[0].Contents.OfType<FunctionCallContent>().Single().CallId);
        Assert.Empty(first.Text);
    }

    [Theory]
    [InlineData("Where are we?")]
    [InlineData("Approve the synopsis")]
    public async Task Streaming_PutTogether_IsTheSame(string said)
    {
        using var understudy = new UnderstudyChatClient();
        var whole = await understudy.GetResponseAsync(Said(said), Tools("read_film"), Cancellation);
        var streamed = await understudy.GetStreamingResponseAsync(Said(said), Tools("read_film"), Cancellation).ToChatResponseAsync(Cancellation);

        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.Equal(Calls(whole), Calls(streamed));
        Assert.Equal(whole.Usage!.TotalTokenCount, streamed.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task ToolThatFails_IsToldAndNotUsedAgain()
    {
        using var understudy = new UnderstudyChatClient();
        ChatMessage[] messages =
        [
            .. Said("Where are we?"), new(ChatRole.Assistant, [new FunctionCallContent("call-1", "read_film", new Dictionary<string, object?>())]),
            new(ChatRole.Tool, [new FunctionResultContent("call-1", """{"error":"The store does not answer."}""")]),
        ];
        var response = await understudy.GetResponseAsync(messages, Tools("read_film"), Cancellation);

        Assert.Empty(Calls(response));
        Assert.Contains("The store does not answer", response.Text);
    }

    [Fact]
    public async Task WithoutTools_ItStillAnswers()
    {
        using var understudy = new UnderstudyChatClient();
        foreach (var said in new[] { "Where are we?", "I'm stuck", "shorter", "She never swam.", "What do you think?" })
        {
            Assert.NotEmpty((await understudy.GetResponseAsync(Said(said), null, Cancellation)).Text);
        }
    }

    [Fact]
    public void Title_IsShortAndOfWhatWasSaid()
    {
        Assert.Equal("The ending of the film", Chore("title", new ChoreExchange("Can we talk about the ending of the film?", "Yes.")).GetProperty("title").GetString());
        var first = Chore("title", new ChoreExchange("a slow thriller about guilt", "…")).GetProperty("title").GetString()!;
        Assert.Equal("A slow thriller about guilt", first);
    }

    [Fact]
    public void Fold_OfATalk_KeepsItsBeginnings()
    {
        var summary = Chore("fold", new ChoreExchange("She never learned to swim.", "Kept."), new ChoreExchange("shorter", "Done.")).GetProperty("summary").GetString()!;
        Assert.Contains("never learned to swim", summary);
        Assert.True(summary.Split(' ').Length < 400);
    }

    private static JsonElement Chore(string chore, params ChoreExchange[] exchanges) =>
        JsonElement.Parse(Asked.Text([new(ChatRole.System, "Name it."), new(ChatRole.User, JsonSerializer.Serialize(new ChoreRequest(chore, exchanges), ChatJson.Readable.ChoreRequest))]));

    private static ChatMessage[] Said(string text) =>
        [new(ChatRole.System, "You are the companion."), new(ChatRole.User, JsonSerializer.Serialize(Context, ChatJson.Readable.CompanionContext)), new(ChatRole.User, text)];

    private static List<string> Calls(ChatResponse response) =>
        [.. response.Messages.SelectMany(message => message.Contents.OfType<FunctionCallContent>()).Select(call => $"{call.CallId} {call.Name} {JsonSerializer.Serialize(call.Arguments)}")];
}
