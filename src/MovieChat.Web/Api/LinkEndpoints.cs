using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Approvals.Pages;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Api;

/// <param name="Name">What you call the link, such as whom you send it to: 1 to 100 characters.</param>
/// <param name="Hours">How long it may be used, 1 to 2,160. Left out: 336, two weeks.</param>
public sealed record LinkRequest(string? Name = null, int? Hours = null);

/// <summary>A link by which whoever has it may decide on one draft, once.</summary>
/// <param name="Url">Null while the service does not know where it is reached: see the setting <c>MovieChat__PublicUrl</c>.</param>
/// <param name="Status">How the document stood: <c>awaitingApproval</c>, <c>stale</c> or <c>failed</c>.</param>
/// <param name="ForReading">Whether it shows the draft and takes no answer, as the links in conversations do.</param>
/// <param name="Used">Whether something was decided by it.</param>
public sealed record LinkItem(
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Url,
    string Name,
    string Document,
    int Draft,
    DocumentStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    bool ForReading,
    bool Used,
    DateTimeOffset? RevokedAt);

internal static class LinkEndpoints
{
    private const int MostName = 100;

    public static void MapLinks(this RouteGroupBuilder api)
    {
        api.MapPost("/projects/{project}/documents/{document}/links", AddAsync).WithTags("Approval links")
            .Named("addLink", "Make a link to decide on a draft", "For what awaits you now, to be used once, by whoever has it, in your name. Opening it decides nothing.").Write(400, 404, 413, 415, 422);
        var links = api.MapGroup("/projects/{project}/links").WithTags("Approval links");
        links.MapGet("", ListAsync).Named("listLinks", "List the links", "Those that were sent by subscriptions among them, in the order of their ids.").Fails(400, 404);
        links.MapDelete("/{link}", RevokeAsync).Named("revokeLink", "Revoke a link", "It opens nothing from now on.").Write(404);
    }

    private static async Task<Created<LinkItem>> AddAsync(
        string project, string document, Body<LinkRequest> body, Caller caller, CommandKey key, OwnProjects own, ApprovalLinks links, LinkDesk desk, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var id = OwnProjects.DocumentOf(film, document);
        var offer = Offer.Of(film, id) ?? throw new ProblemException(ProblemKinds.VerbDoesNotFit, $"Nothing of '{id}' is to be decided now: a link is made for a draft that awaits you.");
        var life = body.Value.Hours switch
        {
            null => ApprovalLinks.UsualLife,
            { } hours when hours >= 1 && hours <= ApprovalLinks.LongestLife.TotalHours => TimeSpan.FromHours(hours),
            _ => throw new ProblemException(ProblemKinds.InvalidValue, $"A link lasts 1 to {ApprovalLinks.LongestLife.TotalHours:0} hours, not {body.Value.Hours}.", "hours"),
        };
        var name = body.Value.Name ?? "";
        if (name.Length > MostName) throw new ProblemException(ProblemKinds.InvalidValue, $"A link's name has up to {MostName} characters.", "name");
        var link = await links.MakeAsync(key.ProjectId, offer, caller.Writer, name, life, cancellationToken);
        return TypedResults.Created($"/api/projects/{film.Id}/links/{link.Id}", await desk.ItemAsync(link, cancellationToken));
    }

    private static async Task<Ok<Page<LinkItem>>> ListAsync(string project, Caller caller, OwnProjects own, LinkTable table, LinkDesk desk, int? limit, string? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var found = await table.ListAsync(film.Id, cancellationToken).Where(link => string.CompareOrdinal(link.Id, after) > 0).Take(most + 1).ToListAsync(cancellationToken);
        var items = new List<LinkItem>();
        foreach (var link in found) items.Add(await desk.ItemAsync(link, cancellationToken));
        return TypedResults.Ok(Page.Of(items, most, item => item.Id));
    }

    private static async Task<NoContent> RevokeAsync(string project, string link, Caller caller, CommandKey key, OwnProjects own, LinkTable table, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = key;
        var film = await own.ReadAsync(caller, project, cancellationToken);
        return CommandKey.IsProjectId(link) && await table.RevokeAsync(film.Id, link, clock.GetUtcNow(), cancellationToken) ? TypedResults.NoContent() : throw new ProblemException(ProblemKinds.UnknownLink);
    }
}
