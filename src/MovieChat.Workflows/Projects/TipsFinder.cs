using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Finds the newest tips for a document, those from before a fork in the project where they are stored.</summary>
public sealed class TipsFinder(DraftTable drafts, ProjectJournal journal)
{
    public async Task<StoredTips?> FindAsync(WritingProject project, DocumentId document, CancellationToken cancellationToken)
    {
        var number = project.Document(document).Tips.Given;
        for (var home = project; number > 0; home = await journal.ReadAsync(home.ForkedFrom.Project, cancellationToken))
        {
            if (await drafts.FindTipsAsync(home.Id, document, number, cancellationToken) is { } tips) return tips;
            if (home.ForkedFrom is null) break;
        }

        return null;
    }
}
