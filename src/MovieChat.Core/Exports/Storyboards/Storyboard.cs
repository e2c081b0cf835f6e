using System.Globalization;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The film as a board tells it: every scene in the order of the film, with a panel for each of its shots.</summary>
/// <param name="Ratio">Of the film's picture, as width over height.</param>
/// <param name="Scenes">Also those that have no shots yet.</param>
public sealed record Storyboard(string Title, double Ratio, IReadOnlyList<BoardScene> Scenes)
{
    public IEnumerable<Panel> Panels => Scenes.SelectMany(scene => scene.Panels);

    /// <summary>How long all shots together stay on the screen, in seconds.</summary>
    public double Seconds => Scenes.Sum(scene => scene.Seconds);

    /// <summary>The board of what is known so far. Its texts are clean (<see cref="CleanText"/>), and what a shot or a scene leaves out is left out here.</summary>
    public static Storyboard Of(Screenplay film)
    {
        var scenes = new List<BoardScene>();
        var start = 0.0;
        foreach (var scene in film.Scenes?.Scenes ?? [])
        {
            scenes.Add(Scene(film, scene, start));
            start += scenes[^1].Seconds;
        }
        return new Storyboard(ScriptText.Title(film), AspectRatios.Of(film.Look?.AspectRatio), scenes);
    }

    private static BoardScene Scene(Screenplay film, Scene scene, double start)
    {
        var shots = film.Shots.GetValueOrDefault(scene.Id)?.Shots ?? [];
        var lines = Lines(film, scene, shots);
        var panels = new List<Panel>();
        foreach (var (place, shot) in shots.Index())
        {
            panels.Add(Panel(film, scene, shot) with { Line = lines[place], Start = start });
            start += panels[^1].Seconds;
        }
        return new BoardScene(scene.Id, scene.Number, ScriptText.Heading(scene), CleanText.Line(scene.Summary), panels);
    }

    /// <summary>The shots' own lines. Where none of them has one, the scene's speeches are dealt out to them, so that the board has the words.</summary>
    private static IReadOnlyList<string> Lines(Screenplay film, Scene scene, IReadOnlyList<Shot> shots)
    {
        string[] lines = [.. shots.Select(shot => CleanText.Block(shot.Line ?? ""))];
        return lines.All(line => line.Length == 0) && film.Dialogues.TryGetValue(scene.Id, out var dialogue) ? SpeechDeal.Of(film, dialogue, shots) : lines;
    }

    private static Panel Panel(Screenplay film, Scene scene, Shot shot)
    {
        var id = Screenplay.FrameKey(scene.Id, shot.N);
        return new Panel
        {
            Id = id,
            Number = string.Create(CultureInfo.InvariantCulture, $"{scene.Number}.{shot.N}"),
            Shot = shot,
            Picture = film.Frames.GetValueOrDefault(id),
            Action = CleanText.Line(shot.Action),
            Camera = CameraDirection.Of(shot),
            People = [.. shot.Characters.Distinct().Select(person => CleanText.Line(film.CharacterById(person)?.Name ?? person))],
            Seconds = RunningTime.Sound(shot.Seconds),
        };
    }
}
