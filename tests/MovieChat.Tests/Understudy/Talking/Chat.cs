using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Understudy;

namespace MovieChat.Tests.Understudy.Talking;

/// <summary>A writer who talks with the companion, the understudy as its model: a real chat session over a desk in memory.</summary>
internal sealed class Chat
{
    private readonly Companion _companion = new(new UnderstudyChatClient(), new ContextBudget(60_000));
    private ChatSession _session = ChatSession.None;
    private int _turns;

    public Chat(TalkDesk desk, string? focus = null)
    {
        Desk = desk;
        Do(new StartChat("c1", "p1", null, focus is null ? null : DocumentId.Parse(focus)));
    }

    public TalkDesk Desk { get; }

    /// <summary>The tools that the last turn used, in order, with what they were used on.</summary>
    public List<string> Used { get; private set; } = [];

    /// <summary>What the last turn put before the writer.</summary>
    public List<Proposal> Proposed { get; private set; } = [];

    public List<(string Writer, string Companion)> Lines { get; } = [];

    public ChatSession Session => _session;

    public string Say(string text) => SayAsync(text).GetAwaiter().GetResult();

    private async Task<string> SayAsync(string text)
    {
        (Used, Proposed) = ([], []);
        var turn = $"t{++_turns}";
        Do(new Ask(turn, text));
        var answer = "";
        await foreach (var update in _companion.AnswerAsync(_session, _session.Turns[0], text, Desk, new TurnCost(1_000_000), TestContext.Current.CancellationToken))
        {
            switch (update)
            {
                case CompanionUpdate.Text words: answer += words.Words; break;
                case CompanionUpdate.Doing doing: Used.Add(doing.About is null ? doing.Tool : $"{doing.Tool} {doing.About}"); break;
                case CompanionUpdate.Proposed proposed: Proposed.Add(proposed.Proposal); break;
            }
        }

        Do(new EndTurn(new(turn, TurnEnd.Answered, answer) { Proposals = [.. Proposed] }));
        // As the service does when nothing else is to be done.
        while (_session.Owed() is { } work and not ChatWork.Take)
        {
            if (work is ChatWork.Name name) Do(new ProposeTitle(await _companion.NameAsync(name.First, new TurnCost(100_000), TestContext.Current.CancellationToken)));
            else if (work is ChatWork.Fold fold) Do(new FoldChat(new(fold.From, fold.To, await _companion.FoldAsync(fold, new TurnCost(100_000), TestContext.Current.CancellationToken))));
        }

        Lines.Add((text, answer));
        Assert.True(answer.Count(letter => letter == '?') <= 1, answer);
        Assert.DoesNotMatch(@"\{\w+\}", answer);
        return answer;
    }

    private void Do(ChatCommand command) =>
        _session = Assert.IsType<ChatOutcome.Accepted>(_session.Decide(command, DateTimeOffset.UnixEpoch)).Session;
}
