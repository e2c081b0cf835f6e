using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Grammar;

/// <summary>Reads back what a template was filled with, also after others changed a name or a place in the text.</summary>
internal static partial class TemplateReading
{
    private const string Any = ".+?";

    // What a template begins with begins a sentence as well: several may stand in one line.
    private const string First = @"[^\s.!?…][^.!?…\n]*?";

    // As many as there are templates in the material.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>Slot → value, from the first place in the text that fits the template; empty when none does.</summary>
    public static IReadOnlyDictionary<string, string> Read(string template, string text)
    {
        var match = Pattern(template).Match(text);
        return match.Success
            ? match.Groups.Cast<Group>().Skip(1).ToDictionary(group => group.Name.Replace('_', '.'), group => group.Value)
            : new Dictionary<string, string>();
    }

    /// <summary>What finds the template in a text, whatever its slots are filled with.</summary>
    public static Regex Pattern(string template) => Patterns.GetOrAdd(template, Written);

    private static Regex Written(string template)
    {
        var pattern = new StringBuilder();
        var seen = new HashSet<string>();
        var at = 0;
        foreach (Match slot in Slot().Matches(template))
        {
            var name = slot.Groups[1].Value.Replace('.', '_');
            var end = slot.Index + slot.Length;
            pattern.Append(Literal(template[at..slot.Index]));
            // Where one slot follows another nothing tells where the first ends.
            if (template.AsSpan(end).StartsWith(" {") || template.AsSpan(0, slot.Index).EndsWith("} ")) pattern.Append(Any);
            else pattern.Append(seen.Add(name) ? $"(?<{name}>{(slot.Index == 0 ? First : Any)})" : Any);
            at = end;
        }
        return new(pattern.Append(Literal(template[at..])).ToString(), RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    }

    // "a {job}" may have been written "an engineer".
    private static string Literal(string text) => Article().Replace(Regex.Escape(text), match => match.Value[..1] + @"n?\ ");

    [GeneratedRegex(@"\{([A-Za-z]+(?:\.[a-z]+)?)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\ban?\\ \z", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
