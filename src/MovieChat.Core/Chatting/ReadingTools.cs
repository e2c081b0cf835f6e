using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>The tools that read the film.</summary>
internal sealed class ReadingTools(IFilmDesk desk)
{
    /// <summary>Most characters of a result: about 5,000 tokens.</summary>
    public const int MostCharacters = 20_000;

    private const int MostEvents = 40;

    /// <summary>Most characters of the notes of one event, so that all events fit.</summary>
    private const int MostNotes = 300;

    public IReadOnlyList<FilmTool> All =>
    [
        FilmTools.Tool("read_film", "Where every document of the film stands, why one is stale, what awaits the writer, the budget, what the writer stated.", """{"type":"object","properties":{}}""", ReadFilmAsync),
        FilmTools.Tool(
            "read_document",
            "A document's content, with the notes of an editor on it.",
            """{"type":"object","properties":{"document":{"type":"string","description":"Its id, such as plot, profile:mara or dialogue:s3."},"draft":{"type":"integer","description":"The number of an earlier draft. Left out: the draft before the writer."}},"required":["document"]}""",
            ReadDocumentAsync),
        FilmTools.Tool(
            "read_journal",
            "What happened last with the film: who wrote, asked and decided what.",
            """{"type":"object","properties":{"last":{"type":"integer","description":"How many events, 1 to 40."}}}""",
            ReadJournalAsync),
        FilmTools.Tool(
            "read_knowledge",
            "What a character has been there for and has found out, before a scene or in the whole film.",
            """{"type":"object","properties":{"character":{"type":"string","description":"The character's id or name."},"scene":{"type":"string","description":"The id or number of the scene before which to stop."}},"required":["character"]}""",
            ReadKnowledgeAsync),
    ];

