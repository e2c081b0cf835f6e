using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Picturing;

/// <summary>What a picture is asked for with: plain lines, each with its name, that any image model reads, the sketch artist among them.</summary>
public static partial class PicturePrompt
{
    private const string Rules = "No lettering, no border.";
    private const string PeopleLine = "People";

    /// <summary>Most characters of what is said of one person, and of a whole line: together they stay within <see cref="Pictures.MostPrompt"/>.</summary>
    private const int MostWords = 1_200, MostLine = 4_000, MostPeople = 14_400;

    /// <summary>What a portrait's options differ in: what the words leave open.</summary>
    private static readonly string[] s_takes =
    [
        "Facing us, at rest.",
        "Three-quarter view, on guard.",
        "Turned a little away, caught in a thought.",
        "Facing us, about to speak.",
        "Three-quarter view, at ease.",
        "Looking past us, tired.",
    ];

    /// <summary>How another option of a frame is staged.</summary>
    private static readonly string[] s_stagings =
    [
        "",
        "Stage it in depth, one thing close in the foreground.",
        "Stage it with more empty space on one side.",
        "Stage it from the other side of the place.",
        "Stage it with the light behind the people.",
    ];

    /// <param name="take">From 1; the takes of later drafts count on.</param>
    /// <param name="change">What the writer wants changed.</param>
    /// <param name="earlier">The place of the earlier picture that is to be changed among the pictures sent along; null when there is none.</param>
    /// <returns>Null when the film has no such person.</returns>
    public static string? Portrait(Screenplay film, string character, int take, string? change, int? earlier, IReadOnlyList<string> stated)
    {
        if (film.CharacterById(character) is not { } person) return null;
        var profile = film.Profiles.GetValueOrDefault(character);
        return Lines(
            $"A portrait for the casting of a film: one person, head and shoulders, plain background. {Rules}",
            $"Person: {person.Name}, {person.Age}.",
            $"Role: {person.Role}. {person.OneLine}",
            $"Appearance: {person.Appearance}",
            profile is null ? null : $"Character: {Upto(profile.Who, MostWords)}",
            LookOf(film.Look),
            StatedLine(stated),
            $"Option: {take}. {s_takes[(take - 1) % s_takes.Length]}",
            earlier is null ? null : $"Earlier: reference {earlier} is the portrait so far: keep the person, and change what is to be changed.",
            change is null ? null : $"Change: {change}");
    }

    /// <param name="references">By person, the place of their portrait among the pictures sent along, from 1.</param>
    /// <param name="earlier">The place of the earlier picture that is to be changed; null when there is none.</param>
    /// <returns>Null when the film has no such shot.</returns>
    public static string? Frame(Screenplay film, string shotKey, int take, string? change, IReadOnlyDictionary<string, int> references, int? earlier, IReadOnlyList<string> stated)
    {
        if (ShotOf(film, shotKey) is not var (scene, shot)) return null;
        return Lines(
            $"A storyboard frame for a film, composed for {AspectRatios.Shown(film.Look?.AspectRatio)}. {Rules}",
            $"Scene: {scene.Heading}",
            $"Size: {shot.Size}",
            $"Angle: {shot.Angle}",
            $"Move: {shot.Move}",
            $"Lens: {shot.Lens} mm",
            $"Action: {shot.Action}",
            People(film, shot, references),
            LookOf(film.Look),
            StatedLine(stated),
            $"Option: {take}. {s_stagings[(take - 1) % s_stagings.Length]}",
            earlier is null ? null : $"Earlier: reference {earlier} is the picture of this shot so far: keep its composition, and change what is to be changed.",
            change is null ? null : $"Change: {change}");
    }

    /// <summary>Which take a picture was asked for as; null of the writer's own.</summary>
    public static int? TakeOf(string prompt) => TakeLine().Match(prompt) is { Success: true } found && int.TryParse(found.Groups["take"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var take) ? take : null;

    public static (Scene Scene, Shot Shot)? ShotOf(Screenplay film, string key)
    {
        var (scene, number) = key.Split('.', 2) is [var first, var second] ? (first, second) : (key, "");
        return film.SceneById(scene) is { } found && film.Shots.GetValueOrDefault(scene)?.Shots.FirstOrDefault(shot => $"{shot.N}" == number) is { } listed ? (found, listed) : null;
    }

    private static string People(Screenplay film, Shot shot, IReadOnlyDictionary<string, int> references)
    {
        Character[] people = [.. shot.Characters.Distinct().Select(film.CharacterById).OfType<Character>()];
        if (people.Length == 0) return $"{PeopleLine}: nobody";
        // A crowd shares what two dozen people may take.
        var most = Math.Min(MostWords, MostPeople / people.Length);
        var lines = people.Select(person =>
        {
            var from = references.TryGetValue(person.Id, out var place) ? $"reference {place}" : "from words";
            return $"- {OneLine(person.Name)}, {person.Age} ({from}): {Upto(OneLine(person.Appearance), most)}";
        });
        var keep = references.Count > 0 ? "\nLikeness: keep the face, hair, build and clothes of everybody exactly as in their reference." : "";
        return $"{PeopleLine}, left to right:\n{string.Join("\n", lines)}{keep}";
    }

    private static string? LookOf(Look? look)
    {
        if (look is null) return null;
        var inTheMannerOf = look.References.Count > 0 ? $" In the manner of: {string.Join(", ", look.References)}." : "";
        return Upto($"Look: {look.Summary} Palette: {string.Join(", ", look.Palette)}. Light: {look.Light} Lenses: {look.Lenses} Texture: {look.Texture}{inTheMannerOf}", MostLine);
    }

    private static string? StatedLine(IReadOnlyList<string> stated) => stated.Count == 0 ? null : Upto($"Stated: {string.Join(" ", stated)}", MostLine);

    /// <summary>A line for each; film text that holds line breaks can not make up lines of its own.</summary>
    private static string Lines(params IEnumerable<string?> lines) =>
        string.Join("\n", lines.OfType<string>().Select(line => line.StartsWith(PeopleLine, StringComparison.Ordinal) ? line : OneLine(line)));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^Option: (?<take>\d{1,6})\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TakeLine();

    private static string Upto(string text, int most) => text.Length <= most ? text : $"{Cutting.Upto(text, most)}…";
}
