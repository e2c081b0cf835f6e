using System.Globalization;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>Who is in which scene: a row for each person, a column for each scene.</summary>
internal static class PresenceChart
{
    private const double LeastRow = 15, MostColumn = 64;

    public static ChartSheet Draw(FilmInsights film, ChartSize size)
    {
        var people = film.People.Where(person => person.Scenes > 0).ToList();
        var isEmpty = people.Count == 0 || film.Scenes.Count == 0;
        var sheet = new ChartSheet("Who is in which scene", isEmpty ? "There are no scenes with people yet." : "Dark: speaks. Pale: is there. On the right, in how many scenes.", size);
        if (isEmpty) return sheet;
        var room = sheet.Height - sheet.Top - ChartSheet.Margin - 16;
        var rows = Math.Min(people.Count, Math.Max(1, (int)(room / LeastRow)));
        var names = Math.Min(sheet.Width * 0.28, people.Take(rows).Max(person => WordStyle.Strong.Width(ChartSheet.Fit(person.Name, WordStyle.Strong, 220))));
        var left = ChartSheet.Margin + names + 10;
        var height = Math.Min(room, rows * 34);
        var right = Math.Min(sheet.Width - ChartSheet.Margin - 34, left + (film.Scenes.Count * MostColumn));
        var frame = sheet.Frame(left, sheet.Top + 12, right, sheet.Top + 12 + height, -0.5, film.Scenes.Count - 0.5, rows - 0.5, -0.5);
        DrawCells(sheet, film.Scenes, people.Take(rows));
        WriteRows(sheet, frame, people, rows, names);
        WriteNumbers(sheet, frame, film.Scenes);
        return sheet;
    }

    private static void DrawCells(ChartSheet sheet, IReadOnlyList<SceneInsight> scenes, IEnumerable<PersonInsight> people)
    {
        var cells =
            from row in people.Index()
            from column in scenes.Index()
            let key = row.Item.Id ?? row.Item.Name
            let speaks = column.Item.Speaking.Contains(key)
            let colour = speaks ? ChartColours.Main : column.Item.Present.Contains(key) ? ChartColours.MainPale : ChartColours.Pale
            select new Bar
            {
                Orientation = Orientation.Horizontal,
                Position = row.Index,
                ValueBase = column.Index - 0.44,
                Value = column.Index + 0.44,
                Size = 0.82,
                FillColor = ChartSheet.Colour(colour),
                LineWidth = 0,
            };
        sheet.Plot.Add.Bars(cells.ToArray());
    }

    private static void WriteRows(ChartSheet sheet, ChartFrame frame, List<PersonInsight> people, int rows, double room)
    {
        for (var row = 0; row < rows; row++)
        {
            var y = frame.Y(row) + 4.5;
            sheet.Write(people[row].Name, frame.Left - 10, y, people[row].Role is not null && Film.Roles.IsProtagonist(people[row].Role!) ? WordStyle.Strong : WordStyle.Label, Anchor.End, room);
            sheet.Write(people[row].Scenes.ToString(CultureInfo.InvariantCulture), frame.Right + 28, y, WordStyle.Label, Anchor.End);
        }
        if (rows < people.Count) sheet.Write($"and {people.Count - rows} more", frame.Left - 10, frame.Bottom + 14, WordStyle.Small, Anchor.End, room);
    }

    private static void WriteNumbers(ChartSheet sheet, ChartFrame frame, IReadOnlyList<SceneInsight> scenes)
    {
        var step = ChartTicks.Step(scenes.Count, frame.Right - frame.Left, 26);
        for (var at = 0; at < scenes.Count; at += step)
            sheet.Write(scenes[at].Number.ToString(CultureInfo.InvariantCulture), frame.X(at), frame.Top - 5, WordStyle.Small, Anchor.Middle);
    }
}
