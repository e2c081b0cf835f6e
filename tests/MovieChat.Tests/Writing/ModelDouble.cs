using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Understudy;

namespace MovieChat.Tests.Writing;

/// <summary>A model whose answers the test gives. Every call costs 100 tokens in and 10 out.</summary>
internal sealed class ModelDouble(Func<ModelCall, CancellationToken, Task<string>> answer) : IChatClient
{
    public const string Name = "double-1";

    private readonly ConcurrentQueue<ModelCall> _calls = new();

    public ModelDouble(params string[] answers)
        : this(Script(answers))
    {
    }

    /// <summary>Every call so far, in the order in which they began.</summary>
    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    /// <summary>A model that writes as the understudy does, once <paramref name="before"/> lets it.</summary>
    public static ModelDouble Understudy(Func<ModelCall, CancellationToken, Task>? before = null)
    {
        var understudy = new UnderstudyChatClient();
        return new(async (call, cancellationToken) =>
        {
            if (before is not null) await before(call, cancellationToken);
            return (await understudy.GetResponseAsync(call.Messages, cancellationToken: cancellationToken)).Text;
        });
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = new ModelCall([.. messages], options);
        _calls.Enqueue(call);
        var text = await answer(call, cancellationToken);
        return new(new ChatMessage(ChatRole.Assistant, text)) { ModelId = Name, Usage = new() { InputTokenCount = 100, OutputTokenCount = 10, TotalTokenCount = 110 } };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static Func<ModelCall, CancellationToken, Task<string>> Script(string[] answers)
    {
        var next = -1;
        return (_, _) => Task.FromResult(answers[Interlocked.Increment(ref next)]);
    }
}

/// <summary>What the model was asked.</summary>
internal sealed record ModelCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    public JsonNode Request => JsonNode.Parse(Messages[1].Text)!;

    public string Project => (string)Request["task"]!["project"]!;

    public string Order => (string)Request["task"]!["order"]!;

    public JsonNode Film => Request["film"]!;
}
