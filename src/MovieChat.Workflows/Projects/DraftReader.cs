using System.Text.Json;
using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Reads drafts beside the film as it is approved now, and notes what an editor would.</summary>
public sealed class DraftReader(FilmReader films)
{
    /// <summary>The notes on every option of a draft.</summary>
    public async Task<IReadOnlyList<OptionNote>> NotesAsync(WritingProject project, DocumentId document, StoredDraft draft, CancellationToken cancellationToken) =>
        Notes(await FilmAsync(project, document, cancellationToken), project, document, draft);

    /// <summary>The film beside which the drafts of <paramref name="document"/> are read.</summary>
    public async Task<Screenplay> FilmAsync(WritingProject project, DocumentId document, CancellationToken cancellationToken) =>
        document == DocumentId.Brief ? new() : await films.ReadAsync(project, withDrafts: false, cancellationToken);

    /// <param name="film">As <see cref="FilmAsync"/> read it.</param>
    public static IReadOnlyList<OptionNote> Notes(Screenplay film, WritingProject project, DocumentId document, StoredDraft draft)
    {
        if (document == DocumentId.Brief) return [];
        try
        {
            return [.. draft.Options.SelectMany(option => CraftNotes.Of(film, document, option.Content).Select(note => new OptionNote(option.Number, note)))];
        }
        catch (JsonException wrong)
        {
            throw new StoredValueException("Drafts", $"{project.Id}/{document}", $"it does not have the form of its document at {wrong.Path}");
        }
    }
}

/// <param name="Option">The number of the option that the note is on.</param>
public sealed record OptionNote(int Option, CraftNote Note);
