using System.Globalization;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>Where and when the scenes play: a circle for each, as large as its scenes are many.</summary>
internal static class LightChart
{
    public static ChartSheet Draw(FilmInsights film, ChartSize size)
    {
        var sheet = new ChartSheet("Where and when", film.Light.Count == 0 ? "There are no scenes yet." : "How many scenes play there and then: what a schedule must hold.", size);
        if (film.Light.Count == 0) return sheet;
        string[] settings = [.. LightWords.Settings.Where(setting => film.Light.Any(cell => cell.Setting == setting))];
        string[] lights = [.. LightWords.Lights.Where(light => film.Light.Any(cell => cell.Light == light))];
        var frame = sheet.Frame(
            ChartSheet.Margin + 130, sheet.Top + 26, sheet.Width - ChartSheet.Margin, sheet.Height - ChartSheet.Margin, -0.5, lights.Length - 0.5, settings.Length - 0.5, -0.5);
        Write(sheet, frame, settings, lights, film.Light);
        var most = film.Light.Max(cell => cell.Scenes);
        var radius = Math.Min((frame.Right - frame.Left) / lights.Length, (frame.Bottom - frame.Top) / settings.Length) / 2 * 0.86;
        foreach (var cell in film.Light)
        {
            var (x, y) = (Array.IndexOf(lights, cell.Light), Array.IndexOf(settings, cell.Setting));
            var own = Math.Max(3, radius * Math.Sqrt((double)cell.Scenes / most));
            var marker = sheet.Plot.Add.Marker(x, y, MarkerShape.FilledCircle, (float)(2 * own), ChartSheet.Colour(Colour(cell)));
            marker.LineWidth = 0;
            var style = WordStyle.Strong with { Size = 14, Colour = Colour(cell) == ChartColours.MainPale ? ChartColours.Ink : "#ffffff" };
            var inside = own >= 12;
            sheet.Write(cell.Scenes.ToString(CultureInfo.InvariantCulture), frame.X(x) + (inside ? 0 : own + 5), frame.Y(y) + 5, inside ? style : WordStyle.Strong, inside ? Anchor.Middle : Anchor.Start);
        }
        return sheet;
    }

    private static void Write(ChartSheet sheet, ChartFrame frame, string[] settings, string[] lights, IReadOnlyList<LightInsight> cells)
    {
        for (var at = 0; at < lights.Length; at++)
            sheet.Write($"{Name(lights[at])} {cells.Where(cell => cell.Light == lights[at]).Sum(cell => cell.Scenes)}", frame.X(at), frame.Top - 8, WordStyle.Label, Anchor.Middle);
        for (var at = 0; at < settings.Length; at++)
        {
            sheet.Write($"{Name(settings[at])} {cells.Where(cell => cell.Setting == settings[at]).Sum(cell => cell.Scenes)}", ChartSheet.Margin, frame.Y(at) + 4.5, WordStyle.Label);
            var line = sheet.Plot.Add.Line(-0.5, at, lights.Length - 0.5, at);
            (line.LineColor, line.LineWidth) = (ChartSheet.Colour(ChartColours.Rule), 1);
        }
    }

    private static string Name(string word) => word switch
    {
        LightWords.Both => "inside and outside",
        LightWords.Unknown => "not told",
        _ => word,
    };

    private static string Colour(LightInsight cell) => cell.Light switch
    {
        LightWords.Night => ChartColours.Main,
        LightWords.Twilight => ChartColours.Accent,
        LightWords.Day => ChartColours.MainPale,
        _ => ChartColours.Muted,
    };
}
