using System.Collections.Concurrent;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Local;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>Talks over a storage that fails once: nothing acknowledged is lost, nothing counts twice, and what is deleted leaves nothing.</summary>
public sealed class ChatFaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Lanes = 4;
    private const int MostFailures = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Faults are tried at every so manieth operation; see <see cref="FaultTests"/>.</summary>
    private static int Stride { get; } = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_FAULT_STRIDE"), out var given) && given > 0 ? given : 11;

    [Theory]
    [InlineData(FaultKind.Refused, true)]
    [InlineData(FaultKind.AnswerLost, true)]
    [InlineData(FaultKind.Late, true)]
    [InlineData(FaultKind.CrashBefore, false)]
    [InlineData(FaultKind.CrashAfter, false)]
    public async Task Talks_FaultAtOneOperationAfterTheOther_LoseNothingAndLeaveNothing(FaultKind kind, bool persists)
    {
        var began = TimeProvider.System.GetTimestamp();
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Lane.OpenAsync(azurite, Ct)));
        var (operations, _) = await PlayAsync(lanes[0], null);
        var (next, struck, failures) = (0, 0, new ConcurrentQueue<string>());

        await Task.WhenAll(lanes.Select(lane => Task.Run(
            async () =>
            {
                for (var at = Interlocked.Add(ref next, Stride); at <= operations && failures.Count < MostFailures; at = Interlocked.Add(ref next, Stride))
                {
                    var fault = new Fault(kind, at, persists);
                    try
                    {
                        if ((await PlayAsync(lane, fault)).HasStruck) Interlocked.Increment(ref struck);
                    }
                    catch (Exception failed) when (!Ct.IsCancellationRequested)
                    {
                        failures.Enqueue($"{fault}: {failed}");
                    }
                }
            },
            Ct)));

        output.WriteLine($"{kind}: {struck} faults in talks of {operations} operations, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Assert.True(struck >= operations / Stride / 2, $"{struck} faults struck a talk of {operations} operations.");
    }

    private static async Task<(int Operations, bool HasStruck)> PlayAsync(Lane lane, Fault? fault)
    {
        var model = TalkingModel.Echo(ct => Task.Delay(1, ct));
        await using var heads = new TalkHeads(lane, fault, model);
        var project = $"p{Guid.NewGuid():N}";
        var (chat, other) = (new ChatAddress(project, "c1"), new ChatAddress(project, "c2"));
        await heads.AskAsync(head => head.BeginAsync(project));
        await SendAsync(heads, chat, new StartChat("c1", project, null, null));
        await SendAsync(heads, chat, new Ask("t1", "hello"));
        await UntilAsync(heads, chat, session => session.Turns.Count == 0);
        await Task.WhenAll(SendAsync(heads, chat, new Ask("t2", new string('x', 5_000))), SendAsync(heads, chat, new Ask("t3", "there")));
        await UntilAsync(heads, chat, session => session.Turns.Count == 0 && session.Title.Length > 0);
        await heads.AskAsync(async head => Assert.Null((await head.Chats.BranchAsync(chat, 2, other, "Elsewhere", Ct)).Rejection));
        await UntilAsync(heads, other, session => session.Turns.Count == 0);
        await CheckAsync(lane, heads, chat, other, model, isCrash: fault?.Kind is FaultKind.CrashBefore or FaultKind.CrashAfter);

        await heads.AskAsync(async head =>
        {
            if (await head.Chats.FindAsync(other, Ct) is not null) await head.Chats.SubmitAsync(other, new DeleteChat(), Ct);
        });
        await SendAsync(heads, chat, new Ask("t4", "to be cut"));
        await heads.AskAsync(async head =>
        {
            if (await head.Projects.FindAsync(project, Ct) is not null) await head.Projects.SubmitAsync(project, new DeleteProject { Id = "end", By = Workshop.Writer }, Ct);
        });
        await heads.StopAsync();
        await CheckGoneAsync(lane, model, project);
        return (heads.Wire.Operations, heads.Wire.HasStruck);
    }

    private static Task SendAsync(TalkHeads heads, ChatAddress chat, ChatCommand command) =>
        heads.AskAsync(async head => Assert.Null((await head.Chats.SubmitAsync(chat, command, Ct)).Rejection));

    private static async Task UntilAsync(TalkHeads heads, ChatAddress chat, Func<ChatSession, bool> isThere)
    {
        var began = TimeProvider.System.GetTimestamp();
        ChatSession? session = null;
        while (session is null || !isThere(session))
        {
            await heads.AskAsync(async head => session = await head.Chats.FindAsync(chat, Ct));
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromMinutes(3)) throw new TimeoutException($"'{chat}' stands at {session?.Revision}, {session?.Turns.Count} turns open, titled '{session?.Title}'.");
            await Task.Delay(TimeSpan.FromSeconds(5), heads.Clock, Ct);
        }
    }

    /// <summary>Every message stands there once, in order, with one answer, charged once; and a new reading finds what the head knows.</summary>
    private static async Task CheckAsync(Lane lane, TalkHeads heads, ChatAddress chat, ChatAddress branch, TalkingModel model, bool isCrash)
    {
        using var workshop = new Workshop(lane.Clients);
        var entries = await workshop.Transcripts.ReadAsync(chat, 0, long.MaxValue, Ct).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(place => (long)place), entries.Select(entry => entry.Sequence));
        await heads.AskAsync(async head => Assert.Equal(entries.Aggregate(ChatSession.None, (session, entry) => session.On(entry)), await head.Chats.FindAsync(chat, Ct)));
        var asked = entries.Select(entry => entry.Event).OfType<MessageAsked>().ToArray();
        var ended = entries.Select(entry => entry.Event).OfType<TurnEnded>().ToArray();
        Assert.Equal(["t1", "t2", "t3"], asked.Select(message => message.Turn).Order());
        Assert.Equal(asked.Select(message => message.Turn), ended.Select(end => end.Turn));
        foreach (var (message, end) in asked.Zip(ended))
        {
            if (end.End is TurnEnd.Answered) Assert.Equal(TalkingModel.EchoOf(message.Text), end.Text);
            else Assert.True(isCrash && end.End is TurnEnd.Interrupted && TalkingModel.EchoOf(message.Text).StartsWith(end.Text, StringComparison.Ordinal), $"{end.Turn} is {end.End}: {end.Text} {end.Failure?.Message}");
        }

        var last = (await workshop.Transcripts.ReadAsync(branch, 0, long.MaxValue, Ct).ToListAsync(Ct)).Select(entry => entry.Event).OfType<TurnEnded>().Single();
        Assert.True(isCrash || last.Text == TalkingModel.EchoOf("hello"), $"The branch is answered {last.End}: {last.Text}");
        var charged = (await workshop.EntriesAsync(chat.Project)).Select(entry => entry.Event).OfType<ChatCharged>().Select(charge => $"{charge.Turn.Chat} {charge.Turn.Turn}").ToArray();
        Assert.Equal(charged.Distinct(), charged);
        if (isCrash) return;
        Assert.Equal(["c1 t1", "c1 t2", "c1 t3", "c2 t1"], charged.Where(charge => !charge.Contains("name", StringComparison.Ordinal)).Order());
        Assert.Equal(4, model.Asked.Count);
        Assert.Equal(["c1", "c2"], await workshop.Chats.ListAsync(chat.Project, null, Ct).Select(listed => listed.Id).ToListAsync(Ct));
    }

    /// <summary>The next start, if one is needed, removes what a crash has left.</summary>
    private static async Task CheckGoneAsync(Lane lane, TalkingModel model, string project)
    {
        var clock = new SwiftClock(10_000);
        await using var next = await new TalkDesk(lane.Clients, model, clock).StartAsync();
        foreach (var partition in (string[])[ActiveTable.Projects, ActiveTable.Chats])
        {
            await Desk.UntilAsync(async () => !await new ActiveTable(lane.Clients, partition).ListAsync(Ct).AnyAsync(Ct), $"nothing to be marked in {partition}");
        }

        Assert.Empty(await next.Workshop.LeftAsync(project));
    }
}
