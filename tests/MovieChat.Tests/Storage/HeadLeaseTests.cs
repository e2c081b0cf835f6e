using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Local.Runtime;

namespace MovieChat.Tests.Storage;

/// <summary>There is one lease in a storage: these tests run one after the other, and each gives it back.</summary>
public sealed class HeadLeaseTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly FakeTimeProvider _time = new();
    private readonly BrokenRenewals _renewals = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static HeadHolder Here => HeadHolder.Here("films", TimeProvider.System);

    /// <summary>A process of this machine that runs no more: this one's number, but begun at another time.</summary>
    private static HeadHolder Dead => Here with { Started = "1" };

    private static HeadHolder Elsewhere => Here with { Machine = "attic", Process = 7 };

    [Fact]
    public async Task Acquire_WhileTheHolderLives_IsRefusedAtOnceAndNamesIt()
    {
        await using var first = await AcquireAsync(Here);

        var refused = await Assert.ThrowsAsync<HeadLeaseException>(() => AcquireAsync(Here));

        Assert.Contains($"process {Environment.ProcessId} on '{Environment.MachineName}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFullPath("films"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("MovieChat__DataFolder", refused.Message, StringComparison.Ordinal);
        Assert.True(first.IsHeld);
    }

    [Fact]
    public async Task Acquire_AfterItWasGivenBack_Succeeds()
    {
        var first = await AcquireAsync(Here);
        await first.DisposeAsync();

        await using var second = await AcquireAsync(Here);

        Assert.True(second.IsHeld);
        Assert.False(first.IsHeld);
        Assert.True(first.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Acquire_FromADeadHolder_TakesOverAtOnceAndTheOldOneIsLost()
    {
        await using var dead = await AcquireAsync(Dead);

        await using var second = await HeadLease.AcquireAsync(await azurite.ConnectAsync(), Here, NullLogger.Instance, new FakeTimeProvider(), Ct);
        _time.Advance(HeadLease.RenewEvery);

        await CancelledAsync(dead.Lost);
        Assert.False(dead.IsHeld);
        Assert.True(second.IsHeld);
    }

    [Fact]
    public async Task Acquire_ManyFromADeadHolder_OneGetsIt()
    {
        await using var dead = await AcquireAsync(Dead);

        var attempts = Enumerable.Range(0, 6).Select(_ => TryAcquireAsync()).ToArray();
        var leases = (await Task.WhenAll(attempts)).OfType<HeadLease>().ToArray();

        Assert.Single(leases);
        await leases[0].DisposeAsync();
    }

    [Fact]
    public async Task Acquire_FromAHolderThatCanNotBeKnown_WaitsAMinuteAndIsRefused()
    {
        await using var other = await AcquireAsync(Elsewhere);
        var time = new HurriedTime();

        var refused = await Assert.ThrowsAsync<HeadLeaseException>(
            async () => await HeadLease.AcquireAsync(await azurite.ConnectAsync(), Here, NullLogger.Instance, time, Ct));

        Assert.Contains("process 7 on 'attic'", refused.Message, StringComparison.Ordinal);
        Assert.True(time.Waited > HeadLease.Duration);
    }

    [Fact]
    public async Task Guard_PastTheLease_RefusesWritesUntilItIsRenewed()
    {
        await using var lease = await AcquireAsync(Here);
        var table = (await azurite.ConnectAsync(new LeaseGuardPolicy(lease))).Tables.GetTableClient($"Guarded{Guid.NewGuid():N}");
        await table.CreateAsync(Ct);
        await table.AddEntityAsync(new TableEntity("p", "1"), Ct);

        _renewals.Broken = true;
        _time.Advance(HeadLease.Duration - HeadLease.Margin);

        var row = new TableEntity("p", "2");
        await Assert.ThrowsAsync<HeadLeaseLostException>(() => table.AddEntityAsync(row, Ct));
        await Assert.ThrowsAsync<HeadLeaseLostException>(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, row)], Ct));
        await Assert.ThrowsAsync<HeadLeaseLostException>(() => table.UpsertEntityAsync(row, cancellationToken: Ct));
        await Assert.ThrowsAsync<HeadLeaseLostException>(() => table.DeleteEntityAsync("p", "1", cancellationToken: Ct));
        Assert.Single(await table.QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct));
        Assert.False(lease.Lost.IsCancellationRequested);

        _renewals.Broken = false;
        Assert.True(SpinWait.SpinUntil(() => RenewedAfterATick(lease), Patience));
        await table.AddEntityAsync(row, Ct);
    }

    [Fact]
    public void Time_OnLinux_IsTheMachinesUptimeSleepIncluded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file with the uptime is Linux's.");
        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);

        var time = new SuspendAwareTime();

        Assert.Equal(uptime, time.GetTimestamp() / (double)time.TimestampFrequency, tolerance: 5);
    }

    [Fact]
    public void Holder_ThisProcess_LivesAndAnotherOfItsNumberDoesNot()
    {
        Assert.True(Here is { IsHere: true, Lives: true });
        Assert.True(Dead is { IsHere: true, Lives: false });
        Assert.False((Here with { Process = int.MaxValue }).Lives);
        Assert.False(Elsewhere.IsHere);
    }

    private bool RenewedAfterATick(HeadLease lease)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return lease.IsHeld;
    }

    private async Task<HeadLease> AcquireAsync(HeadHolder holder) =>
        await HeadLease.AcquireAsync(await azurite.ConnectAsync(_renewals), holder, NullLogger.Instance, _time, Ct);

    private async Task<HeadLease?> TryAcquireAsync()
    {
        try
        {
            return await HeadLease.AcquireAsync(await azurite.ConnectAsync(), Here, NullLogger.Instance, new FakeTimeProvider(), Ct);
        }
        catch (HeadLeaseException)
        {
            return null;
        }
    }

    private static async Task CancelledAsync(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource();
        await using var _ = token.Register(cancelled.SetResult);
        await cancelled.Task.WaitAsync(Patience, Ct);
    }

    /// <summary>Fails renewals of a lease as a storage in trouble does.</summary>
    private sealed class BrokenRenewals : HttpPipelineSynchronousPolicy
    {
        public volatile bool Broken;

        public override void OnSendingRequest(HttpMessage message)
        {
            var isRenewal = message.Request.Headers.TryGetValue("x-ms-lease-action", out var action) && action == "renew";
            if (Broken && isRenewal) throw new RequestFailedException(500, "Storage is in trouble.");
        }
    }

    /// <summary>Time in which whoever waits has waited already.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _ticks;

        public TimeSpan Waited => TimeSpan.FromTicks(_ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ticks += Math.Max(0, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
