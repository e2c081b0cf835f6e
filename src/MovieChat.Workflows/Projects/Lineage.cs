using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>The projects that a fork goes back to: what it had from the beginning stays stored with them.</summary>
internal static class Lineage
{
    /// <summary>The project and those it was forked from, each with the last event that is part of its history, newest first.</summary>
    public static async Task<IReadOnlyList<(string Home, long Reach)>> OfAsync(WritingProject project, JournalTable journal, CancellationToken cancellationToken)
    {
        List<(string, long)> lineage = [(project.Id, long.MaxValue)];
        for (var from = project.ForkedFrom; from is not null;)
        {
            lineage.Add((from.Project, from.Sequence));
            from = (await journal.FindAsync(from.Project, 1, cancellationToken))?.Event is ProjectForked forked ? new(forked.Source, forked.Sequence) : null;
        }

        return lineage;
    }
}
