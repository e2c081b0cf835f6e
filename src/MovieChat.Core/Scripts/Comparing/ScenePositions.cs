using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Where scenes fall in a film, as fractions of its length.</summary>
internal static class ScenePositions
{
    /// <summary>A scene that stands where it stood keeps its position. The others lie between those around them, by how many lines the script has up to each.</summary>
    public static double[] Of(IReadOnlyList<MatchedScene> scenes)
    {
        var positions = new double[scenes.Count];
        var lengths = Lengths(scenes);
        (double Length, double Position) from = (0, 0);
        for (var at = 0; at < scenes.Count; at++)
        {
            if (Kept(scenes[at]) is { } kept)
            {
                positions[at] = kept;
                from = (lengths[at], kept);
                continue;
            }

            var next = Enumerable.Range(at, scenes.Count - at).Where(later => Kept(scenes[later]) is not null).Select(later => (Length: lengths[later], Position: Kept(scenes[later])!.Value)).FirstOrDefault((1, 1));
            var share = next.Length > from.Length ? (lengths[at] - from.Length) / (next.Length - from.Length) : 0;
            positions[at] = Math.Clamp(Math.Round(from.Position + (share * (next.Position - from.Position)), 3), from.Position, Math.Max(from.Position, next.Position));
        }

        return positions;
    }

    private static double? Kept(MatchedScene scene) => scene is { Page: { } page, IsMoved: false } ? page.Scene.Position : null;

    /// <summary>How much of the script stands before each scene, from 0 to 1.</summary>
    private static double[] Lengths(IReadOnlyList<MatchedScene> scenes)
    {
        var lengths = new double[scenes.Count];
        var lines = 0.0;
        foreach (var (at, scene) in scenes.Index())
        {
            lengths[at] = lines;
            lines += 2 + PageMeasure.Lines(scene.Script.Elements.Select(element => new Element { Type = element.Type, Text = element.Text }));
        }

        return [.. lengths.Select(length => length / lines)];
    }
}
