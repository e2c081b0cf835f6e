using Microsoft.Extensions.Caching.Memory;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Functions.Projects;

/// <summary>Reads projects, those that this process has read before by what is new of them.</summary>
/// <remarks>Any instance of the app may have appended, so that every reading asks the journal: for what follows, and whether it is there
/// at all, because one that was removed looks like one without news.</remarks>
public sealed class RecentProjects(ProjectJournal journal, JournalTable entries) : IDisposable
{
    private const int MostProjects = 500;

    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = MostProjects });

    /// <returns><see cref="WritingProject.None"/> when there is no such project.</returns>
    public async Task<WritingProject> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (_recent.Get<WritingProject>(id) is not { } known) return Keep(await journal.ReadAsync(id, cancellationToken));
        var current = await journal.CatchUpAsync(id, known, cancellationToken);

        // In this order: a removal takes the first event first, so that what was there afterwards was all there before.
        if (await entries.HasBegunAsync(id, cancellationToken)) return Keep(current);
        _recent.Remove(id);
        return await journal.ReadAsync(id, cancellationToken);
    }

    /// <summary>Remembers a project as it was read or decided.</summary>
    public WritingProject Keep(WritingProject project)
    {
        if (project is { Revision: > 0, Deleted: false }) _recent.Set(project.Id, project, new MemoryCacheEntryOptions { Size = 1 });
        else if (project.Deleted) _recent.Remove(project.Id);
        return project;
    }

    public void Dispose() => _recent.Dispose();
}
