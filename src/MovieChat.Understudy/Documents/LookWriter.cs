using MovieChat.Core.Film;
using MovieChat.Understudy.Documents.Looks;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>How the film looks. The first option is the premise's own look; every other one shoots the same world another way.</summary>
internal static class LookWriter
{
    private const int Colours = 5, References = 3;

    public static Look Write(Story story, int option)
    {
        var pen = story.PenFor($"look {option}");
        var world = story.Premise.Look ?? FoundLook.Of(story);
        var palette = Palette(world.Palette, story, pen, option);
        pen = pen.With(LookSlots.Of(story, palette));
        var look = Way(story, option) is { } way ? Another(world, way, palette, story, pen) : Own(world, palette, story, pen);
        return LookWishes.OfBrief(story, look);
    }

    private static Look Own(PremiseLook world, IReadOnlyList<string> palette, Story story, Pen pen) => new()
    {
        Palette = palette,
        Light = Told(pen, story.Genre.Look.Light, [.. Said(pen, world.Light.Take(1)), pen.Line(Shelf.Looks.Tones[story.Tone.Name]), .. Said(pen, world.Light.Skip(1))]),
        Lenses = Told(pen, story.Genre.Look.Lenses, [.. Said(pen, world.Lenses), pen.Line(story.Genre.Look.Lenses.Where(IsOfThisFilm)), Shaped(world.Ratio, pen.Echo(world.Shape) ?? "")]),
        Texture = Told(pen, story.Genre.Look.Texture, [.. Said(pen, world.Texture)]),
        References = Some(world.References, story),
        Summary = Told(pen, Shelf.Looks.Own["summary"], [.. Said(pen, [world.Summary])]),
        AspectRatio = world.Ratio,
    };

    private static Look Another(PremiseLook world, LookWay way, IReadOnlyList<string> palette, Story story, Pen pen) => new()
    {
        Palette = palette,
        Light = Told(pen, way.Light, [.. Said(pen, world.Light.Take(1)), pen.Line(way.Light)]),
        Lenses = Told(pen, story.Genre.Look.Lenses, [pen.Line(way.Lenses), pen.Line(way.Lenses), Shaped(way.Ratio, pen.Line(Shelf.Looks.Shapes[way.Ratio]))]),
        Texture = Told(pen, way.Texture, [.. Said(pen, pen.Draw.Shuffled(world.Texture).Take(1)), pen.Line(way.Texture)]),
        References = Some(pen.Draw.Shuffled(world.References), story),
        Summary = Told(pen, Shelf.Looks.Own["summary"], [pen.Line(way.Summary)]),
        AspectRatio = way.Ratio,
    };

    /// <summary>Null for the look that is the premise's own.</summary>
    private static LookWay? Way(Story story, int option)
    {
        if (option == 0 && story.IsFirstAnswer) return null;
        var ways = story.ForProject("ways of looking").Shuffled(Shelf.Looks.Ways);
        var first = story.IsFirstAnswer ? 0 : story.ForDraft("way").Below(ways.Count);
        return ways[(first + option) % ways.Count];
    }

    /// <summary>The two colours that carry the film, and some of the others.</summary>
    private static IReadOnlyList<string> Palette(IReadOnlyList<string> all, Story story, Pen pen, int option)
    {
        List<string> allowed = [.. all.Concat(story.Genre.Look.Palette).Where(story.Avoidance.Allows).Take(Math.Max(all.Count, Colours))];
        List<string> carrying = [.. option % 2 == 1 ? allowed.Take(2).Reverse() : allowed.Take(2)];
        return [.. carrying, .. pen.Draw.Shuffled(allowed.Skip(2)).Take(Colours - carrying.Count)];
    }

    private static IReadOnlyList<string> Some(IEnumerable<string> references, Story story) => [.. references.Where(story.Avoidance.Allows).Take(References)];

    private static string Shaped(string ratio, string why) => why.Length == 0 ? "" : $"{ratio}: {char.ToLowerInvariant(why[0])}{why[1..]}";

    // What is told of any film of the genre in the same words would be told of two.
    private static bool IsOfThisFilm(string template) => template.Contains('{');

    private static IEnumerable<string> Said(Pen pen, IEnumerable<string> templates) => templates.Select(pen.Echo).OfType<string>();

    /// <summary>The sentences together; where there are none, a spare one.</summary>
    private static string Told(Pen pen, IReadOnlyList<string> spare, IReadOnlyList<string> sentences) =>
        Sentences.Join(sentences) is { Length: > 0 } told ? told : pen.Always(spare);
}
