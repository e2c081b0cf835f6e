using Azure;
using Azure.Storage.Blobs.Specialized;
using MovieChat.Storage;
using OpenTelemetry;

namespace MovieChat.Local.Runtime;

/// <summary>The right of one head to write to its storage: a blob lease of 60 s, renewed every 15 s and given back at the end.</summary>
/// <remarks>
/// <see cref="IsHeld"/> is false from 10 s before the lease could end, so that a write that is under way still arrives in time. It turns
/// true again when a renewal succeeds after all: storage renews a lease that ran out only if nobody had it in between.
/// </remarks>
public sealed partial class HeadLease : IAsyncDisposable
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    internal static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(15);
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private const string Container = "heads";
    private const string Blob = "embedded";

    private readonly BlobLeaseClient _lease;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;
    private long _renewedAt;

    private HeadLease(BlobLeaseClient lease, long acquiredAt, TimeProvider time, ILogger logger)
    {
        _lease = lease;
        _renewedAt = acquiredAt;
        _time = time;
        _logger = logger;
        Lost = _lost.Token;
        _renewing = RenewAsync();
    }

    /// <summary>Whether this head may write now.</summary>
    public bool IsHeld => !Lost.IsCancellationRequested && _time.GetElapsedTime(Interlocked.Read(ref _renewedAt)) < Duration - Margin;

    /// <summary>Cancelled when another head has taken the lease, and when it was given back. This head is to end.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Acquires the lease. A holder that was a process of this machine and runs no more is replaced at once; one of which that
    /// can not be known is waited for as long as its lease can last.</summary>
    /// <param name="clients">Without the guard of this lease.</param>
    /// <param name="time">Timers and stamps; default a clock that counts the time a process is stopped or the machine sleeps.</param>
    /// <exception cref="HeadLeaseException">Another head has it.</exception>
    public static async Task<HeadLease> AcquireAsync(
        StorageClients clients, HeadHolder holder, ILogger logger, TimeProvider? time = null, CancellationToken ct = default)
    {
        var container = clients.Blobs.GetBlobContainerClient(Container);
        await container.CreateIfNotExistsAsync(cancellationToken: ct);
        var request = new HeadLeaseRequest(container.GetBlobClient(Blob), holder, time ?? new SuspendAwareTime(), logger);
        var (lease, acquiredAt) = await request.AcquireAsync(ct);
        LogAcquired(logger);
        return new(lease, acquiredAt, time ?? new SuspendAwareTime(), logger);
    }

    /// <summary>Gives the lease back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        if (!Lost.IsCancellationRequested) await ReleaseAsync();
        await _lost.CancelAsync();
        _lost.Dispose();
        _end.Dispose();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await _lost.CancelAsync();
            await _lease.ReleaseAsync();
        }
        catch (RequestFailedException fault)
        {
            // It ends by itself within a minute, or is another's.
            LogNotReleased(_logger, fault.Status, fault.ErrorCode);
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(RenewEvery, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                if (!await TryRenewAsync()) return;
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
        }
    }

    /// <returns>False when the lease is another's, for good.</returns>
    private async Task<bool> TryRenewAsync()
    {
        // A trace every quarter of a minute would tell nobody anything: there is a metric.
        using var unseen = SuppressInstrumentationScope.Begin();
        var sentAt = _time.GetTimestamp();
        try
        {
            await _lease.RenewAsync(cancellationToken: _end.Token);
            Interlocked.Exchange(ref _renewedAt, sentAt);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 409 or 412)
        {
            LogLost(_logger, taken.ErrorCode);
            await _lost.CancelAsync();
            return false;
        }
        catch (Exception fault) when (StorageTrouble.IsPassing(fault) && !(fault is OperationCanceledException && _end.IsCancellationRequested))
        {
            LogNotRenewed(_logger, fault.Message);
            return true;
        }
    }
}
