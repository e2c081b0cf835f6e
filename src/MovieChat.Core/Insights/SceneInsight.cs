using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>One scene in figures.</summary>
/// <param name="Setting"><c>interior</c>, <c>exterior</c>, <c>both</c> or <c>unknown</c>.</param>
/// <param name="Light"><c>day</c>, <c>night</c>, <c>twilight</c> or <c>unknown</c>; a time such as CONTINUOUS is that of the scene before.</param>
/// <param name="Act">1, 2 or 3, by its position: they turn at 0.25 and 0.75.</param>
/// <param name="Pages">How much of the printed screenplay it takes, in pages; null while it has no dialogue. A page is about a minute.</param>
/// <param name="ShotSeconds">What its shots take together, in seconds; null without shots.</param>
/// <param name="Present">The ids of those whom the list of scenes has in it, and of those who speak.</param>
/// <param name="Speaking">The ids, or the names of those who are not in the cast.</param>
public sealed record SceneInsight(
    string Id, int Number, string Heading, string Purpose, double Position, int Act, string Setting, string Light, double? Pages, double? ShotSeconds, IReadOnlyList<string> Present, IReadOnlyList<string> Speaking)
{
    /// <summary>By its pages where it is written, otherwise by its shots; null when there is neither.</summary>
    public double? Minutes => Pages ?? ShotSeconds / 60;

    internal IReadOnlyList<SpeechPart> Speeches { get; init; } = [];
}

internal static class SceneInsights
{
    public static IReadOnlyList<SceneInsight> Of(Screenplay film)
    {
        var list = film.Scenes?.Scenes ?? [];
        var pages = PrintedLengths.Of(film);
        var lights = LightWords.Of(list);
        return [.. list.Select((scene, at) => Of(film, scene, film.Dialogues.ContainsKey(scene.Id) ? pages[at] : null, lights[at]))];
    }

    private static SceneInsight Of(Screenplay film, Scene scene, double? pages, string light)
    {
        var speeches = SpeechParts.Of(film, scene);
        var speaking = speeches.Select(speech => speech.Speaker).Distinct().ToList();
        var present = scene.Characters.Concat(speaking.Where(id => film.CharacterById(id) is not null)).Distinct().ToList();
        double? seconds = film.Shots.TryGetValue(scene.Id, out var list) && list.Shots.Count > 0 ? list.Shots.Sum(shot => double.IsFinite(shot.Seconds) ? Math.Clamp(shot.Seconds, 0, 3600) : 0) : null;
        return new(
            scene.Id, scene.Number, ScriptText.Heading(scene), scene.Purpose.Trim().ToLowerInvariant(), scene.Position, ActInsight.At(scene.Position),
            LightWords.Setting(scene.Heading.Setting), light, pages, seconds, present, speaking)
        {
            Speeches = speeches,
        };
    }
}
