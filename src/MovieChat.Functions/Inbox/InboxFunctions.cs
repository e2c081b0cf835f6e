using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using MovieChat.Functions.FrontDoor;
using MovieChat.Storage;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Functions.Inbox;

/// <summary>Answers what came from other surfaces: an orchestration for each, which tries until it is answered.</summary>
public sealed class InboxFunctions(InboxWork work, InboxTable inbox, TaskHub hub)
{
    public const string AnswerInbox = nameof(AnswerInbox);

    /// <summary>What is answered forgets as many that are old: more than come.</summary>
    private const int MostForgotten = 20;

    private static TaskOptions Retries { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(20, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(10)));

    [Function(AnswerInbox)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string key = "")
    {
        await context.CallActivityAsync(nameof(HandleInbox), key, Retries);
        await context.CallActivityAsync(nameof(ForgetInbox), context.CurrentUtcDateTime, Retries);
    }

    /// <summary>The id of the orchestration that answers what stands under a key.</summary>
    public static string InstanceOf(string key) => $"inbox-{key}";

    /// <summary>May run twice; see <see cref="IInboxHandler"/>.</summary>
    [Function(nameof(HandleInbox))]
    public Task HandleInbox([ActivityTrigger] string key, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        // What is answered may begin or change a project.
        hub.Connect(client);
        return work.RunAsync(key, cancellationToken);
    }

    /// <summary>Forgets what was answered long ago, and what the engine knows of it: nothing is to be turned on or paid for while nothing comes.</summary>
    [Function(nameof(ForgetInbox))]
    public async Task ForgetInbox([ActivityTrigger] DateTime now, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        hub.Connect(client);
        await foreach (var key in inbox.OldAsync(new(DateTime.SpecifyKind(now, DateTimeKind.Utc)), cancellationToken).Take(MostForgotten))
        {
            // One that runs, as this one may, is for the next that comes.
            if (await hub.IsThereAsync(InstanceOf(key))) continue;
            await client.PurgeInstanceAsync(InstanceOf(key), cancellationToken);
            await inbox.ForgetAsync(key, cancellationToken);
        }
    }
}

/// <summary>The inbox as the cloud head has it.</summary>
internal sealed class DurableInbox(TaskHub hub) : IInboxHost
{
    public async Task AnnounceAsync(string key)
    {
        var id = InboxFunctions.InstanceOf(key);
        if (!await hub.IsThereAsync(id)) await hub.BeginsAsync(InboxFunctions.AnswerInbox, key, id);
    }
}
