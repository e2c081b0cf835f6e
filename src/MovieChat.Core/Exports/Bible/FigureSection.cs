using MovieChat.Core.Insights;
using MovieChat.Core.Insights.Charts;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The film's charts. Their words are text of the page.</summary>
internal static class FigureSection
{
    private const double Scale = 0.75;

    /// <summary>Pixels of the marks for one of the chart: 240 to the inch of paper.</summary>
    private const float Density = 2.5f;

    public static void Write(BibleFlow flow, FilmInsights insights)
    {
        if (insights.Scenes.Count == 0) return;
        flow.Section("In figures");
        foreach (var name in Names(insights))
            Draw(flow, insights, name);
    }

    public static void Draw(BibleFlow flow, FilmInsights insights, string name)
    {
        var width = (int)((BibleType.Right - BibleType.Left) / Scale);
        var sheet = FilmChart.Named(name)!.Sheet(insights, width, null);
        var height = sheet.Height * Scale;
        if (height > BibleType.Bottom - BibleType.Top) sheet = FilmChart.Named(name)!.Sheet(insights, width, (int)((BibleType.Bottom - BibleType.Top) / Scale));
        height = sheet.Height * Scale;
        flow.Need(height);
        var (left, top) = (BibleType.Left - (ChartSheet.Margin * Scale), flow.Y - (ChartSheet.Margin * Scale));
        flow.Add(new BibleMark.Image(left, top, sheet.Width * Scale, height, ChartPng.Marks(sheet, Density)));
        foreach (var word in sheet.Words)
            flow.Add(new BibleMark.Words(word.Text, left + (word.Left * Scale), top + (word.Y * Scale), word.Style.Lettering(Scale)));
        flow.Take(height);
        flow.Space(10);
    }

    /// <summary>Those that show something.</summary>
    private static IEnumerable<string> Names(FilmInsights insights)
    {
        if (insights.People.Any(person => person.Scenes > 0)) yield return "presence";
        if (insights.People.Any(person => person.Words > 0)) yield return "lines";
        yield return "light";
        if (insights.Scenes.Any(scene => scene.Minutes is not null)) yield return "minutes";
    }
}
