using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Looks;

/// <summary>The look of a story by somebody else, out of the things that its own words name; where they name few, out of its genre.</summary>
internal static partial class FoundLook
{
    private const int Most = 3, Colours = 7;

    public static PremiseLook Of(Story story)
    {
        var draw = story.ForProject("found look");
        var things = Things(LookSlots.Told(story));
        var genre = story.Genre.Look;
        var (own, shapes) = (Shelf.Looks.Own, Shelf.Looks.Shapes);
        var ratio = draw.Pick([.. shapes.Keys.Order(StringComparer.Ordinal)]);
        // The thing that is named most has two colours, the others one each.
        string[] colours = [.. things.Take(1).SelectMany(thing => draw.Shuffled(thing.Colours).Take(2)), .. things.Skip(1).Select(thing => draw.Pick(thing.Colours)), .. draw.Shuffled(genre.Palette)];
        return new(
            [.. colours.Distinct().Take(Colours)],
            [things.Count > 0 ? things[0].Light : draw.Pick(genre.Light), draw.Pick(own["light"])],
            [draw.Pick(own["lenses"])],
            [things.Count > 0 ? things[0].Texture : draw.Pick(genre.Texture), .. things.Skip(1).Take(1).Select(thing => thing.Texture)],
            draw.Shuffled(genre.References),
            draw.Pick(own["summary"]),
            ratio,
            draw.Pick(shapes[ratio]));
    }

    /// <summary>What the text names, most often first.</summary>
    private static List<SeenThing> Things(string told)
    {
        var words = Word().Matches(told.ToLowerInvariant()).Select(match => match.Value).CountBy(word => word).ToDictionary();
        return [.. Shelf.Looks.Things.Select(thing => (thing, hits: thing.Words.Sum(word => words.GetValueOrDefault(word) + words.GetValueOrDefault(word + "s"))))
            .Where(each => each.hits > 0).OrderByDescending(each => each.hits).Take(Most).Select(each => each.thing)];
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
