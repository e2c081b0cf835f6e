using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What the events alone say of a film, kept by hand as a clerk would: nothing here asks the project, the graph or the table.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<DocumentId, Page> _pages = [];
    private readonly HashSet<string> _paid = [];

    public Ledger(IEnumerable<ProjectEvent> before)
    {
        foreach (var each in before) Enter(each);
    }

    public bool Paused { get; private set; }

    public bool Deleted { get; private set; }

    /// <summary>The reminders of the present waiting.</summary>
    public List<WriterReminded> Reminders { get; } = [];

    public bool Parked { get; private set; }

    public long TokensSpent { get; private set; }

    public long PicturesSpent { get; private set; }

    public (long Tokens, long Pictures) Limits { get; private set; }

    /// <summary>The orders that were ever given, by id.</summary>
    public List<(string Id, Request Request, DocumentMap<DraftRef> From)> Orders { get; } = [];

    /// <summary>The orders whose result was never charged, oldest first.</summary>
    public IEnumerable<string> Unpaid => Orders.Select(order => order.Id).Where(id => !_paid.Contains(id));

    public Page this[DocumentId id] => _pages.TryGetValue(id, out var page) ? page : _pages[id] = new();

    public void Enter(ProjectEvent happened)
    {
        if (happened is not (WriterReminded or ProjectParked or UsageCharged)) (_, Parked) = (Reminders.RemoveAll(_ => true), false);
        switch (happened)
        {
            case WriterReminded reminded: Reminders.Add(reminded); break;
            case ProjectParked: Parked = true; break;
            case ProjectStarted started: Limits = (started.Budget.Tokens.Limit, started.Budget.Pictures.Limit); break;
            case DocumentsBrought brought:
                foreach (var (id, draft) in brought.Drafts)
                {
                    this[id].Enter(new DraftReceived(draft) { Document = id });
                    this[id].Enter(new DraftApproved(draft.Number, draft.Options[0].Number) { Document = id });
                }

                break;
            case ScriptImported imported:
                foreach (var (id, draft) in imported.Drafts)
                {
                    this[id].Enter(new DraftReceived(draft) { Document = id });
                    this[id].Enter(new DraftApproved(draft.Number, draft.Options[0].Number) { Document = id });
                }

                break;
            case ProjectPaused: Paused = true; break;
            case ProjectResumed or ProjectForked: Paused = false; break;
            case ProjectDeleted: Deleted = true; break;
            case ChatCharged charged:
                TokensSpent += charged.Usage.Tokens;
                PicturesSpent += charged.Usage.Pictures;
                break;
            case BudgetChanged changed: Limits = (changed.Tokens, changed.Pictures); break;
            case DocumentEvent about:
                Charge(about);
                Note(about);
                this[about.Document].Enter(about);
                break;
        }
    }

    private void Charge(DocumentEvent happened)
    {
        var (work, usage) = happened switch
        {
            DraftReceived { Draft: var draft } => ($"{happened.Document}@{draft.Number}", draft.Usage),
            DraftFailed failed => ($"{happened.Document}@{failed.Number}", failed.Usage),
            TipsReceived given => ($"{happened.Document}~{given.Number}", given.Usage),
            TipsFailed failed => ($"{happened.Document}~{failed.Number}", failed.Usage),
            UsageCharged late => ($"{happened.Document}{(late.IsTips ? '~' : '@')}{late.Number}", late.Usage),
            _ => ("", Usage.None),
        };
        if (usage != Usage.None && !_paid.Add(work)) return;
        TokensSpent += usage.Tokens;
        PicturesSpent += usage.Pictures;
    }

    private void Note(DocumentEvent happened)
    {
        if (happened is DraftOrdered order) Orders.Add(($"{order.Document}@{order.Number}", order.Request, order.MadeFrom));
        if (happened is TipsRequested tips) Orders.Add(($"{tips.Document}~{tips.Number}", tips.Request, DocumentMap<DraftRef>.Empty));
    }
}

/// <summary>The ledger's page of one document.</summary>
internal sealed class Page
{
    private readonly Dictionary<int, Draft> _drafts = [];
    private readonly Dictionary<int, DocumentMap<DraftRef>> _madeFrom = [];
    private bool _wasSkipped;

    public int Current { get; private set; }

    public DraftRef? Approved { get; private set; }

    /// <summary>An approved document is worked on again.</summary>
    public bool Open { get; private set; }

    public bool Skipped { get; private set; }

    public bool Failed { get; private set; }

    /// <summary>Another draft was asked for, and did not come yet.</summary>
    public Request? Asked { get; private set; }

    public DraftOrdered? Order { get; private set; }

    public int? TipsOrder { get; private set; }

    public bool Untouched => Current == 0 && Asked is null && !Failed && !Skipped;

    /// <summary>What is part of the film: nothing while it is skipped.</summary>
    public DraftRef? InTheFilm => Skipped ? null : Approved;

    public DocumentMap<DraftRef> MadeFrom => Current > 0 ? _madeFrom[Current] : DocumentMap<DraftRef>.Empty;

    public IEnumerable<Part> Parts => Approved is { } approved ? _drafts[approved.Draft].Options.Single(each => each.Number == approved.Option).Outline : [];

    public void Enter(DocumentEvent happened)
    {
        if (happened is DraftRequested or DraftReceived or DraftFailed or DraftApproved or DraftRestored or DocumentReopened or DocumentSkipped) Settle();
        switch (happened)
        {
            case DraftRequested asked: (Asked, Open) = (asked.Request, Approved is not null); break;
            case DraftOrdered order: (Asked, Order) = (order.Request, order); break;
            case DraftReceived received: Lay(received.Draft); break;
            case DraftRestored restored: Lay(restored.Draft); break;
            case DraftFailed: Failed = true; break;
            case DraftApproved approved: (Approved, Open) = (new(approved.Draft, approved.Option), false); break;
            case StaleKept kept: _madeFrom[Current] = kept.MadeFrom; break;
            case DocumentSkipped: (_wasSkipped, Skipped, TipsOrder) = (true, true, null); break;
            case DocumentReopened when !_wasSkipped: (Current, Open) = (Approved!.Value.Draft, true); break;
            case TipsRequested tips: TipsOrder = tips.Number; break;
            case TipsReceived or TipsFailed: TipsOrder = null; break;
        }

        _wasSkipped = Skipped;
    }

    private void Lay(Draft draft)
    {
        (Current, Open) = (draft.Number, Approved is not null);
        _drafts[draft.Number] = draft;
        _madeFrom[draft.Number] = draft.MadeFrom;
    }

    private void Settle() => (Asked, Order, Failed, Skipped) = (null, null, false, false);
}
