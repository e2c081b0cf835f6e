using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Faults;

/// <summary>The wire between one process and its storage, with one fault in it. Stands right before the transport, so that the client's
/// retries pass it too, each an attempt of the same operation.</summary>
internal sealed class FaultyWire(Fault? fault) : HttpPipelinePolicy
{
    private const string AttemptProperty = "moviechat-tests-attempt";
    private const int LastAttempt = StorageRetries.Most + 1;

    private readonly LateRequests _late = new();
    private int _operations;
    private volatile bool _isDead;
    private volatile bool _hasStruck;

    public int Operations => Volatile.Read(ref _operations);

    public bool HasStruck => _hasStruck;

    /// <summary>The process at this end of the wire has crashed: nothing of it reaches storage any more.</summary>
    public bool IsDead => _isDead;

    /// <summary>Lets whatever is still under way arrive.</summary>
    public Task SettleAsync() => _late.ArriveAsync(int.MaxValue);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is used asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_isDead) throw Gone();
        var attempt = Next(message);
        await _late.ArriveAsync(attempt.Operation);
        if (fault?.Strikes(attempt) is true) await StrikeAsync(fault.Kind, attempt, message, pipeline);
        else await ProcessNextAsync(message, pipeline);
        if (_isDead) throw Gone();
    }

    private async ValueTask StrikeAsync(FaultKind kind, Attempt attempt, HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _hasStruck = true;
        switch (kind)
        {
            case FaultKind.Refused:
                throw new RequestFailedException("Connection refused", new HttpRequestException(HttpRequestError.ConnectionError));
            case FaultKind.TimedOut:
                throw TimedOut();
            case FaultKind.Error:
                message.Response = new FailedAnswer(500, message.Request.ClientRequestId);
                break;
            case FaultKind.Busy:
                message.Response = new FailedAnswer(503, message.Request.ClientRequestId);
                break;
            case FaultKind.BusyThenTimedOut:
                message.Response = attempt.Number < LastAttempt ? new FailedAnswer(503, message.Request.ClientRequestId) : throw TimedOut();
                break;
            case FaultKind.Late:
                if (attempt.Number == 1) _late.Add(message, pipeline, attempt.Operation);
                throw TimedOut();
            case FaultKind.Twice:
                await ProcessNextAsync(message, pipeline);
                message.Response.Dispose();
                await ProcessNextAsync(message, pipeline);
                break;
            case FaultKind.AnswerLost:
                await ProcessNextAsync(message, pipeline);
                throw new IOException("The connection was closed.");
            case FaultKind.CrashBefore:
                _isDead = true;
                break;
            case FaultKind.CrashAfter:
                await ProcessNextAsync(message, pipeline);
                _isDead = true;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such fault.");
        }
    }

    private Attempt Next(HttpMessage message)
    {
        var attempt = message.TryGetProperty(AttemptProperty, out var last) && last is Attempt before
            ? before with { Number = before.Number + 1 }
            : new(Interlocked.Increment(ref _operations), 1);
        message.SetProperty(AttemptProperty, attempt);
        return attempt;
    }

    /// <summary>As the client's own network timeout ends.</summary>
    private static TaskCanceledException TimedOut() => new("The operation was cancelled because it exceeded the configured timeout.");

    private static RequestFailedException Gone() => new(503, "The process has ended.");
}
