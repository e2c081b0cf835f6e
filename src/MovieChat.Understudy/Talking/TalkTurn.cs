using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking;

/// <summary>One turn of a talk, as it is read from the messages: the film in short, what was said before, what the writer says now, and what the
/// tools have answered in this turn. Texts of the film and results of tools are only ever quoted from it.</summary>
internal sealed partial record TalkTurn
{
    public required CompanionContext Context { get; init; }

    public required IReadOnlyList<ChoreExchange> Before { get; init; }

    public required string Said { get; init; }

    public required IReadOnlyList<ToolStep> Steps { get; init; }

    public required IReadOnlySet<string> Tools { get; init; }

    /// <summary>The id of the document that the talk is about.</summary>
    public string? Focus => Context.Chat.Focus;

    /// <summary>What the companion said last; empty when it has said nothing yet.</summary>
    public string Last => Before.Count == 0 ? "" : Before[^1].Companion;

    /// <summary>Null when the messages are no talk.</summary>
    public static TalkTurn? Read(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var users = messages.Index().Where(each => each.Item.Role == ChatRole.User).ToList();
        if (users.Count < 2 || Known(users[0].Item.Text, ChatJson.Readable.CompanionContext) is not { Chat: not null, Film.Documents: not null } context) return null;
        var (opening, now) = (users[0].Index, users[^1].Index);
        return new()
        {
            Context = context,
            Before = Exchanges(messages.Skip(opening + 1).Take(now - opening - 1)),
            Said = messages[now].Text.Trim(),
            Steps = StepsOf([.. messages.Skip(now + 1)]),
            Tools = (options?.Tools ?? []).Select(tool => tool.Name).ToHashSet(),
        };
    }

    /// <summary>The reading calls that this turn still lacks, as a reply; null when all of them have been answered, or can not be made.</summary>
    public Reply? Lacks(params IEnumerable<ToolCall> calls)
    {
        var lacking = calls.Where(call => Tools.Contains(call.Tool) && ResultOf(call) is null).DistinctBy(call => call.Tool + call.Arguments.ToJsonString()).ToList();
        return lacking.Count == 0 ? null : Reply.Use(lacking);
    }

    public JsonObject? ResultOf(ToolCall call) => Steps.LastOrDefault(step => step.Call.Is(call))?.Result;

    /// <summary>What became of a tool's uses in this turn.</summary>
    public IReadOnlyList<ToolStep> Used(string tool) => [.. Steps.Where(step => step.Call.Tool == tool)];

    /// <summary>The text of the material under <paramref name="key"/>, the same one for the same turn.</summary>
    public string Line(string key, params ReadOnlySpan<(string Slot, string Value)> values) =>
        Phrases.Line(Draw.From(Context.Chat.Project, Context.Chat.Id, $"{Context.Chat.Turn}", key), key, values);

    /// <summary>Reads JSON of somebody; null when it is another's.</summary>
    public static T? Known<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (!text.TrimStart().StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<ChoreExchange> Exchanges(IEnumerable<ChatMessage> messages)
    {
        var exchanges = new List<ChoreExchange>();
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User) exchanges.Add(new(message.Text, ""));
            else if (message.Role == ChatRole.Assistant && exchanges.Count > 0) exchanges[^1] = exchanges[^1] with { Companion = Proposed().Replace(exchanges[^1].Companion + message.Text, "") };
        }

        return exchanges;
    }

    private static List<ToolStep> StepsOf(IReadOnlyList<ChatMessage> messages)
    {
        var calls = messages.SelectMany(message => message.Contents.OfType<FunctionCallContent>()).ToList();
        var results = messages.SelectMany(message => message.Contents.OfType<FunctionResultContent>()).ToLookup(result => result.CallId);
        return [.. calls.Select(call => new ToolStep(new(call.Name, ArgumentsOf(call)), ResultIn(results[call.CallId].LastOrDefault()?.Result)))];
    }

    private static JsonObject ArgumentsOf(FunctionCallContent call) =>
        new((call.Arguments ?? new Dictionary<string, object?>()).Select(each => KeyValuePair.Create(each.Key, each.Value switch
        {
            JsonElement element => JsonNode.Parse(element.GetRawText()),
            JsonNode node => node.DeepClone(),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            null => null,
            var value => JsonValue.Create(value.ToString()),
        })));

    private static JsonObject ResultIn(object? result)
    {
        var text = result is JsonElement { ValueKind: JsonValueKind.String } quoted ? quoted.GetString() : result?.ToString();
        try
        {
            if (JsonNode.Parse(text ?? "") is JsonObject read) return read;
        }
        catch (JsonException)
        {
            // No result of the film's tools: told below.
        }

        return new() { ["error"] = "the result could not be kept, it is too long" };
    }

    /// <summary>What the transcript adds to an answer to remember its proposals.</summary>
    [GeneratedRegex(@"\s*\(proposed: [^\n]*\)\s*\z")]
    internal static partial Regex Proposed();
}
