using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Chatting;

/// <summary>All that the companion can reach: one project, to read it and to put proposals before its writer. There is no way from here to a
/// decision, to the budget, to another project or to the outside.</summary>
public interface IFilmDesk
{
    /// <summary>The project as it is now.</summary>
    Task<WritingProject> ProjectAsync(CancellationToken cancellationToken);

    /// <summary>The film: what awaits the writer stands in where nothing is approved.</summary>
    Task<Screenplay> FilmAsync(CancellationToken cancellationToken);

    /// <param name="number">The draft's number; null for the one before the writer.</param>
    /// <returns>Null when there is no such draft.</returns>
    Task<DeskDraft?> DraftAsync(DocumentId document, int? number, CancellationToken cancellationToken);

    /// <summary>The draft before the writer as it is, without an editor's notes: those take reading the whole film.</summary>
    /// <returns>Null when there is none.</returns>
    Task<DeskDraft?> PlainDraftAsync(DocumentId document, CancellationToken cancellationToken) => DraftAsync(document, null, cancellationToken);

    /// <summary>The last events of the project's journal, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> JournalAsync(int most, CancellationToken cancellationToken);

    /// <summary>What is approved, as the author of <paramref name="document"/> is checked against.</summary>
    Task<Screenplay> FilmForAsync(DocumentId document, CancellationToken cancellationToken);

    /// <summary>Puts a checked draft before the writer.</summary>
    /// <param name="place">The place of the proposal in its turn, from 0: made again, it is the same draft.</param>
    /// <param name="seen">The number of the draft that it was made from; 0 when there was none.</param>
    Task<Deposit> ProposeAsync(int place, DocumentId document, int seen, IReadOnlyList<WrittenOption> options, ValueList<DraftOption> outlines, CancellationToken cancellationToken);

    /// <summary>Keeps something that the writer stated.</summary>
    /// <param name="place">As in <see cref="ProposeAsync"/>.</param>
    Task<Deposit> KeepAsync(int place, string text, ValueList<string> about, CancellationToken cancellationToken);
}

/// <param name="Notes">What an editor would point out.</param>
public sealed record DeskDraft(DocumentId Document, Draft Draft, IReadOnlyList<WrittenOption> Options, IReadOnlyList<CraftNote> Notes)
{
    /// <summary>The option of this very draft that is part of the film; null when none is.</summary>
    public WrittenOption? Approved(WritingProject project) =>
        project.Document(Document).Approved is { } approved && approved.Draft.Number == Draft.Number ? Options.FirstOrDefault(option => option.Number == approved.Option) : null;
}

/// <summary>What became of a proposal.</summary>
public abstract record Deposit
{
    private Deposit()
    {
    }

    /// <param name="Number">The draft's number; of a fact 0.</param>
    /// <param name="Id">Of a fact its id; else empty.</param>
    public sealed record Made(int Number, string Id = "") : Deposit;

    public sealed record Refused(Rejection Rejection) : Deposit;
}
