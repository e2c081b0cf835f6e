using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Understudy.Library;

/// <summary>All written material, read once from the embedded files under Material/.</summary>
internal static class Shelf
{
    public static IReadOnlyList<Genre> Genres { get; } =
        [.. Under("Material/genres/").Select(name => Embedded.Read(name, ShelfJson.Default.Genre))];

    public static IReadOnlyList<Premise> Premises { get; } =
        [.. Under("Material/premises/").Select(name => Embedded.Read(name, ShelfJson.Default.Premise))];

    /// <summary>Premises that know nothing of the story but its people: for ideas by others.</summary>
    public static IReadOnlyList<Premise> Bare { get; } = Embedded.Read("Material/bare.json", ShelfJson.Default.IReadOnlyListPremise);

    public static Names Names { get; } = Embedded.Read("Material/names.json", ShelfJson.Default.Names);

    public static AvoidWords Avoid { get; } = Embedded.Read("Material/avoid.json", ShelfJson.Default.AvoidWords);

    public static IReadOnlyList<ToneMaterial> Tones { get; } = Embedded.Read("Material/tones.json", ShelfJson.Default.IReadOnlyListToneMaterial);

    public static IReadOnlyList<Manner> Manners { get; } = Embedded.Read("Material/manners.json", ShelfJson.Default.IReadOnlyListManner);

    /// <summary>By situation: exchanges, each a list of lines <c>A: text</c>, <c>A (how): text</c>, <c>- action</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Exchanges { get; } =
        Embedded.Read("Material/exchanges.json", ShelfJson.Default.IReadOnlyDictionaryStringIReadOnlyListIReadOnlyListString);

    /// <summary>By name: pools of sentences.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Pools { get; } =
        Embedded.Read("Material/pools.json", ShelfJson.Default.IReadOnlyDictionaryStringIReadOnlyListString);

    public static LookMaterial Looks { get; } = Embedded.Read("Material/looks.json", ShelfJson.Default.LookMaterial);

    /// <summary>By the way a shot is taken: what one sees in it, for a line that no action of the page goes with.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Shots { get; } =
        Embedded.Read("Material/shots.json", ShelfJson.Default.IReadOnlyDictionaryStringIReadOnlyListString);

    /// <summary>What the companion says and looks for.</summary>
    public static TalkMaterial Talk { get; } = Embedded.Read("Material/talk.json", ShelfJson.Default.TalkMaterial);

    /// <summary>By word that may stand in a text: the place it means, as <c>INT. KITCHEN</c>.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } =
        Embedded.Read("Material/places.json", ShelfJson.Default.IReadOnlyDictionaryStringString);

    /// <summary>The genres a premise belongs to, its own first.</summary>
    public static IEnumerable<Genre> GenresOf(Premise premise) => (premise.Genres ?? []).Select(name => Genres.First(genre => genre.Name == name));

    private static IEnumerable<string> Under(string folder) =>
        typeof(Shelf).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}

internal sealed record Names(IReadOnlyList<string> Female, IReadOnlyList<string> Male);

/// <summary>Every name in the material.</summary>
internal static class KnownNames
{
    public static IReadOnlySet<string> Female { get; } = Shelf.Premises.SelectMany(premise => premise.Names?.Female ?? []).Concat(Shelf.Names.Female).ToHashSet();
    public static IReadOnlySet<string> Male { get; } = Shelf.Premises.SelectMany(premise => premise.Names?.Male ?? []).Concat(Shelf.Names.Male).ToHashSet();
}

/// <param name="Groups">By word: what else it means.</param>
/// <param name="Fillers">Words of an entry that mean nothing by themselves: "no", "scenes".</param>
/// <param name="Young">What is kept from a young audience.</param>
internal sealed record AvoidWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups, IReadOnlyList<string> Fillers, IReadOnlyList<string> Young);

/// <param name="Cues">Words in a brief's tone that ask for it.</param>
/// <param name="Texture">Sentences for a plot's beginning, middle and end.</param>
/// <param name="Endings">Sentences a last line of a synopsis can end on.</param>
/// <param name="Air">Actions that set the mood of a scene.</param>
internal sealed record ToneMaterial(
    string Name, IReadOnlyList<string> Cues, Acts Texture, IReadOnlyList<string> Endings, IReadOnlyList<string> Air);

/// <summary>A manner of speaking.</summary>
/// <param name="Cues">Words in a profile's voice that tell it.</param>
/// <param name="Voice">How a profile describes it.</param>
/// <param name="Openers">What may come before a line, <c>Closers</c> after it.</param>
/// <param name="Plain">Whether contractions are spoken out.</param>
internal sealed record Manner(
    string Name, IReadOnlyList<string> Cues, IReadOnlyList<string> Voice, IReadOnlyList<string> Openers, IReadOnlyList<string> Closers,
    bool Plain = false);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Genre))]
[JsonSerializable(typeof(Premise))]
[JsonSerializable(typeof(IReadOnlyList<Premise>))]
[JsonSerializable(typeof(Names))]
[JsonSerializable(typeof(TalkMaterial))]
[JsonSerializable(typeof(LookMaterial))]
[JsonSerializable(typeof(AvoidWords))]
[JsonSerializable(typeof(IReadOnlyList<ToneMaterial>))]
[JsonSerializable(typeof(IReadOnlyList<Manner>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class ShelfJson : JsonSerializerContext;
