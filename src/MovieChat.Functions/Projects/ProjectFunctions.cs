using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MovieChat.Functions.Projects;

/// <summary>A project as the durable engine sees it: its orchestration, and the steps that are no orders.</summary>
public sealed class ProjectFunctions(ProjectDesk desk)
{
    public const string WritingProject = nameof(WritingProject);
    public const string Advance = nameof(Advance);
    public const string EndProject = nameof(EndProject);

    /// <exception cref="InvalidOperationException">A newer version of the app began it. The next decision on its project begins it anew.</exception>
    [Function(WritingProject)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? from = null) => from?.Version switch
    {
        null or ProjectLoop.Version => new ProjectLoop(context, from ?? new()).RunAsync(),
        var other => throw new InvalidOperationException($"'{context.InstanceId}' has a history of loop {other}, and this version of the app knows {ProjectLoop.Version}: deploy the newer version again."),
    };

    [Function(Advance)]
    public Task<Standing> AdvanceAsync([ActivityTrigger] string project, CancellationToken cancellationToken) =>
        desk.AdvanceAsync(project, cancellationToken);

    [Function(EndProject)]
    public Task EndAsync([ActivityTrigger] string project, CancellationToken cancellationToken) =>
        desk.EndAsync(project, cancellationToken);
}
