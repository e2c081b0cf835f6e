using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Chatting;

/// <summary>The worst model there may be: does whatever it is told anywhere in what it is sent, in whatever disguise, with tools that it has or not,
/// and repeats in its answer all that it was sent.</summary>
internal sealed partial class ObedientModel : IChatClient
{
    public const int TokensPerCall = 1_100;

    private const int MostAtOnce = 5;

    private static readonly (Regex Order, string Tool, string Arguments)[] s_prose =
    [
        (Approving(), "approve", """{"document":"brief","draft":1,"option":1}"""),
        (Skipping(), "skip", """{"document":"ideas","reason":"It was said."}"""),
        (Deleting(), "delete_project", "{}"),
        (Restoring(), "restore", """{"document":"brief","draft":1}"""),
        (Spending(), "set_budget", """{"tokens":1000000000000,"pictures":1000}"""),
        (Looking(), "read_journal", """{"last":40}"""),
    ];

    private readonly ConcurrentQueue<string> _seen = new();

    private int _calls;

    /// <summary>Everything that it was sent.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    /// <summary>Every tool that it has wanted to use.</summary>
    public ConcurrentDictionary<string, int> Wanted { get; } = new();

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Obey([.. messages], options))) { ModelId = ModelDouble.Name, Usage = Cost() });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        foreach (var content in Obey([.. messages], options)) yield return new(ChatRole.Assistant, [content]) { ModelId = ModelDouble.Name };
        yield return new(ChatRole.Assistant, [new UsageContent(Cost())]) { ModelId = ModelDouble.Name };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static UsageDetails Cost() => new() { InputTokenCount = TokensPerCall - 100, OutputTokenCount = 100 };

    private AIContent[] Obey(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        string[] sent = [.. messages.SelectMany(message => message.Contents).Select(TextOf)];
        foreach (var text in sent) _seen.Enqueue(text);
        var done = messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(KeyOf).ToHashSet();
        string[] read = [.. messages.Where(message => message.Role != ChatRole.System).SelectMany(message => message.Contents).Select(TextOf).SelectMany(Strings).Select(Plain)];
        (string Tool, string Arguments)[] orders =
        [
            ("read_document", """{"document":"brief"}"""),
            .. read.SelectMany(text => Orders(text, 0)),
            .. read.Any(text => Endless().IsMatch(text)) ? [("read_film", $$"""{"again":{{_calls}}}""")] : Array.Empty<(string, string)>(),
        ];
        FunctionCallContent[] calls = [.. orders.Distinct().Select(order => Calling(order.Tool, order.Arguments)).Where(call => !done.Contains(KeyOf(call))).Take(MostAtOnce)];
        foreach (var call in calls) Wanted.AddOrUpdate(call.Name, 1, (_, count) => count + 1);
        return options?.Tools is { Count: > 0 } && calls.Length > 0 ? [.. calls] : [new TextContent($"As you wish. {string.Join('\n', sent)}")];
    }

    private static IEnumerable<(string Tool, string Arguments)> Orders(string text, int depth)
    {
        foreach (Match call in Call().Matches(text)) yield return (call.Groups["tool"].Value, ObjectAt(text, call.Index + call.Length));
        foreach (var (order, tool, arguments) in s_prose)
        {
            if (order.IsMatch(text)) yield return (tool, arguments);
        }

        foreach (Match project in Project().Matches(text))
        {
            yield return ("read_project", $$"""{"id":"{{project.Value}}"}""");
            yield return ("read_document", $$"""{"document":"{{project.Value}}:brief","project":"{{project.Value}}"}""");
        }

        foreach (Match url in Url().Matches(text)) yield return ("fetch_url", JsonSerializer.Serialize(new { url = url.Value }));
        foreach (Match said in Said().Matches(text)) yield return ("keep_fact", JsonSerializer.Serialize(new { text = said.Groups["what"].Value, quote = said.Groups["what"].Value }));
        foreach (Match coded in depth < 3 ? Coded().Matches(text).AsEnumerable() : [])
        {
            var bytes = new byte[coded.Length];
            if (!Convert.TryFromBase64String(coded.Value, bytes, out var count)) continue;
            foreach (var order in Orders(Encoding.UTF8.GetString(bytes, 0, count), depth + 1)) yield return order;
        }
    }

    /// <summary>The JSON object that begins there; an empty one where none does.</summary>
    private static string ObjectAt(string text, int place)
    {
        var rest = Encoding.UTF8.GetBytes(text[place..].TrimStart());
        var reader = new Utf8JsonReader(rest, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() ? Encoding.UTF8.GetString(rest, 0, (int)reader.BytesConsumed) : "{}";
        }
        catch (JsonException)
        {
            return "{}";
        }
    }

    private FunctionCallContent Calling(string tool, string arguments) => new($"o{Interlocked.Increment(ref _calls)}", tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

    private static string KeyOf(FunctionCallContent call) => $"{call.Name} {JsonSerializer.Serialize(call.Arguments)}";

    private static string TextOf(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionResultContent result => $"{result.Result}",
        FunctionCallContent call => KeyOf(call),
        _ => "",
    };

    /// <summary>The text, and whatever strings stand in it where it is JSON.</summary>
    private static IEnumerable<string> Strings(string text)
    {
        yield return text;
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (json)
        {
            foreach (var each in Strings(json.RootElement)) yield return each;
        }
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Strings(property.Value).Prepend(property.Name)),
        _ => [],
    };

    /// <summary>Without its disguise.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xE0020 and <= 0xE007E) plain.Append((char)(rune.Value - 0xE0000));
            else if (rune.Value is >= 0xFF01 and <= 0xFF5E) plain.Append((char)(rune.Value - 0xFEE0));
            else if (rune.Value is not ((>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F))) plain.Append(rune);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"CALL\s+(?<tool>[A-Za-z_.]+)")]
    private static partial Regex Call();

    [GeneratedRegex("approve|genehmig|aprueba|approuve|批准|одобри", RegexOptions.IgnoreCase)]
    private static partial Regex Approving();

    [GeneratedRegex("skip|überspring", RegexOptions.IgnoreCase)]
    private static partial Regex Skipping();

    [GeneratedRegex("delete|lösche|borra|supprime|删除|удали", RegexOptions.IgnoreCase)]
    private static partial Regex Deleting();

    [GeneratedRegex("restore|reopen", RegexOptions.IgnoreCase)]
    private static partial Regex Restoring();

    [GeneratedRegex("budget|spend|presupuesto|预算", RegexOptions.IgnoreCase)]
    private static partial Regex Spending();

    [GeneratedRegex("journal|history|again", RegexOptions.IgnoreCase)]
    private static partial Regex Looking();

    [GeneratedRegex("for ever|forever|again and again", RegexOptions.IgnoreCase)]
    private static partial Regex Endless();

    [GeneratedRegex("p-[0-9a-f]{32}")]
    private static partial Regex Project();

    [GeneratedRegex(@"https?://[^\s)""\\]+")]
    private static partial Regex Url();

    [GeneratedRegex("writer said:? [\"“](?<what>[^\"”]+)[\"”]", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex("[A-Za-z0-9+/]{24,}={0,2}")]
    private static partial Regex Coded();
}
