namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    public const int MostNewOptions = 5;
    public const int MostOptions = 12;
    public const int MostNotes = 4_000;
    public const int MostPassage = 4_000;
    public const int MostTitle = 200;
    public const int MostFacts = 100;
    public const long MostBudget = 1_000_000_000_000;

    /// <summary>What becomes of <paramref name="command"/> at <paramref name="at"/>: the events it makes, or why it is refused. A late
    /// result is charged at the most; it, a late reminder and a repeated command are accepted and make nothing else.</summary>
    public Outcome Decide(Command command, DateTimeOffset at, DocumentTable? table = null)
    {
        var isStart = command is StartProject or ForkProject;
        if (command is not (Result or WaitingCommand) && Commands.Contains(command.Id) && !(Deleted && isStart)) return new Outcome.Accepted([], this);
        if (Deleted || Revision == 0 != isStart)
        {
            return new Outcome.Rejected(isStart
                ? new(RejectionKinds.AlreadyStarted, Deleted ? $"Project '{Id}' was deleted just now: begin another one, with another key." : $"Project '{Id}' exists already: choose another id.")
                : new(RejectionKinds.NotStarted, "There is no such project: start it first."));
        }

        var step = new Step(this, command, at, table ?? DocumentTable.Film);
        return step.Take() is { } rejection
            ? new Outcome.Rejected(rejection)
            : new Outcome.Accepted(step.Entries.ToValueList(), step.Project);
    }

    /// <summary>One command being decided: the project as far as it has come, and the events so far.</summary>
    private sealed partial class Step(WritingProject project, Command command, DateTimeOffset at, DocumentTable table)
    {
        private FilmGraph? _graph;

        public WritingProject Project { get; private set; } = project;

        public List<JournalEntry> Entries { get; } = [];

        private FilmGraph Graph => _graph ??= new(Project, table);

        public Rejection? Take()
        {
            var wasComplete = Project.Revision > 0 && IsComplete(Graph);
            var wasStale = Stale(Graph).ToHashSet();
            if (Primary() is { } rejection) return rejection;
            if ((Entries.Count == 0 && command is not WakeProject) || command is WaitingCommand || Project.Deleted) return null;
            GiveOrders();
            foreach (var id in Stale(Graph).Where(id => !wasStale.Contains(id)).ToArray())
            {
                Add(new DocumentTurnedStale(Graph.StaleBecause(id)) { Document = id });
            }

            if (!wasComplete && IsComplete(Graph)) Add(new FilmCompleted());
            return null;
        }

        private Rejection? Primary() => command switch
        {
            StartProject start => Start(start),
            ForkProject fork => Fork(fork),
            ChangeTitlePage change => Change(change),
            PauseProject => Project.Paused ? null : Add(new ProjectPaused()),
            DeleteProject => Add(new ProjectDeleted()),
            ResumeProject => Project.Paused ? Add(new ProjectResumed()) : null,
            ChangeBudget budget => Change(budget),
            WakeProject => null,
            WaitingCommand waiting => Wait(waiting),
            ChargeChat charge => charge.Usage == Usage.None ? null : Add(new ChatCharged(charge.Turn, charge.Usage)),
            KeepFact keep => KeepFact(keep.Fact),
            DropFact drop => Drop(drop.Fact),
            ImportScript import => Import(import),
            Decide decide => Check(decide) ?? Decision(decide),
            Result result => Take(result),
            _ => throw new ArgumentException($"No decision is written for the command {command.GetType().Name}."),
        };

        private Rejection? Start(StartProject start)
        {
            if (TitleFault(start.Title) is { } fault) return fault;
            if (start.Brought.Keys.Where(id => table.Rule(id.Kind) is null).ToArray() is [var unknown, ..]) return Unknown(unknown);
            Add(new ProjectStarted(start.Project, start.By, start.Title, start.Budget));
            foreach (var rule in table.Rules.Where(rule => rule.PassedOverWhenBegunLater))
            {
                if (BeginsAfter(rule, start.Brought) is { } first) Add(new DocumentSkipped($"The film began with the {first}.") { Document = new(rule.Kind) });
            }

            foreach (var gate in start.Pictures ? [] : table.Rules.Select(rule => rule.SkippedWith).OfType<string>().Distinct())
            {
                if (!start.Brought.ContainsKey(new(gate))) Add(new DocumentSkipped("The film began without pictures.") { Document = new(gate) });
            }

            return start.Brought.Count == 0 ? null : Bring(start.Brought);
        }

        /// <summary>Each is made from those above it, as far as they are brought too.</summary>
        private Rejection? Bring(DocumentMap<Draft> brought)
        {
            var film = Project;
            var drafts = DocumentMap<Draft>.Empty;
            foreach (var id in table.Rules.SelectMany(rule => brought.Keys.Where(id => id.Kind == rule.Kind)))
            {
                var graph = new FilmGraph(film, table);
                if (!graph.Has(id)) return Unknown(id);
                drafts = drafts.Set(id, brought[id] with { Number = 1, MadeFrom = graph.Inputs(id), SawAt = Project.Revision + 1 });
                film = film.With(id, DocumentState.Brought(drafts[id], Project.Revision + 1));
            }

            return Add(new DocumentsBrought(drafts));
        }

        private string? BeginsAfter(DocumentRule rule, DocumentMap<Draft> brought) =>
            brought.ContainsKey(new(rule.Kind))
                ? null
                : table.Rules.SkipWhile(each => each != rule).Skip(1).FirstOrDefault(each => brought.Keys.Any(id => id.Kind == each.Kind))?.Kind;

        private Rejection? Fork(ForkProject fork) =>
            TitleFault(fork.Title)
            ?? Add(new ProjectForked(fork.Source.Id, fork.Source.Revision, fork.Source.CopyTo(fork.Project, fork.By, fork.Title)));

        private Rejection? Change(ChangeTitlePage change)
        {
            var page = change.Page;
            if (page.Authors.Count > TitlePage.MostAuthors) return Invalid("authors", $"A title page with {page.Authors.Count} authors is not possible: name at most {TitlePage.MostAuthors}.");
            if (page.Authors.Any(string.IsNullOrWhiteSpace)) return Invalid("authors", "An author needs a name: leave the empty one out.");
            return TitleFault(change.Title)
                ?? page.Authors.Select(author => TooLong("authors", author, TitlePage.MostAuthor)).FirstOrDefault(fault => fault is not null)
                ?? TooLong("source", page.Source, TitlePage.MostSource)
                ?? TooLong("contact", page.Contact, TitlePage.MostContact)
                ?? (change.Title == Project.Title && page == Project.TitlePage ? null : Add(new TitlePageChanged(change.Title, page)));
        }

        private Rejection? KeepFact(StatedFact fact)
        {
            if (string.IsNullOrWhiteSpace(fact.Text)) return Invalid("text", "A fact needs a text: say in a sentence what holds.");
            if (TooLong("text", fact.Text, StatedFact.MostText) is { } tooLong) return tooLong;
            if (fact.About.Count > StatedFact.MostAbout) return Invalid("about", $"A fact is about {fact.About.Count} things and may be about {StatedFact.MostAbout}: leave some out, or all of them when it is about the whole film.");
            if (fact.About.FirstOrDefault(about => !DocumentId.IsPartId(about) && !DocumentId.TryParse(about, out _)) is { } unknown)
            {
                return Invalid("about", $"'{(unknown.Length > 60 ? unknown[..60] + "…" : unknown)}' is no id of a character or document: give ids such as mara or dialogue:s3.");
            }

            if (Project.Facts.Contains(fact)) return null;
            return Project.Facts.Count >= MostFacts && Project.Facts.All(kept => kept.Id != fact.Id)
                ? Invalid("text", $"The film has {MostFacts} facts, and that is all it may have: drop one, or put two into one.")
                : Add(new FactKept(fact));
        }

        private Rejection? Drop(string fact) => Project.Facts.Any(kept => kept.Id == fact)
            ? Add(new FactDropped(fact))
            : new(RejectionKinds.UnknownFact, $"The film has no fact '{fact}' now: its facts are listed at …/facts.");

        private Rejection? Change(ChangeBudget budget)
        {
            if (budget.Tokens is < 0 or > MostBudget) return Invalid("tokens", $"A budget of {budget.Tokens} tokens is not possible: give 0 to {MostBudget}.");
            if (budget.Pictures is < 0 or > MostBudget) return Invalid("pictures", $"A budget of {budget.Pictures} pictures is not possible: give 0 to {MostBudget}.");
            var (tokens, pictures) = Project.Budget;
            return tokens.Limit == budget.Tokens && pictures.Limit == budget.Pictures ? null : Add(new BudgetChanged(budget.Tokens, budget.Pictures));
        }

        private Rejection? Take(Result result)
        {
            var document = Graph.Has(result.Document) ? Project.Document(result.Document) : DocumentState.New;
            var order = result is TipsDone or TipsNotDone ? document.Tips.Order : document.Order;
            if (order?.Number != result.Number || !Project.Ordered(Graph, result.Document).Contains(order)) return Charge(result);
            return Add(result switch
            {
                DraftDone done => new DraftReceived(done.Draft with { Number = order.Number, MadeFrom = order.MadeFrom }) { Document = result.Document },
                DraftNotDone not => new DraftFailed(order.Number, order.Request, not.Failure, not.Usage) { Document = result.Document },
                TipsDone done => new TipsReceived(order.Number, done.Usage) { Document = result.Document },
                TipsNotDone not => new TipsFailed(order.Number, not.Failure, not.Usage) { Document = result.Document },
                _ => throw new ArgumentException($"No decision is written for the result {result.GetType().Name}."),
            });
        }

        /// <summary>A result that is no longer owed was paid for, the first time that it comes.</summary>
        private Rejection? Charge(Result late)
        {
            var (usage, isTips) = late switch
            {
                DraftDone done => (done.Draft.Usage, false),
                DraftNotDone not => (not.Usage, false),
                TipsDone done => (done.Usage, true),
                TipsNotDone not => (not.Usage, true),
                _ => (Usage.None, false),
            };
            var document = Project.Document(late.Document);
            var unpaid = isTips ? document.Tips.Unpaid : document.Unpaid;
            return usage == Usage.None || !unpaid.Contains(late.Number) ? null : Add(new UsageCharged(late.Number, isTips, usage) { Document = late.Document });
        }

        /// <summary>Orders whatever can be drafted now and is not ordered from just these inputs.</summary>
        private void GiveOrders()
        {
            foreach (var id in Graph.Documents)
            {
                if (Graph.Pending(id) is not { } request || !Graph.IsOpen(id, request)) continue;
                var document = Project.Document(id);
                var inputs = Graph.Inputs(id);
                if (document.Wanted is null && document.Order is { } order && order.MadeFrom.Equals(inputs)) continue;
                Add(new DraftOrdered(document.LastNumber + 1, request, inputs) { Document = id, Trace = command.Trace });
            }
        }

        private Rejection? Add(ProjectEvent next)
        {
            var by = command is Result or WakeProject or WaitingCommand ? Service : command.By;
            var entry = new JournalEntry(Project.Revision + 1, at, by, command.Id, next);
            Project = Project.On(entry);
            Entries.Add(entry);
            _graph = _graph?.At(Project);
            return null;
        }

        private static IEnumerable<DocumentId> Stale(FilmGraph graph) =>
            graph.Documents.Where(id => graph.Status(id) is DocumentStatus.Stale);

        private static Rejection? TitleFault(string title) =>
            string.IsNullOrWhiteSpace(title) ? Invalid("title", "A project needs a title.") : TooLong("title", title, MostTitle);

        private static Rejection? TooLong(string name, string? text, int most) =>
            text?.Length > most ? Invalid(name, $"'{name}' has {text.Length} characters and may have {most}: shorten it.") : null;

        private static Rejection Invalid(string path, string message) => new(RejectionKinds.InvalidValue, message, Path: path);

        private static Rejection Unfit(string message) => new(RejectionKinds.VerbDoesNotFit, message);

        private static Rejection WritersOwn(DocumentId id) => Unfit($"'{id}' is the writer's own: edit it.");

        private static Rejection Unknown(DocumentId id) =>
            new(RejectionKinds.UnknownDocument, $"The film has no document '{id}' now: its documents are listed with the project.");
    }

    /// <summary>This state as the beginning of another project: the drafts stay stored where they are.</summary>
    private WritingProject CopyTo(string id, string owner, string title) => this with
    {
        Id = id,
        Owner = owner,
        Title = title,
        Revision = 0,
        Paused = false,
        Commands = [],
        Scripts = Scripts.Select(script => script with { Home = script.Home ?? Id }).ToValueList(),
        Documents = Documents.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.StoredIn(Id, Revision))).ToDocumentMap(),
    };
}
