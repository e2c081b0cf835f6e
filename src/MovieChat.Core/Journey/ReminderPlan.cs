namespace MovieChat.Core.Journey;

/// <summary>When a project that waits for its writer reminds them, and when it gives up: all counted from the beginning of the waiting.</summary>
/// <remarks>Whoever keeps the time asks <see cref="NextDue"/> when to look at a project, and then <see cref="Due"/> what to hand it. After a
/// long sleep that is the latest reminder alone; those before it are never sent.</remarks>
public sealed record ReminderPlan
{
    /// <param name="first">After how long each of the first reminders is due: above zero, each longer than the one before.</param>
    /// <param name="every">After how long another one is due, again and again. Above zero.</param>
    /// <param name="parkAfter">After how long no more are sent. Above zero.</param>
    /// <exception cref="ArgumentException">A time is out of its range or order.</exception>
    public ReminderPlan(ValueList<TimeSpan> first, TimeSpan every, TimeSpan parkAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(parkAfter, TimeSpan.Zero);
        if (first.Prepend(TimeSpan.Zero).Zip(first).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException($"The first reminders are due after times above zero, each longer than the one before, not {first}.", nameof(first));
        }

        (First, Every, ParkAfter) = (first, every, parkAfter);
    }

    /// <summary>After 1, 3 and 7 days, then every 14; no more after 90.</summary>
    public static ReminderPlan Usual { get; } =
        new([TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7)], TimeSpan.FromDays(14), TimeSpan.FromDays(90));

    public ValueList<TimeSpan> First { get; }

    public TimeSpan Every { get; }

    public TimeSpan ParkAfter { get; }

    /// <summary>Nothing is sent and nothing parked. <see cref="NextDue"/> goes on telling when it would have been, so that no project is
    /// forgotten by the time it is turned on.</summary>
    public bool IsOff { get; init; }

    private TimeSpan LastOfFirst => First.Count == 0 ? TimeSpan.Zero : First[^1];

    /// <summary>When the writer is reminded next; null when they are not.</summary>
    public DateTimeOffset? NextReminder(WritingProject project, DocumentTable? table = null) =>
        !IsOff && Next(project) is var next && next < ParkAfter && Waits(project, table) ? project.ChangedAt + next : null;

    /// <summary>When the project is to be looked at next: a reminder is due then, or its parking. Null when it is not.</summary>
    public DateTimeOffset? NextDue(WritingProject project, DocumentTable? table = null) =>
        Waits(project, table) ? project.ChangedAt + Sooner(Next(project), ParkAfter) : null;

    /// <summary>What is due at <paramref name="now"/>, to be handed to the project; null for nothing.</summary>
    public WaitingCommand? Due(WritingProject project, DateTimeOffset now, DocumentTable? table = null)
    {
        var waited = now - project.ChangedAt;
        if (IsOff || waited < Sooner(Next(project), ParkAfter) || !Waits(project, table)) return null;
        return waited >= ParkAfter
            ? new ParkProject { Id = "parking", By = WritingProject.Service, WaitingSince = project.ChangedAt }
            : Remind(project, (project.LastReminder?.Number ?? 0) + 1, Latest(waited));
    }

    private static bool Waits(WritingProject project, DocumentTable? table) => project.ParkedAt is null && project.WaitingSince(table) is not null;

    private static RemindWriter Remind(WritingProject project, int number, TimeSpan waited) => new(number, project.ChangedAt + waited)
    {
        Id = $"reminder@{number}",
        By = WritingProject.Service,
        WaitingSince = project.ChangedAt,
    };

    /// <summary>The first time of the plan after that of the last reminder. The plan may have been another one then, and the clock wrong.</summary>
    private TimeSpan Next(WritingProject project)
    {
        var last = project.LastReminder is { } reminder ? reminder.Due - project.ChangedAt : TimeSpan.Zero;
        return last < LastOfFirst ? First.First(each => each > last) : Later(Times(last) + 1);
    }

    /// <summary>The last time of the plan that is no later than <paramref name="waited"/>, of which there is one.</summary>
    private TimeSpan Latest(TimeSpan waited) =>
        waited < LastOfFirst ? First.Last(each => each <= waited) : Later(Times(waited));

    /// <summary>How many times <see cref="Every"/> has passed since the last of the first reminders.</summary>
    private long Times(TimeSpan waited) => (waited - LastOfFirst).Ticks / Every.Ticks;

    private TimeSpan Later(long times) => LastOfFirst + TimeSpan.FromTicks(Every.Ticks * times);

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
