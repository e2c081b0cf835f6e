using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>Something that an insert shows large, from Material/sketches/things.json.</summary>
/// <param name="Words">Singular nouns that mean it; plurals are found as well.</param>
/// <param name="At">Where it is: table, wall, floor, water or sky.</param>
/// <param name="Colour">Its own colour, RRGGBB, where the action names none: "main" in the shapes.</param>
/// <param name="Shapes">Each <c>kind colour weight numbers…</c>, from the back to the front; 1 is a third of the picture's height.</param>
internal sealed record Thing(string Name, IReadOnlyList<string> Words, string At, string Colour, IReadOnlyList<string> Shapes)
{
    public static IReadOnlyList<Thing> All { get; } = Embedded.Read("Material/sketches/things.json", ThingJson.Default.IReadOnlyListThing);

    /// <summary>The thing that an action names first, and the colour it gives it.</summary>
    /// <param name="action">Plain, see <see cref="Requests.Words.Plain"/>.</param>
    public static (Thing? Thing, int? Colour) Named(string action, IEnumerable<string> people)
    {
        var names = people.SelectMany(name => name.Split(' ')).ToHashSet();
        var (best, first, length) = ((Thing?)null, int.MaxValue, 0);
        foreach (var thing in All)
            foreach (var word in thing.Words)
                foreach (var form in Forms(word))
                    for (var at = Requests.Words.At(action, form); at >= 0 && at <= first; at = Requests.Words.At(action, form, at + 1))
                    {
                        if (DoneBySomebody(action, at, names, form != word) || (at == first && form.Length <= length)) continue;
                        (best, first, length) = (thing, at, form.Length);
                        break;
                    }
        return (best, best is null ? null : ColourBefore(action, first));
    }

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        yield return word + "s";
        if (word[^1] is 's' or 'x' or 'h' or 'o') yield return word + "es";
        if (word[^1] == 'y') yield return word[..^1] + "ies";
        if (word.EndsWith("fe", StringComparison.Ordinal)) yield return word[..^2] + "ves";
    }

    // "Mara watches", "she rings", "to book": a verb. "The watch", "her ring": a thing.
    private static bool DoneBySomebody(string action, int at, HashSet<string> names, bool ends)
    {
        var before = action[..at].TrimEnd();
        if (before.Length == at) return false; // a hyphen or the beginning
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return names.Contains(word) || (ends && word is "and" or "then") || word is "he" or "she" or "they" or "who" or "to" or "will" or "can" or "we" or "i" or "you";
    }

    private static int? ColourBefore(string action, int at)
    {
        foreach (var word in action[..at].Split([' ', ',', '\'', '-'], StringSplitOptions.RemoveEmptyEntries).Reverse().Take(2))
            if (TraitWords.All.Colours["cloth"].TryGetValue(word, out var colour)) return Convert.ToInt32(colour, 16);
        return null;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<Thing>))]
internal sealed partial class ThingJson : JsonSerializerContext;
