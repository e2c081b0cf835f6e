using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>How many scenes play there and then.</summary>
/// <param name="Pages">Of those that are written.</param>
public sealed record LightInsight(string Setting, string Light, int Scenes, double Pages)
{
    internal static IReadOnlyList<LightInsight> Of(IReadOnlyList<SceneInsight> scenes) =>
    [
        .. from setting in LightWords.Settings
           from light in LightWords.Lights
           let found = scenes.Where(scene => scene.Setting == setting && scene.Light == light).ToList()
           where found.Count > 0
           select new LightInsight(setting, light, found.Count, found.Sum(scene => scene.Pages ?? 0)),
    ];
}

public sealed record PurposeInsight(string Purpose, int Scenes)
{
    internal static IReadOnlyList<PurposeInsight> Of(IReadOnlyList<SceneInsight> scenes) =>
        [.. scenes.CountBy(scene => scene.Purpose).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => new PurposeInsight(count.Key, count.Value))];
}

/// <summary>One act: its scenes by their positions.</summary>
/// <param name="From">Where it begins, as a fraction of the film.</param>
/// <param name="Pages">Of those of its scenes that are written.</param>
public sealed record ActInsight(int Act, double From, double To, int Scenes, double Pages)
{
    private static readonly double[] Turns = [0, 0.25, 0.75, 1];

    internal static int At(double position) => position < Turns[1] ? 1 : position < Turns[2] ? 2 : 3;

    internal static IReadOnlyList<ActInsight> Of(IReadOnlyList<SceneInsight> scenes) => scenes.Count == 0 ? [] :
    [
        .. Enumerable.Range(1, 3).Select(act => new ActInsight(
            act, Turns[act - 1], Turns[act], scenes.Count(scene => scene.Act == act), scenes.Where(scene => scene.Act == act).Sum(scene => scene.Pages ?? 0))),
    ];
}

/// <summary>Scenes in a row without the protagonist.</summary>
/// <param name="Character">The protagonist's id.</param>
/// <param name="From">The number of the first of them.</param>
/// <param name="Pages">Of those that are written.</param>
public sealed record AbsenceInsight(string Character, int From, int To, int Scenes, double Pages)
{
    internal static AbsenceInsight? Of(Screenplay film, IReadOnlyList<SceneInsight> scenes)
    {
        if (film.Cast?.Characters.FirstOrDefault(person => Roles.IsProtagonist(person.Role)) is not { } protagonist) return null;
        var (longest, run) = (new List<SceneInsight>(), new List<SceneInsight>());
        foreach (var scene in scenes)
        {
            if (scene.Present.Contains(protagonist.Id)) run = [];
            else run.Add(scene);
            if (run.Count > longest.Count) longest = run;
        }
        return longest.Count == 0 ? null : new(protagonist.Id, longest[0].Number, longest[^1].Number, longest.Count, longest.Sum(scene => scene.Pages ?? 0));
    }
}

/// <summary>How long the film is, in minutes.</summary>
/// <param name="Wanted">What the brief asks for; null without a brief.</param>
/// <param name="Pages">Of the scenes that are written: a page is about a minute.</param>
/// <param name="ShotMinutes">Of the scenes that have shots; null when none has.</param>
/// <param name="Scenes">All scenes of the list. They are the key scenes: a film may have more between them.</param>
/// <param name="Written">Those that have dialogue.</param>
public sealed record LengthInsight(int? Wanted, double Pages, double? ShotMinutes, int Scenes, int Written)
{
    internal static LengthInsight Of(Screenplay film, IReadOnlyList<SceneInsight> scenes) => new(
        film.Brief?.LengthMinutes,
        scenes.Sum(scene => scene.Pages ?? 0),
        scenes.Any(scene => scene.ShotSeconds is not null) ? scenes.Sum(scene => scene.ShotSeconds ?? 0) / 60 : null,
        scenes.Count,
        scenes.Count(scene => scene.Pages is not null));
}
