using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Notices;

/// <summary>Puts into words what is told of a project: reads the drafts, tips and answers that it is about.</summary>
public sealed class NoticeTeller(DraftTexts texts, TipsFinder tips, ChatJournal chats, TranscriptTable transcripts, ApprovalLinks links)
{
    /// <param name="project">The project as it is now, the event of the notice in it.</param>
    /// <param name="isForMany">Whether others than the writer may read it: its link then shows the draft, and takes no answer.</param>
    /// <returns>Null when there is nothing to tell after all: no message of a chat was answered.</returns>
    /// <exception cref="NotYetException">An answer was paid for and does not stand in its chat yet.</exception>
    public async Task<Telling?> TellAsync(WritingProject project, Notice notice, Subscription subscription, bool isForMany, CancellationToken cancellationToken) => notice.Entry.Event switch
    {
        DraftReceived received => await OfferAsync(project, notice, subscription, received.Document, received.Draft, isForMany, cancellationToken),
        DocumentTurnedStale stale => await OfferAsync(project, notice, subscription, stale.Document, null, isForMany, cancellationToken),
        DraftFailed failed => await OfferAsync(project, notice, subscription, failed.Document, null, isForMany, cancellationToken),
        TipsFailed failed => new(project, notice, NewsCards.TipsFailed(project, failed.Document, failed.Failure), null),
        TipsReceived given => new(project, notice, NewsCards.Tips(project, given.Document, (await tips.FindAsync(project, given.Document, cancellationToken))?.Content), null),
        WriterReminded reminded => new(project, notice, NewsCards.Reminder(project, reminded), null),
        FilmCompleted => new(project, notice, NewsCards.Complete(project), null),
        ChatCharged charged => await AnswerAsync(project, notice, charged.Turn, cancellationToken),
        _ => throw new ArgumentException($"Nothing is written of the event {notice.Entry.Event.GetType().Name}: give it its words here.", nameof(notice)),
    };

    /// <summary>The card of an offer as the project stands now, for whoever asks to see it.</summary>
    public async Task<Card> CardAsync(WritingProject project, Offer offer, string? link, CancellationToken cancellationToken) =>
        OfferCards.Of(project, offer, await OptionsAsync(project, offer, cancellationToken), link);

    /// <summary>The texts of the draft that is offered; empty where none is, or another one stands there now.</summary>
    public async Task<IReadOnlyList<OptionText>> OptionsAsync(WritingProject project, Offer offer, CancellationToken cancellationToken) =>
        offer.Status is DocumentStatus.AwaitingApproval && project.Document(offer.Document).Draft is { } draft && draft.Number == offer.Draft
            ? await OptionsAsync(project, offer.Document, draft, cancellationToken)
            : [];

    private async Task<Telling> OfferAsync(WritingProject project, Notice notice, Subscription subscription, DocumentId document, Draft? draft, bool isForMany, CancellationToken cancellationToken)
    {
        // What has happened since may have answered it, or have asked something else.
        var offer = Offer.Of(project, document) is { } now && now.Status == StatusOf(notice) && (draft is null || now.Draft == draft.Number) ? now : null;
        var options = draft is null ? [] : await OptionsAsync(project, document, draft, cancellationToken);
        var asked = offer ?? new Offer(project.Id, document, draft?.Number ?? project.Document(document).Draft?.Number ?? 0, StatusOf(notice));
        var link = offer is null ? null : links.AddressOf(await links.MakeAsync(
            ApprovalLinks.IdOf(subscription.Id, project.Id, notice.Entry.Sequence), offer, project.Owner, subscription.Kind, ApprovalLinks.UsualLife, cancellationToken, isForMany));
        return new(project, notice, OfferCards.Of(project, asked, options, link), offer) { Options = options };
    }

    private static DocumentStatus StatusOf(Notice notice) => notice.Type switch
    {
        NoticeTypes.DraftStale => DocumentStatus.Stale,
        NoticeTypes.DraftFailed => DocumentStatus.Failed,
        _ => DocumentStatus.AwaitingApproval,
    };

    private async Task<IReadOnlyList<OptionText>> OptionsAsync(WritingProject project, DocumentId document, Draft draft, CancellationToken cancellationToken)
    {
        var stored = await texts.ReadAsync(project.Id, document, draft.Key, cancellationToken);
        return [.. stored.Options.Select(option => new OptionText(option.Number, option.Content))];
    }

    /// <summary>A chat is charged for its titles and summaries as well, of which nobody is told.</summary>
    private async Task<Telling?> AnswerAsync(WritingProject project, Notice notice, ChatTurn turn, CancellationToken cancellationToken)
    {
        var chat = new ChatAddress(project.Id, turn.Chat);
        if (await transcripts.FindTurnAsync(chat, turn.Turn, cancellationToken) is not { } mark) return null;
        if (mark.Ended is not { } end) throw new NotYetException();
        if ((await transcripts.FindAsync(chat, end, cancellationToken))?.Event is not TurnEnded { Text: { Length: > 0 } text }) return null;
        var title = (await chats.ReadAsync(chat, cancellationToken)).Title;
        return new(project, notice, NewsCards.Answered(project, title, text), null) { Text = text };
    }
}

/// <summary>What is to be told is not there yet, and will be in a moment.</summary>
public sealed class NotYetException() : Exception("It is not there yet.");
