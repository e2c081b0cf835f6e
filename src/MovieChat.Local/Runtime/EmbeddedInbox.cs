using System.Collections.Concurrent;
using MovieChat.Storage;
using MovieChat.Workflows;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Local.Runtime;

/// <summary>The embedded head's inbox: what came is answered at once, side by side; what a process before this one left is answered first.</summary>
public sealed partial class EmbeddedInbox(InboxTable inbox, IServiceProvider services, TimeProvider clock, ILogger<EmbeddedInbox> log) : BackgroundService, IInboxHost
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, byte> _running = new();
    private readonly RunningTasks _tasks = new();
    private readonly CancellationTokenSource _stopping = new();

    public Task AnnounceAsync(string key)
    {
        if (!_stopping.IsCancellationRequested && _running.TryAdd(key, 0)) _tasks.Start(() => RunAsync(key), failed => Log.Broken(log, failed));
        return Task.CompletedTask;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _tasks.EndedAsync().WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _stopping.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var delay = Backoff.First; !await ResumedAsync(stoppingToken); delay = Backoff.Longer(delay)) await Task.Delay(delay, clock, stoppingToken);
            while (await Backoff.WaitedAsync(SweepEvery, clock, stoppingToken)) await ResumedAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of a head that could not listen is no failure of this service beside it.
        }
    }

    private async Task<bool> ResumedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var key in inbox.ListAsync(cancellationToken)) await AnnounceAsync(key);
            await foreach (var key in inbox.OldAsync(clock.GetUtcNow(), cancellationToken)) await inbox.ForgetAsync(key, cancellationToken);
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            return cancellationToken.IsCancellationRequested;
        }
    }

    private async Task RunAsync(string key)
    {
        try
        {
            // What answers needs the hosts, which are made after this one.
            var work = services.GetRequiredService<InboxWork>();
            for (var delay = Backoff.First; !await IsDoneAsync(work, key, delay); delay = Backoff.Longer(delay))
            {
                if (!await Backoff.WaitedAsync(delay, clock, _stopping.Token)) return;
            }
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<bool> IsDoneAsync(InboxWork work, string key, TimeSpan delay)
    {
        try
        {
            await work.RunAsync(key, _stopping.Token);
            return true;
        }
        catch (Exception failed)
        {
            if (!_stopping.IsCancellationRequested) Log.Delayed(log, delay, failed.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Something that came from elsewhere is answered in {Delay}: {Reason}.")]
        public static partial void Delayed(ILogger log, TimeSpan delay, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Something that came from elsewhere can not be answered.")]
        public static partial void Broken(ILogger log, Exception failed);
    }
}
