using Azure;
using MovieChat.Core.Notices;

namespace MovieChat.Storage;

/// <summary>Who is told of a project, how far that has come, what could not be delivered, and the messages that offer its drafts elsewhere.</summary>
/// <remarks>A project is a partition of the table <c>Notices</c>: <c>subscription-{id}.{project}</c> (changed by the writer alone) and
/// <c>progress-{id}.{project}</c> (changed by whoever delivers), <c>undelivered-{id}.{sequence}.{project}</c>, <c>post-{subscription}.{document}.{draft}.{status}.{hash of its reference}.{project}</c>.
/// Why keys end with the project, see <see cref="StorageKeys"/>.</remarks>
public sealed class SubscriptionTable(StorageClients clients)
{
    private readonly NoticeRows _rows = new(clients);

    /// <summary>Stores a new subscription, and from where on it is told. When the project has one of its id, the first stays and is given back.</summary>
    public async Task<Subscription> AddAsync(Subscription subscription, long cursor, CancellationToken ct)
    {
        var (project, id) = (subscription.Project, subscription.Id);
        var progress = NoticeRows.Row(project, ProgressKey(id), new DeliveryProgress(cursor));
        var row = NoticeRows.Row(project, SubscriptionKey(id), subscription);
        return await _rows.AddAsync([progress, row], ct) ? subscription : (await FindAsync(project, id, ct))!;
    }

    public Task<Subscription?> FindAsync(string project, string id, CancellationToken ct) => _rows.FindAsync<Subscription>(project, SubscriptionKey(id), ct);

    /// <summary>A project's subscriptions, in the order of their ids.</summary>
    public IAsyncEnumerable<Subscription> ListAsync(string project, CancellationToken ct) => _rows.ListAsync<Subscription>(project, "subscription-", ct);

    /// <summary>Changes a subscription as it is stored now: of two changes at once neither is lost.</summary>
    /// <param name="change">May be called again.</param>
    /// <returns>As it is then; null when there is none of its id any more.</returns>
    public Task<Subscription?> ChangeAsync(Subscription subscription, Func<Subscription, Subscription> change, CancellationToken ct) =>
        _rows.ChangeAsync(subscription.Project, SubscriptionKey(subscription.Id), change, ct);

    /// <summary>Ends a subscription, with all that is known of its deliveries.</summary>
    public async Task DeleteAsync(string project, string id, CancellationToken ct)
    {
        await _rows.DeleteAsync(project, SubscriptionKey(id), ct);
        await _rows.DeleteAsync(project, ProgressKey(id), ct);
        await foreach (var row in _rows.KeysAsync(project, $"undelivered-{id}.", ct)) await _rows.DeleteAsync(project, row, ct);
        await foreach (var row in _rows.KeysAsync(project, $"post-{id}.", ct)) await _rows.DeleteAsync(project, row, ct);
    }

    /// <summary>How far the deliveries have come, with what a change must name; null when there is no such subscription.</summary>
    public Task<(DeliveryProgress Progress, ETag Tag)?> ProgressAsync(string project, string id, CancellationToken ct) => _rows.FindWithTagAsync<DeliveryProgress>(project, ProgressKey(id), ct);

    /// <returns>What the next change must name; null when somebody else changed it meanwhile, or it is gone.</returns>
    public Task<ETag?> PutProgressAsync(string project, string id, DeliveryProgress progress, ETag tag, CancellationToken ct) => _rows.ReplaceAsync(NoticeRows.Row(project, ProgressKey(id), progress), tag, ct);

    /// <summary>Changes how far the deliveries have come, whoever else does.</summary>
    /// <param name="change">As in <see cref="ChangeAsync"/>.</param>
    public Task ChangeProgressAsync(Subscription subscription, Func<DeliveryProgress, DeliveryProgress> change, CancellationToken ct) =>
        _rows.ChangeAsync(subscription.Project, ProgressKey(subscription.Id), change, ct);

    public Task AddUndeliveredAsync(string project, Undelivered undelivered, CancellationToken ct) =>
        _rows.PutAsync(NoticeRows.Row(project, UndeliveredKey(undelivered.Subscription, undelivered.Sequence), undelivered), ct);

    public Task<Undelivered?> FindUndeliveredAsync(string project, string subscription, long sequence, CancellationToken ct) =>
        _rows.FindAsync<Undelivered>(project, UndeliveredKey(subscription, sequence), ct);

    /// <summary>What was given up, oldest first.</summary>
    public IAsyncEnumerable<Undelivered> ListUndeliveredAsync(string project, string subscription, CancellationToken ct) =>
        _rows.ListAsync<Undelivered>(project, $"undelivered-{subscription}.", ct);

    public Task RemoveUndeliveredAsync(string project, string subscription, long sequence, CancellationToken ct) => _rows.DeleteAsync(project, UndeliveredKey(subscription, sequence), ct);

    /// <summary>Remembers a message that offers a draft. Twice is harmless.</summary>
    public Task PutPostAsync(string project, Post post, CancellationToken ct) => _rows.PutAsync(NoticeRows.Row(project, PostKey(post), post), ct);

    /// <summary>The messages of a subscription that offer drafts.</summary>
    public IAsyncEnumerable<Post> ListPostsAsync(string project, string subscription, CancellationToken ct) => _rows.ListAsync<Post>(project, $"post-{subscription}.", ct);

    public Task RemovePostAsync(string project, Post post, CancellationToken ct) => _rows.DeleteAsync(project, PostKey(post), ct);

    /// <summary>Deletes all of a project's. Can be repeated when it was interrupted.</summary>
    public Task DeleteAllAsync(string project, CancellationToken ct) => _rows.DeleteAllAsync(project, ct);

    private static string SubscriptionKey(string id) => $"subscription-{StorageKeys.Id(id)}";

    private static string ProgressKey(string id) => $"progress-{StorageKeys.Id(id)}";

    private static string UndeliveredKey(string subscription, long sequence) => $"undelivered-{StorageKeys.Id(subscription)}.{sequence:D19}";

    private static string PostKey(Post post) => $"post-{StorageKeys.Id(post.Subscription)}.{post.Document}.{post.Draft:D6}.{post.Status}.{StorageKeys.Hash(post.Reference)[..16]}";
}
