using System.Threading.Channels;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Chats;

namespace MovieChat.Tests.Local;

/// <summary>A storage has one head: these tests have an Azurite of their own, run one after the other, and leave nothing to take up.</summary>
public sealed class EmbeddedChatsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var partition in (string[])[ActiveTable.Projects, ActiveTable.Chats])
        {
            var active = new ActiveTable(await azurite.ClientsAsync(), partition);
            await foreach (var marked in active.ListAsync(Ct)) await active.UnmarkAsync(marked, Azure.ETag.All, Ct);
        }
    }

    [Fact]
    public async Task Turn_Taken_IsAnsweredChargedOnceAndNamed()
    {
        await using var desk = await TalkDesk.OpenAsync(azurite);
        var chat = await desk.ChatAsync(title: null);

        var ended = await desk.TalkAsync(chat, "t1", "hello");
        await desk.SubmitAsync(chat, new Ask("t1", "hello"));
        await Desk.UntilAsync(async () => (await desk.EntriesAsync(chat)).Any(entry => entry.Event is ChatNamed { Title: "A talk" }), "the chat to be named");

        Assert.Equal((TurnEnd.Answered, TalkingModel.EchoOf("hello"), TalkingModel.Name, new Usage(TalkingModel.Cost, 0)), (ended.End, ended.Text, ended.Model, ended.Usage));
        Assert.Equal(["t1", "name:3"], (await desk.ChargesAsync(chat.Project)).Select(charge => charge.Turn.Turn));
        Assert.Equal(4, (await desk.EntriesAsync(chat)).Count);
    }

    [Fact]
    public async Task Messages_AtOnce_AreAnsweredInOrder()
    {
        await using var desk = await TalkDesk.OpenAsync(azurite, TalkingModel.Echo(ct => Task.Delay(10, ct)));
        var chat = await desk.ChatAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => desk.SubmitAsync(chat, new Ask($"t{turn}", $"word {turn}"))));
        for (var turn = 0; turn < 6; turn++) await desk.EndAsync(chat, $"t{turn}");

        var events = (await desk.EntriesAsync(chat)).Select(entry => entry.Event).ToArray();
        var asked = events.OfType<MessageAsked>().ToArray();
        Assert.Equal(asked.Select(message => message.Turn), events.OfType<TurnEnded>().Select(ended => ended.Turn));
        Assert.Equal(asked.Select(message => TalkingModel.EchoOf(message.Text)), events.OfType<TurnEnded>().Select(ended => ended.Text));
    }

    [Fact]
    public async Task Delete_WhileAnswering_LeavesNothing()
    {
        var gate = new Words();
        await using var desk = await TalkDesk.OpenAsync(azurite, gate.Model);
        var (chat, other) = (await desk.ChatAsync(), await desk.ChatAsync());
        await desk.SubmitAsync(chat, new Ask("t1", new string('x', 15_000)));
        await desk.SubmitAsync(chat, new Ask("t2", "and then?"));
        await gate.SaidAsync(3);

        await desk.SubmitAsync(chat, new DeleteChat());

        await GoneAsync(desk, chat);
        Assert.Null(await desk.Chats.FindAsync(chat, Ct));
        Assert.NotNull(await desk.Chats.FindAsync(other, Ct));
        Assert.NotNull((await desk.Chats.SubmitAsync(chat, new Ask("t3", "still there?"), Ct)).Rejection);
        Assert.Empty(await LeftAsync(desk, chat));
    }

    [Fact]
    public async Task DeleteProject_WhileAnswering_LeavesNothing()
    {
        var gate = new Words();
        await using var desk = await TalkDesk.OpenAsync(azurite, gate.Model);
        var chat = await desk.ChatAsync();
        await desk.SubmitAsync(chat, new Ask("t1", new string('x', 15_000)));
        await gate.SaidAsync(3);

        await desk.Projects.SubmitAsync(chat.Project, new DeleteProject { Id = "end", By = Workshop.Writer }, Ct);

        await GoneAsync(desk, chat);
        Assert.Empty(await desk.Workshop.LeftAsync(chat.Project));
    }

    /// <summary>A part of the answer is on its way to storage when the chat, or the project, is removed: it arrives afterwards.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delete_WhileAPartIsBeingKept_LeavesNothing(bool isProject)
    {
        var (gate, troubles, keeping, release) = (new Words(), new Troubles(), new TaskCompletionSource(), new TaskCompletionSource());
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await TalkDesk.OpenAsync(azurite, gate.Model, troubles, clock);
        troubles.Sending = request =>
        {
            if (!Uri.UnescapeDataString(request.Uri.ToString()).Contains("partial.", StringComparison.Ordinal) || request.Method == RequestMethod.Get) return Task.CompletedTask;
            keeping.TrySetResult();
            return release.Task;
        };
        var chat = await desk.ChatAsync();
        await desk.SubmitAsync(chat, new Ask("t1", "a long story"));
        await gate.SaidAsync(2);
        clock.Advance(TimeSpan.FromSeconds(3));
        gate.Tell(1);
        await keeping.Task.WaitAsync(TimeSpan.FromMinutes(2), Ct);

        if (isProject) await desk.Projects.SubmitAsync(chat.Project, new DeleteProject { Id = "end", By = Workshop.Writer }, Ct);
        else await desk.SubmitAsync(chat, new DeleteChat());
        release.SetResult();

        await GoneAsync(desk, chat);
        Assert.Empty(await LeftAsync(desk, chat));
    }

    /// <summary>What the front door let pass before the project was deleted arrives when it is gone.</summary>
    [Fact]
    public async Task Submit_AfterTheProjectIsGone_LeavesNothing()
    {
        await using var desk = await TalkDesk.OpenAsync(azurite);
        ChatAddress[] chats = [await desk.ChatAsync(), await desk.ChatAsync(), await desk.ChatAsync()];
        foreach (var each in chats) await desk.Projects.SubmitAsync(each.Project, new DeleteProject { Id = "end", By = Workshop.Writer }, Ct);

        await desk.Chats.SubmitAsync(chats[0], new Ask("t1", "still there?"), Ct);
        await desk.Chats.SubmitAsync(chats[1], new RenameChat("Too late"), Ct);
        var late = chats[2] with { Chat = "late" };
        await desk.Chats.SubmitAsync(late, new StartChat("late", late.Project, "Too late", null), Ct);

        foreach (var chat in chats.Append(late))
        {
            await Desk.UntilAsync(async () => (await desk.Workshop.LeftAsync(chat.Project)).Count == 0, "the chat to be gone");
        }

        await Desk.UntilAsync(() => Task.FromResult(desk.Chats.ChatsInMemory == 1), "the chats to be forgotten");
    }

    [Fact]
    public async Task Delete_StorageInTroubleInTheMiddle_IsDoneOnceItAnswers()
    {
        var troubles = new Troubles();
        await using var desk = await TalkDesk.OpenAsync(azurite, troubles: troubles);
        var chat = await desk.ChatAsync();
        await desk.TalkAsync(chat, "t1", new string('x', 15_000));
        var failed = 0;
        troubles.Failing = request => request.Method == RequestMethod.Delete && request.Uri.ToString().Contains("/Chats", StringComparison.Ordinal) && Interlocked.Increment(ref failed) > 0;

        await Assert.ThrowsAnyAsync<Exception>(() => desk.Chats.SubmitAsync(chat, new DeleteChat(), Ct));
        await Desk.UntilAsync(() => Task.FromResult(failed > 1), "the removal to be tried again");
        troubles.Failing = _ => false;

        await GoneAsync(desk, chat);
        Assert.Empty(await LeftAsync(desk, chat));
    }

    /// <summary>A crash leaves a part of a chat that was being removed, and a chat whose project was removed meanwhile.</summary>
    [Fact]
    public async Task Start_WithHalfOfADeletedChat_RemovesTheRest()
    {
        ChatAddress half, orphan, whole;
        await using (var first = await TalkDesk.OpenAsync(azurite))
        {
            (half, orphan, whole) = (await first.ChatAsync(), await first.ChatAsync(), await first.ChatAsync());
            foreach (var chat in (ChatAddress[])[half, orphan, whole]) await first.TalkAsync(chat, "t1", new string('x', 15_000));
            await first.Workshop.Clients.Tables.GetTableClient("Messages").DeleteEntityAsync($"{half}", $"{1:D19}.{half}", cancellationToken: Ct);
            var film = await first.Workshop.ReadAsync(orphan.Project);
            await first.StopAsync();
            await first.Workshop.SubmitAsync(orphan.Project, film, new DeleteProject { Id = "end", By = Workshop.Writer });
        }

        await using var desk = await TalkDesk.OpenAsync(azurite);

        await GoneAsync(desk, half);
        await GoneAsync(desk, orphan);
        Assert.Empty(await LeftAsync(desk, half));
        Assert.Empty(await LeftAsync(desk, orphan));
        Assert.Equal(TurnEnd.Answered, (await desk.TalkAsync(whole, "t2", "go on")).End);
    }

    /// <summary>A chat that can not be read stays, and nothing else is kept from being taken up.</summary>
    [Fact]
    public async Task Start_WithADamagedChat_GoesOnWithTheOthers()
    {
        var gate = new Words();
        ChatAddress[] damaged;
        ChatAddress whole;
        await using (var first = await TalkDesk.OpenAsync(azurite, gate.Model))
        {
            damaged = [await first.ChatAsync(), await first.ChatAsync()];
            whole = await first.ChatAsync();
            foreach (var chat in damaged.Append(whole)) await first.SubmitAsync(chat, new Ask("t1", "hello"));
            var messages = first.Workshop.Clients.Tables.GetTableClient("Messages");
            await messages.UpdateEntityAsync(new TableEntity($"{damaged[0]}", $"{2:D19}.{damaged[0]}") { ["Event"] = "{}" }, Azure.ETag.All, TableUpdateMode.Merge, Ct);
            await messages.UpdateEntityAsync(new TableEntity($"{damaged[1]}", $"{2:D19}.{damaged[1]}") { ["Sequence"] = 7L }, Azure.ETag.All, TableUpdateMode.Merge, Ct);
        }

        await using var desk = await TalkDesk.OpenAsync(azurite);

        Assert.Equal(TurnEnd.Answered, (await desk.EndAsync(whole, "t1")).End);
        Assert.False(desk.Chats.ExecuteTask!.IsCompleted);
        Assert.True(await desk.IsMarkedAsync(damaged[0]));
    }

    [Fact]
    public async Task Stop_InTheMiddleOfAnAnswer_KeepsWhatHasComeAndChargesIt()
    {
        var gate = new Words();
        ChatAddress chat;
        await using (var first = await TalkDesk.OpenAsync(azurite, gate.Model))
        {
            chat = await first.ChatAsync();
            await first.SubmitAsync(chat, new Ask("t1", "hello"));
            await first.SubmitAsync(chat, new Ask("t2", "and you?"));
            await gate.SaidAsync(3);
        }

        await using var desk = await TalkDesk.OpenAsync(azurite);

        var ended = await desk.EndAsync(chat, "t1");
        Assert.Equal((TurnEnd.Interrupted, gate.Text), (ended.End, ended.Text));
        Assert.True(ended.Usage.Tokens > 0);
        Assert.Equal(TurnEnd.Answered, (await desk.EndAsync(chat, "t2")).End);
        Assert.Equal(["t1", "t2"], (await desk.ChargesAsync(chat.Project)).Select(charge => charge.Turn.Turn));
    }

    [Fact]
    public async Task Stop_BeforeTheFirstWord_TheNextStartTakesTheTurnAnew()
    {
        var gate = new Words();
        ChatAddress chat;
        await using (var first = await TalkDesk.OpenAsync(azurite, gate.Model))
        {
            chat = await first.ChatAsync();
            await first.SubmitAsync(chat, new Ask("t1", "hello"));
            await Desk.UntilAsync(() => Task.FromResult(gate.Model.Asked.Count == 1), "the model to be asked");
        }

        await using var desk = await TalkDesk.OpenAsync(azurite);

        Assert.Equal(TalkingModel.EchoOf("hello"), (await desk.EndAsync(chat, "t1")).Text);
        Assert.Single(await desk.ChargesAsync(chat.Project));
    }

    [Fact]
    public async Task StopTurn_InTheMiddle_KeepsWhatHasComeAndTheNextGoesOn()
    {
        var gate = new Words();
        await using var desk = await TalkDesk.OpenAsync(azurite, gate.Model);
        var chat = await desk.ChatAsync();
        await desk.SubmitAsync(chat, new Ask("t1", "hello"));
        await desk.SubmitAsync(chat, new Ask("t2", "not this"));
        await gate.SaidAsync(2);

        await desk.SubmitAsync(chat, new StopTurn("t2"));
        await desk.SubmitAsync(chat, new StopTurn("t1"));

        Assert.Equal((TurnEnd.Stopped, gate.Text), ((await desk.EndAsync(chat, "t1")).End, (await desk.EndAsync(chat, "t1")).Text));
        Assert.Equal((TurnEnd.Stopped, ""), ((await desk.EndAsync(chat, "t2")).End, (await desk.EndAsync(chat, "t2")).Text));
        Assert.Equal(["hello"], gate.Model.Asked);
    }

    [Fact]
    public async Task Branch_FromWhatIsNoMessage_StoresNothing()
    {
        await using var desk = await TalkDesk.OpenAsync(azurite);
        var chat = await desk.ChatAsync();
        await desk.TalkAsync(chat, "t1", "hello");
        var branch = chat with { Chat = "branch" };

        var refused = await desk.Chats.BranchAsync(chat, 1, branch, null, Ct);

        Assert.NotNull(refused.Rejection);
        Assert.Empty(await LeftAsync(desk, branch));
        Assert.False(await desk.IsMarkedAsync(branch));
        Assert.Null((await desk.Chats.BranchAsync(chat, 3, branch, null, Ct)).Rejection);
        Assert.Equal(TalkingModel.EchoOf("and then?"), (await desk.TalkAsync(branch, "t2", "and then?")).Text);
    }

    /// <summary>One who follows reads the whole answer, whenever they come.</summary>
    [Fact]
    public async Task Follow_FromTheBeginningOrTheMiddle_TellsAllOfIt()
    {
        await using var desk = await TalkDesk.OpenAsync(azurite, TalkingModel.Echo(ct => Task.Delay(20, ct)));
        var chat = await desk.ChatAsync();
        await desk.SubmitAsync(chat, new Ask("t1", "hello"));

        var told = await desk.Follower.FollowAsync(chat, "t1", TurnPlace.Beginning, Ct).ToListAsync(Ct);
        var middle = told.OfType<TurnUpdate.Words>().ElementAt(2).Place!.Value;
        var rest = await desk.Follower.FollowAsync(chat, "t1", middle, Ct).ToListAsync(Ct);

        Assert.Equal(TalkingModel.EchoOf("hello"), string.Concat(told.OfType<TurnUpdate.Words>().Select(words => words.Text)));
        Assert.Equal(TalkingModel.EchoOf("hello")[middle.Offset..], string.Concat(rest.OfType<TurnUpdate.Words>().Select(words => words.Text)));
        Assert.IsType<TurnUpdate.Ended>(told[^1]);
        Assert.IsType<TurnUpdate.Ended>(rest[^1]);
    }

    private static Task GoneAsync(TalkDesk desk, ChatAddress chat) => Desk.UntilAsync(async () => !await desk.IsMarkedAsync(chat), "the chat to be removed");

    private static async Task<IReadOnlyList<string>> LeftAsync(TalkDesk desk, ChatAddress chat) =>
        [.. (await desk.Workshop.LeftAsync(chat.Project)).Where(left => left.Contains(chat.Chat, StringComparison.Ordinal))];

    /// <summary>An answer without end, of which the test is told how far it has come.</summary>
    private sealed class Words
    {
        private readonly Channel<int> _more = Channel.CreateUnbounded<int>();
        private int _told;
        private int _said;

        public Words() => Model = new((_, ct) => TellAsync(ct));

        public TalkingModel Model { get; }

        public string Text => string.Concat(Enumerable.Range(0, _said).Select(word => $"word{word} "));

        /// <summary>Has so many more words said.</summary>
        public void Tell(int words)
        {
            for (var word = 0; word < words; word++) _more.Writer.TryWrite(_told++);
        }

        /// <summary>Has so many more words said, and waits until they are.</summary>
        public Task SaidAsync(int words)
        {
            Tell(words);
            return Desk.UntilAsync(() => Task.FromResult(Volatile.Read(ref _said) == _told), $"{_told} words to be said");
        }

        private async IAsyncEnumerable<string> TellAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var word in _more.Reader.ReadAllAsync(cancellationToken))
            {
                yield return $"word{word} ";
                Interlocked.Increment(ref _said);
            }
        }
    }
}
