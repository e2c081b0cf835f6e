using MovieChat.Core.Journey;
using MovieChat.Core.Notices;

namespace MovieChat.Workflows.Notices;

/// <summary>How those who subscribed are told. Section <see cref="Section"/>; as environment variables <c>MovieChat__Notices__RetryAfter</c> and so on.</summary>
public sealed class NoticeOptions
{
    public const string Section = "MovieChat:Notices";

    /// <summary>Most times in <see cref="RetryAfter"/>.</summary>
    public const int MostDelays = 30;

    /// <summary>After how long each failed delivery is tried again, separated by commas: up to <see cref="MostDelays"/>, each from 0.1 s to 30 days, as hours:minutes:seconds. After one attempt
    /// more than these it is given up. Default: <see cref="RetryPlan.Usual"/>.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; set; } = RetryPlan.Usual.Delays;

    /// <summary>Whether webhooks may go to loopback addresses, and to these without TLS. For development alone. Default: false.</summary>
    public bool AllowLoopback { get; set; }

    internal RetryPlan Plan => new(RetryAfter.ToValueList());
}
