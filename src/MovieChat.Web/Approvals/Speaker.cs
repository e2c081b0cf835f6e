using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Approvals;

/// <summary>Who speaks on another surface, as that surface knows and has proved them.</summary>
/// <param name="Surface"><c>slack</c>, <c>teams</c>.</param>
/// <param name="Realm">The team or tenant in which the user's id is one.</param>
/// <param name="Name">What the user is called there, to be shown to whoever binds them.</param>
internal sealed record Speaker(string Surface, string Realm, string User, string Name);

/// <summary>Where something is said on another surface.</summary>
/// <param name="Conversation">The channel or conversation.</param>
/// <param name="Thread">The thread in it; null outside of one, and where a surface has none.</param>
internal sealed record Place(string Surface, string Realm, string Conversation, string? Thread = null)
{
    /// <summary>The conversation as a subscription's target names it: two of different realms are two.</summary>
    public string Target => $"{Realm}/{Conversation}";

    /// <summary>Why a text is no <see cref="Target"/>; null when it is one.</summary>
    /// <param name="form">What its two parts are, with an example.</param>
    public static string? WhyNot(string target, string form) => target.Split('/', 2) is [{ Length: > 0 }, { Length: > 0 }] ? null : $"A target is {form}, with a slash between them.";

    /// <summary>The id of the subscription by which what is open there is told there.</summary>
    public string Subscription => Subscriptions.IdOf(Surface, Target);
}
