namespace MovieChat.Core.Journey;

/// <summary>Something asked of a project: by the writer, or by the work that was done for it.</summary>
public abstract record Command
{
    private protected Command()
    {
    }

    /// <summary>The idempotency key. The same id twice counts once.</summary>
    public required string Id { get; init; }

    /// <summary>The writer's id, or <c>service</c>.</summary>
    public required string By { get; init; }

    /// <summary>The trace that it belongs to, carried along unread to the orders that follow from it. Null when nobody traces.</summary>
    public string? Trace { get; init; }

    /// <summary>Whether the id was made for this one submission, so that nobody can send it again later: it is remembered only as long as
    /// the state does, and not for ever.</summary>
    public bool IsOneOff { get; init; }
}

/// <summary>Begins a project.</summary>
/// <param name="Brought">Drafts of documents that the writer already has, approved from the start.</param>
public sealed record StartProject(string Project, string Title, Budget Budget, DocumentMap<Draft> Brought) : Command
{
    /// <summary>Whether the film has pictures. Without, its look is skipped from the start, and can be reopened.</summary>
    public bool Pictures { get; init; } = true;
}

/// <summary>Begins a project as a copy of another one's state.</summary>
public sealed record ForkProject(string Project, string Title, WritingProject Source) : Command;

/// <summary>Gives the film another title, or its title page other words.</summary>
public sealed record ChangeTitlePage(string Title, TitlePage Page) : Command;

public sealed record PauseProject : Command;

public sealed record ResumeProject : Command;

public sealed record DeleteProject : Command;

public sealed record ChangeBudget(long Tokens, long Pictures) : Command;

/// <summary>Gives the orders that have become due without anybody's decision, as when a newer version knows more documents.</summary>
public sealed record WakeProject : Command;

/// <summary>What the passing of time asks of a project that waits for its writer; see <see cref="ReminderPlan"/>. It makes nothing when it is late:
/// something else happened meanwhile.</summary>
public abstract record WaitingCommand : Command
{
    private protected WaitingCommand()
    {
    }

    /// <summary>When the waiting began that it is meant for.</summary>
    public required DateTimeOffset WaitingSince { get; init; }
}

/// <summary>Reminds the writer of what awaits them.</summary>
/// <param name="Number">From 1, for every waiting anew.</param>
/// <param name="Due">When it was due by the plan.</param>
public sealed record RemindWriter(int Number, DateTimeOffset Due) : WaitingCommand;

/// <summary>Ends the reminders: the project waits on in silence until its writer comes back.</summary>
public sealed record ParkProject : WaitingCommand;

/// <summary>A decision of the writer on the draft of a document that they saw.</summary>
public abstract record Decide : Command
{
    private protected Decide()
    {
    }

    public required DocumentId Document { get; init; }

    /// <summary>The number of the draft that the writer saw; 0 when there was none.</summary>
    public required int Draft { get; init; }

    /// <summary>How the document stood when the writer saw it, where the decision is to count only as long as it stands so: of several answers to one
    /// question, wherever they were given, the first one counts. Null when the draft alone matters.</summary>
    public DocumentStatus? IfStatus { get; init; }
}

/// <param name="Option">Null when the draft holds only one.</param>
public sealed record Approve(int? Option) : Decide;

/// <summary>Asks for the draft to be changed: all of it, one option, or one passage or part of one option.</summary>
public sealed record Revise(string Notes, int? Option, string? Passage, string? Part) : Decide;

/// <summary>The writer's own text, already stored and checked; approved at once.</summary>
public sealed record Edit(Draft Written) : Decide;

/// <summary>Asks for more options, kept beside the earlier ones.</summary>
/// <param name="Count">1 to <see cref="WritingProject.MostNewOptions"/>; null for the usual number.</param>
public sealed record MoreOptions(int? Count, string? Notes) : Decide;

/// <summary>Asks for tips: what audiences usually like at this point, and three ways forward. Makes no draft.</summary>
public sealed record AskTips(string? Notes) : Decide;

public sealed record Skip(string Reason) : Decide;

public sealed record Reopen : Decide;

/// <summary>Puts an older draft before the writer again. <see cref="Decide.Draft"/> is the older draft's number.</summary>
/// <param name="Older">The draft as it is stored.</param>
public sealed record Restore(Draft Older) : Decide;

/// <summary>A stale document is fine as it is.</summary>
public sealed record Keep : Decide;

/// <summary>Asks for a new draft from what is approved now: of a stale document, after a failure, or in place of one that awaits.</summary>
public sealed record Redraft(string? Notes) : Decide;

/// <summary>Says of a note on the draft that what it points out is meant so, or no longer.</summary>
/// <param name="Note">The note's id.</param>
public sealed record MarkNote(string Note, bool IsIntentional) : Decide;

/// <summary>Puts a draft before the writer that the companion proposed in a chat. It awaits the writer like any other.</summary>
/// <param name="Written">The text as it is stored; <see cref="Draft.ProposedIn"/> names the chat.</param>
public sealed record Propose(Draft Written) : Decide;

/// <summary>Charges what a turn of a chat cost.</summary>
public sealed record ChargeChat(ChatTurn Turn, Usage Usage) : Command;

/// <summary>Keeps something that the writer stated about the film, or puts other words in its place.</summary>
public sealed record KeepFact(StatedFact Fact) : Command;

/// <param name="Fact">The id of a stated fact.</param>
public sealed record DropFact(string Fact) : Command;

/// <summary>Makes the writer's own script part of the film: all of what is taken of it, or nothing.</summary>
/// <param name="Import">The id under which the script is stored.</param>
/// <param name="SeenAt">The revision of the project by which the writer decided.</param>
/// <param name="Seen">The documents that the difference was worked out from, each with the number of its draft; 0 where there is none.</param>
/// <param name="Written">The documents that change, as they are stored and checked.</param>
/// <param name="Kept">Those that the script tells as the film does: they are fine with whatever else changes.</param>
public sealed record ImportScript(string Import, long SeenAt, DocumentMap<int> Seen, DocumentMap<Draft> Written, ValueList<DocumentId> Kept) : Command;

/// <summary>The result of an order. One that is no longer owed changes nothing but the budget, and that once.</summary>
public abstract record Result : Command
{
    private protected Result()
    {
    }

    public required DocumentId Document { get; init; }

    public required int Number { get; init; }
}

public sealed record DraftDone(Draft Draft) : Result;

public sealed record DraftNotDone(Failure Failure, Usage Usage) : Result;

public sealed record TipsDone(Usage Usage) : Result;

public sealed record TipsNotDone(Failure Failure, Usage Usage) : Result;
