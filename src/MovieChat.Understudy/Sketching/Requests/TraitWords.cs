using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>The words that tell how somebody looks, from Material/sketches/traits.json.</summary>
/// <param name="Not">Words that turn the next one round: "no beard".</param>
/// <param name="Choices">By trait and by value: words.</param>
/// <param name="Measures">By trait and sign: words.</param>
/// <param name="Colours">By kind of thing and by word: a colour, RRGGBB.</param>
/// <param name="Origins">By colour of skin: words of origin.</param>
internal sealed record TraitWords(
    IReadOnlyList<string> Not,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Choices,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Flags,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Measures,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Colours,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Origins,
    IReadOnlyList<string> Women, IReadOnlyList<string> Men)
{
    public static TraitWords All { get; } = Embedded.Read("Material/sketches/traits.json", TraitWordsJson.Default.TraitWords);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TraitWords))]
internal sealed partial class TraitWordsJson : JsonSerializerContext;
