using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Chatting;

/// <summary>What a model answers to one call, piece by piece.</summary>
internal sealed record Reply(params AIContent[] Contents)
{
    private static int s_calls;

    /// <summary>What the stream breaks with after its contents; null for one that ends.</summary>
    public Exception? Break { get; init; }

    /// <summary>What it says it cost; null when it does not say.</summary>
    public UsageDetails? Usage { get; init; } = new() { InputTokenCount = 100, OutputTokenCount = 10 };

    public static Reply Text(params string[] words) => new([.. words.Select(each => new TextContent(each))]);

    /// <param name="arguments">As JSON.</param>
    public static Reply Call(string tool, string arguments = "{}") => new(Calling(tool, arguments));

    public static FunctionCallContent Calling(string tool, string arguments = "{}") => Calling(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

    public static FunctionCallContent Calling(string tool, IDictionary<string, object?> arguments) => new($"call{Interlocked.Increment(ref s_calls)}", tool, arguments);
}

/// <summary>A model that answers call by call as the test says; the last answer again and again.</summary>
internal sealed class ScriptedModel(params Reply[] replies) : IChatClient
{
    private readonly List<ModelCall> _calls = [];

    public IReadOnlyList<ModelCall> Calls => _calls;

    /// <summary>The results of tools that the model was sent, oldest first.</summary>
    public IReadOnlyList<string> Results => [.. _calls[^1].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}")];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var reply = Next(messages, options);
        if (reply.Break is { } broken) throw broken;
        return new(new ChatMessage(ChatRole.Assistant, [.. reply.Contents])) { ModelId = ModelDouble.Name, Usage = reply.Usage };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var reply = Next(messages, options);
        foreach (var content in reply.Contents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(ChatRole.Assistant, [content]) { ModelId = ModelDouble.Name };
        }

        if (reply.Break is { } broken) throw broken;
        if (reply.Usage is { } usage) yield return new(ChatRole.Assistant, [new UsageContent(usage)]) { ModelId = ModelDouble.Name };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private Reply Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        _calls.Add(new([.. messages], options));
        var reply = replies[Math.Min(_calls.Count, replies.Length) - 1];
        // Every call of a tool is one of its own, also when the same answer is given again.
        return reply with { Contents = [.. reply.Contents.Select(content => content is FunctionCallContent call ? Reply.Calling(call.Name, call.Arguments!) : content)] };
    }
}
