using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

internal static class DecisionEndpoint
{
    private const string About =
        """
        Verbs: `approve` (`option`), `revise` (`notes`; `option`, `passage` or `part`), `edit` (`content`), `options` (`count`, `notes`), `stuck` (`notes`),
        `skip` (the reason in `notes`), `reopen`, `restore` (`draft` is the older draft), `keep`, `redraft` (`notes`), `intentional` (`noteId`, the id of a note on
        the draft that points out what is meant so; with `intentional` false the mark is taken back).
        `draft` is the number of the draft that you saw: a decision on an older one is refused with the current one.
        """;

    public static void MapDecisions(this RouteGroupBuilder api) =>
        api.MapPost("/projects/{project}/documents/{document}/decisions", DecideAsync).WithTags("Documents")
            .Named("decide", "Decide on a document", About)
            .Write(400, 404, 409, 413, 415, 422);

    private static async Task<Accepted<ProjectSnapshot>> DecideAsync(
        string project, string document, Body<DecisionRequest> body, Caller caller, CommandKey key, Decisions decisions, OwnProjects own, CancellationToken cancellationToken) =>
        TypedResults.Accepted(
            $"/api/projects/{project}/documents/{document}",
            own.SnapshotOf(await decisions.TakeAsync(caller, project, document, body.Value, key, cancellationToken)));
}

/// <summary>Takes a writer's decisions.</summary>
internal sealed class Decisions(OwnProjects own, DecisionIntake intake, DraftTexts texts)
{
    /// <returns>The project after the decision.</returns>
    /// <exception cref="ProblemException">The decision is refused.</exception>
    public async Task<WritingProject> TakeAsync(
        Caller caller, string project, string document, DecisionRequest request, CommandKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await own.DecideAsync(caller, project, key, film => TakeAsync(film, caller, document, request, key, cancellationToken), cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem.CurrentDraft is not null)
        {
            throw await WithDraftAsync(refused.Problem, caller, project, document, cancellationToken);
        }
    }

    private async Task<WritingProject> TakeAsync(WritingProject film, Caller caller, string document, DecisionRequest request, CommandKey key, CancellationToken cancellationToken)
    {
        var id = OwnProjects.DocumentOf(film, document);
        var prepared = await intake.PrepareAsync(film, id, request, caller.Writer, key.Id, cancellationToken);
        return await own.SubmitAsync(film.Id, prepared.CommandOrProblem(_ => "content"), key, cancellationToken);
    }

    private async Task<ProblemException> WithDraftAsync(Problem problem, Caller caller, string project, string document, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var id = OwnProjects.DocumentOf(film, document);
        if (film.Document(id).Draft is not { } current) return new(problem);
        var stored = await texts.ReadAsync(film.Id, id, current.Key, cancellationToken);
        return new(problem with { CurrentDraft = current.Number, Draft = DraftItem.Of(current, stored) });
    }
}
