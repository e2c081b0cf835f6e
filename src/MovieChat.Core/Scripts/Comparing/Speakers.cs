using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Finds who speaks, by the cue: the person whom the film's own cues call so, else the one of the cast with that name. Who is in no cast is new.</summary>
internal sealed class Speakers
{
    private const int MostId = 40;

    private readonly Dictionary<string, string> ids = [];
    private readonly List<(string Id, string[] Words)> people = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    public Speakers(Screenplay film)
    {
        foreach (var person in film.Cast?.Characters ?? [])
        {
            used.Add(person.Id);
            people.Add((person.Id, FoldedName.Of(person.Name).Split(' ')));
        }

        var cues = film.Dialogues.Values.SelectMany(dialogue => dialogue.Elements)
            .Where(element => element.Type == ElementTypes.Character && !string.IsNullOrEmpty(element.Character))
            .GroupBy(element => FoldedName.Of(element.Text), element => element.Character!);
        foreach (var cue in cues.Where(cue => cue.Key.Length > 0 && cue.Distinct().Count() == 1)) ids[cue.Key] = cue.First();
        foreach (var person in film.Cast?.Characters ?? []) ids.TryAdd(FoldedName.Of(person.Name), person.Id);
        used.UnionWith(ids.Values);
    }

    /// <summary>Those who are new, in the order in which they were asked for.</summary>
    public List<NewSpeaker> New { get; } = [];

    public string IdOf(string cue)
    {
        var name = FoldedName.Of(cue);
        if (ids.TryGetValue(name, out var known)) return known;
        return ids[name] = Partly(name) ?? Together(cue) ?? Add(cue, name);
    }

    /// <summary>The one person of the cast whose name has all words of the cue: Mara Lind is meant by MARA.</summary>
    private string? Partly(string name)
    {
        var words = name.Split(' ');
        return name.Length > 0 && people.Where(person => words.All(person.Words.Contains)).Take(2).ToArray() is [var only] ? only.Id : null;
    }

    /// <summary>Of two who speak as one, the first.</summary>
    private string? Together(string cue)
    {
        var names = cue.Split(['&', '/', '+', ','], StringSplitOptions.TrimEntries).SelectMany(part => part.Split(" AND ")).Select(FoldedName.Of).ToArray();
        return names.Length > 1 && names.All(ids.ContainsKey) ? ids[names[0]] : null;
    }

    private string Add(string cue, string name)
    {
        var stem = new string([.. name.Replace(' ', '-').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')]).Trim('-');
        if (stem.Length > MostId - 4) stem = stem[..(MostId - 4)].Trim('-');
        if (!DocumentId.IsPartId(stem)) stem = "person";
        var id = stem;
        for (var count = 2; !used.Add(id); count++) id = $"{stem}-{count}";
        New.Add(new(id, NameOf(cue)));
        return id;
    }

    /// <summary>The cue in the case of a name: cues are in capitals.</summary>
    private static string NameOf(string cue)
    {
        var name = Exports.FountainSyntax.CueName(cue).Trim();
        return name.Any(char.IsLower) ? name : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
    }
}
