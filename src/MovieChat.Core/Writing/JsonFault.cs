using System.Text.Json;
using System.Text.RegularExpressions;

namespace MovieChat.Core.Writing;

/// <summary>Says in plain words what the JSON reader found wrong.</summary>
internal static partial class JsonFault
{
    public static Fault Of(JsonException wrong)
    {
        var path = (wrong.Path ?? "$").TrimStart('$').TrimStart('.');
        if (wrong.Message.Contains("uplicate", StringComparison.Ordinal)) return new(path, "gives a property twice: give each once.");
        if (wrong.Message.Contains("depth", StringComparison.Ordinal)) return new("", $"is nested deeper than {SoundJson.MostDepth} levels: make it flatter.");
        var missing = MissingPattern().Match(wrong.Message);
        if (missing.Success) return new(path, $"lacks {missing.Groups["names"].Value.TrimEnd('.')}.");
        return wrong.Path is null
            ? new("", "is not readable JSON.")
            : new(path, wrong.Message.Contains("null", StringComparison.Ordinal) ? "must not be null." : "has a value of the wrong type.");
    }

    [GeneratedRegex(@"missing required properties including: (?<names>.+?)\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MissingPattern();
}
