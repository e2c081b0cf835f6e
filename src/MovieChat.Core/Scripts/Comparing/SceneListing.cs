using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Makes the list of scenes that a script tells, from that of the film: a scene that is known keeps its id and whatever the script does not tell.</summary>
/// <param name="fresh">Ids for new scenes, each given once.</param>
/// <param name="peopleOf">The ids of those who are in a scene by what the script tells of it.</param>
internal sealed class SceneListing(IReadOnlyList<MatchedScene> scenes, Func<string> fresh, Func<MatchedScene, IReadOnlyList<string>> peopleOf)
{
    /// <param name="before">The film's list; null when it has none.</param>
    public SceneList Make(SceneList? before)
    {
        var numbers = Numbers();
        var positions = ScenePositions.Of(scenes);
        Scene[] made = [.. scenes.Select((scene, at) => Make(scene, numbers[at], positions[at]))];
        return before is null ? new() { Scenes = WithPurposes(made) } : before with { Scenes = WithPurposes(made) };
    }

    private Scene Make(MatchedScene scene, int number, double position) => scene.Page is { } page
        ? page.Scene with
        {
            Number = number,
            Heading = HeadingOf(scene.Script, page),
            Characters = peopleOf(scene),
            Summary = SummaryOf(scene.Script, page),
            Position = position,
        }
        : new()
        {
            Id = fresh(),
            Number = number,
            Heading = HeadingText.Read(scene.Script.Heading)!,
            Purpose = "other",
            Characters = peopleOf(scene),
            Summary = scene.Script.Summary.Length > 0 ? scene.Script.Summary : SceneSummary.Of(scene.Script),
            Position = position,
        };

    /// <summary>The script's, if it tells another one.</summary>
    private static string SummaryOf(ScriptScene script, FilmPage page) =>
        script.Summary.Length == 0 || FdxLists.Valid(script.Summary) == FdxLists.Valid(CleanText.Line(page.Scene.Summary)) ? page.Scene.Summary : script.Summary;

    private static SceneHeading HeadingOf(ScriptScene script, FilmPage page)
    {
        if (HeadingText.Key(script.Heading) == HeadingText.Key(page.Heading)) return page.Scene.Heading;
        var read = HeadingText.Read(script.Heading)!;
        return page.Scene.Heading with { Setting = read.Setting, Place = read.Place, Time = read.Time };
    }

    /// <summary>As the script has them; where it gives none, as the film has them; counted from 1 when that makes no rising row.</summary>
    private int[] Numbers()
    {
        int?[] told = [.. scenes.Select(scene => scene.Script.Number is null ? scene.Page?.Scene.Number : SceneMatcher.NumberOf(scene.Script))];
        var rises = told.All(number => number is > 0) && told.Zip(told.Skip(1)).All(pair => pair.First < pair.Second);
        return rises ? [.. told.Select(number => number!.Value)] : [.. Enumerable.Range(1, told.Length)];
    }

    /// <summary>A film has an opening and a conclusion: where neither stayed, the first and the last scene are.</summary>
    private static Scene[] WithPurposes(Scene[] made)
    {
        if (made.All(scene => scene.Purpose != SceneWords.Opening)) made[0] = made[0] with { Purpose = SceneWords.Opening };
        if (made.All(scene => scene.Purpose != SceneWords.Conclusion)) made[^1] = made[^1] with { Purpose = SceneWords.Conclusion };
        return made;
    }
}
