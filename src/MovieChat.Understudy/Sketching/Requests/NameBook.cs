using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>First names of many languages that are a woman's or a man's, from Material/sketches/names.json. Those that are both stand in neither list.</summary>
/// <param name="Northern">Names of countries where a pale skin is the usual one; of others nothing is supposed.</param>
/// <param name="EitherEndingInA">Names that end as women's mostly do and tell nothing all the same.</param>
internal sealed record NameBook(HashSet<string> Women, HashSet<string> Men, HashSet<string> EitherEndingInA, HashSet<string> Northern)
{
    public static NameBook All { get; } = Embedded.Read("Material/sketches/names.json", NameBookJson.Default.NameBook);

    /// <summary>How much a name speaks for a woman (above 0) or a man (below 0): 3 is a known name, 1 a mere ending.</summary>
    /// <param name="name">Plain, see <see cref="Words.Plain"/>.</param>
    public int Leaning(string name)
    {
        var first = First(name);
        if (Women.Contains(first)) return 3;
        if (Men.Contains(first)) return -3;
        if (EitherEndingInA.Contains(first) || first.Length < 4) return 0;
        return first[^1] == 'a' || first.EndsWith("elle", StringComparison.Ordinal) || first.EndsWith("ette", StringComparison.Ordinal) || first.EndsWith("ine", StringComparison.Ordinal) || first.EndsWith("beth", StringComparison.Ordinal) ? 1 : 0;
    }

    public bool IsNorthern(string name) => Northern.Contains(First(name));

    private static string First(string name) =>
        name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Length > 1 && word is not ("dr" or "old" or "young" or "little" or "the" or "captain" or "doctor" or "professor")) ?? "";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NameBook))]
internal sealed partial class NameBookJson : JsonSerializerContext;
