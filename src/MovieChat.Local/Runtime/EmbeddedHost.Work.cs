using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedHost
{
    /// <summary>Begins what is owed and not begun, up to the project's bound, and stops what was withdrawn.</summary>
    private void GiveWork(ActiveProject active)
    {
        var project = active.Known!;
        foreach (var (id, running) in active.Running)
        {
            if (!project.HasOrdered(id)) running.Stop.Cancel();
        }

        var owed = project.Owed();
        active.NewOrders.IntersectWith(owed.Select(order => order.Id));
        foreach (var order in owed.Where(order => !active.Running.ContainsKey(order.Id)))
        {
            if (active.Running.Count >= _options.MaxOrdersPerProject || _stopping.IsCancellationRequested) return;
            var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            var running = new RunningOrder(stop, active.NewOrders.Remove(order.Id));
            active.Running.Add(order.Id, running);
            Start(() => CarryOutAsync(active, order, running));
        }
    }

    private async Task CarryOutAsync(ActiveProject active, WorkOrder order, RunningOrder running)
    {
        Interlocked.Increment(ref _ordersTaken);
        using var span = OrderSpan.Begin(active.Id, order, _clock);
        var isDelivered = false;
        try
        {
            var result = await AnswerAsync(active, order, running, span);
            if (result is null || !await DeliverAsync(active, order, result, span, running.Stop.Token)) span.Stopped(isWithdrawn: !_stopping.IsCancellationRequested);
            isDelivered = true;
        }
        finally
        {
            Interlocked.Decrement(ref _ordersTaken);
            await active.Gate.WaitAsync(CancellationToken.None);
            active.Running.Remove(order.Id);
            running.Stop.Dispose();

            // What could not even be told to have failed is not begun again at once, and for ever.
            if (isDelivered && active.Known is { Deleted: false }) GiveWork(active);
            active.Gate.Release();
        }
    }

    private async Task<Result?> AnswerAsync(ActiveProject active, WorkOrder order, RunningOrder running, OrderSpan span)
    {
        try
        {
            return await ResultAsync(active, order, running, span);
        }
        finally
        {
            running.Stored.SetResult();
        }
    }

    /// <summary>The result of an order, tried until storage answers; null when it was stopped. The model's answer is kept meanwhile, and what
    /// is being stored is stored to its end.</summary>
    private async Task<Result?> ResultAsync(ActiveProject active, WorkOrder order, RunningOrder running, OrderSpan span)
    {
        var cancellationToken = running.Stop.Token;
        OrderAnswer? answer = null;
        for (var delay = Backoff.First; ; delay = Backoff.Longer(delay))
        {
            try
            {
                span.Attempt();
                answer ??= await AskAsync(active, order, running.IsNew, cancellationToken);
                return await _work.StoreAsync(active.Id, answer, CancellationToken.None);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                Log.OrderDelayed(_log, active.Id, order.Id, delay, failed.GetType().Name);
            }
            catch (Exception failed)
            {
                Log.OrderBroken(_log, active.Id, order.Id, failed);
                return OrderWork.Broken(order, failed);
            }

            if (!await WaitedAsync(delay, cancellationToken)) return null;
        }
    }

    private async Task<OrderAnswer> AskAsync(ActiveProject active, WorkOrder order, bool isNew, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var project = await ReadAsync(active, cancellationToken);
            Log.OrderBegun(_log, active.Id, order.Id);
            return await _work.AskAsync(project, order, isNew, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Hands over the result; one that the project can not take becomes a failure of the document.</summary>
    /// <returns>False when it was stopped before.</returns>
    private async Task<bool> DeliverAsync(ActiveProject active, WorkOrder order, Result result, OrderSpan span, CancellationToken cancellationToken)
    {
        try
        {
            return await HandOverAsync(active, order, result, span, cancellationToken);
        }
        catch (Exception failed) when (result is DraftDone or TipsDone)
        {
            Log.OrderBroken(_log, active.Id, order.Id, failed);
            return await HandOverAsync(active, order, OrderWork.Broken(order, failed), span, cancellationToken);
        }
    }

    private async Task<bool> HandOverAsync(ActiveProject active, WorkOrder order, Result result, OrderSpan span, CancellationToken cancellationToken)
    {
        for (var delay = Backoff.First; ; delay = Backoff.Longer(delay))
        {
            try
            {
                span.Delivered(result, await SubmitAsync(active.Id, result, cancellationToken));
                return true;
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return false;
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                Log.OrderDelayed(_log, active.Id, order.Id, delay, failed.GetType().Name);
            }

            if (!await WaitedAsync(delay, cancellationToken)) return false;
        }
    }

    /// <summary>Reads a project again after storage failed, until it answers, and does what it owes.</summary>
    private async Task RecoverAsync(ActiveProject active)
    {
        for (var delay = Backoff.First; await WaitedAsync(delay, _stopping.Token); delay = Backoff.Longer(delay))
        {
            if (await RecoveredAsync(active)) return;
        }
    }

    private async Task<bool> RecoveredAsync(ActiveProject active)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            var known = await KnowAsync(active, CancellationToken.None);
            if (!active.IsClosed && known.Revision > 0) await FollowAsync(active, isNew: false);
            active.IsRecovering = false;
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            Log.NotRecovered(_log, active.Id, failed.GetType().Name);
            return false;
        }
        catch (Exception failed)
        {
            Log.NotResumed(_log, active.Id, failed);
            active.IsRecovering = false;
            return true;
        }
        finally
        {
            active.Gate.Release();
            _bell.Ring(active.Id);
        }
    }

    private Task<bool> WaitedAsync(TimeSpan delay, CancellationToken cancellationToken) => Backoff.WaitedAsync(delay, _clock, cancellationToken);

    /// <summary>Begins something that goes on by itself; <see cref="StopAsync"/> waits for its end.</summary>
    private void Start(Func<Task> begin) => _tasks.Start(begin, failed => Log.TaskBroken(_log, failed));
}
