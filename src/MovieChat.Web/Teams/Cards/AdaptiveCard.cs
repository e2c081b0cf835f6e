using System.Text.Json.Serialization;

namespace MovieChat.Web.Teams.Cards;

/// <summary>An Adaptive Card, as far as it is used here (https://adaptivecards.io/explorer, 1.5: the newest that Teams takes from bots).</summary>
internal sealed record AdaptiveCard(IReadOnlyList<AdaptiveElement> Body)
{
    public const string MediaType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyOrder(-1)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    public string FallbackText { get; } = "This card needs a newer Teams.";

    [JsonPropertyName("msteams")]
    public TeamsWidth Teams { get; } = TeamsWidth.Full;
}

/// <summary>Teams shows cards narrow unless they say so.</summary>
internal sealed record TeamsWidth(string Width)
{
    public static TeamsWidth Full { get; } = new("Full");
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FixedText), "TextBlock")]
[JsonDerivedType(typeof(PlainText), "RichTextBlock")]
[JsonDerivedType(typeof(Group), "Container")]
[JsonDerivedType(typeof(Picture), "Image")]
[JsonDerivedType(typeof(Buttons), "ActionSet")]
[JsonDerivedType(typeof(Input), "Input.Text")]
internal abstract record AdaptiveElement
{
    private AdaptiveElement()
    {
    }

    /// <summary><c>none</c>, <c>small</c>, <c>medium</c>, <c>large</c>; null for the usual.</summary>
    public string? Spacing { get; init; }

    public bool Separator { get; init; }

    /// <summary>Words of the service's own. Clients read Markdown in it, and Teams HTML: nothing of a film or a writer belongs here.</summary>
    public sealed record FixedText(string Text) : AdaptiveElement
    {
        public bool Wrap { get; } = true;

        public bool IsSubtle { get; init; }

        public string? Weight { get; init; }
    }

    /// <summary>Any text: no client reads markup in it.</summary>
    public sealed record PlainText(IReadOnlyList<TextRun> Inlines) : AdaptiveElement;

    public sealed record Group(IReadOnlyList<AdaptiveElement> Items) : AdaptiveElement
    {
        /// <summary><c>emphasis</c> for a ground of its own.</summary>
        public string? Style { get; init; }
    }

    public sealed record Picture(string Url, string AltText) : AdaptiveElement
    {
        public string Size { get; } = "stretch";
    }

    public sealed record Buttons(IReadOnlyList<AdaptiveAction> Actions) : AdaptiveElement;

    public sealed record Input(string Id, string Label) : AdaptiveElement
    {
        public string? Value { get; init; }

        public bool IsMultiline { get; init; }

        public bool IsRequired { get; init; }

        /// <summary>Clients ask for one where something is required.</summary>
        public string? ErrorMessage { get; init; }

        public int MaxLength { get; init; }
    }
}

/// <param name="Text">May hold line breaks.</param>
internal sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    public bool IsSubtle { get; init; }

    public bool Italic { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
internal abstract record AdaptiveAction(string Title)
{
    /// <summary><c>positive</c> for the one that most will choose.</summary>
    public string? Style { get; init; }

    /// <param name="Fallback">For clients that know no such action.</param>
    public sealed record Execute(string Title, string Verb, ButtonData Data, AdaptiveAction Fallback) : AdaptiveAction(Title)
    {
        /// <summary><c>none</c>: sent without what was filled in, and without a look at it.</summary>
        public string? AssociatedInputs { get; init; }
    }

    public sealed record Submit(string Title, ButtonData Data) : AdaptiveAction(Title)
    {
        public string? AssociatedInputs { get; init; }
    }

    public sealed record OpenUrl(string Title, string Url) : AdaptiveAction(Title);
}
