using System.Text.Json.Nodes;
using MovieChat.Core.Authorship;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Authorship;

/// <summary>A film with its journal and the texts of its drafts, kept in memory.</summary>
internal sealed class Archive
{
    public const string Writer = "wren";

    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly List<(string Home, JournalEntry Entry)> _journal;
    private readonly Dictionary<(DocumentId, string Origin), string[]> _texts;
    private int _steps;

    public Archive()
        : this([], [])
    {
    }

    private Archive(List<(string, JournalEntry)> journal, Dictionary<(DocumentId, string), string[]> texts) => (_journal, _texts, _steps) = (journal, texts, journal.Count);

    public WritingProject Project { get; private set; } = WritingProject.None;

    public Archive Begin(params (string Document, string Content)[] brought)
    {
        var drafts = brought.Select(each => KeyValuePair.Create(DocumentId.Parse(each.Document), Written(DocumentId.Parse(each.Document), Author.Writer(Writer), "start", [each.Content])));
        return Take(new StartProject("film", "The Ferry", Budget.Of(1_000_000, 100), drafts.ToDocumentMap()) { Id = "start", By = Writer });
    }

    public Archive Fork()
    {
        var fork = new Archive([.. _journal], _texts);
        return fork.Take(new ForkProject("fork", "The Bridge", Project) { Id = "fork", By = Writer });
    }

    public Archive Edit(string document, string content) =>
        Take(About(document, new Edit(Written(DocumentId.Parse(document), Author.Writer(Writer), $"edit{_steps}", [content])) { Id = "", By = "", Document = default, Draft = 0 }));

    public Archive Approve(string document, int option = 1) => Take(About(document, new Approve(option) { Id = "", By = "", Document = default, Draft = 0 }));

    public Archive Decide(string document, Decide decision) => Take(About(document, decision));

    public Archive Restore(string document, int number)
    {
        var history = History()[DocumentId.Parse(document)];
        return Take(new Restore(history.Drafts.Single(draft => draft.Draft.Number == number).Draft) { Id = $"d{++_steps}", By = Writer, Document = DocumentId.Parse(document), Draft = number });
    }

    /// <summary>A model delivers what is ordered of the document.</summary>
    public Archive Deliver(string document, params string[] options)
    {
        var order = Project.Owed().Single(order => order.Document.ToString() == document);
        return Take(new DraftDone(Written(order.Document, Author.Model("gpt"), order.Id, options)) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number });
    }

    public Archive Propose(string document, string content) =>
        Take(About(document, new Propose(Written(DocumentId.Parse(document), Author.Model("gpt"), $"chat{_steps}", [content]) with { ProposedIn = new("c1", "t1") }) { Id = "", By = "", Document = default, Draft = 0 }));

    public AuthorshipLedger Ledger(bool withDrafts = false)
    {
        var (history, graph, book) = (History(), new FilmGraph(Project), new LedgerBook(Project, withDrafts));
        foreach (var id in graph.Documents)
        {
            if (graph.SkippedBecause(id) is { } reason) book.AddSkipped(id, id.ToString(), reason, history[id]);
            else if (ChosenDraft.Of(Project.Document(id), withDrafts) is { } chosen)
                book.Add(new(id, id.ToString(), graph.Status(id), new(chosen.Draft.Number, chosen.Option), chosen.IsApproved, history[id], [.. history[id].Drafts.Select(draft => Text(id, draft))]));
        }

        return book.Close();
    }

    public static string Synopsis(string line) => new JsonObject { ["lines"] = new JsonArray(line, "Two boats.", "A storm.", "One returns.", "Nobody asks.") }.ToJsonString();

    public static string Picture(char hash, params (string Character, char Hash)[] references) => new JsonObject
    {
        ["picture"] = new string(hash, 64),
        ["mediaType"] = "image/png",
        ["width"] = 100,
        ["height"] = 100,
        ["references"] = new JsonArray([.. references.Select(each => new JsonObject { ["character"] = each.Character, ["draft"] = 1, ["picture"] = new string(each.Hash, 64) })]),
    }.ToJsonString();

    private FilmHistory History()
    {
        var history = new FilmHistory(Project.Id);
        foreach (var (home, entry) in _journal) history.Add(home, entry);
        return history;
    }

    private LedgerText Text(DocumentId id, HistoricDraft draft)
    {
        var author = draft.Draft.Author;
        var options = _texts[(id, draft.Draft.Origin)].Index().ToDictionary(option => option.Index + 1, option => option.Item);
        return new(draft, new(author.IsWriter ? TextAuthor.Writer : TextAuthor.Model, author.Name), s_start, options);
    }

    private Draft Written(DocumentId id, Author author, string origin, string[] options)
    {
        _texts[(id, origin)] = options;
        return new() { Number = 1, Origin = origin, Author = author, Options = options.Index().Select(option => new DraftOption(option.Index + 1, Outline(id.Kind))).ToValueList() };
    }

    private static ValueList<Part> Outline(string kind) => kind switch
    {
        "cast" => [new("mara", [])],
        "scenes" => [new("s1", ["mara"])],
        "shots" => [new("1", ["mara"])],
        _ => [],
    };

    private Decide About(string document, Decide decision)
    {
        var id = DocumentId.Parse(document);
        return decision with { Id = $"d{++_steps}", By = Writer, Document = id, Draft = Project.Document(id).Draft?.Number ?? 0 };
    }

    private Archive Take(Command command)
    {
        var accepted = Assert.IsType<Outcome.Accepted>(Project.Decide(command, s_start.AddMinutes(++_steps)));
        Project = accepted.Project;
        _journal.AddRange(accepted.Entries.Select(entry => (Project.Id, entry)));
        return this;
    }
}
