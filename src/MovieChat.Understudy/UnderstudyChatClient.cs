using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MovieChat.Understudy;

/// <summary>The offline language model: writes film documents and talks about them, from the same requests any model reads, out of written material
/// and a small grammar. The same request gives the same answer on every machine.</summary>
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
        return Task.FromResult(Respond([.. messages], options));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        var calls = response.Messages[0].Contents.OfType<FunctionCallContent>().ToList<AIContent>();
        if (calls.Count > 0) yield return new(ChatRole.Assistant, calls) { ModelId = Model };
        foreach (var word in Words(response.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(ChatRole.Assistant, word) { ModelId = Model };
        }
        yield return new(ChatRole.Assistant, [new UsageContent(response.Usage!)]) { ModelId = Model, FinishReason = response.FinishReason };
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

    private static ChatResponse Respond(List<ChatMessage> messages, ChatOptions? options)
    {
        var reply = Answer.To(messages, options);
        var input = messages.Sum(Length) / CharactersPerToken;
        // A call's id tells it from all others of the talk, and is the same when the same is asked again.
        var (turn, before) = (messages.Count(message => message.Role == ChatRole.User), messages.Sum(message => message.Contents.OfType<FunctionCallContent>().Count()));
        List<AIContent> contents = [.. reply.Calls.Select((call, place) => new FunctionCallContent($"call-{turn}-{before + place + 1}", call.Tool, call.Arguments.ToDictionary(each => each.Key, object? (each) => JsonElement.Parse(each.Value?.ToJsonString() ?? "null"))))];
        if (reply.Text.Length > 0) contents.Add(new TextContent(reply.Text));
        var message = new ChatMessage(ChatRole.Assistant, contents);
        var output = Length(message) / CharactersPerToken;
        return new(message)
        {
            ModelId = Model,
            FinishReason = reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
        };
    }

    private static int Length(ChatMessage message) => message.Contents.Sum(content => content switch
    {
        TextContent text => text.Text.Length,
        FunctionCallContent call => call.Name.Length + (call.Arguments?.Sum(argument => argument.Key.Length + (argument.Value?.ToString()?.Length ?? 0)) ?? 0),
        FunctionResultContent result => result.Result?.ToString()?.Length ?? 0,
        _ => 0,
    });

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
