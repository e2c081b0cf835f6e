using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using MovieChat.Functions.FrontDoor;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Functions.Inbox;

/// <summary>Answers what came from other surfaces: an orchestration for each, which tries until it is answered.</summary>
public sealed class InboxFunctions(InboxWork work, TaskHub hub)
{
    public const string AnswerInbox = nameof(AnswerInbox);

    private static TaskOptions Retries { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(20, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(10)));

    [Function(AnswerInbox)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string key = "") => context.CallActivityAsync(nameof(HandleInbox), key, Retries);

    /// <summary>May run twice; see <see cref="IInboxHandler"/>.</summary>
    [Function(nameof(HandleInbox))]
    public Task HandleInbox([ActivityTrigger] string key, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        // What is answered may begin or change a project.
        hub.Connect(client);
        return work.RunAsync(key, cancellationToken);
    }
}

/// <summary>The inbox as the cloud head has it.</summary>
internal sealed class DurableInbox(TaskHub hub) : IInboxHost
{
    public async Task AnnounceAsync(string key)
    {
        var id = $"inbox-{key}";
        if (!await hub.IsThereAsync(id)) await hub.BeginsAsync(InboxFunctions.AnswerInbox, key, id);
    }
}
