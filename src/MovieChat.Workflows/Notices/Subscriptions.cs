using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Notices;

/// <summary>Who is told of a project.</summary>
public sealed class Subscriptions(SubscriptionTable table, IProjectHost host, IEnumerable<INoticeChannel> channels, TimeProvider clock)
{
    /// <summary>Most subscriptions of a project.</summary>
    public const int MostOfProject = 50;

    /// <summary>The surfaces on which one can be told.</summary>
    public IReadOnlyList<string> Kinds { get; } = [.. channels.Select(channel => channel.Kind).Order(StringComparer.Ordinal)];

    /// <summary>What a surface tells where a subscription does not say.</summary>
    public IReadOnlyList<string> UsualEvents(string kind) => Channel(kind).UsualEvents;

    /// <summary>Why a text is no target on a surface; null when it is one.</summary>
    public string? WhyNot(string kind, string target) => Channel(kind).WhyNot(target);

    /// <summary>Stores a subscription. When the project has one of its id, the first stays and is given back.</summary>
    /// <param name="cursor">The sequence of the last event that is not told.</param>
    public async Task<Subscription> AddAsync(Subscription subscription, long cursor, CancellationToken cancellationToken)
    {
        var added = await table.AddAsync(subscription, cursor, cancellationToken);
        await host.NotifyAsync(subscription.Project, cancellationToken);
        return added;
    }

    /// <summary>The subscription of a conversation to a project, made when there is none. One that was disabled goes on from where it stopped: somebody who opens a
    /// film in a conversation means to be told there. What was answered meanwhile is no question any more, and only closes the messages that asked it.</summary>
    /// <param name="cursor">As <see cref="AddAsync"/>.</param>
    public async Task<Subscription> ForPlaceAsync(WritingProject project, string kind, string target, string writer, long cursor, CancellationToken cancellationToken)
    {
        var id = IdOf(kind, target);
        if (await table.FindAsync(project.Id, id, cancellationToken) is { } there)
        {
            if (await table.ProgressAsync(project.Id, id, cancellationToken) is { Progress.Disabled: not null }) await ResumeAsync(there, cancellationToken);
            return there;
        }

        var made = new Subscription { Id = id, Project = project.Id, Kind = kind, Target = target, Events = UsualEvents(kind).ToValueList(), By = writer, CreatedAt = clock.GetUtcNow() };
        return await AddAsync(made, cursor, cancellationToken);
    }

    /// <summary>The id of a conversation's subscription, the same every time.</summary>
    public static string IdOf(string kind, string target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{target}")).AsSpan(0, 10));

    private INoticeChannel Channel(string kind) => channels.First(channel => channel.Kind == kind);

    /// <summary>Delivers again from where it stopped, at once.</summary>
    public async Task ResumeAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        await table.ChangeProgressAsync(subscription, progress => progress with { Disabled = null, Attempts = 0, NextAt = null }, cancellationToken);
        await host.NotifyAsync(subscription.Project, cancellationToken);
    }

    /// <summary>Delivers nothing any more until it is resumed.</summary>
    public Task DisableAsync(Subscription subscription, string reason, CancellationToken cancellationToken) =>
        table.ChangeProgressAsync(subscription, progress => progress with { Disabled = reason, NextAt = null }, cancellationToken);
}
