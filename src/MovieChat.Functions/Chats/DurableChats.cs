using MovieChat.Core.Chatting;
using MovieChat.Workflows.Chats;

namespace MovieChat.Functions.Chats;

/// <summary>Chats as the cloud head has them: decided and appended here, whichever instance of the app this is, and answered here as well, so that the writer
/// reads along from the first word.</summary>
/// <remarks>A durable entity a chat is told before each append (see <see cref="ChatSessionEntity"/>): it looks after a while whether what was asked was
/// answered, and does it where this process ended before it could.</remarks>
internal sealed class DurableChats(ChatJournal journal, RecentChats chats, ChatWatchers watchers, ChatCarrier carrier, ChatEnd end, LiveTurns lives) : IChatHost
{
    public async Task<ChatSession?> FindAsync(ChatAddress chat, CancellationToken cancellationToken) =>
        await chats.ReadAsync(chat, cancellationToken) is { Revision: > 0, Deleted: false } session ? session : null;

    public async Task<ChatAdvance> SubmitAsync(ChatAddress chat, ChatCommand command, CancellationToken cancellationToken)
    {
        var known = await chats.ReadAsync(chat, cancellationToken);
        var advance = await journal.AdvanceAsync(chat, known, command, CancellationToken.None, () => watchers.AnnounceAsync(chat));
        await TakeAsync(chat, advance);
        return advance;
    }

    public async Task<ChatAdvance> BranchAsync(ChatAddress source, long sequence, ChatAddress chat, string? title, CancellationToken cancellationToken)
    {
        if (await chats.ReadAsync(chat, cancellationToken) is { Revision: > 0 } begun) return new(begun, []);
        await watchers.AnnounceAsync(chat);
        var advance = await journal.BranchAsync(source, sequence, chat, title, CancellationToken.None);
        if (advance.Rejection is null) await TakeAsync(chat, advance);
        return advance;
    }

    private async Task TakeAsync(ChatAddress chat, ChatAdvance advance)
    {
        chats.Keep(chat, advance.Session);
        foreach (var stop in advance.Entries.Select(entry => entry.Event).OfType<StopAsked>()) lives.Find(chat, stop.Turn)?.Stop();
        if (advance.Session.Deleted)
        {
            lives.StopAll(live => live == chat);
            await end.RemoveAsync(chat, CancellationToken.None);
            return;
        }

        if (advance.Entries.Any(entry => entry.Event is MessageAsked)) lives.GiveWay(chat);
        if (advance.Session.Owed() is not null) _ = carrier.CarryAsync(chat);
        if (advance.Entries is [{ Event: ChatStarted or ChatBranched or ChatNamed or FocusChanged }, ..]) await journal.ListAsync(advance.Session, CancellationToken.None);
    }
}
