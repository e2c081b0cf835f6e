using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Projects;

/// <summary>What a head brings: projects that go on by themselves. One implementation per head.</summary>
public interface IProjectHost
{
    /// <summary>The project as it is now; null when there is none, or it was deleted.</summary>
    /// <exception cref="Storage.StoredValueException">What is stored of it can not be read.</exception>
    Task<WritingProject?> FindAsync(string project, CancellationToken cancellationToken);

    /// <summary>Hands a project a command, and has what is owed then done. A project that does not exist is begun by
    /// <see cref="StartProject"/> or <see cref="ForkProject"/>. Once it returns an advance without rejection, the command is never lost.</summary>
    Task<Advance> SubmitAsync(string project, Command command, CancellationToken cancellationToken);

    /// <summary>Returns when the project's journal has, or may have, more events than <paramref name="revision"/>, and at the latest after some seconds.</summary>
    Task WaitForChangeAsync(string project, long revision, CancellationToken cancellationToken);

    /// <summary>Has whoever subscribed to a project told of what they were not told yet: their subscriptions have changed. What happens in the project is told without.</summary>
    Task NotifyAsync(string project, CancellationToken cancellationToken);
}

/// <summary>What became of a command.</summary>
/// <param name="Project">The project after it.</param>
/// <param name="Entries">The events it made; empty when it was refused, late or a repetition.</param>
/// <param name="Rejection">Why it was refused; null when it was not.</param>
public sealed record Advance(WritingProject Project, IReadOnlyList<JournalEntry> Entries, Rejection? Rejection = null);
