using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MovieChat.Understudy;

/// <summary>The offline language model: writes film documents from the same requests any model reads, out of written material and a
/// small grammar. The same request gives the same answer on every machine.</summary>
/// <remarks>Holds no state; calls may run side by side. Tokens are estimated as a quarter of the characters.</remarks>
public sealed class UnderstudyChatClient : IChatClient
{
    public const string Model = "understudy";

    private const int CharactersPerToken = 4;

    private static readonly ChatClientMetadata Metadata = new(Model, defaultModelId: Model);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Respond([.. messages]));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var word in Words(response.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(ChatRole.Assistant, word) { ModelId = Model };
        }
        yield return new(ChatRole.Assistant, [new UsageContent(response.Usage!)]) { ModelId = Model, FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private static ChatResponse Respond(List<ChatMessage> messages)
    {
        var text = Answer.To(messages);
        var input = messages.Sum(message => message.Text.Length) / CharactersPerToken;
        var output = text.Length / CharactersPerToken;
        return new(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = Model,
            FinishReason = ChatFinishReason.Stop,
            Usage = new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
        };
    }

    private static IEnumerable<string> Words(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var space = text.IndexOf(' ', from);
            var to = space < 0 ? text.Length : space + 1;
            yield return text[from..to];
            from = to;
        }
    }
}
