using System.Globalization;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The list of scenes, as one plans with it.</summary>
internal static class SceneSection
{
    private const double Indent = 30, Times = 70;

    public static void Write(BibleFlow flow, Screenplay film, FilmInsights insights)
    {
        if (film.Scenes is not { Scenes.Count: > 0 } list) return;
        flow.Section("Scenes");
        foreach (var (scene, figures) in list.Scenes.Zip(insights.Scenes))
        {
            var width = BibleType.Right - BibleType.Left - Indent;
            flow.Need(Math.Min(200, 46 + BibleFlow.HeightOf(BibleFlow.Printable(scene.Summary), BibleType.Body, width)));
            if (flow.Y > BibleType.Top + 60) flow.Rule();
            flow.List($"{scene.Number}  {figures.Heading}", 1, isListed: false);
            flow.Add(new BibleMark.Words(scene.Number.ToString(CultureInfo.InvariantCulture), BibleType.Left, flow.Y + BibleFlow.Ascent(BibleType.Script), BibleType.Number));
            if (figures.Minutes is { } minutes) flow.AtRight(string.Create(CultureInfo.InvariantCulture, $"{minutes:0.0} min"), BibleType.Small);
            flow.Text(figures.Heading, BibleType.Script, Indent, width - Times);
            flow.Text(Line(film, scene, figures), BibleType.Small, Indent);
            flow.Space(3);
            flow.Text(scene.Summary, BibleType.Body, Indent);
            if (scene.Turn.Trim().Length > 0) flow.Text($"At its end: {scene.Turn}", BibleType.Aside, Indent);
            flow.Space(8);
        }
    }

    private static string Line(Screenplay film, Scene scene, SceneInsight figures)
    {
        var people = string.Join(", ", figures.Present.Select(id => CleanText.Line(film.CharacterById(id)?.Name ?? id)));
        return string.Join("  ·  ", new[] { CleanText.Line(scene.Purpose), people }.Where(text => text.Length > 0));
    }
}
