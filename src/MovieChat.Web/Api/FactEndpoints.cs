using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <param name="Text">In a sentence, 1 to 500 characters.</param>
/// <param name="About">The ids of the characters or documents that it is about; left out for the whole film.</param>
public sealed record FactRequest(string Text, IReadOnlyList<string>? About = null);

/// <summary>Something that you stated about the film.</summary>
/// <param name="About">The ids of the characters or documents that it is about; empty for the whole film.</param>
/// <param name="From">The turn of a chat in which you said it.</param>
public sealed record FactItem(string Id, string Text, IReadOnlyList<string> About, ChatTurnItem? From)
{
    internal static FactItem Of(StatedFact fact) => new(fact.Id, fact.Text, fact.About, ChatTurnItem.Of(fact.From));
}

internal static class FactEndpoints
{
    public static void MapFacts(this RouteGroupBuilder api)
    {
        var facts = api.MapGroup("/projects/{project}/facts").WithTags("Facts");
        facts.MapGet("", ListAsync).Named("listFacts", "List what you stated about the film", "Whatever is written from now on keeps to it. Oldest first.").Fails(404);
        facts.MapPost("", AddAsync).Named("addFact", "State something about the film", "It is given to every later draft that it concerns.").Write(400, 404, 413, 415, 422);
        facts.MapPut("/{fact}", ChangeAsync).Named("changeFact", "State it in other words", "").Write(400, 404, 413, 415, 422);
        facts.MapDelete("/{fact}", DropAsync).Named("dropFact", "Take back something that you stated", "What was written keeps as it is.").Write(404);
    }

    private static async Task<Ok<Page<FactItem>>> ListAsync(string project, Caller caller, OwnProjects own, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<FactItem>([.. (await own.ReadAsync(caller, project, cancellationToken)).Facts.Select(FactItem.Of)], null));

    private static async Task<Created<FactItem>> AddAsync(string project, Body<FactRequest> body, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var fact = Fact(key.ProjectId, body.Value);
        if (!film.Commands.Contains(key.Id)) film = await own.SubmitAsync(film.Id, new KeepFact(fact) { Id = key.Id, By = caller.Writer }, key, cancellationToken);
        return TypedResults.Created($"/api/projects/{film.Id}/facts", FactItem.Of(film.Facts.FirstOrDefault(kept => kept.Id == fact.Id) ?? fact));
    }

    private static async Task<Ok<FactItem>> ChangeAsync(string project, string fact, Body<FactRequest> body, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var kept = film.Facts.FirstOrDefault(each => each.Id == fact) ?? throw new ProblemException(ProblemKinds.UnknownFact);
        var changed = Fact(fact, body.Value) with { From = kept.From };
        await own.SubmitAsync(film.Id, new KeepFact(changed) { Id = key.Id, By = caller.Writer }, key, cancellationToken);
        return TypedResults.Ok(FactItem.Of(changed));
    }

    private static async Task<NoContent> DropAsync(string project, string fact, Caller caller, CommandKey key, OwnProjects own, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        await own.SubmitAsync(film.Id, new DropFact(fact) { Id = key.Id, By = caller.Writer }, key, cancellationToken);
        return TypedResults.NoContent();
    }

    private static StatedFact Fact(string id, FactRequest request) => new(id, (request.Text ?? "").Trim(), (request.About ?? []).Distinct().ToValueList());
}
