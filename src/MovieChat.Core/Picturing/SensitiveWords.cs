using System.Text.RegularExpressions;

namespace MovieChat.Core.Picturing;

/// <summary>Words of a prompt that content filters of image models are known to stumble over, so that a writer who is refused knows what to soften.</summary>
/// <remarks>A filter tells its category at the most and never a word; the list follows the categories of Azure's filters
/// (learn.microsoft.com/azure/ai-services/openai/concepts/content-filter: violence, sexual, self-harm, hate), in English alone.</remarks>
internal static partial class SensitiveWords
{
    private const int Most = 12;

    /// <summary>The words that stand in <paramref name="prompt"/>, each with the line that it stands in: <c>'blood' (Action)</c>.</summary>
    public static IReadOnlyList<string> In(string prompt) =>
    [
        .. prompt.Split('\n')
            .SelectMany(line => Words().Matches(line).Select(match => (Word: match.Value.ToLowerInvariant(), Line: NameOf(line))))
            .Distinct()
            .Take(Most)
            .Select(found => $"'{found.Word}' ({found.Line})"),
    ];

    private static string NameOf(string line) => line.StartsWith("- ", StringComparison.Ordinal) ? $"appearance of {line[2..].Split(',')[0]}" : line.Split(':')[0];

    [GeneratedRegex(
        @"\b(blood(y|ied|stain\w*)?|bleed\w*|gore|gory|wound\w*|corpses?|dead|death|dying|kill\w*|murder\w*|slaughter\w*|shoot\w*|shot dead|guns?|pistols?|rifles?|revolvers?|knife|knives|dagger|blade|bomb\w*|explo\w+|tortur\w*|strangl\w*|chok\w+|stab\w*|behead\w*|execut\w*|hang(ed|s|ing) (him|her|them)|noose|massacre|burn(s|ed|ing) alive|beat(s|en|ing)? up|naked|nude|nudity|undress\w*|topless|lingerie|underwear|sex\w*|erotic|seduc\w*|breasts?|rape\w*|prostitut\w*|suicide|suicidal|self-harm|cuts? (herself|himself|themselves)|overdos\w*|syringe|heroin|cocaine|nazi\w*|swastika|terroris\w*|hostages?|slaves?|lynch\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
