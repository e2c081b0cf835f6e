namespace MovieChat.Core.Journey;

/// <summary>The documents of one project as a graph, by the <see cref="DocumentTable"/>: which there are, what each needs, and what
/// follows for it. A view of one state; it is made anew after every event.</summary>
public sealed class FilmGraph
{
    private readonly WritingProject _project;
    private readonly FilmOutline _outline;
    private readonly Dictionary<DocumentId, DocumentStatus> _statuses = [];

    public FilmGraph(WritingProject project, DocumentTable? table = null)
        : this(project, new FilmOutline(project, table ?? DocumentTable.Film))
    {
    }

    private FilmGraph(WritingProject project, FilmOutline outline) => (_project, _outline) = (project, outline);

    /// <summary>Every document that the film has now, in the order of the journey.</summary>
    public IReadOnlyList<DocumentId> Documents => _outline.Documents;

    /// <summary>What waits for the writer: drafts to decide on, what turned stale, what failed.</summary>
    public IEnumerable<DocumentId> Awaiting =>
        Documents.Where(id => Status(id) is DocumentStatus.AwaitingApproval or DocumentStatus.Stale or DocumentStatus.Failed);

    /// <summary>The graph of a later state: what still holds is not worked out again.</summary>
    public FilmGraph At(WritingProject later) => new(later, _outline.Fits(later) ? _outline : new(later, _outline.Table));

    public bool Has(DocumentId id) => _outline.Has(id);

    public DocumentRule Rule(DocumentId id) => _outline[id].Rule;

    /// <summary>What must be approved before <paramref name="id"/> can be drafted.</summary>
    public IReadOnlyList<DocumentId> Needs(DocumentId id) => _outline.Needs(id);

    /// <summary>What the author of <paramref name="id"/> is shown besides, once approved.</summary>
    public IEnumerable<DocumentId> Sees(DocumentId id) => _outline.Sees(id);

    /// <summary>The characters of whom <paramref name="id"/> tells; empty for a document about the whole film.</summary>
    public IReadOnlyCollection<string> PeopleOf(DocumentId id) => _outline[id].Part switch
    {
        null => [],
        { People.Count: > 0 } part => part.People,
        var part => [part.Id],
    };

    public DocumentStatus Status(DocumentId id)
    {
        if (_statuses.TryGetValue(id, out var known)) return known;
        return _statuses[id] = StatusOf(id, _project.Document(id));
    }

    /// <summary>Why the film does without <paramref name="id"/>; null when it does not.</summary>
    public string? SkippedBecause(DocumentId id) =>
        _project.Document(id) is { Skipped: { } reason } ? reason
        : IsSkippedWith(id, out var gate) ? _project.Document(gate).Skipped
        : null;

    /// <summary>Why <paramref name="id"/> is stale: what it was made from and is no longer what is approved; of a picture that was made without another, which
    /// was skipped then, that there is one now. Empty when it is not.</summary>
    public ValueList<StaleCause> StaleBecause(DocumentId id)
    {
        if (_project.Document(id).Draft is not { } draft) return [];
        return
        [
            .. from need in Needs(id)
               let was = draft.MadeFrom.TryGetValue(need, out var found) ? found : (DraftRef?)null
               let now = _project.ApprovedRef(need)
               where was is null ? now is not null && draft.MadeFrom.Count > 0 && _outline.Table.Rule(need.Kind) is { IsPicture: true } : was != now
               select new StaleCause(need, was, now),
        ];
    }

    /// <summary>What the author of the present draft was shown and has changed since.</summary>
    public IEnumerable<DocumentId> Hints(DocumentId id) =>
        _project.Document(id).Draft is not { SawAt: not 0 } draft
            ? []
            : Sees(id).Where(seen => _project.Document(seen).Approved is { } approved && approved.FirstAt <= draft.SawAt && approved.At > draft.SawAt);

    /// <summary>The approved drafts of what <paramref name="id"/> needs.</summary>
    public DocumentMap<DraftRef> Inputs(DocumentId id) =>
        Needs(id)
            .Where(need => _project.ApprovedRef(need) is not null)
            .Select(need => KeyValuePair.Create(need, _project.ApprovedRef(need)!.Value))
            .ToDocumentMap();

    /// <summary>Whether everything that <paramref name="id"/> needs is approved, or skipped.</summary>
    public bool NeedsAreApproved(DocumentId id) => Needs(id).All(IsSettled);

