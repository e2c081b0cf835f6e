using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>What a film says in one place and denies in another.</summary>
internal static class BrokenFacts
{
    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        var found = films.SelectMany(film => Notes(film).Select(note => (film.Id, note.Kind, note.Text))).ToArray();
        foreach (var kind in Kinds)
        {
            var of = found.Where(note => note.Kind == kind).ToArray();
            yield return CraftFigure.None(kind, of.Length, $"{of.Length} in {of.Select(note => note.Id).Distinct().Count()} films", of.Take(8).Select(note => $"{note.Id}: {note.Text}"));
        }
    }

    private static IReadOnlyList<string> Kinds { get; } = [StatedAges.Kind, NotInCast, NotInScene];

    private const string NotInCast = "cues of nobody in the cast";
    private const string NotInScene = "speakers who are not in the scene";

    /// <summary>The one place to ask for what is wrong in a film. Where the product has notes of its own on a film's craft, they are to be asked for
    /// here, in place of the simple readings below, and their kinds named above.</summary>
    private static IEnumerable<FactNote> Notes(CraftFilm film) => [.. StatedAges.In(film), .. Cues(film)];

    private static IEnumerable<FactNote> Cues(CraftFilm film)
    {
        foreach (var (scene, element) in film.Elements.Where(each => each.Element.Type == ElementTypes.Character))
        {
            var name = element.Text.Split('(')[0].Trim();
            var person = film.Cast.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (person is null || (element.Character is { } id && id != person.Id)) yield return new(NotInCast, $"{scene.Id}: {element.Text} ({element.Character})");
            else if (!scene.Characters.Contains(person.Id)) yield return new(NotInScene, $"{scene.Id}: {element.Text}");
        }
    }
}

/// <param name="Kind">What sort of thing is wrong.</param>
/// <param name="Text">Where, and how it reads.</param>
internal sealed record FactNote(string Kind, string Text);
