using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Slack;

/// <summary>What Slack sent, as what is to be answered. What is none of ours is none.</summary>
internal static class SlackReader
{
    private const int MostId = 64, MostName = 100;

    /// <exception cref="ProblemException">It can not be read.</exception>
    public static T Json<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Malformed("It is null and must be an object.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw Malformed("It is no JSON in the form that Slack sends.");
        }
    }

    /// <exception cref="ProblemException">It lacks what every command has.</exception>
    public static SlackItem.Command Command(IReadOnlyDictionary<string, string> form)
    {
        var (team, channel, user) = (Id(form.GetValueOrDefault("team_id"), "team_id"), Id(form.GetValueOrDefault("channel_id"), "channel_id"), Id(form.GetValueOrDefault("user_id"), "user_id"));
        var from = new SlackOrigin(team, user, Name(form.GetValueOrDefault("user_name"), user), channel) { ResponseUrl = form.GetValueOrDefault("response_url") };
        return new(from, Trigger(form.GetValueOrDefault("trigger_id")), SlackText.Said(form.GetValueOrDefault("text", ""), null));
    }

    /// <returns>Null for what nobody said, or said to somebody else.</returns>
    /// <exception cref="ProblemException">It lacks what every message has.</exception>
    public static SlackItem.Message? Message(SlackEnvelope envelope)
    {
        if (envelope.Event is not { IsSaid: true } said || said.User == envelope.Bot) return null;
        var isDirect = said.ChannelType is "im";
        var isAddressed = isDirect || said.Type == "app_mention" || (envelope.Bot is { } bot && said.Text?.Contains($"<@{bot}>", StringComparison.Ordinal) is true);
        if (!isAddressed && said.ThreadTs is null) return null;
        var (team, channel, user, ts) = (Id(envelope.TeamId, "team_id"), Id(said.Channel, "event.channel"), Id(said.User, "event.user"), Ts(said.Ts, "event.ts"));

        // Direct messages are one talk, and their threads others; in a channel a mention begins a thread.
        var thread = said.ThreadTs is null ? isDirect ? null : ts : Ts(said.ThreadTs, "event.thread_ts");
        var from = new SlackOrigin(team, user, user, channel) { Thread = thread, Message = ts };
        return new(from, $"message {team} {channel} {ts}", SlackText.Said(said.Text ?? "", envelope.Bot), isAddressed);
    }

    /// <returns>Null for a press that means nothing, or on something that stands in no conversation.</returns>
    /// <exception cref="ProblemException">It lacks what every press has.</exception>
    public static SlackItem.Press? Press(SlackInteraction interaction)
    {
        if (interaction.Actions is not [{ Value: { Length: > 0 } value, ActionId: { } action }, ..] || value.Length > SlackLimits.ButtonValue) return null;
        if ((interaction.Channel?.Id ?? interaction.Container?.ChannelId) is not { } channel) return null;
        var from = From(interaction, Id(channel, "channel.id")) with
        {
            Thread = interaction.Container?.ThreadTs is { } thread ? Ts(thread, "container.thread_ts") : null,
            Message = interaction.Container?.MessageTs is { } message ? Ts(message, "container.message_ts") : null,
            IsEphemeral = interaction.Container?.IsEphemeral is true,
            ResponseUrl = interaction.ResponseUrl,
        };
        return new(from, Trigger(interaction.TriggerId), value, action.StartsWith(SlackCards.FillPrefix, StringComparison.Ordinal));
    }

    /// <exception cref="ProblemException">It lacks what every form of ours has.</exception>
    public static SlackItem.Submission Submission(SlackInteraction interaction)
    {
        var mark = Json(System.Text.Encoding.UTF8.GetBytes(interaction.View?.PrivateMetadata ?? ""), SlackJson.Readable.SlackFormMark);
        var from = From(interaction, Id(mark.Channel, "view.private_metadata")) with { Thread = mark.Thread, Message = mark.Message };
        return new(from, Trigger(interaction.TriggerId), mark.Answer ?? "", interaction.View?.State?.Filled() ?? []);
    }

    private static SlackOrigin From(SlackInteraction interaction, string channel)
    {
        var user = Id(interaction.User?.Id, "user.id");
        return new(Id(interaction.Team?.Id ?? interaction.User?.TeamId, "team.id"), user, Name(interaction.User?.Username ?? interaction.User?.Name, user), channel);
    }

    /// <summary>Slack's ids are letters and digits.</summary>
    private static string Id([NotNull] string? id, string path) => id is { Length: > 0 and <= MostId } && id.All(char.IsAsciiLetterOrDigit) ? id : throw Malformed($"'{path}' is no id of Slack's.", path);

    private static string Ts(string? ts, string path) => ts is { Length: > 0 and <= 32 } && ts.All(letter => char.IsAsciiDigit(letter) || letter == '.') ? ts : throw Malformed($"'{path}' is no time of Slack's.", path);

    /// <summary>Of what somebody did: no other one has it.</summary>
    private static string Trigger(string? trigger) => trigger is { Length: > 0 and <= 200 } ? $"trigger {trigger}" : throw Malformed("'trigger_id' is missing.", "trigger_id");

    private static string Name(string? name, string user) => string.IsNullOrWhiteSpace(name) ? user : SlackText.Line(name, MostName);

    private static ProblemException Malformed(string detail, string path = "$") => new(ProblemKinds.Malformed, detail, path);
}