    private async Task<string> ReadFilmAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var project = await desk.ProjectAsync(cancellationToken);
        var graph = new FilmGraph(project);
        return FilmTools.Result(new()
        {
            ["title"] = project.Title,
            ["documents"] = new JsonArray([.. graph.Documents.Select(id => Line(project, graph, id))]),
            ["awaiting"] = new JsonArray([.. graph.Awaiting.Select(id => JsonValue.Create(id.ToString()))]),
            ["tokens"] = new JsonObject { ["limit"] = project.Budget.Tokens.Limit, ["spent"] = project.Budget.Tokens.Spent },
            ["stated"] = new JsonArray([.. project.Facts.Select(fact => new JsonObject { ["id"] = fact.Id, ["text"] = fact.Text })]),
        });
    }

    private static JsonObject Line(WritingProject project, FilmGraph graph, DocumentId id)
    {
        var line = new JsonObject { ["id"] = id.ToString(), ["status"] = StatusNames.Of(graph.Status(id)) };
        if (project.Document(id).Draft is { } draft) line["draft"] = draft.Number;
        if (graph.Status(id) is DocumentStatus.Stale) line["because"] = new JsonArray([.. graph.StaleBecause(id).Select(cause => JsonValue.Create(cause.Document.ToString()))]);
        if (project.Document(id).Failed is { } failed) line["failure"] = failed.Failure.Message;
        return line;
    }

    private async Task<string> ReadDocumentAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var project = await desk.ProjectAsync(cancellationToken);
        var graph = new FilmGraph(project);
        var id = FilmTools.Document(arguments, graph);
        var number = FilmTools.Number(arguments, "draft");
        var result = new JsonObject { ["id"] = id.ToString(), ["status"] = StatusNames.Of(graph.Status(id)) };
        if (await desk.DraftAsync(id, number, cancellationToken) is not { } found)
        {
            if (number is not null) throw new ToolException($"'{id}' has no draft {number}.");
            result["draft"] = null;
            result["needs"] = new JsonArray([.. graph.Needs(id).Where(need => graph.Status(need) is not DocumentStatus.Approved).Select(need => JsonValue.Create(need.ToString()))]);
            return FilmTools.Result(result);
        }

        if (found.Approved(project) is { } approved) result["approvedOption"] = approved.Number;
        result["draft"] = new JsonObject { ["number"] = found.Draft.Number, ["by"] = found.Draft.Author.Kind, ["options"] = Options(found) };
        result["notes"] = new JsonArray([.. found.Notes.Take(12).Select(note => new JsonObject { ["kind"] = note.Kind, ["text"] = note.Text })]);
        return FilmTools.Result(result);
    }

    /// <summary>As many options as fit, the first at least in part.</summary>
    private static JsonArray Options(DeskDraft found)
    {
        var shown = new JsonArray();
        var room = MostCharacters;
        foreach (var option in found.Options)
        {
            room -= option.Content.Length;
            if (room >= 0) shown.Add(new JsonObject { ["number"] = option.Number, ["content"] = JsonNode.Parse(option.Content) });
            else if (shown.Count == 0) shown.Add(new JsonObject { ["number"] = option.Number, ["beginning"] = option.Content[..MostCharacters], ["cut"] = true });
            else shown.Add(new JsonObject { ["number"] = option.Number, ["leftOut"] = true });
        }

        return shown;
    }

    private async Task<string> ReadJournalAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var entries = await desk.JournalAsync(Math.Clamp(FilmTools.Number(arguments, "last") ?? 15, 1, MostEvents), cancellationToken);
        return FilmTools.Result(new()
        {
            ["events"] = new JsonArray([.. entries.Select(entry => new JsonObject
            {
                ["at"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                ["by"] = entry.By is WritingProject.Service or WritingProject.Companion ? entry.By : "writer",
                ["what"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Event.GetType().Name),
                ["document"] = (entry.Event as DocumentEvent)?.Document.ToString(),
                ["notes"] = (entry.Event as DraftRequested)?.Request.Notes is { } notes ? FilmTools.Shown(notes, MostNotes) : null,
            })]),
        });
    }

    private async Task<string> ReadKnowledgeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var film = await desk.FilmAsync(cancellationToken);
        var person = Person(film, FilmTools.Text(arguments, "character") ?? throw new ToolException("'character' is missing: give a character's id or name."));
        var scenes = film.Scenes?.Scenes ?? throw new ToolException("The film has no scenes yet: what people know is told by them.");
        var before = FilmTools.Text(arguments, "scene") ?? (FilmTools.Number(arguments, "scene") is { } number ? $"{number}" : null);
        if (before is not null && scenes.All(scene => !Is(scene, before))) throw new ToolException($"The film has no scene '{FilmTools.Shown(before)}'.");
        Scene[] met = [.. scenes.TakeWhile(scene => before is null || !Is(scene, before))];
        return FilmTools.Result(new()
        {
            ["character"] = person.Id,
            ["wasThere"] = new JsonArray([.. met.Where(scene => scene.Characters.Contains(person.Id)).Select(scene => new JsonObject { ["scene"] = scene.Id, ["what"] = scene.Summary })]),
            ["foundOut"] = new JsonArray([.. Knowledge.Of(film, person.Id, scenes.FirstOrDefault(scene => before is not null && Is(scene, before))?.Id ?? "").Select(found => JsonValue.Create(found))]),
        });
    }

    private static bool Is(Scene scene, string named) => scene.Id.Equals(named, StringComparison.OrdinalIgnoreCase) || $"{scene.Number}" == named;

    private static Character Person(Screenplay film, string named) =>
        film.Cast?.Characters.FirstOrDefault(person => person.Id.Equals(named, StringComparison.OrdinalIgnoreCase) || person.Name.Equals(named, StringComparison.OrdinalIgnoreCase))
        ?? film.Cast?.Characters.FirstOrDefault(person => person.Name.Split(' ').Contains(named, StringComparer.OrdinalIgnoreCase))
        ?? throw new ToolException($"The film has no character '{FilmTools.Shown(named)}'. It has {string.Join(", ", film.Cast?.Characters.Select(person => person.Id) ?? ["none yet"])}.");
}

/// <summary>The names of statuses, as the API writes them.</summary>
internal static class StatusNames
{
    public static string Of(DocumentStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
