using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

/// <summary>JSON of the film's documents: camelCase, numbers also as strings, text in any script unescaped.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Brief))]
[JsonSerializable(typeof(Idea))]
[JsonSerializable(typeof(Synopsis))]
[JsonSerializable(typeof(Cast))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Plot))]
[JsonSerializable(typeof(SceneList))]
[JsonSerializable(typeof(Scene))]
[JsonSerializable(typeof(Dialogue))]
[JsonSerializable(typeof(Look))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(ShotList))]
public sealed partial class FilmJson : JsonSerializerContext
{
    /// <summary>The context to use: film text is stored and sent as it was written, not as \u escapes.</summary>
    public static FilmJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
