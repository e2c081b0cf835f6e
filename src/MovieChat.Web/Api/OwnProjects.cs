using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>The caller's own projects. Somebody else's answers just as one that never was.</summary>
internal sealed class OwnProjects(IProjectHost host, ProjectTable listings, JournalTable journal, ReminderPlan reminders)
{
    /// <exception cref="ProblemException">The caller has no such project.</exception>
    public async Task<WritingProject> ReadAsync(Caller caller, string id, CancellationToken cancellationToken) =>
        await FindAsync(caller, id, cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownProject);

    public async Task<WritingProject?> FindAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (!CommandKey.IsProjectId(id)) return null;
        try
        {
            return await host.FindAsync(id, cancellationToken) is { Deleted: false } project && project.Owner == caller.Writer ? project : null;
        }
        catch (Exception damaged) when (damaged is StoredValueException or InvalidOperationException)
        {
            // Whose it is can not be read in it: only the writer in whose list it stands is told that it is damaged.
            if (await listings.FindAsync(caller.Writer, id, cancellationToken) is null) return null;
            throw;
        }
    }

    public ProjectSnapshot SnapshotOf(WritingProject project) => ProjectSnapshot.Of(project, reminders.NextReminder(project));

    /// <summary>Hands an own project a command.</summary>
    /// <param name="key">What the command's id was made from.</param>
    /// <exception cref="ProblemException">The project refuses it.</exception>
    public async Task<WritingProject> SubmitAsync(string id, Command command, CommandKey key, CancellationToken cancellationToken)
    {
        var advance = await host.SubmitAsync(id, command with { IsOneOff = key.Given is null }, cancellationToken);
        return advance.Rejection is null ? advance.Project : throw new ProblemException(Problem.Of(advance.Rejection));
    }

    /// <summary>Takes a decision on a project once: what counted before counts, however little it fits now.</summary>
    /// <param name="take">Takes it on the project as it is, and gives the project after it.</param>
    /// <exception cref="ProblemException">The caller has no such project, or the decision is refused.</exception>
    public async Task<WritingProject> DecideAsync(Caller caller, string id, CommandKey key, Func<WritingProject, Task<WritingProject>> take, CancellationToken cancellationToken)
    {
        var project = await ReadAsync(caller, id, cancellationToken);
        if (project.Commands.Contains(key.Id)) return project;
        try
        {
            return await take(project);
        }
        catch (ProblemException) when (key.Given is not null)
        {
            if (await journal.SequenceOfAsync(id, key.Id, cancellationToken) is not null) return project;
            throw;
        }
    }

    /// <exception cref="ProblemException">The film has no such document now.</exception>
    public static DocumentId DocumentOf(WritingProject project, string document) =>
        DocumentId.TryParse(document, out var id) && new FilmGraph(project).Has(id) ? id : throw new ProblemException(ProblemKinds.UnknownDocument);
}
