using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing.Checks;

namespace MovieChat.Core.Writing;

/// <summary>What there is to know about the content of one kind of document: its form, its rules, its parts.</summary>
/// <remarks>The table below is the only place that has a row per kind; a new kind of text adds a row, a prompt and its facts.</remarks>
public abstract class DocumentCraft
{
    private static readonly AIJsonSchemaCreateOptions SchemaOptions = new()
    {
        TransformOptions = new() { DisallowAdditionalProperties = true, RequireAllProperties = true, MoveDefaultKeywordToDescription = true },
    };

    private static readonly DocumentCraft[] Crafts =
    [
        Of("brief", FilmJson.Readable.Brief, (brief, _, _, faults) => StoryChecks.Brief(brief, faults)),
        Of("ideas", FilmJson.Readable.Idea, (idea, _, _, faults) => StoryChecks.Idea(idea, faults)),
        Of("synopsis", FilmJson.Readable.Synopsis, (synopsis, _, _, faults) => StoryChecks.Synopsis(synopsis, faults)),
        Of(
            "cast",
            FilmJson.Readable.Cast,
            (cast, _, _, faults) => PeopleChecks.Cast(cast, faults),
            cast => cast.Characters.Select(person => new Part(person.Id, []))),
        Of("look", FilmJson.Readable.Look, (look, _, _, faults) => CameraChecks.Look(look, faults)),
        Of("profile", FilmJson.Readable.Profile, PeopleChecks.Profile),
        Of("portrait", FilmJson.Readable.Picture, (picture, _, _, faults) => CameraChecks.Picture(picture, faults)),
        Of("plot", FilmJson.Readable.Plot, (plot, _, film, faults) => StoryChecks.Plot(plot, film, faults)),
        Of(
            "scenes",
            FilmJson.Readable.SceneList,
            (scenes, _, film, faults) => SceneChecks.Scenes(scenes, film, faults),
            scenes => scenes.Scenes.Select(scene => new Part(scene.Id, scene.Characters.ToValueList()))),
        Of("dialogue", FilmJson.Readable.Dialogue, SceneChecks.Dialogue),
        Of(
            "shots",
            FilmJson.Readable.ShotList,
            CameraChecks.Shots,
            shots => shots.Shots.Select(shot => new Part(shot.N.ToString(CultureInfo.InvariantCulture), shot.Characters.Distinct().ToValueList()))),
        Of("frame", FilmJson.Readable.Picture, (picture, _, _, faults) => CameraChecks.Picture(picture, faults)),
    ];

    private protected DocumentCraft(string kind, JsonTypeInfo type)
    {
        Kind = kind;
        Schema = JsonNode.Parse(AIJsonUtilities.CreateJsonSchema(type.Type, serializerOptions: FilmJson.Readable.Options, inferenceOptions: SchemaOptions).GetRawText())!
            .AsObject();
        Schema.Remove("$schema");
    }

    public string Kind { get; }

    /// <summary>JSON schema of one option's content.</summary>
    public JsonObject Schema { get; }

    /// <exception cref="ArgumentException">No kind of document has that name.</exception>
    public static DocumentCraft For(string kind) =>
        Crafts.FirstOrDefault(craft => craft.Kind == kind) ?? throw new ArgumentException($"There is no kind of document '{kind}'.");

    /// <summary>Reads and checks one option's content.</summary>
    /// <param name="content">JSON as the writer or a model wrote it.</param>
    /// <param name="key">Of a profile or a portrait the character's id, of a dialogue or a shot list the scene's id, of a frame the shot's.</param>
    /// <param name="film">The approved film to check against.</param>
    public abstract CheckedContent Check(string content, string? key, Screenplay film);

    /// <summary>Whether no option of one draft may be like another.</summary>
    public static bool AreToldApart(string kind) => kind == "ideas";

    /// <summary>What the options of one draft must be beside each other.</summary>
    public static IReadOnlyList<Fault> CheckTogether(string kind, IReadOnlyList<string> contents)
    {
        if (!AreToldApart(kind)) return [];
        var ideas = contents.Select(content => JsonSerializer.Deserialize(content, FilmJson.Readable.Idea)!).ToArray();
        return [.. Repeated("title", ideas.Select(idea => idea.Title)), .. Repeated("logline", ideas.Select(idea => idea.Logline))];
    }

    private static IEnumerable<Fault> Repeated(string property, IEnumerable<string> values) =>
        values.GroupBy(value => value.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => new Fault("", $"the {property} '{FaultList.Shown(group.Key)}' is used {group.Count()} times: ideas differ in {property}."));

    private static Craft<T> Of<T>(
        string kind,
        JsonTypeInfo<T> type,
        Action<T, string?, Screenplay, FaultList> check,
        Func<T, IEnumerable<Part>>? parts = null)
        where T : class => new(kind, type, check, parts);

    private sealed class Craft<T>(string kind, JsonTypeInfo<T> type, Action<T, string?, Screenplay, FaultList> check, Func<T, IEnumerable<Part>>? parts)
        : DocumentCraft(kind, type)
        where T : class
    {
        public override CheckedContent Check(string content, string? key, Screenplay film)
        {
            if (SoundJson.FaultIn(content) is { } unsound) return new([unsound], []);
            T? document;
            try
            {
                using var json = JsonDocument.Parse(content);
                Fault[] nulls = [.. NullItems.In(json.RootElement, type)];
                if (nulls.Length > 0) return new(nulls, []);
                document = json.RootElement.Deserialize(type);
            }
            catch (JsonException wrong)
            {
                return new([JsonFault.Of(wrong)], []);
            }

            if (document is null) return new([new("", "is null: give the document's content.")], []);
            var faults = new FaultList();
            check(document, key, film, faults);
            return new(faults.Faults, faults.Faults.Count > 0 || parts is null ? [] : parts(document).ToValueList());
        }
    }
}

/// <param name="Faults">Empty when the content is fine.</param>
/// <param name="Outline">The content's parts that become documents of their own.</param>
public sealed record CheckedContent(IReadOnlyList<Fault> Faults, ValueList<Part> Outline);
