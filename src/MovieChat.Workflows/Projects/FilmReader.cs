using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Puts a project's film together from the stored texts of its drafts.</summary>
public sealed class FilmReader(DraftTexts texts)
{
    /// <summary>What the author of <paramref name="document"/> goes by: what it needs and sees, as approved; for a film that began
    /// further down, that as well.</summary>
    public async Task<Screenplay> ReadForAsync(WritingProject project, DocumentId document, CancellationToken cancellationToken)
    {
        var graph = new FilmGraph(project);
        var shown = graph.Needs(document).Concat(graph.Sees(document)).ToHashSet();
        if (project.Document(document).Approved is null) shown.UnionWith(graph.Documents.SkipWhile(each => each != document).Skip(1).Where(each => each.Key is null));
        return await ReadAsync(project, shown, withDrafts: false, cancellationToken);
    }

    /// <summary>The whole film as approved.</summary>
    /// <param name="withDrafts">Where nothing is approved, or what is was reopened, what awaits the writer stands in, its first option.</param>
    public Task<Screenplay> ReadAsync(WritingProject project, bool withDrafts, CancellationToken cancellationToken) =>
        ReadAsync(project, new FilmGraph(project).Documents, withDrafts, cancellationToken);

    private async Task<Screenplay> ReadAsync(WritingProject project, IEnumerable<DocumentId> documents, bool withDrafts, CancellationToken cancellationToken)
    {
        var film = new Screenplay { Title = project.Title };
        foreach (var id in documents)
        {
            if (ChosenDraft.Of(project.Document(id), withDrafts) is not { } chosen) continue;
            var stored = await texts.ReadAsync(project.Id, id, chosen.Draft.Key, cancellationToken);
            film = With(film, project, id, stored.Options.First(each => each.Number == chosen.Option).Content);
        }

        return film;
    }

    private static Screenplay With(Screenplay film, WritingProject project, DocumentId id, string content)
    {
        try
        {
            return film.With(id, content);
        }
        catch (JsonException wrong)
        {
            throw new StoredValueException("Drafts", $"{project.Id}/{id}", $"it does not have the form of its document at {wrong.Path}");
        }
    }
}
