using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("The people of the film.")]
public sealed record Cast
{
    [Description("Two to twelve people, the protagonist first.")]
    public required IReadOnlyList<Character> Characters { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("One person of the film.")]
public sealed record Character
{
    [Description("Short and unique: lower-case letters, digits and dashes, such as the first name. It never changes.")]
    public required string Id { get; init; }

    [Description("The name by which the script calls this person.")]
    public required string Name { get; init; }

    [Description("What this person is in the story: protagonist, antagonist, ally, mentor, love interest, family, rival, or another word.")]
    public required string Role { get; init; }

    [Description("Age in years.")]
    public required int Age { get; init; }

    [Description("Who this is, in one line.")]
    public required string OneLine { get; init; }

    [Description("What one sees: build, face, hair, clothes, how they move.")]
    public required string Appearance { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The words of <see cref="Character.Role"/> that the checks look for. Any other word is fine as well.</summary>
public static class Roles
{
    public const string Protagonist = "protagonist";

    /// <summary>Somebody of whom the script has little more than lines: as many as it takes, beside the twelve at most that the story is about.</summary>
    public const string Supporting = "supporting";

    /// <summary>What may stand against the protagonist: at least one of the cast must.</summary>
    public static IReadOnlyList<string> Opposing { get; } = ["antagonist", "rival", "opponent", "villain", "nemesis", "opposing force"];

    public static bool IsProtagonist(string role) => role.Trim().Equals(Protagonist, StringComparison.OrdinalIgnoreCase);

    public static bool IsSupporting(string role) => role.Trim().Equals(Supporting, StringComparison.OrdinalIgnoreCase);

    public static bool IsOpposing(string role) =>
        Opposing.Any(word => role.Contains(word, StringComparison.OrdinalIgnoreCase));
}

[Description("One person, described for the writer and the actor.")]
public sealed record Profile
{
    [Description("The id of the person in the cast.")]
    public required string Character { get; init; }

    [Description("Who they are: where they come from, what they do, what made them so.")]
    public required string Who { get; init; }

    [Description("What they want, and what they are ready to do for it.")]
    public required string Wants { get; init; }

    [Description("What they struggle with, outside and inside.")]
    public required string Struggles { get; init; }

    [Description("How they change from the first scene to the last; or why they cannot.")]
    public required string Change { get; init; }

    [Description("How they speak: rhythm, words, what they never say.")]
    public required string Voice { get; init; }

    [Description("What happened to them once and still hurts.")]
    public string Wound { get; set; } = "";

    [Description("What they believe because of it, and live by, and is not true.")]
    public string Lie { get; set; } = "";

    [Description("What they need and do not know; it is not what they want.")]
    public string Need { get; set; } = "";

    [Description("What they are to the others. Only people of the cast, by id.")]
    public required IReadOnlyList<Relation> Relations { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

public sealed record Relation
{
    [Description("The id of the other person in the cast.")]
    public required string Character { get; init; }

    [Description("What the two are to each other, in one sentence.")]
    public required string Text { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
