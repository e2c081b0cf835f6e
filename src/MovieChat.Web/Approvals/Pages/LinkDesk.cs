using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Api;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Approvals.Pages;

/// <summary>What an approval link leads to, and what is decided by it: once, in the name of the writer who made it, and never by looking.</summary>
internal sealed class LinkDesk(ApprovalLinks links, JournalTable journal, Writers writers, OwnProjects own, AnswerDesk answers, NoticeTeller teller)
{
    /// <summary>The verbs that a link takes: each of them settles the draft, so that one answer is all there is.</summary>
    private static readonly HashSet<string> s_verbs = ["approve", "revise", "options", "skip", "keep", "redraft"];

    /// <summary>What a link shows now.</summary>
    public async Task<LinkView> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, cancellationToken) is not { } link) return new LinkView.Unknown();
        if (await own.FindAsync(CallerOf(link), link.Offer.Project, cancellationToken) is not { } film) return new LinkView.Unknown();
        if (await UsedAtAsync(link, cancellationToken) is { } decided) return new LinkView.Over(await answers.ClosedByAsync(film, link.Offer, decided, cancellationToken));
        if (!link.Offer.IsOpen(film)) return new LinkView.Over(await answers.ClosedAsync(film, link.Offer, cancellationToken));
        if (await writers.FindAsync(link.Writer, cancellationToken) is null) return new LinkView.Dead("Its writer may not write here any more.");
        if (link.RevokedAt is not null) return new LinkView.Dead("This link was revoked by its writer.");
        if (links.IsExpired(link)) return new LinkView.Dead("This link has expired: ask its writer for another one.");
        var card = await teller.CardAsync(film, link.Offer, null, cancellationToken);
        return new LinkView.Open(link, Offered(card, action => !link.IsForReading && IsTaken(action)));
    }

    /// <summary>Decides by a link.</summary>
    /// <param name="verb">What is decided.</param>
    /// <returns>What the link shows then: <see cref="LinkView.Over"/> when this, or something before it, was decided; <see cref="LinkView.Open"/> with what is wrong when it can not be taken.</returns>
    public async Task<LinkView> DecideAsync(string token, string verb, int? option, string? notes, CancellationToken cancellationToken)
    {
        var view = await ReadAsync(token, cancellationToken);
        if (view is not LinkView.Open { Link: var link, Card: var card }) return view;
        if (link.IsForReading) return new LinkView.Open(link, card, "This link is for reading: decide where you found it.");
        if (!s_verbs.Contains(verb)) return new LinkView.Open(link, card, $"A link takes {string.Join(", ", s_verbs)}, and not '{(verb.Length > 20 ? verb[..20] : verb)}'.");
        var fields = new Dictionary<string, string> { [OfferCards.NotesField] = notes ?? "" };
        return await answers.TakeAsync(CallerOf(link), new(link.Offer, verb, option), fields, link.Command, cancellationToken) switch
        {
            Reply.Settled settled => new LinkView.Over(settled.Card, settled.IsOwn),
            Reply.Refused refused => new LinkView.Open(link, card, refused.Text),
            Reply.Said said => new LinkView.Open(link, card, said.Text),
            _ => new LinkView.Open(link, card),
        };
    }

    public async Task<LinkItem> ItemAsync(ApprovalLink link, CancellationToken cancellationToken) => new(
        link.Id,
        links.AddressOf(link),
        link.For,
        link.Offer.Document.ToString(),
        link.Offer.Draft,
        link.Offer.Status,
        link.CreatedAt.ToUniversalTime(),
        link.ExpiresAt.ToUniversalTime(),
        link.IsForReading,
        await UsedAtAsync(link, cancellationToken) is not null,
        link.RevokedAt?.ToUniversalTime());

    /// <summary>The sequence of what was decided by a link; null when nothing was. A draft may come before its writer again, and a link that has decided once is used up all the same.</summary>
    private Task<long?> UsedAtAsync(ApprovalLink link, CancellationToken cancellationToken) =>
        journal.SequenceOfAsync(link.Offer.Project, CommandKey.Of(link.Writer, link.Command).Id, cancellationToken);

    private static Caller CallerOf(ApprovalLink link) => new(link.Writer, false);

    /// <summary>What does not settle the draft is not offered: it would use up the link.</summary>
    private static Card Offered(Card card, Func<CardAction, bool> isOffered) => card with
    {
        Actions = [.. card.Actions.Where(isOffered)],
        Options = [.. card.Options.Select(option => option with { Actions = [.. option.Actions.Where(isOffered)] })],
    };

    private static bool IsTaken(CardAction action) => action switch
    {
        CardAction.Decide decide => s_verbs.Contains(decide.Answer.Verb),
        CardAction.Fill fill => s_verbs.Contains(fill.Answer.Verb),
        _ => false,
    };
}

/// <summary>What an approval link leads to.</summary>
internal abstract record LinkView
{
    private LinkView()
    {
    }

    /// <summary>It is no link of this service, or what it was about is gone.</summary>
    public sealed record Unknown : LinkView;

    /// <summary>It can not be used any more, and nothing was decided.</summary>
    public sealed record Dead(string Why) : LinkView;

    /// <summary>The draft was decided on, by this link or elsewhere.</summary>
    /// <param name="IsNew">Whether by what was sent just now.</param>
    public sealed record Over(Card Card, bool IsNew = false) : LinkView;

    /// <param name="Fault">Why what was sent just now was not taken; null when nothing was sent.</param>
    public sealed record Open(ApprovalLink Link, Card Card, string? Fault = null) : LinkView;
}
