using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Slack;

/// <summary>What became of a call.</summary>
internal abstract record SlackResult
{
    private SlackResult()
    {
    }

    public sealed record Done(SlackResponse Response) : SlackResult;

    /// <summary>It was not done, and may be later.</summary>
    /// <param name="After">How long Slack asks to be left alone with it.</param>
    public sealed record Later(string Reason, TimeSpan? After = null) : SlackResult;

    /// <summary>It was not done, and the same again will not be.</summary>
    /// <param name="Error">Slack's name for why.</param>
    public sealed record Refused(string Error, SlackFault Fault) : SlackResult;

    /// <summary>It may have been done, or not.</summary>
    public sealed record Unsure(string Reason) : SlackResult;

    /// <summary>Of something that nothing else can be sent for.</summary>
    /// <param name="done">What was delivered.</param>
    public Delivery ToDelivery(Func<SlackResponse, Delivery> done) => this switch
    {
        Done { Response: var response } => done(response),
        Later later => new Delivery.Failed(later.Reason, later.After),
        Unsure unsure => new Delivery.Failed(unsure.Reason),
        Refused { Fault: SlackFault.Installation } refused => new Delivery.Gone($"Slack says {refused.Error}: the app was removed, or has not the rights that it needs. Install it again, and open the film in the conversation again."),
        Refused { Fault: SlackFault.Conversation } refused => new Delivery.Gone($"Slack says {refused.Error}: the app can not write in this conversation. Invite it, and open the film there again."),
        Refused refused => new Delivery.Refused($"Slack says {refused.Error}."),
        _ => throw new InvalidOperationException($"No delivery is written for {GetType().Name}."),
    };
}

/// <summary>Whose fault a refusal is.</summary>
internal enum SlackFault
{
    /// <summary>What was sent.</summary>
    Payload,

    /// <summary>The app is not installed any more, or has not the rights.</summary>
    Installation,

    /// <summary>The conversation, or the user, does not take it until somebody there does something.</summary>
    Conversation,

    /// <summary>The message that was to be changed is not there, or can not be changed.</summary>
    Message,

    /// <summary>A form was opened too late.</summary>
    Moment,
}

/// <summary>Slack's names for what went wrong (https://docs.slack.dev/reference/methods, each method's errors).</summary>
internal static class SlackErrors
{
    private static readonly HashSet<string> s_passing =
    [
        "ratelimited", "rate_limited", "service_unavailable", "request_timeout", "team_added_to_org", "org_login_required", "external_channel_migrating", "message_limit_exceeded", "update_failed",
    ];

    private static readonly HashSet<string> s_unsure = ["internal_error", "fatal_error"];

    private static readonly Dictionary<string, SlackFault> s_faults = new[]
    {
        (SlackFault.Installation, "account_inactive token_revoked token_expired invalid_auth not_authed two_factor_setup_required missing_scope not_allowed_token_type access_denied "
            + "team_access_not_granted no_permission enterprise_is_restricted"),
        (SlackFault.Conversation, "channel_not_found not_in_channel is_archived is_inactive restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel "
            + "restricted_action_non_threadable_channel restricted_action_thread_locked messages_tab_disabled ekm_access_denied user_not_found user_disabled users_not_found user_not_in_channel cannot_dm_bot "
            + "cannot_reply_to_message channel_type_not_supported thread_not_found"),
        (SlackFault.Message, "message_not_found cant_update_message edit_window_closed streaming_state_conflict block_mismatch"),
        (SlackFault.Moment, "expired_trigger_id exchanged_trigger_id invalid_trigger_id hash_conflict"),
    }.SelectMany(row => row.Item2.Split(' ').Select(error => KeyValuePair.Create(error, row.Item1))).ToDictionary();

    /// <summary>An error that nobody knows is one of what was sent: the same again would lead to the same.</summary>
    public static SlackResult Read(string method, string error, TimeSpan? after)
    {
        var name = error.Length <= 60 && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_') ? error : "unknown";
        if (s_passing.Contains(name)) return new SlackResult.Later($"Slack says {name} to {method}.", after);
        if (s_unsure.Contains(name)) return new SlackResult.Unsure($"Slack says {name} to {method}: it may have been done.");
        return new SlackResult.Refused(name, s_faults.GetValueOrDefault(name, SlackFault.Payload));
    }
}
