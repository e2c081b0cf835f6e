using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>Places that are almost the same in two headings, and people who are at two places at once.</summary>
internal static class PlaceNotes
{
    private const int ShortestPlace = 5;

    private static readonly string[] AtOnce = ["CONTINUOUS", "SAME", "SAME TIME", "MEANWHILE", "MOMENTS LATER"];

    public static IEnumerable<CraftNote> Of(Screenplay film, string here)
    {
        if (here != "scenes" || film.Scenes is not { } list) yield break;
        var places = list.Scenes.DistinctBy(scene => Place(scene)).ToArray();
        foreach (var (at, scene) in places.Index())
            foreach (var earlier in places.Take(at).Where(earlier => IsSlip(Place(earlier), Place(scene))))
            {
                yield return Continuity.Broken(
                    $"place {Place(earlier)} {Place(scene)}", $"'{scene.Heading.Place}' and '{earlier.Heading.Place}' are almost the same: one place, or two?", Line(scene), Line(earlier));
            }

        foreach (var (before, scene) in list.Scenes.Zip(list.Scenes.Skip(1)))
        {
            if (scene.Heading.Time.Trim().ToUpperInvariant() is not ("SAME" or "SAME TIME" or "MEANWHILE") || Place(before) == Place(scene)) continue;
            foreach (var person in scene.Characters.Intersect(before.Characters))
            {
                yield return Continuity.Broken(
                    $"two places {person} {before.Id} {scene.Id}", $"{film.CharacterById(person)?.Name ?? person} is at two places at the same time.", Line(scene), Line(before));
            }
        }

        foreach (var scene in list.Scenes.Take(1).Where(scene => AtOnce.Contains(scene.Heading.Time.Trim().ToUpperInvariant())))
        {
            yield return Continuity.Broken($"first {scene.Id}", $"The first scene has the time {scene.Heading.Time}: it follows nothing.", Line(scene));
        }
    }

    private static string Place(Scene scene) => scene.Heading.Place.Trim().ToUpperInvariant();

    private static Evidence Line(Scene scene) => new("scenes", $"{scene.Number}. {scene.Heading}");

    private static bool IsSlip(string one, string other) =>
        one.Length >= ShortestPlace && other.Length >= ShortestPlace && !one.Any(char.IsDigit) && NameNotes.IsSlip(one, other);
}
