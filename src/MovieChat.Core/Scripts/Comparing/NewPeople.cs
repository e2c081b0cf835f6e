using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>What a script says of people who are in no cast. Nothing is made up: what the script does not tell is said to be not told.</summary>
internal static partial class NewPeople
{
    /// <summary>A cast gives everybody an age. This one stands where the script tells none, and the text beside it says so.</summary>
    private const int AgeUntold = 35;

    private const int MostSentence = 500;

    public static Character Describe(string id, string name, IReadOnlyList<ScriptScene> scenes)
    {
        var first = Introduction(name, scenes);
        var age = first is null ? null : AgeIn(first, name);
        return new()
        {
            Id = id,
            Name = name,
            Role = Roles.Supporting,
            Age = age ?? AgeUntold,
            OneLine = first ?? "Speaks in the script, which tells nothing more.",
            Appearance = (first, age) switch
            {
                (null, _) => "Not described yet; the age is not told either.",
                (_, null) => $"{first} (The age is not told.)",
                _ => first,
            },
        };
    }

    /// <summary>The sentence in which the name first stands in capitals, as a script introduces people.</summary>
    private static string? Introduction(string name, IReadOnlyList<ScriptScene> scenes)
    {
        var capitals = name.ToUpperInvariant();
        foreach (var action in scenes.SelectMany(scene => scene.Elements).Where(element => element.Type == ElementTypes.Action))
        {
            var at = IndexOfName(action.Text, capitals);
            if (at < 0 || action.Text.Trim() == capitals) continue;
            var begin = action.Text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, at - 1)) + 1;
            var end = action.Text.IndexOfAny(['.', '!', '?', '\n'], at + capitals.Length);
            var sentence = action.Text[(at == 0 ? 0 : begin)..(end < 0 ? action.Text.Length : end + 1)].Trim();
            return Excerpt.Of(sentence, MostSentence);
        }

        return null;
    }

    /// <summary>Where a name stands as a word of its own; -1 where it does not.</summary>
    public static int IndexOfName(string text, string name, StringComparison comparison = StringComparison.Ordinal)
    {
        for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return at;
        }

        return -1;
    }

    private static int? AgeIn(string sentence, string name)
    {
        var after = IndexOfName(sentence, name.ToUpperInvariant()) + name.Length;
        var match = AgePattern().Match(sentence, after);
        return match.Success ? int.Parse(match.Groups["age"].Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>As in <c>MARA (47)</c>, <c>MARA, 47,</c> and <c>MARA, aged 47</c>, directly behind the name.</summary>
    [GeneratedRegex(@"\G,? ?\(?(?:aged |age )?(?<age>[0-9]{1,2})\b(?!')", RegexOptions.ExplicitCapture)]
    private static partial Regex AgePattern();
}
