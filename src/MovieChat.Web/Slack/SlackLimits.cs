namespace MovieChat.Web.Slack;

/// <summary>How much Slack takes (https://docs.slack.dev/reference/block-kit). Characters are UTF-16 units.</summary>
internal static class SlackLimits
{
    public const int Blocks = 50;

    /// <summary>Of one text.</summary>
    public const int Text = 3_000;

    /// <summary>Of all blocks of a message as JSON. Slack documents none and refuses messages from about 13,200 on.</summary>
    public const int Message = 12_000;

    /// <summary>Of a message's <c>text</c>: <c>chat.update</c> takes 4,000.</summary>
    public const int Fallback = 3_000;

    public const int Buttons = 25, ButtonText = 75, ButtonValue = 2_000, ButtonUrl = 3_000;

    public const int AltText = 2_000;

    /// <summary>Of a view's title and buttons.</summary>
    public const int Title = 24;

    public const int PrivateMetadata = 3_000;

    /// <summary>Bytes of a view.</summary>
    public const int View = 250_000;
}
