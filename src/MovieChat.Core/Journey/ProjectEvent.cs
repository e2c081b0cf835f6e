using System.Text.Json.Serialization;

namespace MovieChat.Core.Journey;

/// <summary>One thing that happened to a project. The journal of these is the truth; everything else is derived from it.</summary>
/// <remarks>Stored for good: a property may be added with a default, never renamed or removed.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ProjectStarted), "projectStarted")]
[JsonDerivedType(typeof(ProjectForked), "projectForked")]
[JsonDerivedType(typeof(DocumentsBrought), "documentsBrought")]
[JsonDerivedType(typeof(ScriptImported), "scriptImported")]
[JsonDerivedType(typeof(DraftOrdered), "draftOrdered")]
[JsonDerivedType(typeof(DraftReceived), "draftReceived")]
[JsonDerivedType(typeof(DraftFailed), "draftFailed")]
[JsonDerivedType(typeof(DraftRequested), "draftRequested")]
[JsonDerivedType(typeof(DraftApproved), "draftApproved")]
[JsonDerivedType(typeof(DraftRestored), "draftRestored")]
[JsonDerivedType(typeof(StaleKept), "staleKept")]
[JsonDerivedType(typeof(DocumentReopened), "documentReopened")]
[JsonDerivedType(typeof(DocumentSkipped), "documentSkipped")]
[JsonDerivedType(typeof(NoteMarked), "noteMarked")]
[JsonDerivedType(typeof(DocumentTurnedStale), "documentTurnedStale")]
[JsonDerivedType(typeof(TipsRequested), "tipsRequested")]
[JsonDerivedType(typeof(TipsReceived), "tipsReceived")]
[JsonDerivedType(typeof(TipsFailed), "tipsFailed")]
[JsonDerivedType(typeof(UsageCharged), "usageCharged")]
[JsonDerivedType(typeof(ChatCharged), "chatCharged")]
[JsonDerivedType(typeof(FactKept), "factKept")]
[JsonDerivedType(typeof(FactDropped), "factDropped")]
[JsonDerivedType(typeof(TitlePageChanged), "titlePageChanged")]
[JsonDerivedType(typeof(ProjectPaused), "projectPaused")]
[JsonDerivedType(typeof(ProjectResumed), "projectResumed")]
[JsonDerivedType(typeof(BudgetChanged), "budgetChanged")]
[JsonDerivedType(typeof(FilmCompleted), "filmCompleted")]
[JsonDerivedType(typeof(WriterReminded), "writerReminded")]
[JsonDerivedType(typeof(ProjectParked), "projectParked")]
[JsonDerivedType(typeof(ProjectDeleted), "projectDeleted")]
public abstract record ProjectEvent
{
    private protected ProjectEvent()
    {
    }
}

/// <summary>An event about one document.</summary>
public abstract record DocumentEvent : ProjectEvent
{
    private protected DocumentEvent()
    {
    }

    public required DocumentId Document { get; init; }
}

/// <summary>An event of a project that waits for its writer. The film stays as it is, and the waiting goes on.</summary>
public abstract record WaitingEvent : ProjectEvent
{
    private protected WaitingEvent()
    {
    }

    public required DateTimeOffset WaitingSince { get; init; }
}

/// <summary>An event at its place in a project's journal.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="By">The writer's id, or <c>service</c>.</param>
/// <param name="Cause">The id of the command that made it: a decision's idempotency key, or an order's id.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, string By, string Cause, ProjectEvent Event);

public sealed record ProjectStarted(string Id, string Owner, string Title, Budget Budget) : ProjectEvent;

/// <summary>The writer began with documents of their own, approved from the start: one event, however many they are.</summary>
/// <param name="Drafts">One draft of one option each, number 1.</param>
public sealed record DocumentsBrought(DocumentMap<Draft> Drafts) : ProjectEvent;

/// <summary>The writer's own script became part of the film: each of its documents has a new draft, approved at once. One event, however many they are.</summary>
/// <param name="Import">The id under which the script is stored, as long as the writer keeps it.</param>
/// <param name="Drafts">One draft of one option each.</param>
public sealed record ScriptImported(string Import, DocumentMap<Draft> Drafts) : ProjectEvent
{
    /// <summary>Up to so many drafts storage finds by a row each, written in the event's transaction, which takes 100 rows. Those of a longer
    /// script are found by <see cref="WritingProject.Scripts"/>.</summary>
    public const int MostMarked = 40;

    public bool IsMarked => Drafts.Count <= MostMarked;
}

