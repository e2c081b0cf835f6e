using System.Text.Json.Nodes;

namespace MovieChat.Understudy.Talking;

/// <summary>What the companion answers: words, or the tools that it uses first.</summary>
internal sealed record Reply(string Text, IReadOnlyList<ToolCall> Calls)
{
    public static Reply Say(params IEnumerable<string> paragraphs) => new(string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)), []);

    public static Reply Use(params IEnumerable<ToolCall> calls) => new("", [.. calls]);
}

/// <summary>One use of a tool.</summary>
internal sealed record ToolCall(string Tool, JsonObject Arguments)
{
    public static ToolCall ReadFilm { get; } = new("read_film", []);

    public static ToolCall ReadJournal(int last) => new("read_journal", new() { ["last"] = last });

    public static ToolCall Read(string document) => new("read_document", new() { ["document"] = document });

    public static ToolCall Knowledge(string character, string? scene)
    {
        var arguments = new JsonObject { ["character"] = character };
        if (scene is not null) arguments["scene"] = scene;
        return new("read_knowledge", arguments);
    }

    public bool Is(ToolCall other) => Tool == other.Tool && JsonNode.DeepEquals(Arguments, other.Arguments);
}

/// <summary>A tool that was used, and what came of it.</summary>
internal sealed record ToolStep(ToolCall Call, JsonObject Result)
{
    /// <summary>Why it came to nothing; null when it did not.</summary>
    public string? Trouble =>
        Result["error"]?.ToString() ?? Result["refused"]?.ToString()
        ?? (Result["faults"] is JsonArray { Count: > 0 } faults ? $"{faults[0]?["path"]} {faults[0]?["message"]}".Trim() : null);

    public bool IsRefused => Result["refused"] is not null;
}
