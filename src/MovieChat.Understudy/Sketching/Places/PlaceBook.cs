using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>A place to draw: its room or its ground, and what stands in it.</summary>
/// <param name="Words">Words of a heading or an action that mean it.</param>
/// <param name="Room">Half the width, the height and the depth of a room in metres.</param>
/// <param name="Open">Whether one sees out on all sides, as from a car.</param>
/// <param name="Back">What is to be seen far off.</param>
/// <param name="Props">Each <c>name x z [degrees turned] [wall|side]</c>.</param>
internal sealed record Place(
    string Name, IReadOnlyList<string> Words, IReadOnlyList<string> Props,
    bool Inside = false, bool Open = false, string Room = "3.4 2.7 3.8", string Floor = "boards", string Wall = "plaster", string Ground = "grass", string Back = "hills");

/// <summary>Something that stands at a place.</summary>
internal readonly record struct Prop(string Name, float X, float Z, float Turn, bool OnWall)
{
    public static Prop Parse(string text)
    {
        var words = text.Split(' ');
        var (x, z) = (Number(words[1]), Number(words[2]));
        var side = words[^1] == "side";
        return new(words[0], x, z, side ? (x > 0 ? -90 : 90) : words.Length > 3 && words[3] != "wall" ? Number(words[3]) : 0, side || words[^1] == "wall");
    }

    public static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A body that props are built of: <c>kind x y z sizes colour</c>.</summary>
internal sealed record Solid(string Kind, float[] Numbers, string Colour)
{
    public static Solid Parse(string text)
    {
        var words = text.Split(' ');
        return new(words[0], [.. words[1..^1].Select(Prop.Number)], words[^1]);
    }
}

/// <summary>All places and props, from Material/sketches.</summary>
internal static class PlaceBook
{
    public static IReadOnlyList<Place> Places { get; } = Embedded.Read("Material/sketches/places.json", PlaceJson.Default.IReadOnlyListPlace);

    public static IReadOnlyDictionary<string, IReadOnlyList<Solid>> Props { get; } =
        Embedded.Read("Material/sketches/props.json", PlaceJson.Default.IReadOnlyDictionaryStringIReadOnlyListString).ToDictionary(pair => pair.Key, IReadOnlyList<Solid> (pair) => [.. pair.Value.Select(Solid.Parse)]);

    /// <summary>The place that a heading names, or else the action; else a room or a landscape like any other.</summary>
    public static Place Of(string heading, string action, bool inside) =>
        Named(heading, inside) ?? Named(action, inside) ?? Places.First(place => place.Name == (inside ? "interior" : "exterior"));

    // The longest word wins: "lantern room" before "room". At a tie, a place on the right side of the door.
    private static Place? Named(string text, bool inside) => Places
        .SelectMany(place => place.Words.Where(word => Words.Has(text, word)).Select(word => (place, word)))
        .OrderBy(found => found.place.Inside == inside || found.place.Open ? 0 : 1).ThenByDescending(found => found.word.Length).Select(found => found.place).FirstOrDefault();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IReadOnlyList<Place>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
internal sealed partial class PlaceJson : JsonSerializerContext;
