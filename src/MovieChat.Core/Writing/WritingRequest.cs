using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MovieChat.Core.Craft;
using MovieChat.Core.Film;

namespace MovieChat.Core.Writing;

/// <summary>The JSON that travels to the model beside the prompt, as the first user message: what is asked, and the facts of the film to
/// go by. A model of any provider, the understudy among them, reads nothing else.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Film">What is known. Only what the document needs, and only as much as fits.</param>
public sealed record WritingRequest(WritingTask Task, FilmFacts Film);

/// <summary>What is asked of the model.</summary>
public sealed record WritingTask
{
    public required string Project { get; init; }

    /// <summary>The order's id, such as <c>synopsis@3</c>.</summary>
    public required string Order { get; init; }

    /// <summary>The kind of document: <c>ideas</c>, <c>synopsis</c>, <c>cast</c>, <c>profile</c>, <c>plot</c>, <c>scenes</c>, <c>dialogue</c>, <c>look</c>,
    /// <c>shots</c>; for tips also <c>brief</c>, <c>portrait</c>, <c>frame</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of a profile or portrait the character's id, of a dialogue or shot list the scene's id, of a frame the scene's and the shot's number.</summary>
    public string? Key { get; init; }

    /// <summary><c>write</c>, <c>revise</c>, <c>options</c>, <c>redraft</c> or <c>stuck</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>How many options the answer must hold. With <c>options</c>: how many new ones.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The writer's notes: what to change, or what is wanted.</summary>
    public string? Notes { get; init; }

    /// <summary>The options of the earlier draft to start from: the one to revise, or all of them.</summary>
    public JsonArray? Earlier { get; init; }

    /// <summary>Of ideas, the options that stay as they are beside the one that changes, and that it must differ from.</summary>
    public JsonArray? Beside { get; init; }

    /// <summary>The passage of the single option in <see cref="Earlier"/> that alone is to be replaced.</summary>
    public string? Passage { get; init; }

    /// <summary>The part of the single option in <see cref="Earlier"/> that alone is to be replaced, by name, with its present value.</summary>
    public PartTask? Part { get; init; }
}

/// <param name="Name">As the writer named it: a property, or the id or number of an item.</param>
/// <param name="Value">What stands there now.</param>
public sealed record PartTask(string Name, JsonNode? Value);

/// <summary>The facts of the film that a document is written from. What is not known, or not needed, is null.</summary>
public sealed record FilmFacts
{
    public string Title { get; init; } = "";
    public Brief? Brief { get; init; }

    /// <summary>The approved idea.</summary>
    public Idea? Idea { get; init; }
    public Synopsis? Synopsis { get; init; }
    public Cast? Cast { get; init; }
    public IReadOnlyList<Profile>? Profiles { get; init; }
    public Plot? Plot { get; init; }

    /// <summary>The writer's other films, whose ideas are not to come again.</summary>
    public IReadOnlyList<OtherFilm>? Others { get; init; }

    /// <summary>The key scenes: all of them; for a dialogue, those before this one that somebody in it was in, in outline.</summary>
    public IReadOnlyList<Scene>? Scenes { get; init; }

    /// <summary>The scene to write the dialogue or the shots of.</summary>
    public Scene? Scene { get; init; }

    /// <summary>How the film looks.</summary>
    public Look? Look { get; init; }

    /// <summary>The shots of the scene, for tips about one of its frames.</summary>
    public ShotList? Shots { get; init; }

    /// <summary>Of every two people in the scene, the dialogue of the scene in which they met last; in film order. For shots: the scene's own page.</summary>
    public IReadOnlyList<Dialogue>? Dialogues { get; init; }

    /// <summary>By person in the scene: the earlier scenes (ids) they were in, and so can know about. Of others they know only what is said.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Witnessed { get; init; }

    /// <summary>By person in the scene: what they have found out in earlier scenes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Known { get; init; }

    /// <summary>By person in the scene: some of their earlier lines, to hear the voice by.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Voices { get; init; }

    /// <summary>What earlier scenes have planted and none has paid off.</summary>
    public IReadOnlyList<string>? Planted { get; init; }

    /// <summary>What the writer has stated about the film, in their words. It holds, whatever else is told.</summary>
    public IReadOnlyList<string>? Stated { get; init; }

    /// <summary>What the film has stated and this document must not break.</summary>
    public IReadOnlyList<LedgerFact>? Ledger { get; init; }
}

/// <summary>Another film of the same writer, by its approved idea.</summary>
public sealed record OtherFilm(string Title, string Logline);

/// <summary>Something that the film has stated.</summary>
/// <param name="Fact">In the film's own words.</param>
/// <param name="Where">The id of the document that states it.</param>
public sealed record LedgerFact(string Fact, string Where)
{
    internal static LedgerFact Of(Fact fact) => new(fact.Quote, fact.Where.Document);
}

/// <summary>The message that asks for a repair: what was wrong with the last answer. The whole answer is wanted again.</summary>
public sealed record RepairRequest(IReadOnlyList<Fault> Faults, string Ask);

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="Path">Where, as a path into the document's content: <c>lines[4]</c>, <c>characters[2].id</c>; empty for the whole.</param>
/// <param name="Message">What is wrong and what would be right, in plain words.</param>
public sealed record Fault(string Path, string Message);

/// <summary>The answer to <c>stuck</c>.</summary>
public sealed record TipsAnswer
{
    [Description("Three to five tips: what audiences usually like at this point of a film, and how it could look in this one.")]
    public required IReadOnlyList<string> Tips { get; init; }

    [Description("Exactly three ways forward that differ in kind.")]
    public required IReadOnlyList<WayForward> Ways { get; init; }
}

public sealed record WayForward
{
    [Description("A name for the way, in a few words.")]
    public required string Title { get; init; }

    [Description("What would happen, in two or three sentences.")]
    public required string Text { get; init; }
}

/// <summary>JSON of what travels to and from the model.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WritingRequest))]
[JsonSerializable(typeof(RepairRequest))]
[JsonSerializable(typeof(TipsAnswer))]
public sealed partial class WritingJson : JsonSerializerContext
{
    /// <summary>The context to use: text travels as it was written, not as \u escapes.</summary>
    public static WritingJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}

/// <summary>JSON of schemas.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class NodeJson : JsonSerializerContext;
