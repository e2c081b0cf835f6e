using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Reminders;

/// <summary>When a project that waits reminds its writer. Section <see cref="Section"/>; as environment variables
/// <c>MovieChat__Reminders__After</c> and so on. A time is a number of days, or days.hours:minutes:seconds.</summary>
public sealed class ReminderOptions
{
    public const string Section = "MovieChat:Reminders";

    /// <summary>Most times in <see cref="After"/>.</summary>
    public const int MostFirst = 20;

    /// <summary>After how long each of the first reminders is sent, separated by commas: up to <see cref="MostFirst"/>, each longer than the
    /// one before, a second to 3,650 days. Default: 1, 3 and 7 days.</summary>
    public IReadOnlyList<TimeSpan> After { get; set; } = ReminderPlan.Usual.First;

    /// <summary>After how long another one is sent, again and again. A second to 3,650 days; default: 14 days.</summary>
    public TimeSpan Every { get; set; } = ReminderPlan.Usual.Every;

    /// <summary>After how long the project is parked: no more are sent until something happens in it. A second to 3,650 days; default: 90 days.</summary>
    public TimeSpan ParkAfter { get; set; } = ReminderPlan.Usual.ParkAfter;

    /// <summary>Send none, and park nothing.</summary>
    public bool Off { get; set; }

    internal ReminderPlan Plan => new(After.ToValueList(), Every, ParkAfter) { IsOff = Off };
}
