using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

internal static class ProjectEndpoints
{
    public static void MapProjects(this RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects.MapPost("", StartAsync).Named("startProject", "Start a project", "`start` may hold documents that you already have, by id, in the form of their kind.").Write(400, 409, 413, 415, 422);
        projects.MapGet("", ListAsync).Named("listProjects", "List your projects", "In the order of their ids.").Fails(400);
        projects.MapGet("/{project}", GetAsync).Named("getProject", "Get a project", "Where every document stands, and what awaits you.").Fails(404);
        projects.MapDelete("/{project}", DeleteAsync).Named("deleteProject", "Delete a project", "Once it is deleted it answers 404, also to a repetition of this request.").Write(404);
        projects.MapPut("/{project}/title-page", SetTitlePageAsync).Named("setTitlePage", "Change the title page", "The title, who wrote it, what it is based on, and how to reach you. What was printed or told before keeps the earlier words.").Write(400, 404, 413, 415, 422);
        projects.MapPost("/{project}/pause", PauseAsync).Named("pauseProject", "Pause a project", "Nothing is drafted until it is resumed.").Write(404);
        projects.MapPost("/{project}/resume", ResumeAsync).Named("resumeProject", "Resume a paused project", "What is owed is drafted again.").Write(404);
        projects.MapPut("/{project}/budget", SetBudgetAsync).Named("setBudget", "Change what a project may spend", "What waits for the budget goes on when it is raised.").Write(400, 404, 413, 415, 422);
        projects.MapPost("/{project}/fork", ForkAsync).Named("forkProject", "Copy a project", "The copy shares all drafts up to now, and goes its own way from here.").Write(400, 404, 409, 413, 415, 422);
    }

    private static async Task<Created<ProjectSnapshot>> StartAsync(
        Body<StartRequest> body, Caller caller, CommandKey key, ProjectStart start, OwnProjects own, WebSettings settings, CancellationToken cancellationToken)
    {
        if (key.Given is not null && await own.FindAsync(caller, key.ProjectId, cancellationToken) is { } earlier) return Begun(own, earlier);
        var budget = Budget.Of(settings.Tokens, settings.Pictures);
        var intake = await start.PrepareAsync(key.ProjectId, body.Value, budget, caller.Writer, key.Id, cancellationToken);
        if (intake is Intake.Refused { Rejection: { Kind: RejectionKinds.UnknownDocument } unknown }) throw new ProblemException(ProblemKinds.InvalidValue, unknown.Message, "start");
        var command = intake.CommandOrProblem(faulty => faulty.Document == DocumentId.Brief && body.Value.Brief is not null ? "brief" : $"start.{faulty.Document}");
        return Begun(own, await own.SubmitAsync(key.ProjectId, command, key, cancellationToken));
    }

    private static async Task<Ok<Page<ProjectItem>>> ListAsync(
        Caller caller, ProjectTable projects, int? limit, string? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var found = await projects.ListAsync(caller.Writer, most + 1, after, cancellationToken);
        return TypedResults.Ok(Page.Of([.. found.Select(ProjectItem.Of)], most, item => item.Id));
    }

    private static async Task<Ok<ProjectSnapshot>> GetAsync(string project, Caller caller, OwnProjects own, CancellationToken cancellationToken) =>
        TypedResults.Ok(own.SnapshotOf(await own.ReadAsync(caller, project, cancellationToken)));

    private static async Task<NoContent> DeleteAsync(string project, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        await own.ReadAsync(caller, project, cancellationToken);
        await own.SubmitAsync(project, new DeleteProject { Id = key.Id, By = caller.Writer }, key, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Ok<ProjectSnapshot>> SetTitlePageAsync(
        string project, Body<TitlePageRequest> body, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        var (title, authors, source, contact) = body.Value;
        return ChangeAsync(
            project,
            caller,
            own,
            now => new ChangeTitlePage(title ?? now.Title, new(authors?.ToValueList() ?? now.TitlePage.Authors, source ?? now.TitlePage.Source, contact ?? now.TitlePage.Contact)) { Id = key.Id, By = caller.Writer },
            key,
            cancellationToken);
    }

    private static Task<Ok<ProjectSnapshot>> PauseAsync(string project, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken) =>
        ChangeAsync(project, caller, own, _ => new PauseProject { Id = key.Id, By = caller.Writer }, key, cancellationToken);

    private static Task<Ok<ProjectSnapshot>> ResumeAsync(string project, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken) =>
        ChangeAsync(project, caller, own, _ => new ResumeProject { Id = key.Id, By = caller.Writer }, key, cancellationToken);

    private static Task<Ok<ProjectSnapshot>> SetBudgetAsync(
        string project, Body<BudgetRequest> body, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        var (tokens, pictures) = body.Value;
        return ChangeAsync(
            project,
            caller,
            own,
            now => new ChangeBudget(tokens ?? now.Budget.Tokens.Limit, pictures ?? now.Budget.Pictures.Limit) { Id = key.Id, By = caller.Writer },
            key,
            cancellationToken);
    }

    private static async Task<Created<ProjectSnapshot>> ForkAsync(
        string project, Body<ForkRequest> body, Caller caller, CommandKey key, ProjectStart start, OwnProjects own, CancellationToken cancellationToken)
    {
        var source = await own.ReadAsync(caller, project, cancellationToken);
        if (key.Given is not null && await own.FindAsync(caller, key.ProjectId, cancellationToken) is { } earlier) return Begun(own, earlier);
        var intake = await start.ForkAsync(source, key.ProjectId, body.Value.Title, caller.Writer, key.Id, cancellationToken);
        return Begun(own, await own.SubmitAsync(key.ProjectId, intake.CommandOrProblem(_ => "title"), key, cancellationToken));
    }

    private static async Task<Ok<ProjectSnapshot>> ChangeAsync(
        string project, Caller caller, OwnProjects own, Func<WritingProject, Command> command, CommandKey key, CancellationToken cancellationToken)
    {
        var now = await own.ReadAsync(caller, project, cancellationToken);
        return TypedResults.Ok(own.SnapshotOf(await own.SubmitAsync(project, command(now), key, cancellationToken)));
    }

    private static Created<ProjectSnapshot> Begun(OwnProjects own, WritingProject project) =>
        TypedResults.Created($"/api/projects/{project.Id}", own.SnapshotOf(project));
}

/// <summary>One line of the list of projects. It follows the project within moments.</summary>
/// <param name="Awaiting">How many documents await you.</param>
public sealed record ProjectItem(string Id, string Title, ProjectStatus Status, int Awaiting, DateTimeOffset StartedAt, DateTimeOffset ChangedAt)
{
    internal static ProjectItem Of(ProjectListing listing) =>
        new(listing.Id, listing.Title, listing.Status, listing.Awaiting, listing.StartedAt, listing.ChangedAt);
}
