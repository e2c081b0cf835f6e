using Azure.Storage.Blobs.Models;
using MovieChat.Storage;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Local;

/// <summary>In a class of its own, because it waits for the end of a lease, a minute, while others work.</summary>
public sealed class HeadStoppedTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private HeadHome _home = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    /// <summary>A head that was stopped past its lease wakes up beside the one that took over.</summary>
    [Fact]
    public async Task Stopped_PastTheLease_WritesNothingBesideTheHeadThatTookOver()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var held = await ModelServer.StartAsync(before: (_, ct) => gate.Task.WaitAsync(ct));
        await using var stopped = await _home.StartAsync(held.Settings);
        string project;
        using (var client = new HeadClient(stopped)) project = await client.BeginAsync();
        await Desk.UntilAsync(() => Task.FromResult(held.Calls.Count == 1), "the model to be asked");
        stopped.Signal("STOP");
        try
        {
            await LeaseEndsAsync();
            await using var second = await _home.StartAsync();
            using var client = new HeadClient(second);
            await client.UntilAsync(project, "ideas", "awaitingApproval");
            var before = await new JournalTable(_home.Clients).ReadAsync(project, 0, Ct).ToListAsync(Ct);

            gate.SetResult();
            stopped.Signal("CONT");
            await Desk.UntilAsync(() => Task.FromResult(stopped.HasExited), "the stopped head to end");

            Assert.Equal(before, await new JournalTable(_home.Clients).ReadAsync(project, 0, Ct).ToListAsync(Ct));
            Assert.Equal(202, await client.ApproveAsync(project, "ideas", 1));
            Assert.False(second.HasExited);
        }
        finally
        {
            if (!stopped.HasExited) stopped.Signal("CONT");
        }
    }

    private async Task LeaseEndsAsync()
    {
        var blob = _home.Clients.Blobs.GetBlobContainerClient("heads").GetBlobClient("embedded");
        for (var began = TimeProvider.System.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(500), Ct))
        {
            if ((await blob.GetPropertiesAsync(cancellationToken: Ct)).Value.LeaseState is not LeaseState.Leased) return;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "The lease does not end.");
        }
    }
}
