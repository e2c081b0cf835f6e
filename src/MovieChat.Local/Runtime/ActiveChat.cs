using System.Collections.Concurrent;
using MovieChat.Core.Chatting;

namespace MovieChat.Local.Runtime;

/// <summary>A chat that this process is working on. Everything but <see cref="Known"/> is read and changed only by who holds <see cref="Gate"/>.</summary>
internal sealed class ActiveChat(ChatAddress address)
{
    private volatile ChatSession? _known;

    public ChatAddress Address { get; } = address;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The chat as last read or decided; null when it is to be read again.</summary>
    public ChatSession? Known
    {
        get => _known;
        set => _known = value;
    }

    /// <summary>The turns that began in this process and nobody has taken: there is no part of an answer to look for.</summary>
    public ConcurrentDictionary<string, byte> New { get; } = new();

    public bool IsRunning { get; set; }

    public bool IsMarked { get; set; }

    /// <summary>It was deleted, and what is stored of it is being removed.</summary>
    public bool IsEnding { get; set; }

    public Azure.ETag Mark { get; set; }

    /// <summary>It was put away: take another one.</summary>
    public bool IsClosed { get; set; }

    public DateTimeOffset LastUsed { get; set; }
}
