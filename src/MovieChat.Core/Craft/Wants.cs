using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>Wants against needs, and scenes that turn.</summary>
internal static partial class Wants
{
    public static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document) => document switch
    {
        { Kind: "profile", Key: { } key } when film.Profiles.TryGetValue(key, out var profile) => Person(film, profile),
        { Kind: "scenes" } when film.Scenes is { } list => list.Scenes.SelectMany(scene => Scene(film, list, scene)),
        _ => [],
    };

    private static IEnumerable<CraftNote> Person(Screenplay film, Profile profile)
    {
        if (film.CharacterById(profile.Character) is not { } person || !IsMain(person)) yield break;
        var where = $"profile:{profile.Character}";
        if (profile.Need.Trim().Length == 0)
        {
            yield return CraftNote.Of(NoteKinds.Want, $"no need {person.Id}", $"What {person.Name} wants is told, and not what they need: the film lives on the difference.", new Evidence(where, profile.Wants));
        }
        else if (IsSame(profile.Need, profile.Wants))
        {
            yield return CraftNote.Of(
                NoteKinds.Want, $"same need {person.Id}", $"{person.Name} needs just what they want, so nothing has to be given up for it.", new Evidence(where, profile.Need), new Evidence(where, profile.Wants));
        }
    }

    private static IEnumerable<CraftNote> Scene(Screenplay film, SceneList list, Scene scene)
    {
        var line = new Evidence("scenes", $"{scene.Number}. {scene.Summary}");
        string[] without = [.. scene.Characters.Where(id => film.CharacterById(id) is { } person && IsMain(person) && !scene.Wants.Any(want => want.Character == id && want.Want.Trim().Length > 0))];
        if (without.Length > 0)
        {
            var names = string.Join(" and ", without.Select(id => film.CharacterById(id)!.Name));
            yield return CraftNote.Of(NoteKinds.Want, $"scene {scene.Id} {string.Join(' ', without)}", $"Scene {scene.Number} does not say what {names} {(without.Length > 1 ? "want" : "wants")} in it, nor what stands in the way.", line);
        }

        if (scene.Turn.Trim().Length == 0 || Same().IsMatch(scene.Turn))
        {
            yield return CraftNote.Of(
                NoteKinds.Turn, $"scene {scene.Id}", $"Nothing differs at the end of scene {scene.Number}: what is found out, lost, decided or handed over in it? If nothing is, the film can do without it.",
                scene.Turn.Trim().Length == 0 ? [line] : [line, new("scenes", scene.Turn)]);
        }
        else if (list.Scenes.TakeWhile(each => each.Id != scene.Id).FirstOrDefault(each => IsSame(each.Turn, scene.Turn)) is { } earlier)
        {
            yield return CraftNote.Of(
                NoteKinds.Turn, $"again {scene.Id}", $"Scene {scene.Number} turns as scene {earlier.Number} did: one of the two is enough.", new Evidence("scenes", scene.Turn), new Evidence("scenes", earlier.Turn));
        }
    }

    internal static bool IsMain(Character person) => Roles.IsProtagonist(person.Role) || Roles.IsOpposing(person.Role);

    private static bool IsSame(string one, string other)
    {
        var (a, b) = (Sentence.Terms(one).ToHashSet(), Sentence.Terms(other).ToHashSet());
        return a.Count > 0 && a.SetEquals(b);
    }

    [GeneratedRegex(@"\b(nothing (changes|has changed|is different|differs)|as (it was )?before|still the same|no change|unchanged)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Same();
}
