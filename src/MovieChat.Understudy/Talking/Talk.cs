using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Understudy.Talking.First;

namespace MovieChat.Understudy.Talking;

/// <summary>From the messages of a talk to the reply.</summary>
internal static class Talk
{
    /// <summary>Null when nobody talks: the messages are somebody else's.</summary>
    public static Reply? To(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        if (TalkTurn.Read(messages, options) is { } turn) return To(turn);
        var first = messages.FirstOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
        return TalkTurn.Known(first, ChatJson.Readable.ChoreRequest) is { Chore: not null, Exchanges: not null } chore ? Reply.Say(Chores.Do(chore)) : null;
    }

    private static Reply To(TalkTurn turn)
    {
        if (Interview.IsOn(turn)) return Asides.To(turn) ?? Interview.To(turn);
        foreach (var subject in Subjects)
        {
            if (subject(turn) is { } reply) return reply;
        }

        return DocumentTalk.To(turn);
    }

    /// <summary>What a message may be about, the plainest first: each answers or leaves it to the next.</summary>
    private static IReadOnlyList<Func<TalkTurn, Reply?>> Subjects { get; } =
    [
        DecisionTalk.To, Interview.Late, PassageTalk.To, StuckTalk.To, SeparateTalk.To, FilmStateTalk.To, KnowledgeTalk.To, ChangeTalk.To, FactTalk.To, SmallTalk.To,
    ];
}
