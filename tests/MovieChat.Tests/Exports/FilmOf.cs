using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

/// <summary>The film that a Fountain file tells.</summary>
internal static partial class FilmOf
{
    [GeneratedRegex(@"^(?<setting>[A-Z./]+?)\.? (?<place>.*?)(?: - (?<time>[^-]+))?$")] private static partial Regex Heading();

    public static Screenplay Fountain(string file)
    {
        var script = FountainReader.Read(file);
        var scenes = new List<(Scene Scene, List<Element> Elements)>();
        foreach (var element in script.Elements)
        {
            if (element.Kind == FountainKind.SceneHeading) scenes.Add((Scene(scenes.Count + 1, element.Text), []));
            else if (element.Kind != FountainKind.Synopsis) scenes[^1].Elements.Add(new Element { Type = element.Kind.ToString().ToLowerInvariant(), Text = element.Text });
        }
        return Films.Of(scenes.Select(one => (one.Scene, one.Elements.ToArray()))) with { Title = script.TitleValue("title") ?? "" };
    }

    /// <summary>A film as often over as it needs to be a feature.</summary>
    public static Screenplay Long(Screenplay film, int times)
    {
        var scenes =
            from time in Enumerable.Range(0, times)
            from scene in film.Scenes!.Scenes
            let number = (time * film.Scenes!.Scenes.Count) + scene.Number
            select (scene with { Id = $"s{number.ToString(CultureInfo.InvariantCulture)}", Number = number }, film.Dialogues[scene.Id].Elements.ToArray());
        return Films.Of(scenes) with { Title = film.Title };
    }

    private static Scene Scene(int number, string heading)
    {
        var match = Heading().Match(heading);
        return Films.Scene(number, match.Groups["setting"].Value, match.Groups["place"].Value, match.Groups["time"].Value);
    }
}
