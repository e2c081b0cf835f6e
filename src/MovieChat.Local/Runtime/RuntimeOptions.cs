namespace MovieChat.Local.Runtime;

/// <summary>How the embedded head works. Settings <c>MovieChat__Runtime__…</c>.</summary>
public sealed class RuntimeOptions
{
    public const string Section = "MovieChat:Runtime";

    /// <summary>Most orders carried out at the same time, over all projects. 1 to 1000.</summary>
    public int MaxOrders { get; set; } = 16;

    /// <summary>Most orders carried out at the same time for one project. 1 to 100.</summary>
    public int MaxOrdersPerProject { get; set; } = 4;

    /// <summary>How long a project that owes nothing stays in memory after its last use.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often is looked which projects are due to remind their writer. A tenth of a second to a day.</summary>
    public TimeSpan ReminderCheck { get; set; } = TimeSpan.FromMinutes(1);
}
