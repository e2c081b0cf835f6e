using System.Globalization;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>How long each scene is, in minutes: a bar by its pages, a tick by its shots.</summary>
internal static class MinutesChart
{
    private const int Named = 3;

    public static ChartSheet Draw(FilmInsights film, ChartSize size)
    {
        var most = film.Scenes.Select(Height).DefaultIfEmpty(0).Max();
        var sheet = new ChartSheet("Minutes of each scene", Note(film, most), size);
        if (most == 0) return sheet;
        var frame = sheet.Frame(ChartSheet.Margin + 40, sheet.Top + 20, sheet.Width - ChartSheet.Margin, sheet.Height - 46, -0.5, film.Scenes.Count - 0.5, 0, most * 1.05);
        DrawLevels(sheet, frame, most);
        sheet.Plot.Add.Bars(film.Scenes.Select((scene, at) => new Bar
        {
            Position = at,
            Value = scene.Pages ?? 0,
            Size = 0.7,
            FillColor = ChartSheet.Colour(ChartColours.Main),
            LineWidth = 0,
        }).ToArray());
        foreach (var (at, scene) in film.Scenes.Index())
        {
            if (scene.ShotSeconds is not { } seconds) continue;
            var tick = sheet.Plot.Add.Line(at - 0.42, seconds / 60, at + 0.42, seconds / 60);
            (tick.LineColor, tick.LineWidth) = (ChartSheet.Colour(ChartColours.Accent), 2.5f);
        }
        WriteScenes(sheet, frame, film.Scenes);
        return sheet;
    }

    private static string Note(FilmInsights film, double most)
    {
        if (most == 0) return "No scene has dialogue or shots yet.";
        var wanted = film.Length.Wanted is { } minutes ? $" of {minutes} wanted" : "";
        var shots = film.Length.ShotMinutes is { } shot ? string.Create(CultureInfo.InvariantCulture, $" Orange: by its shots, {shot:0.#} in all.") : "";
        return string.Create(CultureInfo.InvariantCulture, $"By printed pages, a page a minute: {film.Length.Pages:0.#}{wanted}, in {film.Length.Written} of {film.Length.Scenes} scenes.{shots}");
    }

    private static void DrawLevels(ChartSheet sheet, ChartFrame frame, double most)
    {
        var step = ChartTicks.Round(most);
        for (var at = 0; at * step <= most * 1.05; at++)
        {
            var level = at * step;
            var line = sheet.Plot.Add.Line(-0.5, level, frame.X1, level);
            (line.LineColor, line.LineWidth) = (ChartSheet.Colour(at == 0 ? ChartColours.Muted : ChartColours.Rule), 1);
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{level:0.##}"), frame.Left - 8, frame.Y(level) + 4, WordStyle.Small, Anchor.End);
        }
        sheet.Write("min", frame.Left - 8, frame.Top - 8, WordStyle.Small, Anchor.End);
    }

    private static double Height(SceneInsight scene) => Math.Max(scene.Pages ?? 0, (scene.ShotSeconds ?? 0) / 60);

    private static void WriteScenes(ChartSheet sheet, ChartFrame frame, IReadOnlyList<SceneInsight> scenes)
    {
        var step = ChartTicks.Step(scenes.Count, frame.Right - frame.Left, 26);
        for (var at = 0; at < scenes.Count; at += step)
            sheet.Write(scenes[at].Number.ToString(CultureInfo.InvariantCulture), frame.X(at), frame.Bottom + 16, WordStyle.Small, Anchor.Middle);
        sheet.Write("scene", frame.Left - 8, frame.Bottom + 16, WordStyle.Small, Anchor.End);
        foreach (var (at, scene) in scenes.Index().OrderByDescending(each => each.Item.Pages ?? 0).Take(Named))
        {
            if (scene.Pages is null) continue;
            var x = frame.X(at);
            var top = Height(scene);
            var anchor = x < frame.Left + 140 ? Anchor.Start : x > frame.Right - 140 ? Anchor.End : Anchor.Middle;
            var word = new ChartWord(ChartSheet.Fit(scene.Heading, WordStyle.Label, 280), anchor == Anchor.Middle ? x : anchor == Anchor.Start ? frame.X(at - 0.35) : frame.X(at + 0.35), frame.Y(top) - 5, anchor, WordStyle.Label);
            // A name stands over its own bar, and over no taller one.
            if (scenes.Index().All(each => frame.X(each.Index + 0.4) < word.Left || frame.X(each.Index - 0.4) > word.Right || Height(each.Item) <= top))
                sheet.Write(word.Text, word.X, word.Y, word.Style, anchor);
        }
    }
}
