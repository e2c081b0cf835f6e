namespace MovieChat.Core.Journey;

/// <summary>Which documents a film has, and which each is made from. It changes only when an approved draft names other parts, so that
/// many states share one.</summary>
internal sealed class FilmOutline
{
    private readonly Dictionary<DocumentId, FilmNode> _nodes = [];
    private readonly Dictionary<string, DocumentId[]> _kinds = [];
    private readonly Dictionary<DocumentId, ValueList<Part>?> _parts = [];
    private readonly Dictionary<DocumentId, DocumentId[]> _needs = [];

    public FilmOutline(WritingProject project, DocumentTable table)
    {
        Table = table;
        foreach (var rule in table.Rules) AddDocumentsOf(rule, project);
        Documents = [.. _nodes.Keys];
    }

    public DocumentTable Table { get; }

    public IReadOnlyList<DocumentId> Documents { get; }

    public FilmNode this[DocumentId id] => _nodes[id];

    public bool Has(DocumentId id) => _nodes.ContainsKey(id);

    /// <summary>Whether <paramref name="project"/> has just these documents, as far as can be told at a glance.</summary>
    public bool Fits(WritingProject project) => _parts.All(entry => ReferenceEquals(entry.Value, PartsOf(project, entry.Key)));

    public IReadOnlyList<DocumentId> Needs(DocumentId id)
    {
        if (_needs.TryGetValue(id, out var known)) return known;
        return _needs[id] = [.. Named(id, _nodes[id].Rule.Needs)];
    }

    public IEnumerable<DocumentId> Sees(DocumentId id) => Named(id, _nodes[id].Rule.Sees).Where(seen => seen != id);

    private static ValueList<Part>? PartsOf(WritingProject project, DocumentId owner) => project.Document(owner).Approved?.Outline;

    private void AddDocumentsOf(DocumentRule rule, WritingProject project)
    {
        FilmNode[] nodes = rule.PartsOf is { } parent
            ? [.. from owner in OfKind(parent)
                  from part in (_parts[owner] = PartsOf(project, owner)) ?? []
                  let key = owner.Key is null ? part.Id : $"{owner.Key}.{part.Id}"
                  select new FilmNode(rule, new DocumentId(rule.Kind, key), owner, part)]
            : [new FilmNode(rule, new DocumentId(rule.Kind), null, null)];
        DocumentId[] siblings = [.. nodes.Select(node => node.Id)];
        foreach (var (place, node) in nodes.Index()) _nodes.TryAdd(node.Id, node with { Siblings = siblings, Place = place });
        _kinds[rule.Kind] = [.. _nodes.Keys.Where(id => id.Kind == rule.Kind)];
    }

    private DocumentId[] OfKind(string kind) => _kinds.GetValueOrDefault(kind) ?? [];

    private IEnumerable<DocumentId> Named(DocumentId id, IReadOnlyList<string> patterns) =>
        patterns.SelectMany(pattern => Named(_nodes[id], pattern)).Where(Has).Distinct();

    private IEnumerable<DocumentId> Named(FilmNode node, string pattern) => pattern.Split(':') switch
    {
        [var kind] => [new(kind)],
        [var kind, "*"] => OfKind(kind),
        [var kind, "{part}"] => node.Id.Key is { } part ? [new(kind, part)] : [],
        [_, "{parent}"] => node.Parent is { } parent ? [parent] : [],
        [_, "{before}"] => node.Siblings.Take(node.Place),
        [var kind, "{people}"] => node.Part?.People.Select(person => new DocumentId(kind, person)) ?? [],
        _ => throw new ArgumentException($"'{pattern}' is no pattern of the document table."),
    };
}

/// <summary>A document of the film as the <see cref="DocumentTable"/> has it.</summary>
/// <param name="Parent">The document whose part it is about.</param>
internal sealed record FilmNode(DocumentRule Rule, DocumentId Id, DocumentId? Parent, Part? Part)
{
    /// <summary>The documents about all parts of the parent, in their order; this one among them.</summary>
    public DocumentId[] Siblings { get; init; } = [];

    /// <summary>The place among the siblings, from 0.</summary>
    public int Place { get; init; }
}
