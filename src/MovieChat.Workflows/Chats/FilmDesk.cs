using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Chatting;
using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Chats;

/// <summary>One project, as the companion can reach it in one turn.</summary>
internal sealed class FilmDesk(
    IProjectHost host, DraftTexts texts, FilmReader films, DraftReader readers, JournalTable journal, TimeProvider clock, string project, ChatTurn turn, TurnCost cost) : IFilmDesk
{
    /// <exception cref="InvalidOperationException">The project was deleted in the middle of the turn.</exception>
    public async Task<WritingProject> ProjectAsync(CancellationToken cancellationToken) =>
        await host.FindAsync(project, cancellationToken) ?? throw new InvalidOperationException($"Project '{project}' was deleted.");

    public async Task<Screenplay> FilmAsync(CancellationToken cancellationToken) =>
        await films.ReadAsync(await ProjectAsync(cancellationToken), withDrafts: true, cancellationToken);

    public async Task<Screenplay> FilmForAsync(DocumentId document, CancellationToken cancellationToken) =>
        await films.ReadForAsync(await ProjectAsync(cancellationToken), document, cancellationToken);

    public async Task<DeskDraft?> DraftAsync(DocumentId document, int? number, CancellationToken cancellationToken)
    {
        var film = await ProjectAsync(cancellationToken);
        var draft = number is { } earlier && earlier != film.Document(document).Draft?.Number
            ? earlier is > 0 and <= JournalTable.MostDraftNumber ? await texts.FindAsync(film, document, earlier, cancellationToken) : null
            : film.Document(document).Draft;
        if (draft is null) return null;
        var stored = await texts.ReadAsync(project, document, draft.Key, cancellationToken);
        var notes = await readers.NotesAsync(film, document, stored, cancellationToken);
        return Found(document, draft, stored, [.. notes.Select(note => note.Note).Where(note => !film.Document(document).Intentional.Contains(note.Id))]);
    }

    public async Task<DeskDraft?> PlainDraftAsync(DocumentId document, CancellationToken cancellationToken) =>
        (await ProjectAsync(cancellationToken)).Document(document).Draft is { } draft
            ? Found(document, draft, await texts.ReadAsync(project, document, draft.Key, cancellationToken), [])
            : null;

    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(int most, CancellationToken cancellationToken)
    {
        var film = await ProjectAsync(cancellationToken);
        return await journal.ReadAsync(project, Math.Max(0, film.Revision - most), cancellationToken).ToListAsync(cancellationToken);
    }

    public async Task<Deposit> ProposeAsync(
        int place, DocumentId document, int seen, IReadOnlyList<WrittenOption> options, ValueList<DraftOption> outlines, CancellationToken cancellationToken)
    {
        var id = $"chat:{turn.Chat}:{turn.Turn}:{place}:{document}";
        var written = new StoredDraft
        {
            Document = document,
            Draft = new() { Number = 1, Origin = id, Author = Author.Model(cost.Model ?? "unnamed model"), Options = outlines, ProposedIn = turn },
            Options = [.. options.Select(option => new StoredOption(option.Number, option.Content))],
            Model = cost.Model,
            At = clock.GetUtcNow(),
        };
        var propose = new Propose(written.Draft) { Id = id, By = WritingProject.Companion, Document = document, Draft = seen };
        // Nothing is stored that would be refused.
        if ((await ProjectAsync(cancellationToken)).Decide(propose, clock.GetUtcNow()) is Outcome.Rejected refused) return new Deposit.Refused(refused.Rejection);
        var stored = await texts.AddAsync(project, written, cancellationToken);
        var advance = await host.SubmitAsync(project, propose with { Written = stored.Draft }, CancellationToken.None);
        return advance.Rejection is { } rejection ? new Deposit.Refused(rejection) : new Deposit.Made(await NumberAsync(advance, document, id, cancellationToken));
    }

    public async Task<Deposit> KeepAsync(int place, string text, ValueList<string> about, CancellationToken cancellationToken)
    {
        // Turns are named within their chat, and at more length than a fact: an id of its own, so that no fact takes the place of another.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{turn.Chat}:{turn.Turn}")));
        var fact = new StatedFact($"{hash[..24]}-{place}", text, about) { From = turn };
        var advance = await host.SubmitAsync(project, new KeepFact(fact) { Id = $"chat:{turn.Chat}:{turn.Turn}-{place}", By = WritingProject.Companion }, CancellationToken.None);
        return advance.Rejection is { } rejection ? new Deposit.Refused(rejection) : new Deposit.Made(0, fact.Id);
    }

    private static DeskDraft Found(DocumentId document, Draft draft, StoredDraft stored, IReadOnlyList<CraftNote> notes) =>
        new(document, draft, [.. stored.Options.Select(option => new WrittenOption(option.Number, option.Content))], notes);

    /// <summary>The number of the draft that was proposed, now or at an earlier try at the same turn.</summary>
    private async Task<int> NumberAsync(Advance advance, DocumentId document, string id, CancellationToken cancellationToken)
    {
        if (advance.Project.Document(document).Draft is { } current && current.Origin == id) return current.Number;
        var sequence = await journal.SequenceOfAsync(project, id, cancellationToken);
        return sequence is { } found && (await journal.FindAsync(project, found, cancellationToken))?.Event is DraftReceived received ? received.Draft.Number : 0;
    }
}
