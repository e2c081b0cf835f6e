using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MovieChat.Functions.Projects;

/// <summary>A project as the durable engine sees it: its orchestration, and the steps that are no orders.</summary>
public sealed class ProjectFunctions(ProjectDesk desk)
{
    public const string WritingProject = nameof(WritingProject);
    public const string Advance = nameof(Advance);
    public const string EndProject = nameof(EndProject);

    [Function(WritingProject)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? from = null) =>
        new ProjectLoop(context, from ?? new()).RunAsync();

    [Function(Advance)]
    public Task<Standing> AdvanceAsync([ActivityTrigger] string project, CancellationToken cancellationToken) =>
        desk.AdvanceAsync(project, cancellationToken);

    [Function(EndProject)]
    public Task EndAsync([ActivityTrigger] string project, CancellationToken cancellationToken) =>
        desk.EndAsync(project, cancellationToken);
}
