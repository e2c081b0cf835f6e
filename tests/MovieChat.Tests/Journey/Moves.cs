using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>Turns a choice into a command: mostly what a writer would do next, and often enough something else.</summary>
internal static class Moves
{
    /// <summary>Choices of a move lie below this.</summary>
    public const int Count = 100;

    public const int Fork = 99;

    private const int Deletion = 98;

    private static readonly string[] s_passages = ["a line", "another line"];

    public static Command Start(Choice choice) => new StartProject("film", choice.Move == 0 ? " " : "A film", Budget.Of(1_000_000, 10_000), Brought(choice))
    {
        Id = "start",
        By = "writer",
    };

    public static Command ForkOf(WritingProject source, int number) =>
        new ForkProject($"fork{number}", $"Fork {number}", source) { Id = "fork", By = "other" };

    public static Command Next(Branch branch, Choice choice) => choice.Move switch
    {
        < 30 when branch.Project.Owed(branch.Table) is { Count: > 0 } owed => Done(owed[choice.Where % owed.Count], choice),
        < 56 => Forward(branch, choice),
        < 60 when branch.Project.Owed(branch.Table) is { Count: > 0 } owed => NotDone(owed[choice.Where % owed.Count]),
        < 63 => Stray(branch, choice),
        < 65 => branch.Steps[choice.Where % branch.Steps.Count].Command,
        < 67 => Verb(branch, choice) with { Id = branch.Steps[choice.Where % branch.Steps.Count].Command.Id },
        < 68 when choice.Where % 3 == 0 => new ChangeTitlePage(choice.How % 4 == 0 ? " " : $"Title {choice.How % 3}", TitlePage.Empty with { Authors = ["Wren"] }) { Id = NextId(branch), By = "writer" },
        < 68 => new PauseProject { Id = NextId(branch), By = "writer" },
        < 72 => new ResumeProject { Id = NextId(branch), By = "writer" },
        < 74 => new ChangeBudget(choice.How % 5_000, choice.How % 40) { Id = NextId(branch), By = "writer" },
        < 77 => new ChangeBudget(10_000_000, 10_000) { Id = NextId(branch), By = "writer" },
        < 78 => new WakeProject { Id = NextId(branch), By = "service" },
        < 83 => Wait(branch.Project, choice),
        < 84 => new KeepFact(new($"fact-{choice.How % 4}", choice.How % 5 == 0 ? " " : $"It is so ({choice.How % 3}).", [])) { Id = NextId(branch), By = "writer" },
        < 85 => new DropFact($"fact-{choice.How % 4}") { Id = NextId(branch), By = "writer" },
        < 86 => new ChargeChat(new("chat", $"turn-{choice.How % 9}"), new(choice.How % 90, 0)) { Id = $"charge:turn-{choice.How % 9}", By = WritingProject.Companion },
        < 88 => Import(branch, choice),
        Deletion when choice.How % 8 == 0 => new DeleteProject { Id = NextId(branch), By = "writer" },
        _ => Verb(branch, choice),
    };

