using System.Globalization;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The whole plot, and its turns beside the curve of its tension.</summary>
internal static class PlotSection
{
    public static void Write(BibleFlow flow, Screenplay film, FilmInsights insights)
    {
        if (film.Plot is not { } plot) return;
        if ((plot.Beginning + plot.Middle + plot.End).Any(char.IsLetterOrDigit)) flow.Section("Plot");
        Part(flow, "Beginning", plot.Beginning);
        Part(flow, "Middle", plot.Middle);
        Part(flow, "End", plot.End);
        if (plot.Beats.Count == 0) return;
        flow.Section("Beats");
        FigureSection.Draw(flow, insights, "tension");
        var minutes = film.Brief?.LengthMinutes ?? Brief.DefaultLengthMinutes;
        foreach (var beat in plot.Beats)
        {
            flow.Need(3 * BibleType.Leading(BibleType.Body));
            flow.Add(new BibleMark.Words(string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(beat.Position, 0, 1) * minutes:0} min"), BibleType.Left, flow.Y + BibleFlow.Ascent(BibleType.Body), BibleType.Number));
            flow.Text(beat.Name, BibleType.Strong, 48);
            flow.Text(beat.Text, BibleType.Body, 48);
            flow.Space(6);
        }
    }

    private static void Part(BibleFlow flow, string title, string text)
    {
        if (BibleFlow.Printable(text).Length == 0) return;
        flow.Part(title);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            flow.Text(paragraph, BibleType.Body);
            flow.Space(6);
        }
        flow.Space(10);
    }
}
