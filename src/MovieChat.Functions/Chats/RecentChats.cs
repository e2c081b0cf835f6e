using Microsoft.Extensions.Caching.Memory;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;

namespace MovieChat.Functions.Chats;

/// <summary>Reads chats, those that this process has read before by what is new of them.</summary>
/// <remarks>Any instance of the app may have appended, so that every reading asks the transcript: for what follows, and whether it is there at all.</remarks>
public sealed class RecentChats(ChatJournal journal, TranscriptTable transcripts) : IDisposable
{
    private const int MostChats = 1000;

    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = MostChats });

    /// <returns><see cref="ChatSession.None"/> when there is no such chat.</returns>
    public async Task<ChatSession> ReadAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        if (_recent.Get<ChatSession>(chat) is { } known)
        {
            var current = await journal.CatchUpAsync(chat, known, cancellationToken);
            if (await transcripts.FindAsync(chat, 1, cancellationToken) is not null) return Keep(chat, current);
            _recent.Remove(chat);
        }

        // A snapshot may outlive its transcript for a moment, while both are being removed.
        var read = await journal.ReadAsync(chat, cancellationToken);
        return read.Revision == 0 || await transcripts.FindAsync(chat, 1, cancellationToken) is not null ? Keep(chat, read) : ChatSession.None;
    }

    /// <summary>Remembers a chat as it was read or decided.</summary>
    public ChatSession Keep(ChatAddress chat, ChatSession session)
    {
        if (session is { Revision: > 0, Deleted: false }) _recent.Set(chat, session, new MemoryCacheEntryOptions { Size = 1 });
        else _recent.Remove(chat);
        return session;
    }

    public void Dispose() => _recent.Dispose();
}
