using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Api;

/// <summary>Reads what the API answers.</summary>
public static class Reading
{
    public static string? Text(this JsonNode node, string name) => (string?)node[name];

    public static int Number(this JsonNode node, string name) => (int)(node[name] ?? throw new JsonException($"'{name}' is missing in {node.ToJsonString()}"));

    public static JsonNode[] List(this JsonNode node, string name) =>
        [.. (node[name] ?? throw new JsonException($"'{name}' is missing in {node.ToJsonString()}")).AsArray().Select(item => item!)];

    public static string[] Texts(this JsonNode node, string name) => [.. node.List(name).Select(item => (string)item!)];

    public static string? Status(this JsonNode node) => node.Text("status");

    /// <summary>A document in a project's snapshot.</summary>
    public static JsonNode Document(this JsonNode project, string id) => project.List("documents").Single(document => document.Text("id") == id);

    /// <summary>The number of the draft before the writer.</summary>
    public static int Draft(this JsonNode document) => document["draft"]!.Number("number");

    public static int[] Options(this JsonNode document) => [.. document["draft"]!.List("options").Select(option => option.Number("number"))];

    public static (int Draft, int Option)? Approved(this JsonNode document) =>
        document["approved"] is { } approved ? (approved.Number("draft"), approved.Number("option")) : null;

    /// <summary>The content of an option, byte for byte as the API sent it.</summary>
    public static string RawContent(this Reply reply, int option = 1)
    {
        using var json = JsonDocument.Parse(reply.Body);
        var draft = json.RootElement.TryGetProperty("draft", out var found) ? found : json.RootElement;
        return draft.GetProperty("options").EnumerateArray().First(each => each.GetProperty("number").GetInt32() == option).GetProperty("content").GetRawText();
    }

    /// <summary>Asserts that <paramref name="after"/> differs from <paramref name="before"/> at most where <paramref name="part"/> stands.</summary>
    /// <returns>What stands there now.</returns>
    public static string OnlyChanged(string before, string after, string part)
    {
        var start = before.IndexOf(part, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{part} does not stand in {before}");
        var (head, tail) = (before[..start], before[(start + part.Length)..]);
        Assert.StartsWith(head, after, StringComparison.Ordinal);
        Assert.EndsWith(tail, after, StringComparison.Ordinal);
        return after[head.Length..^tail.Length];
    }

    public static void Same(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected?.ToJsonString()}\nbut got {actual?.ToJsonString()}");
}
