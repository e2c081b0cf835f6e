using Microsoft.Extensions.Logging;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Chats;

/// <summary>Does what a chat owes, one thing after the other, until it waits for its writer.</summary>
/// <remarks>What the model answered is kept until storage takes it.</remarks>
public sealed partial class ChatRunner(TurnWork work, ChatJournal journal, IProjectHost projects, LiveTurns lives, TimeProvider clock, ILogger<ChatRunner> log)
{
    /// <param name="read">The chat as it is now.</param>
    /// <param name="submit">Hands the chat a command.</param>
    /// <param name="isNew">Whether nobody can have begun a turn before, by its id.</param>
    public async Task RunAsync(
        ChatAddress chat, Func<Task<ChatSession>> read, Func<ChatCommand, Task<ChatAdvance>> submit, Func<string, bool> isNew, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var session = await PatientlyAsync(chat, read, stopping);
            if (session?.Owed() is not { } owed) return;
            var turn = (owed as ChatWork.Take)?.Turn.Id;

            // Folding that comes before a turn does not give way to it.
            var leave = turn is null && session.Turns.Count == 0 ? lives.BeginChore(chat, stopping) : stopping;
            try
            {
                var done = await PatientlyAsync(chat, () => work.DoAsync(chat, session, owed, turn is not null && isNew(turn), leave), stopping);
                if (done is null && leave.IsCancellationRequested && !stopping.IsCancellationRequested) continue;
                if (done is null) return;
                if (done.Charge is { } charge && await PatientlyAsync(chat, () => projects.SubmitAsync(chat.Project, charge, CancellationToken.None), stopping) is null) return;

                // Of a project that was deleted meanwhile nothing may be stored again.
                if (await PatientlyAsync(chat, () => projects.FindAsync(chat.Project, CancellationToken.None), stopping) is null) return;
                if (await PatientlyAsync(chat, () => submit(done.Command), stopping) is not { } advance) return;

                // Who follows the turn does not wait for the list.
                if (turn is not null) lives.Close(chat, turn);
                if (advance.Session is { Deleted: false, Revision: > 0 } && advance.Entries.Count > 0) await ListAsync(advance.Session);

                // What makes nothing, though it was owed, would be owed for ever.
                if (advance.Entries.Count == 0 && advance.Session.Revision == session.Revision) return;
            }
            finally
            {
                if (turn is not null) lives.Close(chat, turn);
                else lives.EndChore(chat);
            }
        }
    }

    /// <summary>Tries again until storage answers.</summary>
    /// <returns>Null when the process ends before.</returns>
    private async Task<T?> PatientlyAsync<T>(ChatAddress chat, Func<Task<T>> step, CancellationToken stopping)
        where T : class?
    {
        for (var delay = Backoff.First; ; delay = Backoff.Longer(delay))
        {
            try
            {
                return await step();
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                if (stopping.IsCancellationRequested) return null;
                LogDelayed(log, chat.Project, chat.Chat, delay, failed.GetType().Name);
            }

            if (!await Backoff.WaitedAsync(delay, clock, stopping)) return null;
        }
    }

    /// <summary>The list follows the chat; what it misses now it gets with the next turn.</summary>
    private async Task ListAsync(ChatSession session)
    {
        try
        {
            await journal.ListAsync(session, CancellationToken.None);
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            LogNotListed(log, session.Project, session.Id, failed.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}, chat {Chat}: tried again in {Delay}: {Reason}.")]
    private static partial void LogDelayed(ILogger log, string project, string chat, TimeSpan delay, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}, chat {Chat}: the list of chats is brought up to date later: {Reason}.")]
    private static partial void LogNotListed(ILogger log, string project, string chat, string reason);
}
