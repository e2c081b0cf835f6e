using Microsoft.Extensions.Logging;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Chats;

namespace MovieChat.Tests.Chatting;

/// <summary>Chats on the embedded head, over a real storage of its own.</summary>
public sealed class ChatHostTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turn_Answered_IsInTheTranscriptAndChargedOnce()
    {
        await using var house = await ChatHouse.OpenAsync(azurite, new ScriptedModel(Reply.Text("A ", "pilot.")));
        var project = await house.BeginAsync();
        var chat = await house.StartAsync(project);

        await house.AskAsync(chat, "t1", "Who is she?");
        var ended = await house.EndOfAsync(chat, "t1");
        await house.AskAsync(chat, "t1", "Who is she?");

        Assert.Equal((TurnEnd.Answered, "A pilot.", new Usage(110, 0)), (ended.End, ended.Text, ended.Usage));
        Assert.Equal(110, (await house.ReadAsync(project.Id)).Budget.Tokens.Spent);
        Assert.Equal(2, (await house.Chats.FindAsync(chat, Ct))!.Messages);
    }

    /// <summary>Front-ends name their messages as they like, each chat for itself, and at length.</summary>
    [Theory]
    [InlineData("1", "1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    public async Task Facts_OfSeveralTurns_StandBesideEachOther(string first, string second)
    {
        var keeps = new Reply(
            Reply.Calling("keep_fact", """{"text":"She can swim.","quote":"She can swim"}"""), Reply.Calling("keep_fact", """{"text":"He can dive.","quote":"He can dive"}"""));
        var model = new ScriptedModel(keeps, Reply.Text("Kept."), keeps, Reply.Text("Kept."));
        await using var house = await ChatHouse.OpenAsync(azurite, model);
        var project = await house.BeginAsync();

        foreach (var turn in (string[])[first, second])
        {
            var chat = await house.StartAsync(project);
            await house.AskAsync(chat, turn, "She can swim. He can dive.");
            await house.EndOfAsync(chat, turn);
            Assert.All(model.Results, result => Assert.StartsWith("{\"kept\":", result, StringComparison.Ordinal));
        }

        Assert.Equal(["She can swim.", "He can dive.", "She can swim.", "He can dive."], (await house.ReadAsync(project.Id)).Facts.Select(fact => fact.Text));
    }

    [Fact]
    public async Task Delete_OfAProjectWhileATurnIsTaken_EndsItsChatsForGood()
    {
        var (log, holds) = (new CountingLog(), new ModelDouble(async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return "";
        }));
        await using var house = await ChatHouse.OpenAsync(azurite, holds, log);
        var project = await house.BeginAsync();
        var chat = await house.StartAsync(project);
        await house.AskAsync(chat, "t1", "Who is she?");
        await Local.Desk.UntilAsync(() => Task.FromResult(holds.Calls.Count == 1), "the turn to be taken");

        await house.Host.SubmitAsync(project.Id, new DeleteProject { Id = "delete", By = Workshop.Writer }, Ct);
        await Local.Desk.UntilAsync(() => Task.FromResult(house.Workshop.Lives.Count == 0), "the turn to end");
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);

        Assert.InRange(log.Count, 0, 2);
        Assert.Equal(0, house.Workshop.Lives.Count);
        Assert.Null(await house.Workshop.Transcripts.FindAsync(chat, 1, Ct));
        Assert.Single(holds.Calls);
    }

    [Fact]
    public async Task Delete_OfAChatWhileATurnIsTaken_StopsItAndLeavesNothing()
    {
        var holds = new ModelDouble(async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return "";
        });
        await using var house = await ChatHouse.OpenAsync(azurite, holds);
        var chat = await house.StartAsync(await house.BeginAsync());
        await house.AskAsync(chat, "t1", "Who is she?");
        await Local.Desk.UntilAsync(() => Task.FromResult(holds.Calls.Count == 1), "the turn to be taken");

        await house.Chats.SubmitAsync(chat, new DeleteChat(), Ct);
        await Local.Desk.UntilAsync(() => Task.FromResult(house.Workshop.Lives.Count == 0), "the turn to end");

        Assert.Null(await house.Chats.FindAsync(chat, Ct));
        Assert.Null(await house.Workshop.Transcripts.FindTurnAsync(chat, "t1", Ct));
    }

    /// <summary>Counts what went wrong.</summary>
    private sealed class CountingLog : ILogger<TurnWork>
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Interlocked.Increment(ref _count);
    }
}
