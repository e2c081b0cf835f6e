using Microsoft.DurableTask.Entities;
using MovieChat.Core.Chatting;
using MovieChat.Functions.FrontDoor;

namespace MovieChat.Functions.Chats;

/// <summary>Tells a chat's entity that something is about to be appended.</summary>
internal sealed class ChatWatchers(TaskHub hub)
{
    public Task AnnounceAsync(ChatAddress chat) =>
        hub.Client.Entities.SignalEntityAsync(new EntityInstanceId(ChatFunctions.ChatSession, $"{chat}"), nameof(ChatSessionEntity.Announce), cancellation: CancellationToken.None);
}
