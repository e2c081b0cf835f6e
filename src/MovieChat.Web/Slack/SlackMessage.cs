using System.Text.Json;

namespace MovieChat.Web.Slack;

/// <summary>What a message says.</summary>
/// <param name="Text">All of its sense for notifications and for who has it read aloud, escaped.</param>
internal sealed record SlackMessage(string Text, IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>One text, as it stands.</summary>
    public static SlackMessage Of(string text) => new(
        SlackText.Escape(text, SlackLimits.Fallback), [new SlackBlock.RichText([new RichPart.Section(SlackRuns.Of(SlackText.Cut(SlackText.Clean(text), SlackLimits.Text)))])]);

    /// <summary>How many characters Slack counts in blocks.</summary>
    public static int SizeOf(IReadOnlyList<SlackBlock> blocks) => SlackText.Counted(JsonSerializer.Serialize(blocks, SlackJson.Readable.IReadOnlyListSlackBlock));
}

/// <summary>Where a message is, as it is remembered.</summary>
/// <param name="Ts">Slack's name for a message in its channel.</param>
internal sealed record SlackReference(string Channel, string Ts)
{
    public override string ToString() => JsonSerializer.Serialize(this, SlackJson.Readable.SlackReference);

    public static SlackReference? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SlackJson.Readable.SlackReference);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
