using Microsoft.DurableTask.Entities;
using MovieChat.Core.Chatting;

namespace MovieChat.Functions.Chats;

/// <summary>What the engine remembers of a chat: that it is to be looked at, and nothing of what is said in it.</summary>
/// <param name="LookAt">When the next look is due; null when none is.</param>
public sealed record ChatWatch(DateTimeOffset? LookAt = null);

/// <summary>The durable side of a chat session. It is told before a message is appended, and looks after a while: what was asked and not answered, because the
/// process that took the message ended, is answered here.</summary>
/// <remarks>The session itself is in the transcript, which any instance reads and appends to; operations may come twice and change nothing then. An
/// operation that fails would take the next look with it: none does.</remarks>
public sealed class ChatSessionEntity(ChatDesk desk) : TaskEntity<ChatWatch>
{
    /// <summary>By then the process that took the message has answered it, or is about to and holds the chat's lease.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(20);

    /// <summary>Something is about to be appended to the chat.</summary>
    public void Announce()
    {
        if (State.LookAt is { } due && due > desk.Now) return;
        Schedule(FirstLook);
    }

    /// <summary>Does what the chat owes and nobody is doing.</summary>
    public async Task Look()
    {
        if (await desk.LookAsync(ChatAddress.Parse(Context.Id.Key)) is { } again) Schedule(again);
        else State = null!;
    }

    protected override ChatWatch InitializeState(TaskEntityOperation entityOperation) => new();

    private void Schedule(TimeSpan delay)
    {
        var at = desk.Now + delay;
        State = new(at);
        Context.SignalEntity(Context.Id, nameof(Look), options: new SignalEntityOptions { SignalTime = at });
    }
}