    /// <summary>What redrafting <paramref name="id"/> will cost, by its last draft or else the table.</summary>
    public Usage Cost(DocumentId id)
    {
        var last = _project.Document(id).Draft?.Usage ?? Usage.None;
        var rule = Rule(id);
        return new(last.Tokens > 0 ? last.Tokens : rule.TypicalTokens, last.Pictures > 0 ? last.Pictures : rule.TypicalPictures);
    }

    /// <summary>What drafting all of them anew will cost.</summary>
    public Usage Cost(IEnumerable<DocumentId> ids) => ids.Select(Cost).Aggregate(Usage.None, (sum, cost) => sum + cost);

    /// <summary>What it will cost to ask for <paramref name="verb"/>, by what the last one cost or else the table. Words of which one option changes are read as a
    /// whole, so a revision is taken to cost what a draft does; of pictures one is rendered for each option.</summary>
    /// <param name="count">How many options are asked for.</param>
    public Usage Cost(DocumentId id, Verb verb, int count = 1)
    {
        if (verb is Verb.Stuck) return _project.Document(id).Tips.Usage is { Tokens: > 0 } last ? last : new(DocumentTable.TypicalTipsTokens, 0);
        var (draft, rule) = (Cost(id), Rule(id));
        return verb switch
        {
            Verb.Options when rule.IsPicture => draft with { Pictures = count },
            Verb.Options => draft with { Tokens = draft.Tokens * Math.Max(count, rule.Options) / rule.Options },
            Verb.Revise when rule.IsPicture => draft with { Pictures = 1 },
            _ => draft,
        };
    }

    /// <summary>The drafted documents that a change of <paramref name="id"/> will turn stale, sooner or later, in the order of the journey.</summary>
    public IReadOnlyList<DocumentId> MadeFrom(DocumentId id)
    {
        HashSet<DocumentId> touched = [id];
        foreach (var document in Documents.Where(document => _project.Document(document).Draft is not null))
        {
            if (Needs(document).Any(touched.Contains)) touched.Add(document);
        }

        touched.Remove(id);
        return [.. Documents.Where(touched.Contains)];
    }

    /// <summary>What is to be drafted of <paramref name="id"/>: the writer's wish, the order given, or a first draft; null for nothing.</summary>
    internal Request? Pending(DocumentId id)
    {
        var document = _project.Document(id);
        if (SkippedBecause(id) is not null) return null;
        if (document.Wanted is { } wanted) return wanted;
        if (document.Order is { } order) return order.Request;
        return document.IsUntouched && !Rule(id).ByWriterAlone ? FirstDraft : null;
    }

    /// <summary>Whether the order for <paramref name="request"/> can be given or carried out now.</summary>
    internal bool IsOpen(DocumentId id, Request request) =>
        NeedsAreApproved(id) && (request.Verb != Verb.Write || !Rule(id).InOrder || Before(id).TakeLast(1).All(IsDecided));

    /// <summary>The documents of the parts before <paramref name="id"/>'s, in order.</summary>
    internal IEnumerable<DocumentId> Before(DocumentId id)
    {
        var node = _outline[id];
        return node.Siblings.Take(node.Place);
    }

    /// <summary>Whether the film does without it because it does without another document, and nobody has asked for it.</summary>
    internal bool IsSkippedWith(DocumentId id, out DocumentId gate)
    {
        gate = Rule(id).SkippedWith is { } kind ? new(kind) : id;
        return gate != id && _project.Document(id) is { Draft: null, Wanted: null, Skipped: null } && _project.Document(gate).Skipped is not null;
    }

    private static Request FirstDraft { get; } = new() { Verb = Verb.Write };

    private DocumentStatus StatusOf(DocumentId id, DocumentState document)
    {
        if (SkippedBecause(id) is not null) return DocumentStatus.Skipped;
        if (Pending(id) is { } request) return IsOpen(id, request) ? DocumentStatus.Drafting : DocumentStatus.Waiting;
        if (document.Failed is not null) return DocumentStatus.Failed;
        if (StaleBecause(id).Count > 0) return DocumentStatus.Stale;
        return document is { Approved: not null, Open: false } ? DocumentStatus.Approved : DocumentStatus.AwaitingApproval;
    }

    private bool IsSettled(DocumentId id) => Status(id) is DocumentStatus.Approved or DocumentStatus.Skipped;

    private bool IsDecided(DocumentId id) =>
        Status(id) is DocumentStatus.Approved or DocumentStatus.Skipped
        || (Status(id) is DocumentStatus.Stale && _project.Document(id) is { Approved: not null, Open: false });
}
