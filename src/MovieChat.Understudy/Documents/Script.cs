using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Turns the lines of the material (<c>A: text</c>, <c>A (how): text</c>, <c>- action</c>) into elements of a screenplay.</summary>
internal static partial class Script
{
    /// <summary>The elements; empty when a line cannot be written here: nobody to say it, a slot without a value, a word to avoid, said before.</summary>
    /// <param name="speakers">By the word before the colon.</param>
    /// <param name="mayEcho">Whether the lines may say again what was said before.</param>
    public static List<Element> Play(
        IEnumerable<string> lines, Func<string, Person?> speakers, Pen pen, Func<string, Person, string> spoken, bool mayEcho = false)
    {
        var elements = new List<Element>();
        var written = new List<string>();
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            var template = match.Groups["text"].Value;
            if ((mayEcho ? pen.Echo(template) : pen.Try(template)) is not { } text) return [];
            written.Add(text);
            if (match.Groups["who"] is not { Success: true } who)
            {
                elements.Add(new() { Type = ElementTypes.Action, Text = text });
                continue;
            }
            if (speakers(who.Value) is not { } person) return [];
            elements.AddRange(Said(person, spoken(text, person), pen.Slots.Phrase(match.Groups["how"].Value) ?? ""));
        }
        foreach (var text in written) pen.Remember(text);
        return elements;
    }

    /// <summary>The word before the colon; null for an action.</summary>
    public static string? SpeakerOf(string line) => Line().Match(line).Groups["who"] is { Success: true } who ? who.Value : null;

    public static IEnumerable<Element> Said(Person person, string text, string how = "", string extension = "")
    {
        yield return new() { Type = ElementTypes.Character, Text = person.Name.ToUpperInvariant() + extension, Character = person.Id };
        if (how.Length > 0) yield return new() { Type = ElementTypes.Parenthetical, Text = $"({how})", Character = person.Id };
        yield return new() { Type = ElementTypes.Dialogue, Text = text, Character = person.Id };
    }

    /// <summary>Who goes on speaking needs no second cue.</summary>
    public static List<Element> Joined(IEnumerable<Element> elements)
    {
        var joined = new List<Element>();
        foreach (var element in elements)
        {
            var last = joined.LastOrDefault();
            if (element.Type == ElementTypes.Character && last?.Type == ElementTypes.Dialogue && last.Character == element.Character) continue;
            if (element.Type == ElementTypes.Dialogue && last?.Type == ElementTypes.Dialogue) joined[^1] = last with { Text = $"{last.Text} {element.Text}" };
            else joined.Add(element);
        }
        return joined;
    }

    [GeneratedRegex(@"\A(?:-\s*|(?<who>\w+)\s*(?:\((?<how>[^)]*)\))?:\s*)(?<text>.+)\z", RegexOptions.Singleline)]
    private static partial Regex Line();
}
