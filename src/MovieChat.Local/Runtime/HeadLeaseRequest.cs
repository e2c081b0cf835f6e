using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace MovieChat.Local.Runtime;

/// <summary>One head's attempt to get the lease.</summary>
internal sealed partial class HeadLeaseRequest(BlobClient blob, HeadHolder holder, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(2);

    public async Task<(BlobLeaseClient Lease, long AcquiredAt)> AcquireAsync(CancellationToken ct)
    {
        await CreateBlobAsync(ct);
        var began = time.GetTimestamp();
        while (true)
        {
            var sentAt = time.GetTimestamp();
            if (await TryAcquireAsync(ct) is { } lease) return (lease, sentAt);
            var (other, version) = await ReadHolderAsync(ct);
            if (other is { IsHere: true, Lives: true } || time.GetElapsedTime(began) > HeadLease.Duration + AskEvery) throw Refused(other);
            if (other is { IsHere: true }) await BreakAsync(other, version, ct);
            else await WaitAsync(other, ct);
        }
    }

    private async Task CreateBlobAsync(CancellationToken ct)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromString("{}"), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, ct);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
        }
    }

    /// <summary>The lease is ours when our name is in the blob: until then a head that found the name of a dead one there may break it.</summary>
    private async Task<BlobLeaseClient?> TryAcquireAsync(CancellationToken ct)
    {
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(HeadLease.Duration, cancellationToken: ct);
            var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(holder, HeadLeaseJson.Default.HeadHolder));
            await blob.UploadAsync(content, new BlobUploadOptions { Conditions = new() { LeaseId = lease.LeaseId } }, ct);
            return lease;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task<(HeadHolder? Holder, ETag Version)> ReadHolderAsync(CancellationToken ct)
    {
        var found = (await blob.DownloadContentAsync(ct)).Value;
        try
        {
            return (JsonSerializer.Deserialize(found.Content, HeadLeaseJson.Default.HeadHolder), found.Details.ETag);
        }
        catch (JsonException)
        {
            return (null, found.Details.ETag);
        }
    }

    /// <summary>Breaks the lease of a head that runs no more, unless somebody else has it by now.</summary>
    private async Task BreakAsync(HeadHolder dead, ETag version, CancellationToken ct)
    {
        LogBreaking(logger, dead);
        try
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, new RequestConditions { IfMatch = version }, ct);
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
        }
    }

    private async Task WaitAsync(HeadHolder? other, CancellationToken ct)
    {
        LogWaiting(logger, Name(other), HeadLease.Duration.TotalSeconds);
        await Task.Delay(AskEvery, time, ct);
    }

    private static HeadLeaseException Refused(HeadHolder? other) => new(
        $"Another Movie Chat works on this storage: {Name(other)}. "
        + "End it first, or give this one a storage of its own (AzureWebJobsStorage) and a data folder of its own (MovieChat__DataFolder).");

    private static string Name(HeadHolder? other) => other?.ToString() ?? "one that has not said who it is";

    [LoggerMessage(LogLevel.Warning, "The lease on the storage was held by {Holder}, which runs no more: it is taken over.")]
    private static partial void LogBreaking(ILogger logger, HeadHolder holder);

    [LoggerMessage(LogLevel.Information, "The lease on the storage is held by {Holder}: waiting up to {Seconds} s for its end.")]
    private static partial void LogWaiting(ILogger logger, string holder, double seconds);
}
