using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>Light on the page that is not the light of the heading.</summary>
internal static partial class TimeNotes
{
    public static IEnumerable<CraftNote> Of(Screenplay film, string here)
    {
        foreach (var scene in (film.Scenes?.Scenes ?? []).Where(scene => here == "scenes" || here == $"dialogue:{scene.Id}"))
        {
            var time = scene.Heading.Time.ToUpperInvariant();
            var wrong = time.Contains("NIGHT") ? Sun() : time is "DAY" or "MORNING" or "AFTERNOON" or "NOON" ? Moon() : null;
            if (wrong is null) continue;
            var page = film.Dialogues.TryGetValue(scene.Id, out var dialogue) && here != "scenes" ? Passage.Page(scene, dialogue).Where(passage => passage.IsAction) : [];
            foreach (var passage in here == "scenes" ? [new("scenes", scene.Summary, Scene: scene)] : page)
            {
                if (wrong.Match(passage.Text) is not { Success: true } match) continue;
                yield return Continuity.Broken(
                    $"time {scene.Id} {match.Value}", $"Scene {scene.Number} plays by {scene.Heading.Time.ToLowerInvariant()}, and there is {match.Value.ToLowerInvariant()}.",
                    passage.Quoted(Sentence.Around(passage.Text, match.Index)), new Evidence("scenes", $"{scene.Number}. {scene.Heading}"));
            }
        }
    }

    [GeneratedRegex(@"\b(sunlight|sunshine|(midday|noon) sun|morning light|afternoon light|broad daylight|the sun (is high|beats|burns|stands))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sun();

    [GeneratedRegex(@"\b(moonlight|moonlit|starlight|stars (are out|overhead|above)|the moon (rises|is up|stands|hangs))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Moon();
}
