using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("One scene as a screenplay writes it.")]
public sealed record Dialogue
{
    [Description("The id of the scene.")]
    public required string Scene { get; init; }

    [Description("The scene's elements in order, without its heading.")]
    public required IReadOnlyList<Element> Elements { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("One element of a screenplay.")]
public sealed record Element
{
    [Description("action, character, parenthetical, dialogue or transition. A character element is the cue that names who speaks; parentheticals and dialogue follow it.")]
    public required string Type { get; init; }

    [Description("The text. Of a character element: the name, with an extension such as (V.O.) if needed.")]
    public required string Text { get; init; }

    [Description("Of character, parenthetical and dialogue elements: the id of the person. Otherwise null.")]
    public string? Character { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The values of <see cref="Element.Type"/>.</summary>
public static class ElementTypes
{
    public const string Action = "action";
    public const string Character = "character";
    public const string Parenthetical = "parenthetical";
    public const string Dialogue = "dialogue";
    public const string Transition = "transition";

    public static IReadOnlyList<string> All { get; } = [Action, Character, Parenthetical, Dialogue, Transition];
}
