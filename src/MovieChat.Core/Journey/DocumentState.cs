namespace MovieChat.Core.Journey;

/// <summary>Where one document stands. What follows from other documents (waiting, stale, owed) is not here: see <see cref="FilmGraph"/>.</summary>
public sealed record DocumentState
{
    /// <summary>How many of the newest unpaid orders are remembered.</summary>
    public const int MostUnpaid = 32;

    /// <summary>How many of the newest marks on notes are remembered.</summary>
    public const int MostIntentional = 256;

    public static DocumentState New { get; } = new();

    /// <summary>The draft before the writer.</summary>
    public Draft? Draft { get; init; }

    /// <summary>What is part of the film; while the document is <see cref="Open"/>, what was so until then.</summary>
    public Approval? Approved { get; init; }

    /// <summary>An approved document is being worked on again.</summary>
    public bool Open { get; init; }

    /// <summary>The highest number that a draft or an order has had.</summary>
    public int LastNumber { get; init; }

    /// <summary>What the writer asked for and no order was given for yet.</summary>
    public Request? Wanted { get; init; }

    /// <summary>The order given. It is owed while what it is made from stays approved.</summary>
    public WorkOrder? Order { get; init; }

    /// <summary>The numbers of the orders whose cost is not charged yet, withdrawn ones too: a result may come late, and more than once.</summary>
    public ValueList<int> Unpaid { get; init => field = value ?? []; } = [];

    public FailedOrder? Failed { get; init; }

    /// <summary>The writer's reason for doing without it.</summary>
    public string? Skipped { get; init; }

    /// <summary>The ids of the notes of which the writer said that it is meant so. They hold for later drafts as well.</summary>
    public ValueList<string> Intentional { get; init => field = value ?? []; } = [];

    public Tips Tips { get; init => field = value ?? Tips.None; } = Tips.None;

    /// <summary>Nobody has made or asked for anything of it.</summary>
    public bool IsUntouched => Draft is null && Wanted is null && Order is null && Failed is null && Skipped is null;

    /// <summary>Whether a result with this number is to be charged: a draft that nobody ordered is, and of an order the first one.</summary>
    internal bool Charges(int number) => number > LastNumber || Unpaid.Contains(number);

    /// <summary>A document that the writer had before the project began.</summary>
    internal static DocumentState Brought(Draft draft, long sequence) => new()
    {
        Draft = draft,
        Approved = new(draft, draft.Options[0].Number, sequence, sequence),
        LastNumber = draft.Number,
    };

    /// <summary>The document with the writer's own draft, approved at once.</summary>
    internal DocumentState Imported(Draft draft, long sequence) => Settled() with
    {
        Draft = draft,
        Approved = new(draft, draft.Options[0].Number, Approved?.FirstAt ?? sequence, sequence),
        Open = false,
        LastNumber = Math.Max(LastNumber, draft.Number),
    };

    /// <summary>The document, fine with <paramref name="inputs"/> as what it was made from.</summary>
    internal DocumentState Kept(DocumentMap<DraftRef> inputs)
    {
        if (Draft is null) return this;
        var kept = Draft with { MadeFrom = inputs };
        return this with { Draft = kept, Approved = Approved?.Draft.Number == kept.Number ? Approved with { Draft = kept } : Approved };
    }

    /// <summary>The document for another project, its drafts staying stored in <paramref name="project"/>. Its places in the journal
    /// are counted back from the new one's beginning, so that all that happened before the fork lies below 0, in order.</summary>
    internal DocumentState StoredIn(string project, long revision) => this with
    {
        Draft = Draft?.StoredIn(project, revision),
        Approved = Approved is null ? null : Approved with
        {
            Draft = Approved.Draft.StoredIn(project, revision),
            FirstAt = Approved.FirstAt - revision - 1,
            At = Approved.At - revision - 1,
        },
        Wanted = Wanted?.StoredIn(project),
        Order = Order is null ? null : Order with { Request = Order.Request.StoredIn(project) },
        Failed = Failed is null ? null : Failed with { Request = Failed.Request.StoredIn(project) },
        Tips = Tips.Order is null ? Tips : Tips with { Order = Tips.Order with { Request = Tips.Order.Request.StoredIn(project) } },
    };

    /// <summary>The document with nothing asked for and nothing failed.</summary>
    internal DocumentState Settled() => this with { Wanted = null, Order = null, Failed = null, Skipped = null };

    internal DocumentState Marked(string note, bool isIntentional)
    {
        var others = Intentional.Without(note);
        return this with { Intentional = isIntentional ? others.Push(note, MostIntentional) : others };
    }

    internal DocumentState Paid(int number) => this with { Unpaid = Unpaid.Without(number) };
}

/// <param name="Draft">The approved draft.</param>
/// <param name="Option">The option of it that is part of the film.</param>
/// <param name="FirstAt">The journal's sequence at which the document was approved for the first time; below 0 before a fork.</param>
/// <param name="At">The journal's sequence at which this option was; below 0 before a fork.</param>
public sealed record Approval(Draft Draft, int Option, long FirstAt, long At)
{
    public DraftRef Ref => new(Draft.Number, Option);

    public ValueList<Part> Outline => Draft.Option(Option)?.Outline ?? [];
}

/// <param name="Request">What to ask again for a retry.</param>
public sealed record FailedOrder(int Number, Request Request, Failure Failure);

/// <param name="Given">The number of the newest tips that were given; 0 before the first.</param>
/// <param name="Order">The tips asked for.</param>
/// <param name="Failure">Why the last ones asked for could not be given.</param>
public sealed record Tips(int Given, WorkOrder? Order, Failure? Failure)
{
    public static Tips None { get; } = new(0, null, null);

    /// <summary>The highest number that was asked for. A failed round's number is not used again: its result may come once more.</summary>
    public int LastNumber { get; init; }

    /// <summary>As <see cref="DocumentState.Unpaid"/>.</summary>
    public ValueList<int> Unpaid { get; init => field = value ?? []; } = [];

    /// <summary>What the newest tips that were given cost.</summary>
    public Usage Usage { get; init => field = value ?? Usage.None; } = Usage.None;

    internal Tips Paid(int number) => this with { Unpaid = Unpaid.Without(number) };
}

/// <summary>How a document stands, as the writer is told.</summary>
public enum DocumentStatus
{
    /// <summary>Something it needs is not approved.</summary>
    Waiting,
    Drafting,
    AwaitingApproval,
    Approved,

    /// <summary>Something it was made from has changed.</summary>
    Stale,
    Failed,
    Skipped,
}

/// <summary>How a project stands, as the writer is told.</summary>
public enum ProjectStatus
{
    /// <summary>The service owes something.</summary>
    Working,
    AwaitingWriter,
    Complete,
    Paused,
}
