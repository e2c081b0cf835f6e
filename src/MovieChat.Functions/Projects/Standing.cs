namespace MovieChat.Functions.Projects;

/// <summary>What the orchestration is told of a project: ids, numbers and times. No word of the film comes into its history.</summary>
/// <param name="Revision">The last event it was read from.</param>
public sealed record Standing(long Revision, ProjectPhase Phase)
{
    /// <summary>What is to be done now, in the order of the journey.</summary>
    public IReadOnlyList<OwedOrder> Owed { get; init; } = [];

    /// <summary>How many of them at the same time.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>When to look at the project again, in UTC, if nothing happens before: a reminder is due. Null when it need not be.</summary>
    public DateTime? LookAt { get; init; }
}

public enum ProjectPhase
{
    /// <summary>It has no events: its beginning is announced and not appended yet, or never will be.</summary>
    NotBegun,

    Alive,

    /// <summary>What is stored of it is damaged, or of a newer version: nothing is done until it is mended.</summary>
    Unreadable,

    /// <summary>The writer deleted it, and what is stored of it is to be removed.</summary>
    Deleted,
}

/// <param name="Id">The order's, as <c>synopsis@3</c>.</param>
/// <param name="Activity">The name of the activity that carries it out.</param>
public sealed record OwedOrder(string Id, string Activity);

/// <summary>What an activity is to carry out.</summary>
public sealed record OrderOf(string Project, string Order);
