using MovieChat.Core.Film;

namespace MovieChat.Core.Writing.Checks;

/// <summary>What a scene list and the dialogue of a scene must be.</summary>
internal static class SceneChecks
{
    private const int MostScenes = 300;

    public static void Scenes(SceneList list, Screenplay film, FaultList faults)
    {
        var scenes = list.Scenes;
        faults.Items("scenes", scenes.Count, 2, MostScenes);
        faults.Ids("scenes", [.. scenes.Select(scene => scene.Id)]);
        foreach (var (place, scene) in scenes.Index()) Scene($"scenes[{place}]", scene, film, faults);
        foreach (var purpose in (ReadOnlySpan<string>)[SceneWords.Opening, SceneWords.Conclusion])
        {
            faults.When(scenes.All(scene => scene.Purpose != purpose), "scenes", $"no scene has the purpose '{purpose}'.");
        }

        var pairs = scenes.Zip(scenes.Skip(1)).ToArray();
        faults.When(pairs.Any(pair => pair.Second.Position < pair.First.Position), "scenes", "are not in the order of their positions.");
        faults.When(pairs.Any(pair => pair.Second.Number <= pair.First.Number), "scenes", "their numbers do not rise.");
    }

    public static void Dialogue(Dialogue dialogue, string? key, Screenplay film, FaultList faults)
    {
        faults.When(dialogue.Scene != key, "scene", $"is '{FaultList.Shown(dialogue.Scene)}': this is the dialogue of scene '{key}'.");
        faults.Items("elements", dialogue.Elements.Count, 1, 1_000);
        var people = PeopleOf(key, film);
        var before = "";
        foreach (var (place, element) in dialogue.Elements.Index())
        {
            Element($"elements[{place}]", element, before, people, faults);
            before = element.Type;
        }

        faults.When(before is ElementTypes.Character or ElementTypes.Parenthetical, "elements", $"end with a {before} and no speech after it.");
    }

    private static void Scene(string path, Scene scene, Screenplay film, FaultList faults)
    {
        var setting = scene.Heading.Setting.Trim().TrimEnd('.').ToUpperInvariant();
        faults.When(
            !SceneWords.Settings.Contains(setting),
            $"{path}.heading.setting",
            $"'{FaultList.Shown(scene.Heading.Setting)}' is none of {string.Join(", ", SceneWords.Settings)}.");
        faults.Text($"{path}.heading.place", scene.Heading.Place, 200);
        // A script may leave the time out, as in INT. CAR (MOVING).
        faults.Bounded($"{path}.heading.time", scene.Heading.Time, 60);
        faults.When(
            !SceneWords.Purposes.Contains(scene.Purpose),
            $"{path}.purpose",
            $"'{FaultList.Shown(scene.Purpose)}' is none of {string.Join(", ", SceneWords.Purposes)}.");
        faults.Text($"{path}.summary", scene.Summary, 8_000);
        faults.Fraction($"{path}.position", scene.Position);
        faults.When(scene.Number is < 1 or > 10_000, $"{path}.number", $"is {scene.Number}: scenes count from 1.");
        faults.Items($"{path}.characters", scene.Characters.Count, 0, 50);
        foreach (var person in scene.Characters.Where(id => film.Cast is not null && film.CharacterById(id) is null))
        {
            faults.Add($"{path}.characters", $"'{FaultList.Shown(person)}' is no id of the cast.");
        }

        Drama(path, scene, film, faults);
    }

    private static void Drama(string path, Scene scene, Screenplay film, FaultList faults)
    {
        faults.Bounded($"{path}.turn", scene.Turn, 2_000);
        faults.Texts($"{path}.setUps", scene.SetUps, 50);
        faults.Texts($"{path}.payOffs", scene.PayOffs, 50);
        faults.Items($"{path}.wants", scene.Wants.Count, 0, 50);
        faults.Items($"{path}.learns", scene.Learns.Count, 0, 50);
        foreach (var (place, want) in scene.Wants.Index())
        {
            faults.When(!scene.Characters.Contains(want.Character), $"{path}.wants[{place}].character", $"'{FaultList.Shown(want.Character)}' is not in the scene: {FaultList.People(scene.Characters)}.");
            faults.Text($"{path}.wants[{place}].want", want.Want, 2_000);
            faults.Text($"{path}.wants[{place}].obstacle", want.Obstacle, 2_000);
        }

        foreach (var (place, found) in scene.Learns.Index())
        {
            faults.Text($"{path}.learns[{place}].what", found.What, 2_000);
            foreach (var person in found.Characters.Where(id => film.Cast is not null && film.CharacterById(id) is null))
            {
                faults.Add($"{path}.learns[{place}].characters", $"'{FaultList.Shown(person)}' is no id of the cast.");
            }
        }
    }

    private static void Element(string path, Element element, string before, IReadOnlyList<Character>? people, FaultList faults)
    {
        faults.Text($"{path}.text", element.Text, 8_000);
        var follows = before is ElementTypes.Character or ElementTypes.Parenthetical or ElementTypes.Dialogue;
        switch (element.Type)
        {
            case ElementTypes.Character:
                faults.When(before is ElementTypes.Character, path, "follows a cue without a speech.");
                Speaker(path, element, people, faults);
                break;
            case ElementTypes.Parenthetical or ElementTypes.Dialogue:
                faults.When(!follows, path, $"is a {element.Type} that no character element comes before.");
                break;
            case ElementTypes.Action or ElementTypes.Transition:
                faults.When(before is ElementTypes.Character or ElementTypes.Parenthetical, path, "stands where a speech must follow the cue.");
                break;
            default:
                faults.Add($"{path}.type", $"'{FaultList.Shown(element.Type)}' is none of {string.Join(", ", ElementTypes.All)}.");
                break;
        }
    }

    private static void Speaker(string path, Element cue, IReadOnlyList<Character>? people, FaultList faults)
    {
        if (people is null) return;
        var name = cue.Text.Split('(')[0].Trim();
        var belongs = cue.Character is { Length: > 0 } id
            ? people.Any(person => person.Id == id)
            : people.Any(person => person.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        faults.When(
            !belongs,
            path,
            $"'{FaultList.Shown(cue.Character ?? name)}' speaks and is not in the scene: {FaultList.People(people.Select(person => person.Id))}.");
    }

    private static IReadOnlyList<Character>? PeopleOf(string? key, Screenplay film)
    {
        var scene = key is null ? null : film.SceneById(key);
        return scene is null || film.Cast is null ? null : [.. scene.Characters.Select(film.CharacterById).OfType<Character>()];
    }
}
