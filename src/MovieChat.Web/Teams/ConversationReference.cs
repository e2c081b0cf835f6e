using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams;

/// <summary>What is needed to write to a conversation without being asked. Stored: new properties need a value for what was stored before.</summary>
/// <param name="ServiceUrl">Where it is sent to. It can change: the newest counts.</param>
/// <param name="Channel"><see cref="ActivityGate.Teams"/> or <see cref="ActivityGate.Emulator"/>.</param>
/// <param name="Tenant">As the channel names it.</param>
/// <param name="Conversation">Of a channel: the channel, not one of its threads.</param>
/// <param name="Kind"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="User">Whose personal conversation it is; null for others.</param>
internal sealed record ConversationReference(string ServiceUrl, string Channel, string Tenant, string Conversation, string Kind, Account Bot, Account? User)
{
    public const string Personal = "personal", OfChannel = "channel";

    public bool IsPersonal => Kind == Personal;

    public bool IsPlayground => Channel == ActivityGate.Emulator;

    /// <summary>The tenant as the rest of the service knows it: whoever can write to the playground is nobody of the tenant that it names.</summary>
    public string Realm => IsPlayground ? $"playground-{Tenant}" : Tenant;

    /// <summary>Whether anything may be sent there.</summary>
    public bool IsTrusted => IsPlayground ? ServiceAddresses.IsLoopback(ServiceUrl) : ServiceAddresses.IsTeams(ServiceUrl);
}

/// <summary>A message that was sent, as it is remembered to be changed later: <c>{activity} {conversation}</c>.</summary>
/// <param name="Conversation">With the thread, where it has one.</param>
internal sealed record MessageAddress(string Conversation, string Activity)
{
    public override string ToString() => $"{Activity} {Conversation}";

    /// <returns>Null for what is no such address.</returns>
    public static MessageAddress? Read(string text) => text.Split(' ', 2) is [{ Length: > 0 } activity, { Length: > 0 } conversation] ? new(conversation, activity) : null;
}
