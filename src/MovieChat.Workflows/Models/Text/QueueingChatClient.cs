using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MovieChat.Workflows.Models.Text;

/// <summary>Lets <paramref name="most"/> answers be written at once; the others wait their turn, and may be cancelled while they wait.</summary>
internal sealed class QueueingChatClient(IChatClient inner, int most) : DelegatingChatClient(inner)
{
    private readonly SemaphoreSlim _turns = new(most, most);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken)) yield return update;
        }
        finally
        {
            _turns.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _turns.Dispose();
        base.Dispose(disposing);
    }
}
