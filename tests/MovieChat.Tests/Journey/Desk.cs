using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>A writer's desk for tests that read as stories: the writer's verbs on what lies on it, and a model that always delivers.</summary>
/// <remarks>The film ends with its words, unless a test gives the whole table: most stories are told shorter without pictures.</remarks>
internal sealed class Desk(DocumentTable? table = null, Branch? source = null)
{
    private int _decisions;
    private readonly Branch _branch = new(table ?? Tables.WordsAlone, source);

    public Branch Branch => _branch;

    public WritingProject Project => _branch.Project;

    public FilmGraph Graph => _branch.Graph;

    public IEnumerable<string> Owed => Project.Owed(_branch.Table).Select(order => order.Id);

    public ProjectStatus FilmStatus => Project.Status(_branch.Table);

    public DocumentStatus Status(string document) => Graph.Status(DocumentId.Parse(document));

    public int Seen(string document) => Project.Document(DocumentId.Parse(document)).Draft?.Number ?? 0;

    public Desk Begin(params string[] brought)
    {
        var drafts = brought.Select(DocumentId.Parse).Select(id => KeyValuePair.Create(id, Written(id))).ToDocumentMap();
        Take(new StartProject("film", "The Ferry", Budget.Of(1_000_000, 100), drafts) { Id = "start", By = "writer" });
        return this;
    }

    public Desk Fork()
    {
        var fork = new Desk(_branch.Table, _branch);
        fork.Take(new ForkProject("fork", "The Bridge", Project) { Id = "fork", By = "other" });
        return fork;
    }

    /// <summary>The events that an accepted command makes.</summary>
    public ValueList<JournalEntry> Take(Command command) => Assert.IsType<Outcome.Accepted>(_branch.Do(command)).Entries;

    public Rejection Refuse(Command command) => Assert.IsType<Outcome.Rejected>(_branch.Do(command)).Rejection;

    public T About<T>(string document, T verb) where T : Decide =>
        verb with { Id = $"decision{++_decisions}", Document = DocumentId.Parse(document), Draft = verb is Restore restore ? restore.Older.Number : Seen(document) };

    public ValueList<JournalEntry> Approve(string document, int? option = null) => Take(About(document, Verbs.Approve(option)));

    public ValueList<JournalEntry> Edit(string document) => Take(About(document, Verbs.Edit(Written(DocumentId.Parse(document)))));

    public ValueList<JournalEntry> Revise(string document, string notes) => Take(About(document, Verbs.Revise(notes)));

    public ValueList<JournalEntry> Reopen(string document) => Take(About(document, Verbs.Reopen));

    public ValueList<JournalEntry> Keep(string document) => Take(About(document, Verbs.Keep));

    public ValueList<JournalEntry> Redraft(string document, string? notes = null) => Take(About(document, Verbs.Redraft(notes)));

    /// <summary>The model answers one order.</summary>
    public ValueList<JournalEntry> Deliver(string order) => Take(Answer(Order(order)));

    public ValueList<JournalEntry> Fail(string order, string kind = FailureKinds.Unavailable)
    {
        var failed = Order(order);
        var failure = new Failure(kind, "The model did not answer.", "Try again later.");
        return Take(failed.IsTips
            ? new TipsNotDone(failure, new(5, 0)) { Id = order, By = "service", Document = failed.Document, Number = failed.Number }
            : new DraftNotDone(failure, new(5, 0)) { Id = order, By = "service", Document = failed.Document, Number = failed.Number });
    }

    /// <summary>Delivers and approves in turn until nothing is owed and nothing awaits; the brief is written first.</summary>
    public Desk ApproveAll(string? upTo = null)
    {
        if (Status("brief") is DocumentStatus.AwaitingApproval) Edit("brief");
        while (upTo is null || !Owed.Any(order => order.StartsWith(upTo, StringComparison.Ordinal)))
        {
            if (Owed.FirstOrDefault() is not { } order) break;
            Deliver(order);
            Approve(order.Split('@')[0], 1);
        }

        return this;
    }

    public Result Answer(WorkOrder order) => order.IsTips
        ? new TipsDone(new(50, 0)) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number }
        : new DraftDone(Written(order.Document) with { Origin = order.Id, SawAt = Project.Revision, Usage = new(200, 0) })
        {
            Id = order.Id,
            By = "service",
            Document = order.Document,
            Number = order.Number,
        };

    public WorkOrder Order(string id) => Project.Owed(_branch.Table).Single(order => order.Id == id);

    /// <summary>A draft with two people, two scenes, and three options where a writer usually chooses.</summary>
    public static Draft Written(DocumentId document) => new()
    {
        Number = 0,
        Origin = "written",
        Author = Author.Model("model"),
        Options = Enumerable.Range(1, document.Kind is "ideas" or "synopsis" ? 3 : 1).Select(option => new DraftOption(option, Outline(document.Kind))).ToValueList(),
    };

    private static ValueList<Part> Outline(string kind) => kind switch
    {
        "cast" => [new("mara", []), new("tom", [])],
        "scenes" => [new("s1", ["mara"]), new("s2", ["mara", "tom"])],
        "shots" => [new("1", ["mara"]), new("2", [])],
        _ => [],
    };
}

/// <summary>The writer's verbs before they are about a document.</summary>
internal static class Verbs
{
    private static readonly DocumentId s_any = DocumentId.Brief;

    public static Approve Approve(int? option = null) => new(option) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Revise Revise(string notes, int? option = null, string? passage = null, string? part = null) =>
        new(notes, option, passage, part) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Edit Edit(Draft written) => new(written) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static MoreOptions Options(int? count = null) => new(count, null) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static AskTips Stuck(string? notes = null) => new(notes) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Skip Skip(string reason) => new(reason) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Reopen Reopen { get; } = new() { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Restore Restore(Draft older) => new(older) { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Keep Keep { get; } = new() { Id = "", By = "writer", Document = s_any, Draft = 0 };

    public static Redraft Redraft(string? notes = null) => new(notes) { Id = "", By = "writer", Document = s_any, Draft = 0 };
}
