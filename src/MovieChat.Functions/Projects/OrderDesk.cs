using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Functions.Projects;

/// <summary>Carries out an order from asking the model to appending the result.</summary>
public sealed partial class OrderDesk(ProjectJournal journal, RecentProjects projects, OrderWork work, ProjectDesk desk, TimeProvider clock, ILogger<OrderDesk> log)
{
    /// <summary>So often is looked whether a writer has withdrawn what is being drafted.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>An answer is paid for: storing it is tried for so long here, before the order is given back to the engine.</summary>
    private static readonly TimeSpan[] StoreAgain = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60)];

    /// <summary>May run twice, also at the same time: the first draft that is stored counts, and its event is appended once.</summary>
    /// <returns>Where the project stands afterwards.</returns>
    /// <exception cref="Exception">Storage does not answer (<see cref="StorageTrouble"/>), or the process ends: the engine tries again.</exception>
    public async Task<Standing> CarryOutAsync(OrderOf task, CancellationToken cancellationToken)
    {
        var project = await projects.ReadAsync(task.Project, cancellationToken);
        if (project.Owed().FirstOrDefault(order => order.Id == task.Order) is not { } order) return await desk.ListedAsync(project);
        using var span = OrderSpan.Begin(project.Id, order, clock);
        span.Attempt();
        if (await ResultAsync(project, order, cancellationToken) is { } result) return await desk.ListedAsync(await DeliverAsync(project, order, result, span));
        span.Stopped(isWithdrawn: true);
        return await desk.AdvanceAsync(project.Id, cancellationToken);
    }

    /// <returns>Null when the order was withdrawn meanwhile.</returns>
    private async Task<Result?> ResultAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        using var withdrawn = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(withdrawn.Token, cancellationToken);
        var watch = WatchAsync(project, order, withdrawn, either.Token);
        try
        {
            return await StoreAsync(project.Id, await work.AskAsync(project, order, isNew: false, either.Token), cancellationToken);
        }
        catch (Exception) when (withdrawn.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failed) when (!StorageTrouble.IsPassing(failed))
        {
            Log.OrderBroken(log, project.Id, order.Id, failed);
            return OrderWork.Broken(order, failed);
        }
        finally
        {
            await either.CancelAsync();
            await watch;
        }
    }

    private async Task<Result> StoreAsync(string project, OrderAnswer answer, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await work.StoreAsync(project, answer, CancellationToken.None);
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed) && attempt < StoreAgain.Length && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(StoreAgain[attempt], clock, cancellationToken);
            }
        }
    }

    /// <summary>Appends the result; one that the project can not take becomes a failure of the document.</summary>
    private async Task<WritingProject> DeliverAsync(WritingProject project, WorkOrder order, Result result, OrderSpan span)
    {
        try
        {
            return await HandOverAsync(project, result, span);
        }
        catch (Exception failed) when (!StorageTrouble.IsPassing(failed))
        {
            Log.OrderBroken(log, project.Id, order.Id, failed);
            return await HandOverAsync(project, OrderWork.Broken(order, failed), span);
        }
    }

    private async Task<WritingProject> HandOverAsync(WritingProject project, Result result, OrderSpan span)
    {
        var advance = await journal.AdvanceAsync(project.Id, project, result, CancellationToken.None);
        span.Delivered(result, advance);
        return projects.Keep(advance.Project);
    }

    /// <summary>Stops the call of a model as soon as its order is withdrawn: nothing more is paid for it.</summary>
    private async Task WatchAsync(WritingProject project, WorkOrder order, CancellationTokenSource withdrawn, CancellationToken cancellationToken)
    {
        try
        {
            for (var known = project; known.HasOrdered(order.Id) && !known.Deleted; known = await journal.CatchUpAsync(project.Id, known, cancellationToken))
            {
                await Task.Delay(LookEvery, clock, cancellationToken);
            }

            await withdrawn.CancelAsync();
        }
        catch (Exception stopped) when (StorageTrouble.IsPassing(stopped) || stopped is StoredValueException)
        {
            // The order has its result, the process ends, or storage does not answer, of which whoever stores the result hears as well.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}: order {Order} can not be carried out.")]
        public static partial void OrderBroken(ILogger log, string project, string order, Exception failed);
    }
}