    /// <summary>The draft that answers an order.</summary>
    public static Result Done(WorkOrder order, Choice choice) => order.IsTips
        ? new TipsDone(new(50, 0)) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number }
        : new DraftDone(Drafts.Of(order.Document, choice.How) with { Origin = order.Id }) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number };

    /// <summary>What time brings to a project that waits, sometimes for an earlier waiting or once more.</summary>
    private static WaitingCommand Wait(WritingProject project, Choice choice)
    {
        var since = choice.How % 6 == 0 ? project.ChangedAt.AddMinutes(-1) : project.ChangedAt;
        if (choice.How % 5 == 0) return new ParkProject { Id = "parking", By = "service", WaitingSince = since };
        var (number, due) = project.LastReminder is { } last ? (last.Number, last.Due) : (0, since);
        var (more, later) = (choice.Where % 4 == 0 ? choice.Where % 3 : 1, choice.Where % 7 == 0 ? TimeSpan.Zero : TimeSpan.FromDays(1));
        return new RemindWriter(number + more, due + later) { Id = $"reminder@{number + more}", By = "service", WaitingSince = since };
    }

    private static Result NotDone(WorkOrder order)
    {
        var failure = new Failure(FailureKinds.Unavailable, "The model did not answer.", "Try again.");
        return order.IsTips
            ? new TipsNotDone(failure, new(3, 0)) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number }
            : new DraftNotDone(failure, new(7, 0)) { Id = order.Id, By = "service", Document = order.Document, Number = order.Number };
    }

    /// <summary>A result for any document and number that was ever ordered, or never.</summary>
    private static Result Stray(Branch branch, Choice choice)
    {
        var document = Any(branch, choice);
        var order = new WorkOrder
        {
            Document = document,
            Number = Math.Max(0, branch.Project.Document(document).LastNumber + 1 - (choice.How % 4)),
            Request = new() { Verb = choice.How % 5 == 0 ? Core.Journey.Verb.Stuck : Core.Journey.Verb.Write },
        };
        return choice.How % 3 == 0 ? NotDone(order) : Done(order, choice);
    }

    /// <summary>What brings the film on: the first document that waits for the writer is decided on.</summary>
    private static Command Forward(Branch branch, Choice choice)
    {
        var graph = branch.Graph;
        var document = graph.Documents.FirstOrDefault(id => graph.Status(id) is DocumentStatus.AwaitingApproval or DocumentStatus.Stale or DocumentStatus.Failed);
        if (document == default) return Verb(branch, choice);
        var draft = branch.Project.Document(document).Draft;
        return graph.Status(document) switch
        {
            DocumentStatus.Stale => new Keep { Id = NextId(branch), By = "writer", Document = document, Draft = draft!.Number },
            DocumentStatus.Failed => new Redraft(null) { Id = NextId(branch), By = "writer", Document = document, Draft = draft?.Number ?? 0 },
            _ when draft is null => new Edit(Drafts.Of(document, choice.How)) { Id = NextId(branch), By = "writer", Document = document, Draft = 0 },
            _ => new Approve(draft.Options[choice.How % draft.Options.Count].Number) { Id = NextId(branch), By = "writer", Document = document, Draft = draft.Number },
        };
    }

    private static Decide Verb(Branch branch, Choice choice)
    {
        var document = Any(branch, choice);
        var current = branch.Project.Document(document).Draft?.Number ?? 0;
        var verb = Verb(branch, document, choice);
        var seen = choice.How % 11 == 0 ? current - 1 : verb is Restore restore ? restore.Older.Number : current;
        return verb with { Id = NextId(branch), Document = document, Draft = seen };
    }

    private static Decide Verb(Branch branch, DocumentId document, Choice choice)
    {
        var (id, how) = (NextId(branch), choice.How);
        var older = branch.Stored.Where(each => each.Document == document).Select(each => each.Draft).ToArray();
        return (choice.Move % 12) switch
        {
            0 => new Approve(how % 4 == 0 ? null : 1 + (how % 3)) { Id = id, By = "writer", Document = document, Draft = 0 },
            1 => new Revise("Darker.", how % 3 == 0 ? 1 + (how % 4) : null, how % 5 == 0 ? s_passages[how % 2] : null, how % 7 == 0 ? "x" : null)
            {
                Id = id,
                By = "writer",
                Document = document,
                Draft = 0,
            },
            2 => new Edit(Drafts.Of(document, how) with { Usage = Usage.None }) { Id = id, By = "writer", Document = document, Draft = 0 },
            3 => new MoreOptions(how % 3 == 0 ? null : how % 7, null) { Id = id, By = "writer", Document = document, Draft = 0 },
            4 => new AskTips(how % 2 == 0 ? null : "I am stuck.") { Id = id, By = "writer", Document = document, Draft = 0 },
            5 => new Skip(how % 6 == 0 ? "" : "No pictures.") { Id = id, By = "writer", Document = document, Draft = 0 },
            6 => new Reopen { Id = id, By = "writer", Document = document, Draft = 0 },
            7 when older.Length > 0 => new Restore(older[how % older.Length]) { Id = id, By = "writer", Document = document, Draft = 0 },
            8 => new Keep { Id = id, By = "writer", Document = document, Draft = 0 },
            9 => new MarkNote($"note-{how % 3}", how % 2 == 0) { Id = id, By = "writer", Document = document, Draft = 0 },
            10 => new Propose(Drafts.Of(document, how) with { Origin = id, Usage = Usage.None, ProposedIn = new("chat", id) }) { Id = id, By = WritingProject.Companion, Document = document, Draft = 0 },
            _ => new Redraft(how % 2 == 0 ? null : "Once more.") { Id = id, By = "writer", Document = document, Draft = 0 },
        };
    }

    /// <summary>A script that changes some documents and leaves others as they are; sometimes by a difference of long ago.</summary>
    private static ImportScript Import(Branch branch, Choice choice)
    {
        var documents = branch.Graph.Documents.Where((id, place) => id.Kind is "cast" or "scenes" or "dialogue" && ((choice.Where >> (place % 12)) & 1) == 1).ToArray();
        var written = documents.Append(DocumentId.Scenes).Distinct().Where(_ => choice.How % 9 != 0).ToArray();
        return new(
            "script",
            branch.Project.Revision - (choice.How % 7 == 0 ? 3 : 0),
            written.Select(id => KeyValuePair.Create(id, (branch.Project.Document(id).Draft?.Number ?? 0) - (choice.How % 11 == 0 ? 1 : 0))).ToDocumentMap(),
            written.Select(id => KeyValuePair.Create(id, Drafts.Of(id, choice.How) with { Usage = Usage.None })).ToDocumentMap(),
            branch.Graph.Documents.Where(id => id.Kind == "dialogue").ToValueList())
        {
            Id = NextId(branch),
            By = "writer",
        };
    }

    /// <summary>Mostly a document that the film has.</summary>
    private static DocumentId Any(Branch branch, Choice choice)
    {
        var documents = branch.Graph.Documents;
        return choice.Where % 40 == 0 ? DocumentId.Profile("nobody") : documents[choice.Where % documents.Count];
    }

    private static DocumentMap<Draft> Brought(Choice choice) => (choice.Where % 6) switch
    {
        0 => Brought(choice.How, DocumentId.Synopsis),
        1 => Brought(choice.How, DocumentId.Plot),
        2 => Brought(choice.How, DocumentId.Brief, DocumentId.Cast),
        3 => Brought(choice.How, DocumentId.Brief),
        4 => Brought(choice.How, DocumentId.Profile("nobody")),
        _ => DocumentMap<Draft>.Empty,
    };

    private static DocumentMap<Draft> Brought(int how, params DocumentId[] documents) =>
        documents.Select(id => KeyValuePair.Create(id, Drafts.Of(id, how) with { Origin = "start", Usage = Usage.None })).ToDocumentMap();

    private static string NextId(Branch branch) => $"command{branch.Steps.Count}";
}
