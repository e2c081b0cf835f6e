using MovieChat.Core.Journey;

namespace MovieChat.Local.Runtime;

/// <summary>A project that this process is working on. Everything but <see cref="Known"/> is read and changed only by who holds <see cref="Gate"/>.</summary>
internal sealed class ActiveProject(string id) : IDisposable
{
    private volatile WritingProject? _known;

    public string Id { get; } = id;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The project as last read or decided; null when it is to be read again.</summary>
    public WritingProject? Known
    {
        get => _known;
        set => _known = value;
    }

    /// <summary>The revision that was read when the project was taken up.</summary>
    public long? ReadAt { get; set; }

    /// <summary>The orders being carried out, by id.</summary>
    public Dictionary<string, RunningOrder> Running { get; } = [];

    /// <summary>The orders that this process gave and has not begun: there is no earlier attempt of which something could be stored.</summary>
    public HashSet<string> NewOrders { get; } = [];

    /// <summary>It is among the projects that the next start looks at.</summary>
    public bool IsMarked { get; set; }

    /// <summary>The last mark that this process made.</summary>
    public Azure.ETag Mark { get; set; }

    /// <summary>It was put away: take another one.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Storage failed, and it is tried again until it answers.</summary>
    public bool IsRecovering { get; set; }

    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Somebody handed it a command, or it was taken up. Without that it is held for a reminder alone, and is not known.</summary>
    public bool IsUsed => LastUsed != default;

    /// <summary>When the rows are due that may stand for it among the projects that wait.</summary>
    public HashSet<DateTimeOffset> Rows { get; } = [];

    /// <summary>What the writer's list of projects says of it, as far as this process has written it.</summary>
    public Storage.ProjectListing? Listed { get; set; }

    public bool IsListing { get; set; }

    public void Dispose() => Gate.Dispose();
}

/// <summary>An order that is being carried out.</summary>
/// <param name="Stop">What stops it.</param>
/// <param name="IsNew">Nobody has begun it before.</param>
internal sealed record RunningOrder(CancellationTokenSource Stop, bool IsNew)
{
    /// <summary>Nothing more is stored of it from then on.</summary>
    public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
