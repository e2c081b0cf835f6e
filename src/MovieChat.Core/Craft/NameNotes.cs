using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>Names that are almost those of the cast, and cues that call somebody by another name.</summary>
internal static partial class NameNotes
{
    private const int ShortestName = 4;

    public static IEnumerable<CraftNote> Of(Screenplay film, Ledger ledger, string here)
    {
        var people = film.Cast?.Characters ?? [];
        var lowered = ledger.Passages.SelectMany(passage => Lower().Matches(passage.Text)).Select(match => match.Value).ToHashSet();
        foreach (var passage in ledger.Passages.Where(passage => passage.Document == here))
            foreach (Match match in Capital().Matches(passage.Text))
            {
                var name = match.Value;
                if (name.Length < ShortestName || ledger.Names.Has(name) || lowered.Contains(name.ToLowerInvariant())) continue;
                var meant = people.Select(person => person.Name.Split(' ')[0]).FirstOrDefault(known => known.Length >= ShortestName && IsSlip(name, known));
                if (meant is null) continue;
                yield return Continuity.Broken(
                    $"name {name} {meant}", $"'{name}' is almost '{meant}': a slip, or somebody else? Two names so alike are hard to tell apart.",
                    passage.Quoted(Sentence.Around(passage.Text, match.Index)), new Evidence("cast", meant));
            }

        foreach (var note in Cues(film, ledger, here)) yield return note;
    }

    private static IEnumerable<CraftNote> Cues(Screenplay film, Ledger ledger, string here)
    {
        foreach (var (scene, dialogue) in film.Dialogues.Where(entry => here == $"dialogue:{entry.Key}"))
            foreach (var cue in dialogue.Elements.Where(element => element is { Type: ElementTypes.Character, Character.Length: > 0 }))
            {
                if (film.CharacterById(cue.Character!) is not { } person) continue;
                var called = cue.Text.Split('(')[0].Trim();
                if (called.Length == 0 || ledger.Names.IdOf(called) == person.Id) continue;
                yield return Continuity.Broken(
                    $"cue {called} {person.Id}", $"The cue calls {person.Name} '{called}'.", new Evidence($"dialogue:{scene}", cue.Text), new Evidence("cast", person.Name));
            }
    }

    /// <summary>One letter more, less or other, or two changed about; the first letter stays.</summary>
    internal static bool IsSlip(string one, string other)
    {
        if (one.Equals(other, StringComparison.OrdinalIgnoreCase) || char.ToUpperInvariant(one[0]) != char.ToUpperInvariant(other[0])) return false;
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        // A name in the possessive or the plural is the name.
        if (one.Length != other.Length && (one.Length > other.Length ? one : other).TrimEnd('s', 'S').Equals(one.Length > other.Length ? other : one, StringComparison.OrdinalIgnoreCase)) return false;
        var start = one.Zip(other).TakeWhile(pair => char.ToUpperInvariant(pair.First) == char.ToUpperInvariant(pair.Second)).Count();
        var (a, b) = (one[start..], other[start..]);
        return Same(a[Math.Min(1, a.Length)..], b) || Same(a, b[Math.Min(1, b.Length)..]) || Same(a[Math.Min(1, a.Length)..], b[Math.Min(1, b.Length)..])
            || (a.Length > 1 && b.Length > 1 && Same($"{a[1]}{a[0]}{a[2..]}", b));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b\p{Ll}{3,}\b")]
    private static partial Regex Lower();

    // Not at the beginning of a sentence, where every word has a capital.
    [GeneratedRegex(@"(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+\b")]
    private static partial Regex Capital();
}
