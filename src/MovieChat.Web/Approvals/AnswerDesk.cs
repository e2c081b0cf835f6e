using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Web.Access;
using MovieChat.Web.Api;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Approvals;

/// <summary>Takes answers to offers, from wherever they come: the first that is valid counts, and everybody else is told what became of the offer.</summary>
internal sealed class AnswerDesk(OwnProjects own, Decisions decisions, NoticeTeller teller, FateFinder fates)
{
    /// <summary>The form in which an answer is given that needs some words.</summary>
    /// <exception cref="ProblemException">The caller has no such project, or the draft has no such text.</exception>
    public async Task<Reply> AskAsync(Caller caller, Answer answer, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, answer.Offer.Project, cancellationToken);
        if (!answer.Offer.IsOpen(film)) return new Reply.Settled(await ClosedAsync(film, answer.Offer, cancellationToken));
        return await FormAsync(film, answer, cancellationToken) is { } form
            ? new Reply.Form(form)
            : new Reply.Said("This text is too long for a form: edit it on its page, or send it by the API.");
    }

    /// <summary>The card of an offer as it stands now, or what became of it.</summary>
    /// <param name="subscription">The conversation's in which it is shown.</param>
    /// <exception cref="ProblemException">The caller has no such project.</exception>
    public async Task<Reply> ShowAsync(Caller caller, Offer offer, string subscription, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, offer.Project, cancellationToken);
        return offer.IsOpen(film)
            ? new Reply.Shown([new ShownCard(await teller.CardAsync(film, offer, null, cancellationToken), offer, subscription)])
            : new Reply.Settled(await ClosedAsync(film, offer, cancellationToken));
    }

    /// <summary>Takes an answer.</summary>
    /// <param name="fields">What was filled in, by the fields of the answer's form; empty for an answer that needs no words.</param>
    /// <param name="scope">What tells this answer from every other one, and is the same when it is sent again.</param>
    public async Task<Reply> TakeAsync(Caller caller, Answer answer, IReadOnlyDictionary<string, string> fields, string scope, CancellationToken cancellationToken)
    {
        var key = CommandKey.Of(caller.Writer, scope);
        try
        {
            var film = await own.ReadAsync(caller, answer.Offer.Project, cancellationToken);
            var isTaken = false;
            if (await RequestAsync(film, answer, fields, cancellationToken) is { } request)
            {
                isTaken = true;
                film = await decisions.TakeAsync(caller, film.Id, answer.Offer.Document.ToString(), request, key, cancellationToken);
            }

            // Tips leave the offer as it is.
            return answer.Offer.IsOpen(film)
                ? new Reply.Said(answer.Verb == "stuck" ? "Tips are asked for, and come here." : "It is as it was.")
                : new Reply.Settled(await ClosedAsync(film, answer.Offer, cancellationToken)) { IsOwn = isTaken };
        }
        catch (ProblemException refused)
        {
            return await RefusedAsync(caller, answer, refused.Problem, cancellationToken);
        }
    }

    /// <summary>What an offer's card is once it is not open any more.</summary>
    public async Task<Card> ClosedAsync(WritingProject film, Offer offer, CancellationToken cancellationToken) =>
        OfferCards.Answered(film.Title, offer, await fates.FindAsync(film, offer, cancellationToken));

    /// <summary>What an offer's card is once one decision has closed it, whatever came later.</summary>
    /// <param name="sequence">The decision's, in the journal.</param>
    public async Task<Card> ClosedByAsync(WritingProject film, Offer offer, long sequence, CancellationToken cancellationToken) =>
        await fates.OfDecisionAsync(offer, sequence, cancellationToken) is { } fate ? OfferCards.Answered(film.Title, offer, fate) : await ClosedAsync(film, offer, cancellationToken);

    /// <returns>Null where the answer can not be one any more: what became of the offer is told instead.</returns>
    private async Task<DecisionRequest?> RequestAsync(WritingProject film, Answer answer, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var request = new DecisionRequest
        {
            Verb = answer.Verb,
            Draft = answer.Offer.Draft,
            Option = answer.Option,
            IfStatus = answer.Offer.Status,
            Notes = fields.GetValueOrDefault(OfferCards.NotesField) is { } notes && !string.IsNullOrWhiteSpace(notes) ? notes.Trim() : null,
        };
        if (answer.Verb != "edit") return request;
        return await ContentAsync(film, answer, cancellationToken) is { } content ? request with { Content = EditFields.Apply(content, fields), Option = null } : null;
    }

    private async Task<CardForm?> FormAsync(WritingProject film, Answer answer, CancellationToken cancellationToken) =>
        OfferCards.FormOf(answer, answer.Verb == "edit" ? await ContentAsync(film, answer, cancellationToken) : null);

    private async Task<string?> ContentAsync(WritingProject film, Answer answer, CancellationToken cancellationToken)
    {
        var options = await teller.OptionsAsync(film, answer.Offer, cancellationToken);
        return options.FirstOrDefault(option => answer.Option is null || option.Number == answer.Option)?.Content;
    }

    private async Task<Reply> RefusedAsync(Caller caller, Answer answer, Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Type == ProblemKinds.UnknownProject.Type) return new Reply.Said("You have no such film: it was deleted, or it is somebody else's.");
        if (await own.FindAsync(caller, answer.Offer.Project, cancellationToken) is not { } film) return new Reply.Said(problem.Detail);
        if (!answer.Offer.IsOpen(film)) return new Reply.Settled(await ClosedAsync(film, answer.Offer, cancellationToken));
        return new Reply.Refused(problem.Detail, (problem.Errors ?? []).Select(error => (FieldOf(error.Path), error.Message)).ToLookup(error => error.Item1, error => error.Message));
    }

    /// <summary>Problems name a place in the body: <c>content.lines[1]</c>.</summary>
    private static string FieldOf(string path) => path.StartsWith("content.", StringComparison.Ordinal) ? path["content.".Length..] : path;
}

