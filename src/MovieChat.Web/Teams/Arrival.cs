using System.Text.Json;
using MovieChat.Web.Approvals;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams;

/// <summary>An activity that was let in: who says what, and where.</summary>
/// <param name="Conversation">As the activity names it, with the thread of a channel.</param>
/// <param name="Id">By which it is sent again.</param>
internal sealed record Arrival(Activity Activity, ConversationReference Reference, Speaker Speaker, Place Place, string Conversation, string Id)
{
    private const string Thread = ";messageid=";

    /// <summary>Longer ids than any that Teams gives are no ids.</summary>
    private const int MostCharacters = 400;

    /// <summary>What tells it from every other activity.</summary>
    public string Scope => $"{Conversations.Surface}\n{Reference.Realm}\n{Conversation}\n{Id}";

    /// <summary>The message that a pressed button stands in; null without one.</summary>
    public MessageAddress? Pressed => IsId(Activity.ReplyToId) ? new(Conversation, Activity.ReplyToId!) : null;

    /// <returns>Null for what lacks something that every activity of a conversation has.</returns>
    public static Arrival? Of(Activity activity)
    {
        if (activity is not { Conversation: { } conversation, From: { } from, Recipient: { } bot, ChannelId: { } channel, ServiceUrl: { } service } || activity.TenantOf()?.ToLowerInvariant() is not { } tenant) return null;
        if (!IsId(conversation.Id) || !IsId(from.Id) || !IsId(bot.Id) || !IsId(activity.Id) || !IsId(tenant) || tenant.Contains('/', StringComparison.Ordinal)) return null;
        var user = IsId(from.AadObjectId) ? from.AadObjectId! : from.Id!;
        var thread = conversation.Id!.IndexOf(Thread, StringComparison.Ordinal);
        var (place, root) = thread < 0 ? (conversation.Id, null) : (conversation.Id[..thread], conversation.Id[(thread + Thread.Length)..]);
        if (place.Length == 0) return null;
        var kind = conversation.ConversationType ?? (conversation.IsGroup is true ? "groupChat" : "");
        var isPersonal = kind == ConversationReference.Personal;
        var name = Cards.CardText.Short(from.Name ?? "", 80);
        var reference = new ConversationReference(service, channel, tenant, place, Cards.CardText.Upto(kind, 20), new(bot.Id), isPersonal ? new(from.Id, AadObjectId: IsId(from.AadObjectId) ? from.AadObjectId : null) : null);
        return new(activity, reference, new(Conversations.Surface, reference.Realm, user, name), new(Conversations.Surface, reference.Realm, place, root), conversation.Id, activity.Id!);
    }

    /// <summary>Whether the bot is among some members.</summary>
    public bool HasBot(IReadOnlyList<Account>? members) => members?.Any(member => member?.Id == Reference.Bot.Id) is true;

    private static bool IsId(string? id) => id is { Length: > 0 and <= MostCharacters } && !id.Any(letter => letter <= ' ' || char.IsControl(letter));
}

/// <summary>What is read out of activities, some of which clients and channels write in ways of their own.</summary>
internal static class ActivityReading
{
    /// <summary>The tenant; null when none is named.</summary>
    public static string? TenantOf(this Activity activity) => activity.Conversation?.TenantId ?? activity.ChannelData.Inside("tenant").Text("id");

    /// <summary>What was said, without the mentions of the bot.</summary>
    public static string SaidOf(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Mentions(activity)) text = text.Replace(mention, " ", StringComparison.Ordinal);
        text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').Trim();

        // Where the text of the mention is not the one in the text, it stands at its beginning all the same.
        if (activity.IsMention() && text.StartsWith("<at>", StringComparison.Ordinal) && text.IndexOf("</at>", StringComparison.Ordinal) is var end and > 0) text = text[(end + 5)..].Trim();
        return text;
    }

    /// <summary>Whether the bot itself is spoken to.</summary>
    public static bool IsMention(this Activity activity) => Mentions(activity).Any();

    private static IEnumerable<string> Mentions(Activity activity) => activity.Entities.ValueKind != JsonValueKind.Array ? [] : activity.Entities.EnumerateArray()
        .Where(entity => entity.Text("type") == "mention" && entity.Inside("mentioned").Text("id") is { } id && id == activity.Recipient?.Id)
        .Select(entity => entity.Text("text") is { Length: > 0 } text ? text : "<at></at>");

    private static JsonElement Inside(this JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inside) ? inside : default;

    private static string? Text(this JsonElement element, string name) => element.Inside(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
