using System.Globalization;
using MovieChat.Core.Film;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>Tension from beat to beat, with the beats' names above it and the usual positions below.</summary>
internal static class TensionChart
{
    private const int MostRows = 8;
    private const double RowHeight = 17, UsualRows = 34, LeastCurve = 90, Aside = 6;

    public static ChartSheet Draw(FilmInsights film, ChartSize size)
    {
        var points = film.Tension.Points;
        var sheet = new ChartSheet(
            "Tension", points.Count == 0 ? "There are no beats and no scenes yet." : "An estimate by a small rule, beat by beat: a diagnostic, never a law. Below, where films usually turn.", size);
        if (points.Count == 0) return sheet;
        var (left, right, bottom) = (ChartSheet.Margin + 46, sheet.Width - ChartSheet.Margin - 8, sheet.Height - UsualRows - 46);
        var rows = Math.Clamp((int)((bottom - sheet.Top - LeastCurve) / RowHeight), 0, MostRows);
        var flags = BeatFlags.Place(points, right - left, rows);
        var top = sheet.Top + (flags.Select(flag => flag.Row + 1).DefaultIfEmpty(0).Max() * RowHeight) + 10;
        // A little more than the film on either side, so that the marks at its ends are whole.
        var aside = Aside / (right - left);
        var frame = sheet.Frame(left - Aside, sheet.Top, right + Aside, bottom, -aside, 1 + aside, 0, Math.Max(1.05, (bottom - sheet.Top) / Math.Max(20, bottom - top)));
        DrawActs(sheet, frame, film.Length.Wanted ?? Brief.DefaultLengthMinutes);
        DrawBeats(sheet, frame, points, flags);
        DrawUsual(sheet, frame, film.Tension.Usual);
        return sheet;
    }

    private static void DrawActs(ChartSheet sheet, ChartFrame frame, int minutes)
    {
        foreach (var at in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            var line = sheet.Plot.Add.Line(at, 0, at, 1);
            (line.LineColor, line.LineWidth) = (ChartSheet.Colour(ChartColours.Rule), at is 0 or 1 ? 0f : 1f);
            var anchor = at == 0 ? Anchor.Start : at == 1 ? Anchor.End : Anchor.Middle;
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{at * minutes:0} min"), frame.X(at), frame.Bottom + 16, WordStyle.Small, anchor);
        }
        var ground = sheet.Plot.Add.Line(0, 0, 1, 0);
        (ground.LineColor, ground.LineWidth) = (ChartSheet.Colour(ChartColours.Muted), 1);
        sheet.Write("tense", frame.X(0) - 8, frame.Y(1) + 8, WordStyle.Small, Anchor.End);
        sheet.Write("calm", frame.X(0) - 8, frame.Bottom, WordStyle.Small, Anchor.End);
    }

    private static void DrawBeats(ChartSheet sheet, ChartFrame frame, IReadOnlyList<TensionPoint> points, IReadOnlyList<BeatFlag> flags)
    {
        foreach (var flag in flags)
        {
            var y = sheet.Top + (flag.Row * RowHeight) + 8;
            if (!sheet.Write(flag.Point.Name, frame.X(0) + flag.Left, y, WordStyle.Label, Anchor.Start, BeatFlags.MostWidth)) continue;
            var pole = sheet.Plot.Add.Line(flag.Point.Position, flag.Point.Tension, flag.Point.Position, frame.Value(y + 4));
            (pole.LineColor, pole.LineWidth) = (ChartSheet.Colour(ChartColours.MainPale), 0.8f);
        }
        var curve = sheet.Plot.Add.Scatter(points.Select(point => point.Position).ToArray(), points.Select(point => point.Tension).ToArray(), ChartSheet.Colour(ChartColours.Main));
        (curve.LineWidth, curve.MarkerSize, curve.MarkerShape) = (2.2f, points.Count > 40 ? 4 : 7, MarkerShape.FilledCircle);
        (curve.FillY, curve.FillYColor) = (true, ChartSheet.Colour(ChartColours.MainPale).WithAlpha(0.25));
    }

    private static void DrawUsual(ChartSheet sheet, ChartFrame frame, IReadOnlyList<UsualTurn> usual)
    {
        foreach (var turn in usual)
        {
            var tick = sheet.Plot.Add.Line(turn.Position, 0, turn.Position, 0.035 * frame.Y1);
            (tick.LineColor, tick.LineWidth) = (ChartSheet.Colour(ChartColours.Accent), 2);
            var style = WordStyle.Small with { Colour = ChartColours.Accent };
            for (var row = 0; row < 3; row++)
            {
                var x = frame.X(turn.Position);
                var anchor = x + style.Width(turn.Name) > frame.Right + 8 ? Anchor.End : Anchor.Start;
                if (sheet.Write(turn.Name, x, frame.Bottom + 34 + (row * 14), style, anchor)) break;
            }
        }
    }
}
