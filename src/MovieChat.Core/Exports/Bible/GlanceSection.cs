using MovieChat.Core.Film;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The film at a glance: what was asked for, the story in five lines, and how it looks.</summary>
internal static class GlanceSection
{
    private const double Swatch = 40;

    public static void Write(BibleFlow flow, Screenplay film)
    {
        if (film.Idea is not null || film.Brief is not null) WriteBrief(flow, film);
        if (film.Synopsis is { Lines.Count: > 0 } synopsis) WriteSynopsis(flow, synopsis);
        if (film.Look is { } look) WriteLook(flow, look);
    }

    private static void WriteBrief(BibleFlow flow, Screenplay film)
    {
        flow.Section("The film at a glance");
        flow.Text(film.Idea?.Logline ?? "", BibleType.Lead);
        flow.Space(16);
        if (film.Brief is not { } brief) return;
        flow.Fact("Genre", string.Join(", ", brief.Genres));
        flow.Fact("Tone", brief.Tone);
        flow.Fact("Length", $"{brief.LengthMinutes} minutes");
        flow.Fact("Language", brief.Language);
        flow.Fact("Audience", brief.Audience);
        flow.Fact("It says", brief.Message);
        flow.Fact("Films like it", string.Join(", ", brief.Likes));
        flow.Fact("It avoids", string.Join(", ", brief.Avoid));
        flow.Fact("Why this film", film.Idea?.Why ?? "");
        flow.Fact("Notes", brief.Notes);
    }

    private static void WriteSynopsis(BibleFlow flow, Synopsis synopsis)
    {
        flow.Section("Synopsis");
        foreach (var (at, line) in synopsis.Lines.Index())
        {
            flow.Need(2 * BibleType.Leading(BibleType.Body));
            flow.Add(new BibleMark.Words($"{at + 1}", BibleType.Left, flow.Y + BibleFlow.Ascent(BibleType.Body), BibleType.Number));
            flow.Text(line, BibleType.Body with { Size = 12 }, 22);
            flow.Space(9);
        }
    }

    private static void WriteLook(BibleFlow flow, Look look)
    {
        flow.Section("Look");
        WritePalette(flow, look.Palette);
        flow.Text(look.Summary, BibleType.Body with { Size = 12 });
        flow.Space(12);
        flow.Fact("Light", look.Light);
        flow.Fact("Lenses", look.Lenses);
        flow.Fact("Texture", look.Texture);
        flow.Fact("Picture", AspectRatios.Shown(look.AspectRatio));
        flow.Fact("Look at", string.Join("; ", look.References));
    }

    /// <summary>A field of each colour that its words tell, and the words below; a colour that they do not tell is words alone.</summary>
    private static void WritePalette(BibleFlow flow, IReadOnlyList<string> palette)
    {
        foreach (var row in palette.Chunk(6))
        {
            var width = (BibleType.Right - BibleType.Left) / row.Length;
            flow.Need(Swatch + 34);
            foreach (var (at, words) in row.Index())
            {
                var x = BibleType.Left + (at * width);
                XBrush brush = ColourWords.Of(words) is { } colour ? BibleType.Brush(colour) : BibleType.Pale;
                flow.Add(new BibleMark.Box(x, flow.Y, width - 4, Swatch, brush));
                flow.Add(new BibleMark.Words(BibleFlow.Fit(words, BibleType.Small, width - 6), x, flow.Y + Swatch + 13, BibleType.Small));
            }
            flow.Take(Swatch + 30);
        }
    }
}
