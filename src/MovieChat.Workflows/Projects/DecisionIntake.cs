using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Workflows.Pictures;

namespace MovieChat.Workflows.Projects;

/// <summary>Turns a writer's decision into a command: checks what the journey can not see (texts, passages, older drafts) and stores
/// what the writer wrote, before the project hears of it.</summary>
public sealed class DecisionIntake(DraftTexts texts, FilmReader films, DraftReader readers, ProjectPictures pictures, TimeProvider clock)
{
    /// <summary>Most characters of a document's content.</summary>
    public const int MostContent = 512 * 1024;

    /// <param name="id">The decision's idempotency key.</param>
    public async Task<Intake> PrepareAsync(
        WritingProject project, DocumentId document, DecisionRequest request, string writer, string id, CancellationToken cancellationToken)
    {
        var intake = await ReadAsync(project, document, request, writer, id, cancellationToken);
        return intake is Intake.Ready { Command: Decide decide } ? Ready(decide with { IfStatus = request.IfStatus }) : intake;
    }

    private async Task<Intake> ReadAsync(
        WritingProject project, DocumentId document, DecisionRequest request, string writer, string id, CancellationToken cancellationToken)
    {
        if (!new FilmGraph(project).Has(document)) return Refused(RejectionKinds.UnknownDocument, $"The film has no document '{document}' now: its documents are listed with the project.");
        var current = project.Document(document).Draft?.Number ?? 0;
        if (request.Draft is null && current > 0) return Invalid("draft", $"The decision lacks 'draft', the number of the draft it is about: the current one is {current}.");
        var draft = request.Draft ?? 0;
        return request.Verb switch
        {
            "approve" => Ready(new Approve(request.Option) { Id = id, By = writer, Document = document, Draft = draft }),
            "revise" => await ReviseAsync(project, new(request.Notes ?? "", request.Option, request.Passage, request.Part) { Id = id, By = writer, Document = document, Draft = draft }, cancellationToken),
            "edit" => await EditAsync(project, document, draft, request, writer, id, cancellationToken),
            "options" => Ready(new MoreOptions(request.Count, request.Notes) { Id = id, By = writer, Document = document, Draft = draft }),
            "stuck" => Ready(new AskTips(request.Notes) { Id = id, By = writer, Document = document, Draft = draft }),
            "skip" => Ready(new Skip(request.Notes ?? "") { Id = id, By = writer, Document = document, Draft = draft }),
            "reopen" => Ready(new Reopen { Id = id, By = writer, Document = document, Draft = draft }),
            "restore" => await RestoreAsync(project, document, draft, writer, id, cancellationToken),
            "keep" => Ready(new Keep { Id = id, By = writer, Document = document, Draft = draft }),
            "redraft" => Ready(new Redraft(request.Notes) { Id = id, By = writer, Document = document, Draft = draft }),
            "intentional" => await MarkAsync(project, new(request.NoteId ?? "", request.Intentional ?? true) { Id = id, By = writer, Document = document, Draft = draft }, cancellationToken),
            _ => Invalid("verb", $"'{Shown(request.Verb)}' is no verb: use approve, revise, edit, options, stuck, skip, reopen, restore, keep, redraft or intentional."),
        };
    }

    private async Task<Intake> MarkAsync(WritingProject project, MarkNote mark, CancellationToken cancellationToken)
    {
        if (mark.Note.Length == 0) return Invalid("noteId", "The decision lacks 'noteId', the id of the note that points out what is meant so.");
        if (project.Decide(mark, clock.GetUtcNow()) is Outcome.Rejected rejected) return new Intake.Refused(rejected.Rejection);
        // A mark that was set before can be taken back, also when the draft gives no reason for the note any more.
        if (project.Document(mark.Document).Draft is not { } draft || draft.Number != mark.Draft || project.Document(mark.Document).Intentional.Contains(mark.Note)) return Ready(mark);
        var stored = await texts.ReadAsync(project.Id, mark.Document, draft.Key, cancellationToken);
        var notes = await readers.NotesAsync(project, mark.Document, stored, cancellationToken);
        return notes.Any(note => note.Note.Id == mark.Note)
            ? Ready(mark)
            : Invalid("noteId", $"Draft {draft.Number} of '{mark.Document}' has no note '{Shown(mark.Note)}': its notes are listed with the document.");
    }

