using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices.Webhooks;

namespace MovieChat.Web.Api.Subscriptions;

internal static class SubscriptionEndpoints
{
    private const string About =
        """
        What happens in the project is told in the order of its journal, each event at least once, and tried again for three days. Webhooks are those of standardwebhooks.com. The secret is shown
        this once.
        """;

    public static void MapSubscriptions(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/projects/{project}/subscriptions").WithTags("Subscriptions");
        all.MapPost("", AddAsync).Named("addSubscription", "Be told of what happens", About).Write(400, 404, 413, 415, 422);
        all.MapGet("", ListAsync).Named("listSubscriptions", "List who is told", "With how far the deliveries have come.").Fails(404);
        all.MapGet("/{subscription}", GetAsync).Named("getSubscription", "Get a subscription", "With how far its deliveries have come.").Fails(404);
        all.MapPatch("/{subscription}", ChangeAsync).Named("changeSubscription", "Change a subscription", "Where it goes, what is told, or whether anything is.").Write(400, 404, 413, 415, 422);
        all.MapDelete("/{subscription}", DeleteAsync).Named("deleteSubscription", "Be told no more", "What was not delivered yet never is.").Write(404);
        all.MapPost("/{subscription}/secret", RotateAsync).Named("rotateSecret", "Sign with another secret", "The secret before signs as well for 24 hours. The new one is shown this once.").Write(400, 404, 413, 415, 422);
        all.MapUndelivered();
    }

    private static async Task<Created<SubscriptionItem>> AddAsync(
        string project, Body<SubscriptionRequest> body, Caller caller, CommandKey key, OwnProjects own, SubscriptionIntake intake, Workflows.Notices.Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var subscription = await intake.ReadAsync(film, body.Value, key, caller.Writer, cancellationToken);
        var cursor = body.Value.After switch
        {
            null => film.Revision,
            { } after when after >= 0 && after <= film.Revision => after,
            _ => throw new ProblemException(ProblemKinds.InvalidValue, $"'after' is {body.Value.After} and must be the sequence of an event, 0 to {film.Revision}.", "after"),
        };
        var added = await subscriptions.AddAsync(subscription, cursor, cancellationToken);
        return TypedResults.Created($"/api/projects/{film.Id}/subscriptions/{added.Id}", SubscriptionItem.Of(added, new(cursor), isSecretShown: true));
    }

    private static async Task<Ok<Page<SubscriptionItem>>> ListAsync(string project, Caller caller, OwnProjects own, SubscriptionTable table, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var items = new List<SubscriptionItem>();
        await foreach (var subscription in table.ListAsync(film.Id, cancellationToken)) items.Add(await ItemAsync(subscription, table, cancellationToken));
        return TypedResults.Ok(new Page<SubscriptionItem>(items, null));
    }

    private static async Task<Ok<SubscriptionItem>> GetAsync(string project, string subscription, Caller caller, OwnProjects own, SubscriptionTable table, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ItemAsync(await FindAsync(caller, project, subscription, own, table, cancellationToken), table, cancellationToken));

    private static async Task<Ok<SubscriptionItem>> ChangeAsync(
        string project,
        string subscription,
        Body<SubscriptionChange> body,
        Caller caller,
        CommandKey key,
        OwnProjects own,
        SubscriptionTable table,
        SubscriptionIntake intake,
        Workflows.Notices.Subscriptions subscriptions,
        CancellationToken cancellationToken)
    {
        _ = key;
        var found = await FindAsync(caller, project, subscription, own, table, cancellationToken);
        var changed = await table.ChangeAsync(found, each => intake.Changed(each, body.Value), cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownSubscription);
        if (body.Value.Enabled is false) await subscriptions.DisableAsync(changed, "You paused it.", cancellationToken);
        if (body.Value.Enabled is true) await subscriptions.ResumeAsync(changed, cancellationToken);
        return TypedResults.Ok(await ItemAsync(changed, table, cancellationToken));
    }

    private static async Task<NoContent> DeleteAsync(string project, string subscription, Caller caller, CommandKey key, OwnProjects own, SubscriptionTable table, CancellationToken cancellationToken)
    {
        _ = key;
        var found = await FindAsync(caller, project, subscription, own, table, cancellationToken);
        await table.DeleteAsync(found.Project, found.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SubscriptionItem>> RotateAsync(
        string project, string subscription, Body<SecretRequest> body, Caller caller, CommandKey key, OwnProjects own, SubscriptionTable table, SubscriptionIntake intake, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await FindAsync(caller, project, subscription, own, table, cancellationToken);
        if (found.Kind != Subscription.Webhook) throw new ProblemException(ProblemKinds.VerbDoesNotFit, $"What is told by {found.Kind} is not signed by us: there is no secret to change.");
        var next = intake.SecretOf(body.Value.Secret, key);
        var rotated = await table.ChangeAsync(found, Rotated, cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownSubscription);
        return TypedResults.Ok(SubscriptionItem.Of(rotated, await ProgressAsync(rotated, table, cancellationToken), isSecretShown: true));

        // The same request again finds its secret there.
        Subscription Rotated(Subscription each) => each.Secrets.Any(secret => secret.Text == next) ? each : each with { Secrets = WebhookSecrets.Rotated(each.Secrets, next, clock.GetUtcNow()) };
    }

    /// <exception cref="ProblemException">The caller has no such project, or the project no such subscription.</exception>
    internal static async Task<Subscription> FindAsync(Caller caller, string project, string subscription, OwnProjects own, SubscriptionTable table, CancellationToken cancellationToken) =>
        await FindAsync(await own.ReadAsync(caller, project, cancellationToken), subscription, table, cancellationToken);

    /// <exception cref="ProblemException">The project has no such subscription.</exception>
    internal static async Task<Subscription> FindAsync(WritingProject film, string subscription, SubscriptionTable table, CancellationToken cancellationToken) =>
        (CommandKey.IsProjectId(subscription) ? await table.FindAsync(film.Id, subscription, cancellationToken) : null) ?? throw new ProblemException(ProblemKinds.UnknownSubscription);

    private static async Task<SubscriptionItem> ItemAsync(Subscription subscription, SubscriptionTable table, CancellationToken cancellationToken) =>
        SubscriptionItem.Of(subscription, await ProgressAsync(subscription, table, cancellationToken));

    private static async Task<DeliveryProgress> ProgressAsync(Subscription subscription, SubscriptionTable table, CancellationToken cancellationToken) =>
        (await table.ProgressAsync(subscription.Project, subscription.Id, cancellationToken))?.Progress ?? throw new ProblemException(ProblemKinds.UnknownSubscription);
}
