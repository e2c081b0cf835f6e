using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>An estimate of how tense the film is, from beat to beat.</summary>
/// <param name="Rule">How it is estimated, in words.</param>
/// <param name="Points">By position: the plot's beats; without a plot, the scenes.</param>
/// <param name="Usual">Where films usually turn, and which beat stands there.</param>
public sealed record TensionInsight(string Rule, IReadOnlyList<TensionPoint> Points, IReadOnlyList<UsualTurn> Usual)
{
    internal static TensionInsight Of(Screenplay film)
    {
        var points = (film.Plot is { Beats.Count: > 0 } plot ? Beats(film, plot) : Scenes(film)).OrderBy(point => point.Position).ToList();
        var matched = UsualBeats.Match([.. points.Select(point => point.Position)]);
        return new(
            TensionRule.InWords, points,
            [.. UsualBeats.Turns.Select((turn, at) => matched.TryGetValue(at, out var beat) ? new UsualTurn(turn.Name, turn.Position, points[beat].Name, points[beat].Position - turn.Position) : new UsualTurn(turn.Name, turn.Position, null, null))]);
    }

    private static IEnumerable<TensionPoint> Beats(Screenplay film, Plot plot)
    {
        var starts = plot.Beats.Select(beat => Place(beat.Position)).Order().ToList();
        foreach (var beat in plot.Beats)
        {
            var start = Place(beat.Position);
            var end = starts.FirstOrDefault(each => each > start, double.PositiveInfinity);
            var scenes = (film.Scenes?.Scenes ?? []).Where(scene => Place(scene.Position) is var place && place >= start && place < end);
            yield return new(Name(beat.Name, beat.Text), start, TensionRule.Estimate(start, $"{beat.Name}\n{beat.Text}", scenes));
        }
    }

    private static IEnumerable<TensionPoint> Scenes(Screenplay film) =>
        (film.Scenes?.Scenes ?? []).Select(scene => new TensionPoint($"{scene.Number} {CleanText.Line(scene.Heading.Place)}".Trim(), Place(scene.Position), TensionRule.Estimate(Place(scene.Position), scene.Summary, [scene])));

    private static double Place(double position) => double.IsFinite(position) ? Math.Clamp(position, 0, 1) : 0;

    private static string Name(string name, string text) => CleanText.Line(name) is { Length: > 0 } clean ? clean : CleanText.Line(text);
}

/// <param name="Position">A fraction of the film.</param>
/// <param name="Tension">0 to 1.</param>
public sealed record TensionPoint(string Name, double Position, double Tension);

/// <param name="Beat">The film's beat that stands there; null when none does.</param>
/// <param name="Off">How much later it is than usual, as a fraction of the film.</param>
public sealed record UsualTurn(string Name, double Position, string? Beat, double? Off);
