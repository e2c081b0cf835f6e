using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Journey;

/// <summary>JSON of the journey's values, as the journal and the snapshots store them.</summary>
/// <remarks>The generated reader passes null to an <c>init</c> that the JSON does not mention, as it will be where an older version wrote
/// it: the values' initialisers put their default in its place.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WritingProject))]
[JsonSerializable(typeof(ProjectEvent))]
[JsonSerializable(typeof(ProjectEvent[]))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(WorkOrder))]
// The items of ValueList and DocumentMap, which their converters hide from the generator.
[JsonSerializable(typeof(DocumentState))]
[JsonSerializable(typeof(DraftOption))]
[JsonSerializable(typeof(DraftRef))]
[JsonSerializable(typeof(Part))]
[JsonSerializable(typeof(ScriptRef))]
[JsonSerializable(typeof(StaleCause))]
[JsonSerializable(typeof(StatedFact))]
[JsonSerializable(typeof(string))]
public sealed partial class JourneyJson : JsonSerializerContext
{
    /// <summary>The context to use: text is stored as it was written, not as \u escapes.</summary>
    public static JourneyJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