/// <summary>What is said to somebody who did something on another surface.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A sentence for them alone.</summary>
    public sealed record Said(string Text) : Reply;

    /// <summary>Cards for the conversation, in order.</summary>
    public sealed record Shown(IReadOnlyList<ShownCard> Cards) : Reply
    {
        public Shown(Card card)
            : this([new ShownCard(card)])
        {
        }
    }

    /// <summary>A form to fill in.</summary>
    public sealed record Form(CardForm Asked) : Reply;

    /// <summary>The offer was answered, by this answer or by another one: the card that takes its place.</summary>
    public sealed record Settled(Card Card) : Reply
    {
        /// <summary>Whether it was this answer.</summary>
        public bool IsOwn { get; init; }
    }

    /// <summary>The answer can not be taken as it is; the offer stays open.</summary>
    /// <param name="Fields">What is wrong, by the field of the form, as far as it is a field's fault.</param>
    public sealed record Refused(string Text, ILookup<string, string> Fields) : Reply;

    /// <summary>Nobody knows which writer they are.</summary>
    /// <param name="Link">By which they say so; null while the service does not know its own address.</param>
    public sealed record Unbound(string? Link) : Reply
    {
        public string Text => Link is null
            ? "I do not know which writer you are, and the service has no public address to ask you at: its owner sets MovieChat__PublicUrl."
            : $"I do not know which writer you are. Open this link and show your Movie Chat key: {Link} It works once, for {WriterBindings.Life.TotalMinutes:0} minutes.";
    }
}

/// <summary>A card that is shown in a conversation.</summary>
/// <param name="Offer">What it asks: whoever shows it remembers the message under the subscription (see <see cref="Posts"/>), so that it is changed once this was answered.</param>
/// <param name="Subscription">The conversation's; null for a card that follows no film. Where there is one, more comes to the conversation later: whoever can not write there by itself says so now.</param>
internal sealed record ShownCard(Card Card, Offer? Offer = null, string? Subscription = null);