/// <param name="Source">The project it was copied from.</param>
/// <param name="Sequence">The last event of the source's journal that the copy includes.</param>
/// <param name="State">The copy, under the fork's own id, owner and title.</param>
public sealed record ProjectForked(string Source, long Sequence, WritingProject State) : ProjectEvent;

/// <summary>The journey gave an order: what to draft, from which approved drafts.</summary>
public sealed record DraftOrdered(int Number, Request Request, DocumentMap<DraftRef> MadeFrom) : DocumentEvent
{
    /// <summary>See <see cref="WorkOrder.Trace"/>.</summary>
    public string? Trace { get; init; }
}

/// <summary>A draft is stored and awaits the writer. Text by a model counts against the budget.</summary>
public sealed record DraftReceived(Draft Draft) : DocumentEvent;

/// <param name="Request">What was asked, for a retry.</param>
public sealed record DraftFailed(int Number, Request Request, Failure Failure, Usage Usage) : DocumentEvent;

/// <summary>The writer asked for another draft; the order follows once what it needs is approved.</summary>
public sealed record DraftRequested(Request Request) : DocumentEvent;

public sealed record DraftApproved(int Draft, int Option) : DocumentEvent;

/// <summary>An older draft stands before the writer again.</summary>
public sealed record DraftRestored(Draft Draft) : DocumentEvent;

/// <summary>The writer found a stale document fine as it is.</summary>
/// <param name="MadeFrom">The approved drafts that it is fine with.</param>
public sealed record StaleKept(DocumentMap<DraftRef> MadeFrom) : DocumentEvent;

public sealed record DocumentReopened : DocumentEvent;

public sealed record DocumentSkipped(string Reason) : DocumentEvent;

/// <summary>The writer said of a note on the document's drafts that what it points out is meant so, or no longer.</summary>
public sealed record NoteMarked(string Note, bool IsIntentional) : DocumentEvent;

/// <summary>Told, for whoever follows the journal; the state knows it without.</summary>
public sealed record DocumentTurnedStale(ValueList<StaleCause> Because) : DocumentEvent;

public sealed record TipsRequested(int Number, Request Request) : DocumentEvent
{
    /// <summary>See <see cref="WorkOrder.Trace"/>.</summary>
    public string? Trace { get; init; }
}

public sealed record TipsReceived(int Number, Usage Usage) : DocumentEvent;

public sealed record TipsFailed(int Number, Failure Failure, Usage Usage) : DocumentEvent;

/// <summary>The result of an order came too late to be of use. It was paid for all the same.</summary>
/// <param name="Number">The order's.</param>
/// <param name="IsTips">Whether tips were ordered, and not a draft.</param>
public sealed record UsageCharged(int Number, bool IsTips, Usage Usage) : DocumentEvent;

/// <summary>A turn of a chat was paid for.</summary>
public sealed record ChatCharged(ChatTurn Turn, Usage Usage) : ProjectEvent;

/// <summary>Something that the writer stated is kept, or has other words now.</summary>
public sealed record FactKept(StatedFact Fact) : ProjectEvent;

/// <param name="Fact">The id of a stated fact.</param>
public sealed record FactDropped(string Fact) : ProjectEvent;

public sealed record TitlePageChanged(string Title, TitlePage Page) : ProjectEvent;

public sealed record ProjectPaused : ProjectEvent;

public sealed record ProjectResumed : ProjectEvent;

/// <summary>The limits changed; what was spent stays spent.</summary>
public sealed record BudgetChanged(long Tokens, long Pictures) : ProjectEvent;

/// <summary>Told, for whoever follows the journal; the state knows it without.</summary>
public sealed record FilmCompleted : ProjectEvent;

/// <summary>Told, so that whoever follows the journal can tell the writer.</summary>
/// <param name="Number">From 1, for every waiting anew.</param>
/// <param name="Due">When it was due by the plan.</param>
/// <param name="Awaiting">The documents that wait for the writer; none when it is the budget that does.</param>
public sealed record WriterReminded(int Number, DateTimeOffset Due, ValueList<DocumentId> Awaiting) : WaitingEvent;

/// <summary>No more reminders, until something else happens.</summary>
public sealed record ProjectParked : WaitingEvent;

/// <summary>The last event. Nobody sees the project any more; what is stored of it goes next.</summary>
public sealed record ProjectDeleted : ProjectEvent;

/// <summary>Why a document is stale: one of its inputs was <paramref name="Was"/> when it was made (null: skipped, and the
/// document a picture that was made without it) and is <paramref name="Now"/> (null: skipped).</summary>
public sealed record StaleCause(DocumentId Document, DraftRef? Was, DraftRef? Now);
