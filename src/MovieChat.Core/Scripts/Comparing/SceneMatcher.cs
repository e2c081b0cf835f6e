using System.Globalization;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>A scene of the script, and the scene of the film that it is.</summary>
/// <param name="Page">Null for a new scene.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the others than in the film.</param>
internal sealed record MatchedScene(ScriptScene Script, FilmPage? Page, bool IsMoved);

/// <summary>Finds out which scene of a script is which of the film: by number where the headings agree; else by heading, the likest content first; else, under another
/// heading, by content of which at least half is the same. Where that leaves a choice, the order decides.</summary>
internal static class SceneMatcher
{
    private const double LikeEnough = 0.5;

    public static IReadOnlyList<MatchedScene> Match(IReadOnlyList<ScriptScene> script, IReadOnlyList<FilmPage> film)
    {
        var match = new SceneMatching(script, film);
        match.TakeNumbered();
        match.TakeLikest(sameHeading: true, 0);
        match.TakeLikest(sameHeading: false, LikeEnough);
        var inOrder = Rising([.. match.Found.OfType<FilmPage>().Select(page => page.Place)]);
        return [.. script.Zip(match.Found, (scene, page) => new MatchedScene(scene, page, page is not null && !inOrder.Contains(page.Place)))];
    }

    /// <summary>The scene's number, when it is one that a film's scene can have.</summary>
    public static int? NumberOf(ScriptScene scene) => int.TryParse(scene.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A longest part of the places that rises: those in it kept their order.</summary>
    private static HashSet<int> Rising(int[] places)
    {
        var (length, before) = (new int[places.Length], new int[places.Length]);
        var end = -1;
        for (var at = 0; at < places.Length; at++)
        {
            (length[at], before[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
            {
                if (places[earlier] < places[at] && length[earlier] >= length[at]) (length[at], before[at]) = (length[earlier] + 1, earlier);
            }

            if (end < 0 || length[at] > length[end]) end = at;
        }

        var rising = new HashSet<int>();
        for (; end >= 0; end = before[end]) rising.Add(places[end]);
        return rising;
    }
}
