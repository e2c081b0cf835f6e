using MovieChat.Core.Craft;
using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>What a film says in one place and denies in another, and whoever speaks without being there: as the product's own editor notes it.</summary>
internal static class BrokenFacts
{
    private const string NotInScene = "speakers who are not in the scene";

    private static readonly (string Kind, string Name, double? Target)[] s_kinds =
    [
        (NoteKinds.Continuity, "facts broken", 0),
        (NoteKinds.Knowledge, "lines that know too much", 0),
        (NoteKinds.SetUp, "orphans, and set-ups that no page shows", null),
        (NoteKinds.Want, "main characters who want nothing", null),
        (NoteKinds.Turn, "scenes that turn as another did", null),
        (NoteKinds.Formula, "alarms of formula", null),
        (NoteKinds.Screen, "rules of the screen broken", null),
    ];

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        var found = films.SelectMany(film => film.Documents.SelectMany(document => CraftNotes.Of(film.Film, document.Id, document.Content)).Select(note => (film.Id, Note: note))).ToArray();
        foreach (var (kind, name, target) in s_kinds)
        {
            var of = found.Where(each => each.Note.Kind == kind).ToArray();
            var worst = of.Take(12).Select(each => $"{each.Id}: {each.Note.Text} {string.Join(" | ", each.Note.Evidence.Select(evidence => $"{evidence.Document}: {evidence.Quote}"))}");
            yield return new(name, $"{of.Length} in {of.Select(each => each.Id).Distinct().Count()} films", target is null ? "" : "0", target is null ? null : of.Length == 0) { Worst = [.. worst] };
        }

        var absent = films.SelectMany(film => film.Elements.Where(each => IsAbsent(film, each.Scene, each.Element)).Select(each => $"{film.Id} {each.Scene.Id}: {each.Element.Text}")).ToArray();
        yield return CraftFigure.None(NotInScene, absent.Length, $"{absent.Length}", absent.Take(8));
    }

    private static bool IsAbsent(CraftFilm film, Scene scene, Element element) =>
        element.Type == ElementTypes.Character && (element.Character is not { } id || film.Film.CharacterById(id) is null || !scene.Characters.Contains(id));
}
