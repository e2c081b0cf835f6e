using System.Globalization;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Takes a scene out of the list, or has one turn that did not.</summary>
internal static class Turning
{
    private const int FewestScenes = 2;

    /// <summary>The other scenes keep their ids and numbers, so that what was written for them stays theirs.</summary>
    public static bool Cut(CutSceneWish wish, JsonNode content)
    {
        if (content["scenes"] is not JsonArray { Count: > FewestScenes } scenes) return false;
        var cut = scenes.FirstOrDefault(scene => wish.Number is { } number ? NumberOf(scene) == number : IsAt(scene, wish.Place));
        if (cut is null) return false;
        var at = scenes.IndexOf(cut);
        scenes.RemoveAt(at);
        // The film still has to begin and end.
        if (at == 0) scenes[0]!["purpose"] = SceneWords.Opening;
        if (at == scenes.Count) scenes[^1]!["purpose"] = SceneWords.Conclusion;
        return true;
    }

    public static bool Add(TurnWish wish, JsonNode content, Story story)
    {
        var pen = story.PenFor("turn");
        pen.Remember(content.ToJsonString());
        switch (story.Task.Kind)
        {
            case "scenes" when content["scenes"] is JsonArray { Count: > FewestScenes } scenes:
                var scene = scenes.FirstOrDefault(each => wish.Number is { } number && NumberOf(each) == number)
                    ?? (wish.Number is null ? scenes.Skip(scenes.Count / 2).First(each => each!["purpose"]?.ToString() is "other" or not SceneWords.Opening) : null);
                if (scene is null || Told(pen) is not { } told) return false;
                if (scene["purpose"]?.ToString() == "other") scene["purpose"] = "twist";
                scene["summary"] = Sentences.Join(Sentences.Closed(scene["summary"]!.ToString()), told);
                scene["turn"] = told;
                return true;
            case "plot" when content["beats"] is JsonArray beats && content["middle"] is { } middle && Told(pen) is { } turn:
                content["middle"] = $"{middle}\n\n{turn}";
                var before = beats.Count / 2;
                var position = (PositionOf(beats[before]) + PositionOf(beats[Math.Min(before + 1, beats.Count - 1)])) / 2;
                beats.Insert(Math.Min(before + 1, beats.Count), new JsonObject { ["name"] = "What nobody saw coming", ["position"] = Math.Round(position, 3), ["text"] = turn });
                return true;
            case "synopsis" when content["lines"] is JsonArray { Count: Synopsis.LineCount } lines && Told(pen) is { } change:
                lines[2] = Sentences.Join(Sentences.Closed(Sentences.Split(lines[2]!.ToString())[0]), change);
                return true;
            default:
                return false;
        }
    }

    private static string? Told(Pen pen) => pen.Line(Shelf.Pools["twist"]) is { Length: > 0 } line ? line : null;

    private static int? NumberOf(JsonNode? scene) => int.TryParse(scene?["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double PositionOf(JsonNode? beat) => beat?["position"]?.GetValue<double>() ?? 0;

    private static bool IsAt(JsonNode? scene, string place) =>
        place.Length > 2 && scene?["heading"]?["place"]?.ToString().Contains(place.TrimEnd('.'), StringComparison.OrdinalIgnoreCase) == true;
}
