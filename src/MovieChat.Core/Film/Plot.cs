using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("The full plot, told in three parts.")]
public sealed record Plot
{
    /// <summary>Fewest words in beginning, middle and end together.</summary>
    public const int MinimumWords = 500;

    [Description("The beginning: the world, the people, what breaks it open. At least 150 words.")]
    public required string Beginning { get; init; }

    [Description("The middle: what is tried, what it costs, how it turns. At least 250 words.")]
    public required string Middle { get; init; }

    [Description("The end: the last struggle, its price, what is different now. At least 150 words.")]
    public required string End { get; init; }

    [Description("The turns of the story in order.")]
    public required IReadOnlyList<Beat> Beats { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

public sealed record Beat
{
    [Description("The name of the beat.")]
    public required string Name { get; init; }

    [Description("Where it falls, as a fraction of the film's length from 0 to 1.")]
    public required double Position { get; init; }

    [Description("What happens, in one or two sentences.")]
    public required string Text { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
