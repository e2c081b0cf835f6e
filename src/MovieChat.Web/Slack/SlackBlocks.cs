using System.Text.Json.Serialization;

namespace MovieChat.Web.Slack;

/// <summary>A block of a message or a view, as far as they are sent here (https://docs.slack.dev/reference/block-kit/blocks). No block of markup is among them: nothing that a film holds
/// is read as markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(Buttons), "actions")]
[JsonDerivedType(typeof(Picture), "image")]
[JsonDerivedType(typeof(Input), "input")]
internal abstract record SlackBlock
{
    private SlackBlock()
    {
    }

    public sealed record RichText(IReadOnlyList<RichPart> Elements) : SlackBlock;

    public sealed record Buttons(IReadOnlyList<SlackButton> Elements) : SlackBlock;

    /// <param name="ImageUrl">Slack fetches it from there by itself.</param>
    public sealed record Picture(string ImageUrl, string AltText) : SlackBlock;

    public sealed record Input(string BlockId, PlainText Label, TextInput Element, bool Optional) : SlackBlock;
}

/// <summary>A part of rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "rich_text_section")]
[JsonDerivedType(typeof(List), "rich_text_list")]
[JsonDerivedType(typeof(Quote), "rich_text_quote")]
internal abstract record RichPart
{
    private RichPart()
    {
    }

    public sealed record Section(IReadOnlyList<RichRun> Elements) : RichPart;

    public sealed record List(IReadOnlyList<RichPart> Elements) : RichPart
    {
        [JsonPropertyOrder(-1)]
        public string Style { get; } = "bullet";
    }

    public sealed record Quote(IReadOnlyList<RichRun> Elements) : RichPart;
}

/// <summary>Text within rich text. Its letters mean themselves.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Words), "text")]
[JsonDerivedType(typeof(Link), "link")]
internal abstract record RichRun
{
    private RichRun()
    {
    }

    public sealed record Words(string Text, RichStyle? Style = null) : RichRun;

    /// <param name="Url">One of the service's own.</param>
    public sealed record Link(string Url, string Text) : RichRun;
}

internal sealed record RichStyle(bool? Bold = null, bool? Italic = null)
{
    public static RichStyle Strong { get; } = new(Bold: true);

    public static RichStyle Slanted { get; } = new(Italic: true);
}

/// <summary>Text in which nothing is markup and <c>:smile:</c> stays as it is.</summary>
internal sealed record PlainText(string Text)
{
    public string Type { get; } = "plain_text";

    public bool Emoji { get; }
}

/// <param name="ActionId">What is pressed; no other of its message has it.</param>
/// <param name="Value">Comes back when it is pressed.</param>
/// <param name="Url">Is opened when it is pressed.</param>
internal sealed record SlackButton(string ActionId, PlainText Text, string? Value, string? Url, string? Style)
{
    public string Type { get; } = "button";
}

internal sealed record TextInput(bool Multiline, string? InitialValue, int MaxLength)
{
    public const string Action = "text";

    public string Type { get; } = "plain_text_input";

    public string ActionId { get; } = Action;
}

/// <summary>A form over Slack's window.</summary>
/// <param name="PrivateMetadata">Comes back with what was filled in.</param>
internal sealed record SlackView(PlainText Title, PlainText Submit, PlainText Close, string PrivateMetadata, IReadOnlyList<SlackBlock> Blocks)
{
    public string Type { get; } = "modal";

    public string CallbackId { get; } = "answer";
}
