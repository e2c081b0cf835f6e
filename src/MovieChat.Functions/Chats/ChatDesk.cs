using Microsoft.Extensions.Logging;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Functions.Chats;

/// <summary>What a chat's entity has done with it.</summary>
public sealed partial class ChatDesk(RecentChats chats, ChatCarrier carrier, TimeProvider clock, ILogger<ChatDesk> log)
{
    private static readonly TimeSpan NextLook = TimeSpan.FromSeconds(30), AfterTrouble = TimeSpan.FromMinutes(1), AfterDamage = TimeSpan.FromDays(1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Does what the chat owes, unless somebody is at it.</summary>
    /// <returns>When to look again; null when nothing is owed.</returns>
    public async Task<TimeSpan?> LookAsync(ChatAddress chat)
    {
        try
        {
            if ((await chats.ReadAsync(chat, CancellationToken.None)).Owed() is null) return null;
            await carrier.CarryAsync(chat);
            return (await chats.ReadAsync(chat, CancellationToken.None)).Owed() is null ? null : NextLook;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            return AfterTrouble;
        }
        catch (Exception unreadable) when (unreadable is StoredValueException or InvalidOperationException)
        {
            Log.Unreadable(log, chat.Project, chat.Chat, unreadable);
            return AfterDamage;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}, chat {Chat} can not be read; the others go on.")]
        public static partial void Unreadable(ILogger log, string project, string chat, Exception unreadable);
    }
}
