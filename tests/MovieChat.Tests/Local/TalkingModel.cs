using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MovieChat.Tests.Local;

/// <summary>A model that talks with a writer in the words that the test gives it, piece by piece. Each of its calls costs 110 tokens; a title or a summary
/// it has at once.</summary>
/// <param name="answer">The pieces of the answer to what the writer said.</param>
internal sealed class TalkingModel(Func<string, CancellationToken, IAsyncEnumerable<string>> answer) : IChatClient
{
    public const string Name = "talker-1";

    /// <summary>Tokens of one call.</summary>
    public const int Cost = 110;

    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>What the writer said, each time it was asked.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The answer that <see cref="Echo"/> gives.</summary>
    public static string EchoOf(string said) => $"You say {said} and I hear it.";

    /// <summary>A model that says word by word what it heard.</summary>
    /// <param name="before">What each word waits for; nothing by default.</param>
    public static TalkingModel Echo(Func<CancellationToken, Task>? before = null) => new((said, ct) => WordsAsync(EchoOf(said), before, ct));

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(
        new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"title":"A talk","summary":"They talked."}""")) { ModelId = Name, Usage = Usage() });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var said = messages.Last().Text;
        _asked.Enqueue(said);
        await foreach (var words in answer(said, cancellationToken)) yield return new(ChatRole.Assistant, words) { ModelId = Name };
        yield return new(ChatRole.Assistant, [new UsageContent(Usage())]) { ModelId = Name };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static async IAsyncEnumerable<string> WordsAsync(string text, Func<CancellationToken, Task>? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var word in text.Split(' '))
        {
            if (before is not null) await before(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            yield return word == text.Split(' ')[0] ? word : $" {word}";
        }
    }

    private static UsageDetails Usage() => new() { InputTokenCount = Cost - 10, OutputTokenCount = 10, TotalTokenCount = Cost };
}
