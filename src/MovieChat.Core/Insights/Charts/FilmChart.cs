namespace MovieChat.Core.Insights.Charts;

/// <summary>The charts of a film.</summary>
public sealed class FilmChart
{
    private readonly Func<FilmInsights, int> height;
    private readonly Func<FilmInsights, ChartSize, ChartSheet> draw;

    private FilmChart(string name, Func<FilmInsights, int> height, Func<FilmInsights, ChartSize, ChartSheet> draw) => (Name, this.height, this.draw) = (name, height, draw);

    public static IReadOnlyList<FilmChart> All { get; } =
    [
        new("tension", _ => 460, TensionChart.Draw),
        new("presence", film => Math.Clamp(150 + (26 * film.People.Count), 240, 1400), PresenceChart.Draw),
        new("lines", film => Math.Clamp(110 + (30 * film.People.Count(person => person.Words > 0)), 240, 1400), LinesChart.Draw),
        new("light", _ => 420, LightChart.Draw),
        new("minutes", _ => 380, MinutesChart.Draw),
    ];

    public string Name { get; }

    public static FilmChart? Named(string name) => All.FirstOrDefault(chart => chart.Name == name);

    /// <summary>The chart as SVG, in UTF-8. The same figures give the same bytes.</summary>
    /// <param name="width">In pixels, within the bounds of <see cref="ChartSize"/>; the usual one when left out.</param>
    /// <param name="height">Alike; what the chart needs when left out.</param>
    public byte[] Svg(FilmInsights film, int? width = null, int? height = null) => ChartSvg.Of(Sheet(film, width, height));

    /// <summary>The chart as PNG, twice as many pixels on a side as asked for, for screens and for print.</summary>
    public byte[] Png(FilmInsights film, int? width = null, int? height = null) => ChartPng.Of(Sheet(film, width, height));

    internal ChartSheet Sheet(FilmInsights film, int? width, int? height) => draw(film, new(
        Math.Clamp(width ?? ChartSize.UsualWidth, ChartSize.LeastWidth, ChartSize.MostWidth),
        Math.Clamp(height ?? this.height(film), ChartSize.LeastHeight, ChartSize.MostHeight)));
}
