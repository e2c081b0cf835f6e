using System.Globalization;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>How much each person says, in words, most first.</summary>
internal static class LinesChart
{
    private const double LeastRow = 17;

    public static ChartSheet Draw(FilmInsights film, ChartSize size)
    {
        var people = film.People.Where(person => person.Words > 0).OrderByDescending(person => person.Words).ToList();
        var silent = film.People.Where(person => person.Words == 0).Select(person => person.Name).ToList();
        var note = people.Count == 0 ? "Nobody speaks yet." : silent.Count == 0 ? "In words that are spoken, with the share of all of them." : $"In words that are spoken, with the share of all of them. Without a line: {string.Join(", ", silent)}.";
        var sheet = new ChartSheet("Who says how much", note, size);
        if (people.Count == 0) return sheet;
        var room = sheet.Height - sheet.Top - ChartSheet.Margin;
        var rows = Math.Min(people.Count, Math.Max(1, (int)(room / LeastRow)));
        var names = Math.Min(sheet.Width * 0.28, people.Take(rows).Max(person => WordStyle.Label.Width(ChartSheet.Fit(person.Name, WordStyle.Label, 220))));
        var labels = people.Take(rows).Select(Label).ToList();
        var left = ChartSheet.Margin + names + 10;
        var right = sheet.Width - ChartSheet.Margin - labels.Max(WordStyle.Label.Width) - 8;
        var frame = sheet.Frame(left, sheet.Top, right, sheet.Top + Math.Min(room, rows * 34), 0, people[0].Words, rows - 0.5, -0.5);
        sheet.Plot.Add.Bars(people.Take(rows).Select((person, row) => new Bar
        {
            Orientation = Orientation.Horizontal,
            Position = row,
            Value = person.Words,
            Size = 0.62,
            FillColor = ChartSheet.Colour(row == 0 ? ChartColours.Main : ChartColours.MainPale),
            LineWidth = 0,
        }).ToArray());
        for (var row = 0; row < rows; row++)
        {
            sheet.Write(people[row].Name, frame.Left - 10, frame.Y(row) + 4.5, WordStyle.Label, Anchor.End, names);
            sheet.Write(labels[row], frame.X(people[row].Words) + 8, frame.Y(row) + 4.5, WordStyle.Label);
        }
        return sheet;
    }

    private static string Label(PersonInsight person) => string.Create(
        CultureInfo.InvariantCulture, $"{person.Words:N0} · {person.Share:0 %} · {person.Speeches:N0} {(person.Speeches == 1 ? "speech" : "speeches")}");
}
