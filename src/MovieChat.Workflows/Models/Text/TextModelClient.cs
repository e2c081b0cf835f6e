using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Writing;

namespace MovieChat.Workflows.Models.Text;

/// <summary>Tells a model's failures apart, each as a <see cref="ModelFailedException"/> in plain words, and completes what an answer must
/// tell: the model and the tokens. A caller's cancellation stays one.</summary>
internal sealed class TextModelClient(IChatClient inner, TextModelOptions options, TimeProvider time, ILogger<TextModelClient> log) : DelegatingChatClient(inner)
{
    private const int LongestName = 100;
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:/@_+-");
    private readonly TextModelFailures _failures = new(options);
    private readonly FailedCalls _failed = new(new TextModelFailures(options), options, time, log);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var began = time.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(asked, options, cancellationToken);
            if (!TextUsage.IsTold(response.Usage)) response.Usage = TextUsage.Estimate(asked, response.Text);
            Check(response.FinishReason, response.Messages.SelectMany(message => message.Contents), response.Usage);
            response.ModelId = Name(response.ModelId);
            return response;
        }
        catch (Exception error) when (_failed.Told(error, began, cancellationToken) is { } told)
        {
            throw told;
        }
    }

    /// <remarks>Usage that the service does not tell comes as one more update at the end.</remarks>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var began = time.GetTimestamp();
        var end = new End();
        await using var updates = base.GetStreamingResponseAsync(asked, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Next(updates, end, began, cancellationToken))
        {
            updates.Current.ModelId = Name(updates.Current.ModelId);
            yield return updates.Current;
        }

        if (!end.ToldUsage) yield return new(ChatRole.Assistant, [new UsageContent(TextUsage.Estimate(asked, end.Text.ToString()))]);
    }

    private async Task<bool> Next(IAsyncEnumerator<ChatResponseUpdate> updates, End end, long began, CancellationToken cancellation)
    {
        try
        {
            if (await updates.MoveNextAsync())
            {
                Check(null, updates.Current.Contents);
                end.See(updates.Current);
                return true;
            }

            Check(end.Reason ?? throw new ModelFailedException(TextModelFailures.Cut), []);
            return false;
        }
        catch (Exception error) when (_failed.Told(error, began, cancellation) is { } told)
        {
            throw told;
        }
    }

    private void Check(ChatFinishReason? reason, IEnumerable<AIContent> contents, UsageDetails? usage = null)
    {
        if (_failures.In(reason, contents) is not { } failure) return;
        throw new ModelFailedException(failure) { Usage = new(usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0, 1) };
    }

    /// <summary>What the service calls its model, when that can be a name: it goes to metrics and spans, where no text belongs.</summary>
    private string Name(string? told) => told is { Length: > 0 and <= LongestName } && !told.AsSpan().ContainsAnyExcept(NameLetters) ? told : options.Name;

    /// <summary>What a stream has told so far.</summary>
    private sealed class End
    {
        public ChatFinishReason? Reason { get; private set; }
        public bool ToldUsage { get; private set; }
        public StringBuilder Text { get; } = new();

        public void See(ChatResponseUpdate update)
        {
            Reason = update.FinishReason ?? Reason;
            ToldUsage |= update.Contents.OfType<UsageContent>().Any(usage => TextUsage.IsTold(usage.Details));
            Text.Append(update.Text);
        }
    }
}
