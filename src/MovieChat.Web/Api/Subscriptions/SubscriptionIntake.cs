using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Core.Scripts;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices.Webhooks;

namespace MovieChat.Web.Api.Subscriptions;

/// <summary>Reads what somebody asks to be told, and refuses what can not be delivered.</summary>
internal sealed class SubscriptionIntake(Workflows.Notices.Subscriptions subscriptions, SubscriptionTable table, WebhookTargets targets, OwnerKey owner, TimeProvider clock)
{
    private const int MostTarget = 2_000;

    /// <exception cref="ProblemException">It can not be.</exception>
    public async Task<Subscription> ReadAsync(WritingProject film, SubscriptionRequest request, CommandKey key, string writer, CancellationToken cancellationToken)
    {
        var id = key.ProjectId;
        if (!subscriptions.Kinds.Contains(request.Kind)) throw Invalid("kind", $"'{Excerpt.Of(request.Kind, 60)}' is no surface that is set up here: use {string.Join(", ", subscriptions.Kinds)}.");
        if (await table.ListAsync(film.Id, cancellationToken).CountAsync(each => each.Id != id, cancellationToken) >= Workflows.Notices.Subscriptions.MostOfProject)
        {
            throw Invalid("kind", $"The project has {Workflows.Notices.Subscriptions.MostOfProject} subscriptions, which is the most: delete one first.");
        }

        var isWebhook = request.Kind == Subscription.Webhook;
        if (!isWebhook && (request.Url ?? request.Secret) is not null) throw Invalid(request.Url is null ? "secret" : "url", $"A subscription of {request.Kind} has neither 'url' nor 'secret': name the conversation as 'target'.");
        return new()
        {
            Id = id,
            Project = film.Id,
            Kind = request.Kind,
            Target = isWebhook ? UrlOf(request.Url ?? request.Target) : TargetOf(request.Kind, request.Target),
            Events = EventsOf(request.Events ?? subscriptions.UsualEvents(request.Kind)),
            Secrets = isWebhook ? [new(SecretOf(request.Secret, key), null)] : [],
            By = writer,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    /// <exception cref="ProblemException">It can not be changed so.</exception>
    public Subscription Changed(Subscription subscription, SubscriptionChange change)
    {
        if (change.Url is not null && subscription.Kind != Subscription.Webhook) throw Invalid("url", $"A subscription of {subscription.Kind} has no 'url': make another one.");
        return subscription with
        {
            Target = change.Url is { } url ? UrlOf(url) : subscription.Target,
            Events = change.Events is { } events ? EventsOf(events) : subscription.Events,
        };
    }

    /// <summary>The secret that somebody brings, or a new one: the same when its request is sent again.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public string SecretOf(string? given, CommandKey key)
    {
        if (given is null) return WebhookSecrets.Of(owner.Derive($"webhook-secret\n{key.Id}"));
        return WebhookSecrets.IsPossible(given) ? given : throw Invalid("secret", "A secret is 'whsec_' and 24 to 64 bytes in base64: leave it out to be given one.");
    }

    private string UrlOf(string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) throw Invalid("url", "A webhook needs 'url', the address that it is sent to.");
        if (url.Length > MostTarget || !Uri.TryCreate(url, UriKind.Absolute, out var address)) throw Invalid("url", $"'{Excerpt.Of(url, 60)}' is no address such as https://example.com/hooks/film, of up to {MostTarget} characters.");
        return targets.WhyNot(address) is { } refusal ? throw Invalid("url", refusal) : address.AbsoluteUri;
    }

    private string TargetOf(string kind, string? target)
    {
        if (target is not { Length: > 0 and <= MostTarget } || target.Any(char.IsControl)) throw Invalid("target", $"A subscription of {kind} needs 'target', of up to {MostTarget} characters, none of them a control character.");
        return subscriptions.WhyNot(kind, target) is { } refusal ? throw Invalid("target", refusal) : target;
    }

    private static ValueList<string> EventsOf(IReadOnlyList<string> events)
    {
        if (events.FirstOrDefault(type => !NoticeTypes.IsKnown(type)) is { } unknown) throw Invalid("events", $"'{Excerpt.Of(unknown, 60)}' is nothing that is told: use {string.Join(", ", NoticeTypes.All)}.");
        return events.Count > 0 ? [.. NoticeTypes.All.Where(events.Contains)] : throw Invalid("events", "Name one event or more, or leave 'events' out for what is usual.");
    }

    private static ProblemException Invalid(string path, string message) => new(ProblemKinds.InvalidValue, message, path);
}
