using MovieChat.Core.Chatting;
using MovieChat.Functions.Chats;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Chats;

namespace MovieChat.Functions.Tests;

/// <summary>A message whose instance ended before it answered.</summary>
public sealed class ChatDeskTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_AtATurnThatNobodyTook_AnswersIt()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var chat = await AskedAsync(desk, "turn1");

        Assert.Null(await desk.Get<ChatDesk>().LookAsync(chat));

        var session = await desk.Get<ChatJournal>().ReadAsync(chat, Ct);
        var messages = await desk.Get<TranscriptTable>().ReadAsync(chat, 0, long.MaxValue, Ct).ToListAsync(Ct);
        Assert.Empty(session.Turns);
        Assert.Equal(TurnEnd.Answered, Assert.Single(messages.Select(entry => entry.Event).OfType<TurnEnded>()).End);
        Assert.NotEmpty(session.Title);
    }

    [Fact]
    public async Task Look_AtATurnOfWhichAPartCame_EndsItAsInterruptedWithThatPart()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var chat = await AskedAsync(desk, "turn1");
        await desk.Get<TranscriptTable>().PutPartialAsync(chat, new("turn1", "abcd", "Slow is not"), Ct);

        await desk.Get<ChatDesk>().LookAsync(chat);

        var ended = (await desk.Get<TranscriptTable>().ReadAsync(chat, 0, long.MaxValue, Ct).ToListAsync(Ct)).Select(entry => entry.Event).OfType<TurnEnded>().Single();
        Assert.Equal((TurnEnd.Interrupted, "Slow is not", "abcd"), (ended.End, ended.Text, ended.Attempt));
    }

    [Fact]
    public async Task Look_AtAChatThatOwesNothingOrIsGone_IsTheLast()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());

        Assert.Null(await desk.Get<ChatDesk>().LookAsync(await BegunAsync(desk)));
        Assert.Null(await desk.Get<ChatDesk>().LookAsync(new(CloudDesk.NewProject(), CloudDesk.NewProject())));
    }

    [Fact]
    public async Task Look_WhileAnotherInstanceAnswers_WaitsForItsLease()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var chat = await AskedAsync(desk, "turn1");
        var leases = desk.Get<ChatLeases>();
        Assert.True(await leases.TryTakeAsync(chat, "another", DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), Ct));

        var look = desk.Get<ChatDesk>().LookAsync(chat);
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        var turnsMeanwhile = (await desk.Get<ChatJournal>().ReadAsync(chat, Ct)).Turns.Count;
        await leases.ReleaseAsync(chat, "another", Ct);
        await look;

        Assert.Equal(1, turnsMeanwhile);
        Assert.Empty((await desk.Get<ChatJournal>().ReadAsync(chat, Ct)).Turns);
    }

    private static async Task<ChatAddress> BegunAsync(CloudDesk desk)
    {
        var project = await desk.BeginAsync("""{"synopsis":{"lines":["A.","B.","C.","D.","E."]}}""");
        var chat = new ChatAddress(project, CloudDesk.NewProject());
        await desk.Get<ChatJournal>().AdvanceAsync(chat, ChatSession.None, new StartChat(chat.Chat, project, null, null), Ct);
        return chat;
    }

    /// <summary>As an instance leaves it that ends right after the append.</summary>
    private static async Task<ChatAddress> AskedAsync(CloudDesk desk, string turn)
    {
        var chat = await BegunAsync(desk);
        var journal = desk.Get<ChatJournal>();
        await journal.AdvanceAsync(chat, await journal.ReadAsync(chat, Ct), new Ask(turn, "Is it too slow?"), Ct);
        return chat;
    }
}
