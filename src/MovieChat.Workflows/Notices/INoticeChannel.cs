using MovieChat.Core.Journey;
using MovieChat.Core.Notices;

namespace MovieChat.Workflows.Notices;

/// <summary>A surface on which writers are told of their films. One implementation a surface; each translates, and decides nothing.</summary>
public interface INoticeChannel
{
    /// <summary>As <see cref="Subscription.Kind"/> names it.</summary>
    string Kind { get; }

    /// <summary>Whether it offers drafts in messages that it can change later, once they are answered.</summary>
    bool KeepsPosts { get; }

    /// <summary>The events that are told where a subscription names none.</summary>
    IReadOnlyList<string> UsualEvents { get; }

    /// <summary>Why a text can not be the target of a subscription, and what one is like; null when it can.</summary>
    string? WhyNot(string target);

    /// <summary>Sends one notice. Called again when the outcome of an earlier call was not known: whoever receives it may get it twice.</summary>
    Task<Delivery> SendAsync(Subscription subscription, Telling telling, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="card"/> in the place of a message that was sent before.</summary>
    Task<Delivery> UpdateAsync(Subscription subscription, Post post, Card card, CancellationToken cancellationToken);
}

/// <summary>What is told.</summary>
/// <param name="Project">The project as it is now.</param>
/// <param name="Card">What is said of it.</param>
/// <param name="Offer">What is asked; null when nothing is, or it was answered meanwhile.</param>
public sealed record Telling(WritingProject Project, Notice Notice, Card Card, Offer? Offer)
{
    /// <summary>The texts of the draft that became ready; empty for other notices.</summary>
    public IReadOnlyList<OptionText> Options { get; init; } = [];

    /// <summary>The title of the chat and the text of the answer, for an answered chat.</summary>
    public string? Text { get; init; }
}

/// <summary>What became of an attempt to deliver.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Why it was not delivered; null when it was.</summary>
    public string? Trouble => this switch
    {
        Failed failed => failed.Reason,
        Refused refused => refused.Reason,
        Gone gone => gone.Reason,
        _ => null,
    };

    /// <param name="Reference">What the message is found by to be changed later; null when it can not be.</param>
    public sealed record Delivered(string? Reference = null) : Delivery;

    /// <summary>Another attempt may pass.</summary>
    /// <param name="RetryAfter">How long the receiver asked to be left alone.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : Delivery;

    /// <summary>No other attempt at the same will pass; others may.</summary>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>No other attempt will pass: the receiver wants to be told nothing any more.</summary>
    public sealed record Gone(string Reason) : Delivery;
}
