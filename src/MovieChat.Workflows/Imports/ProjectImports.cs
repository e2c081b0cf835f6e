using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Core.Scripts.Comparing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Imports;

/// <summary>The scripts that a writer sent to a project, each beside the film as it is approved now.</summary>
public sealed class ProjectImports(ImportBlobs blobs, FilmReader films, TimeProvider clock)
{
    /// <summary>Most scripts that a project keeps.</summary>
    public const int MostKept = 50;

    private const int MostTitle = 200;

    /// <summary>Checks that a file is a script, and stores it. When the project has one of that id already, that one stays.</summary>
    /// <exception cref="UnreadableScriptException">It is no script of that format.</exception>
    /// <returns>Null when the project keeps as many as it may.</returns>
    public async Task<Import?> AddAsync(WritingProject project, string id, ReadOnlyMemory<byte> bytes, ScriptFormat format, CancellationToken cancellationToken)
    {
        if (await FindAsync(project, id, cancellationToken) is { } earlier) return earlier;
        var script = ScriptReader.Read(bytes, format);
        if (await blobs.ListAsync(project.Id, cancellationToken).CountAsync(cancellationToken) >= MostKept) return null;
        var stored = new StoredImport(id, NameOf(format), Excerpt.Of(script.Title, MostTitle), clock.GetUtcNow(), bytes.Length);
        await blobs.AddAsync(project.Id, stored, bytes, cancellationToken);
        return await CompareAsync(project, stored, script, cancellationToken);
    }

    /// <summary>A script and what it changes in the film as it is approved now; null when the project has none of that id.</summary>
    /// <exception cref="UnreadableScriptException">This version reads it no more.</exception>
    public async Task<Import?> FindAsync(WritingProject project, string id, CancellationToken cancellationToken)
    {
        if (await blobs.ReadAsync(project.Id, id, cancellationToken) is not var (stored, bytes)) return null;
        return await CompareAsync(project, stored, ScriptReader.Read(bytes, FormatOf(stored)), cancellationToken);
    }

    /// <summary>All of a project's, newest first.</summary>
    public async Task<IReadOnlyList<StoredImport>> ListAsync(WritingProject project, CancellationToken cancellationToken) =>
        [.. (await blobs.ListAsync(project.Id, cancellationToken).ToListAsync(cancellationToken)).OrderByDescending(import => import.At).ThenBy(import => import.Id, StringComparer.Ordinal)];

    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(WritingProject project, string id, CancellationToken cancellationToken) => blobs.DeleteAsync(project.Id, id, cancellationToken);

    private async Task<Import> CompareAsync(WritingProject project, StoredImport stored, Script script, CancellationToken cancellationToken)
    {
        var film = await films.ReadAsync(project, withDrafts: false, cancellationToken);
        return new(stored, project.Revision, ScriptComparison.Compare(script, film, project.Documents.Keys));
    }

    private static string NameOf(ScriptFormat format) => format is ScriptFormat.Fdx ? "fdx" : "fountain";

    private static ScriptFormat FormatOf(StoredImport stored) => stored.Format == "fdx" ? ScriptFormat.Fdx : ScriptFormat.Fountain;
}

/// <summary>A script beside the film.</summary>
/// <param name="Revision">Of the project that the film was read by.</param>
public sealed record Import(StoredImport Stored, long Revision, ScriptDifference Difference);
