using Microsoft.Extensions.Logging;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Workflows.Chats;

/// <summary>What came of a piece of work on a chat.</summary>
/// <param name="Command">To hand to the chat.</param>
/// <param name="Charge">To hand to the project, before; null when nothing was spent.</param>
public sealed record WorkDone(ChatCommand Command, ChargeChat? Charge = null);

/// <summary>Does what a chat owes: has the companion answer, propose a title, fold what is old.</summary>
/// <remarks>May run more than once for a turn: of two ends the first counts, a proposal made again is the same draft, and a turn is charged once.</remarks>
public sealed partial class TurnWork(
    Companion companion, TranscriptTable transcripts, IProjectHost projects, DraftTexts texts, FilmReader films, DraftReader readers, JournalTable journal, LiveTurns lives, TimeProvider clock, ILogger<TurnWork> log)
{
    /// <summary>So often what has come of an answer is kept, so that a crash loses no more of it.</summary>
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(2);

    /// <param name="isNew">Whether nobody can have tried before, so that there is no part of an answer to look for.</param>
    /// <param name="stopping">The process ends: what has come by then is kept, and nothing of it is lost. Of a chore also that it gives way to a message.</param>
    /// <returns>Null when the process ends before anything came: the next start takes the turn anew; when a chore gives way; and when the project is gone.</returns>
    public async Task<WorkDone?> DoAsync(ChatAddress chat, ChatSession session, ChatWork work, bool isNew, CancellationToken stopping) => work switch
    {
        ChatWork.Take take => await TakeAsync(chat, session, take.Turn, isNew, stopping),
        ChatWork.Name name => await ChoreAsync(chat, $"name:{session.Revision}", async (cost, ct) => new ProposeTitle(await companion.NameAsync(name.First, cost, ct)), stopping),
        ChatWork.Fold fold => await ChoreAsync(chat, $"fold:{fold.To}", async (cost, ct) => new FoldChat(new(fold.From, fold.To, await companion.FoldAsync(fold, cost, ct))), stopping),
        _ => throw new ArgumentException($"Nothing is known of {work.GetType().Name}."),
    };

    private async Task<WorkDone?> TakeAsync(ChatAddress chat, ChatSession session, Turn turn, bool isNew, CancellationToken stopping)
    {
        if (!isNew && await transcripts.FindPartialAsync(chat, turn.Id, stopping) is { Text.Length: > 0 } partial)
        {
            return new(new EndTurn(new(turn.Id, turn.StopAsked ? TurnEnd.Stopped : TurnEnd.Interrupted, partial.Text) { Attempt = partial.Attempt }));
        }

        if (turn.StopAsked) return new(new EndTurn(new(turn.Id, TurnEnd.Stopped, "")));
        using var span = TurnSpan.Begin(chat, clock);
        var done = await TakeAsync(chat, session, turn, span, stopping);
        if (done?.Command is EndTurn end) span.Ended(end.Ended);
        return done;
    }

    private async Task<WorkDone?> TakeAsync(ChatAddress chat, ChatSession session, Turn turn, TurnSpan span, CancellationToken stopping)
    {
        var live = lives.Open(chat, turn.Id);
        if (await CostAsync(chat, stopping) is not { } cost) return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(live.Stopped, stopping);
        var proposals = new List<Proposal>();
        try
        {
            await AnswerAsync(chat, session, turn, live, proposals, cost, span, either.Token);
            return End(chat, live, cost, proposals, live.Text.Length > 0 || proposals.Count > 0 ? TurnEnd.Answered : TurnEnd.Failed, live.Text.Length > 0 || proposals.Count > 0 ? null : Empty);
        }
        catch (ModelFailedException failed)
        {
            return End(chat, live, cost, proposals, TurnEnd.Failed, failed.Failure);
        }
        catch (OperationCanceledException) when (live.Stopped.IsCancellationRequested)
        {
            return End(chat, live, cost, proposals, TurnEnd.Stopped, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return live.Text.Length > 0 ? End(chat, live, cost, proposals, TurnEnd.Interrupted, null) : null;
        }
        catch (Exception failed) when (live.Text.Length > 0 || !StorageTrouble.IsPassing(failed))
        {
            LogBroken(log, chat.Project, chat.Chat, turn.Id, failed);
            return End(chat, live, cost, proposals, TurnEnd.Failed, Broken);
        }
    }

    private async Task AnswerAsync(ChatAddress chat, ChatSession session, Turn turn, LiveTurn live, List<Proposal> proposals, TurnCost cost, TurnSpan span, CancellationToken cancellationToken)
    {
        var said = await SaidAsync(chat, session, turn, cancellationToken);
        var desk = new FilmDesk(projects, texts, films, readers, journal, clock, chat.Project, new(chat.Chat, turn.Id), cost);
        var kept = clock.GetTimestamp();
        await foreach (var update in companion.AnswerAsync(session, turn, said, desk, cost, cancellationToken))
        {
            if (update is CompanionUpdate.Proposed proposed) proposals.Add(proposed.Proposal);
            live.Add(update);
            if (update is CompanionUpdate.Text) span.Spoke();
            if (clock.GetElapsedTime(kept) < KeepEvery) continue;
            await KeepAsync(chat, live);
            kept = clock.GetTimestamp();
        }
    }

    /// <summary>What the writer said, whole: the chat remembers all but long messages, which are looked up.</summary>
    private async Task<string> SaidAsync(ChatAddress chat, ChatSession session, Turn turn, CancellationToken cancellationToken)
    {
        if (session.Window.FirstOrDefault(exchange => exchange.Turn == turn.Id) is { IsQuestionWhole: true } remembered) return remembered.Question;
        return (await transcripts.FindAsync(chat, turn.Asked, cancellationToken))?.Event is MessageAsked asked
            ? asked.Text
            : throw new StoredValueException("Messages", $"{chat} / {turn.Asked}", "the chat names it and it is no message");
    }

    /// <summary>An answer goes on, however storage does: what is kept less often is lost only by a crash.</summary>
    private async Task KeepAsync(ChatAddress chat, LiveTurn live)
    {
        try
        {
            await transcripts.PutPartialAsync(chat, new(live.Turn, live.Attempt, live.Text), CancellationToken.None);
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            LogNotKept(log, chat.Project, chat.Chat, failed.GetType().Name);
        }
    }

    private static WorkDone End(ChatAddress chat, LiveTurn live, TurnCost cost, List<Proposal> proposals, TurnEnd end, Failure? failure) => new(
        new EndTurn(new(live.Turn, end, live.Text)
        {
            Attempt = live.Attempt,
            Proposals = proposals.ToValueList(),
            Failure = failure,
            Model = cost.Model,
            Usage = cost.Usage,
        }),
        Charge(chat, live.Turn, cost));

    private async Task<WorkDone?> ChoreAsync(ChatAddress chat, string name, Func<TurnCost, CancellationToken, Task<ChatCommand>> work, CancellationToken stopping)
    {
        if (await CostAsync(chat, CancellationToken.None) is not { } cost) return null;
        try
        {
            return new(await work(cost, stopping), Charge(chat, name, cost));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What may be spent: as much as the project has left. Null when the project is gone.</summary>
    private async Task<TurnCost?> CostAsync(ChatAddress chat, CancellationToken cancellationToken) =>
        await projects.FindAsync(chat.Project, cancellationToken) is { } project ? new(Math.Max(0, project.Budget.Tokens.Limit - project.Budget.Tokens.Spent)) : null;

    private static ChargeChat? Charge(ChatAddress chat, string turn, TurnCost cost) =>
        cost.Tokens == 0 ? null : new(new(chat.Chat, turn), cost.Usage) { Id = $"charge:{chat.Chat}:{turn}", By = WritingProject.Companion };

    private static Failure Empty { get; } = new(FailureKinds.Invalid, "The model gave an empty answer.", "Send the message again, perhaps in other words.");

    private static Failure Broken { get; } = new(FailureKinds.Unexpected, "The service made a mistake while it answered; the log of the service has the details.", "Send the message again.");

    [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}, chat {Chat}: turn {Turn} can not be taken.")]
    private static partial void LogBroken(ILogger log, string project, string chat, string turn, Exception failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}, chat {Chat}: what has come of an answer is kept later: {Reason}.")]
    private static partial void LogNotKept(ILogger log, string project, string chat, string reason);
}
