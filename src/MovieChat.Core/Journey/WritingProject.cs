namespace MovieChat.Core.Journey;

/// <summary>A writer's film in the making: the fold of its journal. Small: no text of the film is in it.</summary>
/// <remarks>The whole workflow is <see cref="Decide"/>, <see cref="On"/> and <see cref="Owed"/>, all three pure: time, ids and randomness
/// arrive inside commands.</remarks>
public sealed partial record WritingProject
{
    /// <summary>The writer's idempotency keys that the state remembers; storage remembers all of them.</summary>
    public const int RememberedCommands = 64;

    /// <summary>The project before its first event.</summary>
    public static WritingProject None { get; } = new();

    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the writer it belongs to.</summary>
    public string Owner { get; init => field = value ?? ""; } = "";

    public string Title { get; init => field = value ?? ""; } = "";

    public TitlePage TitlePage { get; init => field = value ?? TitlePage.Empty; } = TitlePage.Empty;

    /// <summary>The sequence of the last event in this state; 0 before the first.</summary>
    public long Revision { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When something last happened that is no <see cref="WaitingEvent"/>.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The last reminder of the present waiting.</summary>
    public Reminder? LastReminder { get; init; }

    /// <summary>When the reminders ended; null while they go on.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    public bool Paused { get; init; }

    /// <summary>The writer ended it; what is stored of it is being removed.</summary>
    public bool Deleted { get; init; }

    public Budget Budget { get; init => field = value ?? Budget.Of(0, 0); } = Budget.Of(0, 0);

    public ForkedFrom? ForkedFrom { get; init; }

    public DocumentMap<DocumentState> Documents { get; init => field = value ?? DocumentMap<DocumentState>.Empty; } = DocumentMap<DocumentState>.Empty;

    /// <summary>What the writer stated about the film, oldest first: it holds for whatever is written later.</summary>
    public ValueList<StatedFact> Facts { get; init => field = value ?? []; } = [];

    /// <summary>Where the events are whose drafts storage has no row for each of (<see cref="ScriptImported.IsMarked"/>), oldest first.</summary>
    public ValueList<ScriptRef> Scripts { get; init => field = value ?? []; } = [];

    /// <summary>The ids of the writer's last commands, oldest first.</summary>
    public ValueList<string> Commands { get; init => field = value ?? []; } = [];

    public DocumentState Document(DocumentId id) => Documents.TryGetValue(id, out var document) ? document : DocumentState.New;

    /// <summary>The draft and option of <paramref name="id"/> that is, or until it was reopened was, part of the film.</summary>
    public DraftRef? ApprovedRef(DocumentId id) => Document(id) is { Skipped: null, Approved: { } approved } ? approved.Ref : null;

    /// <summary>The project after <paramref name="entry"/>. An event it has seen before changes nothing.</summary>
    /// <exception cref="InvalidOperationException">An event before this one is missing.</exception>
    public WritingProject On(JournalEntry entry)
    {
        if (entry.Sequence <= Revision) return this;
        if (entry.Sequence != Revision + 1)
        {
            throw new InvalidOperationException($"Event {entry.Sequence} can not follow event {Revision} of project '{Id}': events are missing.");
        }

        var next = After(entry) with { Revision = entry.Sequence };
        // What a late result cost is no news for whoever waits: they are reminded as before.
        if (entry.Event is not (WaitingEvent or UsageCharged)) next = next with { ChangedAt = entry.At, LastReminder = null, ParkedAt = null };
        return entry.By == Service || next.Commands.Contains(entry.Cause)
            ? next
            : next with { Commands = next.Commands.Push(entry.Cause, RememberedCommands) };
    }

    /// <summary>Who causes the events that no writer asked for.</summary>
    public const string Service = "service";

    /// <summary>Who causes the events that the companion of a chat proposed.</summary>
    public const string Companion = "companion";

    private WritingProject After(JournalEntry entry) => entry.Event switch
    {
        ProjectStarted started => new()
        {
            Id = started.Id,
            Owner = started.Owner,
            Title = started.Title,
            Budget = started.Budget,
            StartedAt = entry.At,
        },
        ProjectForked forked => forked.State with { ForkedFrom = new(forked.Source, forked.Sequence), StartedAt = entry.At },
        DocumentsBrought brought => brought.Drafts.Aggregate(this, (project, each) => project.With(each.Key, DocumentState.Brought(each.Value, entry.Sequence))),
        ScriptImported imported => imported.Drafts.Aggregate(
            imported.IsMarked ? this : this with { Scripts = Scripts.Add(new(null, entry.Sequence)) },
            (project, each) => project.With(each.Key, project.Document(each.Key).Imported(each.Value, entry.Sequence))),
        TitlePageChanged changed => this with { Title = changed.Title, TitlePage = changed.Page },
        ProjectPaused => this with { Paused = true },
        ProjectResumed => this with { Paused = false },
        ProjectDeleted => this with { Deleted = true },
        BudgetChanged changed => this with
        {
            Budget = new(Budget.Tokens with { Limit = changed.Tokens }, Budget.Pictures with { Limit = changed.Pictures }),
        },
        ChatCharged charged => this with { Budget = Budget.Spend(charged.Usage) },
        FactKept kept => this with { Facts = kept.Fact.In(Facts) },
        FactDropped dropped => this with { Facts = Facts.Where(fact => fact.Id != dropped.Fact).ToValueList() },
        WriterReminded reminded => this with { LastReminder = new(reminded.Number, reminded.Due) },
        ProjectParked => this with { ParkedAt = entry.At },
        DocumentEvent changed => (this with { Budget = Budget.Spend(Spent(Document(changed.Document), changed)) })
            .With(changed.Document, After(Document(changed.Document), changed, entry.Sequence)),
        _ => this,
    };

    private static DocumentState After(DocumentState document, DocumentEvent changed, long sequence) => changed switch
    {
        DraftRequested requested => document.Settled() with { Wanted = requested.Request, Open = document.Approved is not null },
        DraftOrdered ordered => document with
        {
            Wanted = null,
            Order = new()
            {
                Document = ordered.Document,
                Number = ordered.Number,
                Request = ordered.Request,
                MadeFrom = ordered.MadeFrom,
                Trace = ordered.Trace,
            },
            LastNumber = ordered.Number,
            Unpaid = document.Unpaid.Push(ordered.Number, DocumentState.MostUnpaid),
        },
        DraftReceived received => document.Settled().Paid(received.Draft.Number) with
        {
            Draft = received.Draft,
            Open = document.Approved is not null,
            LastNumber = Math.Max(document.LastNumber, received.Draft.Number),
        },
        DraftFailed failed => document.Settled().Paid(failed.Number) with { Failed = new(failed.Number, failed.Request, failed.Failure) },
        DraftApproved approved when document.Draft is { } draft => document.Settled() with
        {
            Approved = document.Approved is { } before && before.Ref == new DraftRef(approved.Draft, approved.Option)
                ? before with { Draft = draft }
                : new(draft, approved.Option, document.Approved?.FirstAt ?? sequence, sequence),
            Open = false,
        },
        DraftRestored restored => document.Settled() with { Draft = restored.Draft, Open = document.Approved is not null },
        StaleKept kept => document.Kept(kept.MadeFrom),
        DocumentReopened when document.Skipped is not null => document.Settled(),
        DocumentReopened => document.Settled() with { Draft = document.Approved?.Draft ?? document.Draft, Open = true },
        DocumentSkipped skipped => document.Settled() with { Skipped = skipped.Reason, Tips = document.Tips with { Order = null } },
        NoteMarked marked => document.Marked(marked.Note, marked.IsIntentional),
        TipsRequested asked => document with
        {
            Tips = document.Tips with
            {
                Order = new()
                {
                    Document = asked.Document,
                    Number = asked.Number,
                    Request = asked.Request,
                    Trace = asked.Trace,
                },
                Failure = null,
                LastNumber = asked.Number,
                Unpaid = document.Tips.Unpaid.Push(asked.Number, DocumentState.MostUnpaid),
            },
        },
        TipsReceived given => document with { Tips = document.Tips.Paid(given.Number) with { Given = given.Number, Order = null, Failure = null, Usage = given.Usage } },
        TipsFailed failed => document with { Tips = document.Tips.Paid(failed.Number) with { Order = null, Failure = failed.Failure } },
        UsageCharged { IsTips: true } late => document with { Tips = document.Tips.Paid(late.Number) },
        UsageCharged late => document.Paid(late.Number),
        _ => document,
    };

    /// <summary>What an event costs. An order that was charged when a result came late is not charged again, should another one count.</summary>
    private static Usage Spent(DocumentState document, DocumentEvent changed) => changed switch
    {
        DraftReceived received when document.Charges(received.Draft.Number) => received.Draft.Usage,
        DraftFailed failed when document.Charges(failed.Number) => failed.Usage,
        TipsReceived given when document.Tips.Unpaid.Contains(given.Number) => given.Usage,
        TipsFailed failed when document.Tips.Unpaid.Contains(failed.Number) => failed.Usage,
        UsageCharged late => late.Usage,
        _ => Usage.None,
    };

    private WritingProject With(DocumentId id, DocumentState document) => this with { Documents = Documents.Set(id, document) };
}

/// <param name="Number">From 1, for every waiting anew.</param>
/// <param name="Due">When it was due by the plan.</param>
public sealed record Reminder(int Number, DateTimeOffset Due);

/// <param name="Sequence">The last event of the source's journal that the fork shares.</param>
public sealed record ForkedFrom(string Project, long Sequence);

/// <summary>Where a <see cref="ScriptImported"/> is.</summary>
/// <param name="Home">The project in whose journal it is, when this is another one: from before a fork.</param>
public sealed record ScriptRef(string? Home, long Sequence);
