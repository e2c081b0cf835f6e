using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Chats;

/// <summary>Reads a chat from its snapshot and transcript, and appends to it what a command makes.</summary>
public sealed class ChatJournal(TranscriptTable transcripts, ChatSnapshots snapshots, ChatTable chats, TimeProvider clock)
{
    /// <summary>A snapshot is written about this often, in events: reading a chat never folds many more.</summary>
    public const int EventsPerSnapshot = 24;

    /// <returns><see cref="ChatSession.None"/> when there is no such chat.</returns>
    public async Task<ChatSession> ReadAsync(ChatAddress chat, CancellationToken cancellationToken) =>
        await CatchUpAsync(chat, await snapshots.ReadAsync(chat, cancellationToken) ?? ChatSession.None, cancellationToken);

    /// <summary>The chat with what the transcript has beyond <paramref name="known"/>.</summary>
    public async Task<ChatSession> CatchUpAsync(ChatAddress chat, ChatSession known, CancellationToken cancellationToken)
    {
        await foreach (var entry in transcripts.FollowAsync(chat, known.Revision, cancellationToken)) known = known.On(entry);
        return known;
    }

    /// <summary>Decides on <paramref name="command"/> and appends the events. Where somebody else was faster, reads theirs and decides again.</summary>
    /// <param name="known">The chat as the caller knows it; may be behind the transcript.</param>
    /// <param name="announce">Told right before each attempt to append, for hosts that must have work looked for whatever becomes of this process.</param>
    public async Task<ChatAdvance> AdvanceAsync(ChatAddress chat, ChatSession known, ChatCommand command, CancellationToken cancellationToken, Func<Task>? announce = null)
    {
        // A start that is repeated may be the first whose answer came.
        if (command is StartChat && known.Decide(command, clock.GetUtcNow()) is ChatOutcome.Accepted) await chats.AnnounceAsync(chat, clock.GetUtcNow(), cancellationToken);
        while (true)
        {
            switch (known.Decide(command, clock.GetUtcNow()))
            {
                case ChatOutcome.Accepted { Entries.Count: 0 }:
                    return new(known, []);
                case ChatOutcome.Accepted accepted:
                    if (announce is not null) await announce();
                    var append = await transcripts.AppendAsync(chat, accepted.Entries, cancellationToken);
                    if (append is Append.Appended) return await AppendedAsync(known, accepted, cancellationToken);
                    known = await CatchUpAsync(chat, known, cancellationToken);
                    if (append is Append.AlreadyAppended) return new(known, []);
                    break;
                case ChatOutcome.Rejected rejected:
                    var current = await CatchUpAsync(chat, known, cancellationToken);
                    if (current.Revision == known.Revision) return await IsRepeatedAsync(chat, command, cancellationToken) ? new(known, []) : new(known, [], rejected.Rejection);
                    known = current;
                    break;
                default:
                    throw new ArgumentException($"Nothing is known of the outcome of {command.GetType().Name}.");
            }
        }
    }

    /// <summary>Begins <paramref name="chat"/> with the events of another one up to <paramref name="sequence"/>. They are copied, so that either can be
    /// deleted without the other; the first one is stored last, so that there is no half of a chat.</summary>
    public async Task<ChatAdvance> BranchAsync(ChatAddress source, long sequence, ChatAddress chat, string? title, CancellationToken cancellationToken)
    {
        if (await transcripts.FindAsync(source, sequence, cancellationToken) is not { Event: MessageAsked or TurnEnded }) return new(ChatSession.None, [], NoMessage(sequence));
        await chats.AnnounceAsync(chat, clock.GetUtcNow(), cancellationToken);
        var session = ChatSession.None;
        ChatEntry? last = null;
        await foreach (var part in transcripts.ReadAsync(source, 0, sequence + 1, cancellationToken).Chunk(100).WithCancellation(cancellationToken))
        {
            foreach (var entry in part) session = session.On(last = entry);
            await transcripts.ImportAsync(chat, [.. part.Where(entry => entry.Sequence > 1)], cancellationToken);
        }

        if (last?.Sequence != sequence) return new(ChatSession.None, [], NoMessage(sequence));
        session = session.BranchedAs(chat.Chat, title ?? Branched(session.Title));
        ChatEntry[] first = [new(1, clock.GetUtcNow(), new ChatBranched(source.Chat, sequence, session))];
        await transcripts.AppendAsync(chat, first, cancellationToken);
        var begun = ChatSession.None.On(first[0]);
        await snapshots.WriteAsync(begun, cancellationToken);
        return new(begun, first);
    }

    /// <summary>Brings the project's list of chats up to date.</summary>
    public Task ListAsync(ChatSession session, CancellationToken cancellationToken) => chats.RefreshAsync(ChatListing.Of(session), cancellationToken);

    public async Task SnapshotAsync(ChatSession session, CancellationToken cancellationToken)
    {
        try
        {
            await snapshots.WriteAsync(session, cancellationToken);
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            // What was appended counts. The next snapshot is due in EventsPerSnapshot events.
        }
    }

    private async Task<ChatAdvance> AppendedAsync(ChatSession before, ChatOutcome.Accepted accepted, CancellationToken cancellationToken)
    {
        if (accepted.Session.Revision / EventsPerSnapshot > before.Revision / EventsPerSnapshot) await SnapshotAsync(accepted.Session, cancellationToken);
        return new(accepted.Session, accepted.Entries);
    }

    /// <summary>A message that was asked long ago is a repetition, also when the chat takes no more just now.</summary>
    private async Task<bool> IsRepeatedAsync(ChatAddress chat, ChatCommand command, CancellationToken cancellationToken) =>
        command is Ask ask && await transcripts.FindTurnAsync(chat, ask.Turn, cancellationToken) is not null;

    private static Rejection NoMessage(long sequence) =>
        new(RejectionKinds.InvalidValue, $"Event {sequence} of the chat is no message: branch from the sequence of one that is listed at …/messages.", Path: "message");

    private static string Branched(string title)
    {
        const string suffix = " (branch)";
        if (title.Length == 0) return "";
        return title.Length + suffix.Length <= ChatSession.MostTitle ? title + suffix : title;
    }
}
