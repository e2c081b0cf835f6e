using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>The companion's tools for one turn: those that read, and those that put something before the writer.</summary>
/// <remarks>Whatever is asked of them is checked here as if an enemy asked: a text in the film may have told the model what to ask.</remarks>
internal sealed class FilmTools
{
    private readonly ReadingTools _reading;
    private readonly ProposingTools _proposing;

    /// <param name="said">What the writer said in this turn.</param>
    public FilmTools(IFilmDesk desk, string said)
    {
        _reading = new(desk);
        _proposing = new(desk, said);
        All = [.. _reading.All, .. _proposing.All];
    }

    public IReadOnlyList<AITool> All { get; }

    /// <summary>What was put before the writer so far.</summary>
    public IReadOnlyList<Proposal> Proposals => _proposing.Made;

    internal static string Result(JsonObject result) => result.ToJsonString(ChatJson.Readable.Options);

    internal static string Error(string message) => Result(new() { ["error"] = message });

    /// <exception cref="ToolException">The film has no such document.</exception>
    internal static DocumentId Document(JsonElement arguments, FilmGraph graph, string name = "document")
    {
        var text = Text(arguments, name) ?? throw new ToolException($"'{name}' is missing: give the id of a document.");
        return DocumentId.TryParse(text, out var id) && graph.Has(id) ? id : throw new ToolException($"The film has no document '{Shown(text)}'. It has {string.Join(", ", graph.Documents.Take(40))}.");
    }

    internal static string? Text(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    internal static int? Number(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    internal static string Shown(string text, int most = 60) => text.Length > most ? text[..most] + "…" : text;

    /// <summary>A tool whose wrong arguments are told to the model, to be mended.</summary>
    internal static FilmTool Tool(string name, string description, string schema, Func<JsonElement, CancellationToken, Task<string>> use) =>
        new(name, description, schema, async (arguments, cancellationToken) =>
        {
            if (arguments.TryGetProperty(TurnModel.Unreadable, out _)) return Error("The arguments hold half a character (a lone surrogate): write it whole.");
            try
            {
                return await use(arguments, cancellationToken);
            }
            catch (ToolException wrong)
            {
                return Error(wrong.Message);
            }
        });
}

/// <summary>A tool was asked for something that there is not. The message names the value and the remedy.</summary>
internal sealed class ToolException(string message) : Exception(message);