    private async Task<Intake> ReviseAsync(WritingProject project, Revise revise, CancellationToken cancellationToken)
    {
        if (project.Decide(revise, clock.GetUtcNow()) is Outcome.Rejected rejected) return new Intake.Refused(rejected.Rejection);
        if (IsPicture(revise.Document) && (revise.Passage ?? revise.Part) is not null)
        {
            return Invalid(revise.Passage is null ? "part" : "passage", $"'{revise.Document}' is a picture and has no passages or parts: say in the notes what is to change in it.");
        }

        if (revise is { Passage: null, Part: null } || project.Document(revise.Document).Draft is not { } draft || draft.Number != revise.Draft) return Ready(revise);
        var stored = await texts.ReadAsync(project.Id, revise.Document, draft.Key, cancellationToken);
        var content = stored.Options.First(option => option.Number == (revise.Option ?? draft.Options[0].Number)).Content;
        if (revise.Part is { } part && ContentText.FindPart(content, part) is null)
        {
            return Invalid("part", $"Draft {draft.Number} of '{revise.Document}' has no part '{Shown(part)}': name a property, or an item by its id, name or number.");
        }

        var count = revise.Passage is { } passage ? ContentText.CountPassage(content, passage) : 1;
        return count == 1
            ? Ready(revise)
            : Invalid("passage", $"The passage '{Shown(revise.Passage!)}' stands {count} times in draft {draft.Number} of '{revise.Document}': quote words that stand there exactly once.");
    }

    private async Task<Intake> EditAsync(
        WritingProject project, DocumentId document, int draft, DecisionRequest request, string writer, string id, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content) return Invalid("content", "An edit needs 'content', the document as the writer wants it.");
        var text = content.GetRawText();
        if (text.Length > MostContent) return Invalid("content", $"The content has {text.Length} characters and may have {MostContent}: shorten it.");
        var film = await films.ReadForAsync(project, document, cancellationToken);
        var found = DocumentCraft.For(document.Kind).Check(text, document.Key, film);
        if (found.Faults.Count > 0) return new Intake.Faulty(document, found.Faults);
        if (IsPicture(document) && await pictures.CheckAsync(project, JsonSerializer.Deserialize(text, FilmJson.Readable.Picture)!, cancellationToken) is { Count: > 0 } missing) return new Intake.Faulty(document, missing);
        var written = WrittenText.By(writer, document, $"edit:{id}", text, found.Outline, clock.GetUtcNow());
        written = written with { Draft = written.Draft with { Number = project.Document(document).LastNumber + 1, MadeFrom = new FilmGraph(project).Inputs(document) } };
        var edit = new Edit(written.Draft) { Id = id, By = writer, Document = document, Draft = draft };
        if (project.Decide(edit, clock.GetUtcNow()) is Outcome.Rejected rejected) return new Intake.Refused(rejected.Rejection);

        // An earlier attempt may have stored another text under this key: that one counts, with its own outline.
        var stored = await texts.AddAsync(project.Id, written, cancellationToken);
        return Ready(edit with { Written = stored.Draft });
    }

    private async Task<Intake> RestoreAsync(WritingProject project, DocumentId document, int number, string writer, string id, CancellationToken cancellationToken) =>
        await texts.FindAsync(project, document, number, cancellationToken) is { } older
            ? Ready(new Restore(older) { Id = id, By = writer, Document = document, Draft = number })
            : Refused(RejectionKinds.UnknownDraft, $"'{document}' has no draft {number}: its drafts are listed at documents/{document}/drafts.");

    private static bool IsPicture(DocumentId document) => DocumentTable.Film.Rule(document.Kind) is { IsPicture: true };

    private static string Shown(string value) => value.Length > 60 ? value[..60] + "…" : value;

    private static Intake.Ready Ready(Command command) => new(command);

    private static Intake.Refused Invalid(string path, string message) => new(new Rejection(RejectionKinds.InvalidValue, message, Path: path));

    private static Intake.Refused Refused(string kind, string message) => new(new Rejection(kind, message));
}
