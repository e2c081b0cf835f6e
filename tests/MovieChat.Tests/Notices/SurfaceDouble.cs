using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Notices;

/// <summary>A surface that keeps what it is told in memory, and fails when a test says so.</summary>
internal sealed class SurfaceDouble(bool keepsPosts = true) : INoticeChannel
{
    public const string Name = "board";

    private readonly Queue<Delivery> _troubles = new();

    public string Kind => Name;

    public bool KeepsPosts => keepsPosts;

    public IReadOnlyList<string> UsualEvents => NoticeTypes.All;

    public string? WhyNot(string target) => null;

    /// <summary>What was told, in order; what failed is not in it.</summary>
    public List<Telling> Told { get; } = [];

    /// <summary>The messages by their references, as they read now.</summary>
    public Dictionary<string, Card> Messages { get; } = [];

    /// <summary>What happens elsewhere while a message is sent.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    public void Fail(params IEnumerable<Delivery> troubles)
    {
        foreach (var trouble in troubles) _troubles.Enqueue(trouble);
    }

    public async Task<Delivery> SendAsync(Subscription subscription, Telling telling, CancellationToken cancellationToken)
    {
        Calls++;
        await Meanwhile();
        if (_troubles.TryDequeue(out var trouble)) return trouble;
        Told.Add(telling);
        var reference = $"message {Told.Count}";
        Messages[reference] = telling.Card;
        return new Delivery.Delivered(reference);
    }

    public Task<Delivery> UpdateAsync(Subscription subscription, Post post, Card card, CancellationToken cancellationToken)
    {
        Calls++;
        if (_troubles.TryDequeue(out var trouble)) return Task.FromResult(trouble);
        Messages[post.Reference] = card;
        return Task.FromResult<Delivery>(new Delivery.Delivered());
    }

    public static Subscription Of(WritingProject project, string id = "board1", params string[] events) => new()
    {
        Id = id,
        Project = project.Id,
        Kind = Name,
        Target = "here",
        Events = events.Length > 0 ? [.. events] : [.. NoticeTypes.All],
        By = "wren",
        CreatedAt = project.StartedAt,
    };
}
