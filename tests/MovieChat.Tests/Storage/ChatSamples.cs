using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

/// <summary>Chats to store.</summary>
internal static class ChatSamples
{
    public static ChatAddress Chat() => new($"p{Guid.NewGuid():N}", $"c{Guid.NewGuid():N}");

    public static ChatEntry Entry(long sequence, ChatEvent @event) => new(sequence, Samples.At.AddSeconds(sequence), @event);

    public static ChatEntry Started(ChatAddress chat) => Entry(1, new ChatStarted(chat.Chat, chat.Project, "Żółw i Δελφίνι 🐢", DocumentId.Profile("mara")));

    public static ChatEntry Asked(long sequence, string turn, string text = "Why does she \"stay\"? 🎬") => Entry(sequence, new MessageAsked(turn, text));

    public static ChatEntry Ended(long sequence, string turn, string text = "Because the ferry is late.") => Entry(sequence, new TurnEnded(turn, TurnEnd.Answered, text)
    {
        Attempt = "3f2a91bc",
        Proposals =
        [
            new(ProposalKinds.Draft) { Document = DocumentId.Plot, Draft = 2 },
            new(ProposalKinds.Ways) { Document = DocumentId.Plot, Ways = [new("Stay", "She stays."), new("Go", "She goes.")] },
        ],
        Failure = new("kind", "message", "remedy"),
        Model = "understudy",
        Usage = new(1200, 0),
    });

    /// <summary>A chat of so many answered turns, each two events, after its first event.</summary>
    public static ChatEntry[] Transcript(ChatAddress chat, int turns) =>
    [
        Started(chat),
        .. Enumerable.Range(0, turns).SelectMany(turn => (ChatEntry[])[Asked(2 + (2 * turn), $"t{turn}", $"question {turn}"), Ended(3 + (2 * turn), $"t{turn}", $"answer {turn}")]),
    ];

    public static ChatSession Session(ChatAddress chat, int turns) => Transcript(chat, turns).Aggregate(ChatSession.None, (session, entry) => session.On(entry));

    /// <summary>Appends one event after the other.</summary>
    public static async Task AppendAsync(this TranscriptTable transcripts, ChatAddress chat, params ChatEntry[] entries)
    {
        foreach (var entry in entries) Assert.IsType<Append.Appended>(await transcripts.AppendAsync(chat, [entry], TestContext.Current.CancellationToken));
    }
}
