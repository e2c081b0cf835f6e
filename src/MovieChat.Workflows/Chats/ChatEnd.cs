using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Workflows.Chats;

/// <summary>Removes what is stored of deleted chats. Doing it again, after a crash in the middle, removes the rest.</summary>
public sealed class ChatEnd(TranscriptTable transcripts, ChatSnapshots snapshots, ChatTable chats)
{
    public async Task RemoveAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        await snapshots.DeleteAsync(chat, cancellationToken);
        await transcripts.DeleteAsync(chat, cancellationToken);

        // The list goes last: by it the rest is found again.
        await chats.DeleteAsync(chat, cancellationToken);
    }

    /// <summary>Removes every chat of a project.</summary>
    public async Task RemoveAllAsync(string project, CancellationToken cancellationToken)
    {
        await foreach (var listed in chats.ListAsync(project, null, cancellationToken)) await RemoveAsync(new(project, listed.Id), cancellationToken);
    }
}
