using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using MovieChat.Functions.FrontDoor;

namespace MovieChat.Functions.Chats;

/// <summary>A chat session as the durable engine sees it: an entity.</summary>
public sealed class ChatFunctions(ChatDesk desk, TaskHub hub)
{
    public const string ChatSession = nameof(ChatSession);

    [Function(ChatSession)]
    public Task RunAsync([EntityTrigger(EntityName = ChatSession)] TaskEntityDispatcher dispatcher, [DurableClient] DurableTaskClient client)
    {
        // What the companion proposes is announced to the project's orchestration.
        hub.Connect(client);
        return dispatcher.DispatchAsync(new ChatSessionEntity(desk));
    }
}
