namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    public const int MostNewOptions = 5;
    public const int MostOptions = 12;
    public const int MostNotes = 4_000;
    public const int MostPassage = 4_000;
    public const int MostTitle = 200;
    public const long MostBudget = 1_000_000_000_000;

    /// <summary>What becomes of <paramref name="command"/> at <paramref name="at"/>: the events it makes, or why it is refused. A late
    /// result and a repeated command are accepted and make nothing.</summary>
    public Outcome Decide(Command command, DateTimeOffset at, DocumentTable? table = null)
    {
        var isStart = command is StartProject or ForkProject;
        if (command is not Result && Commands.Contains(command.Id)) return new Outcome.Accepted([], this);
        if (Deleted || Revision == 0 != isStart)
        {
            return new Outcome.Rejected(isStart
                ? new(RejectionKinds.AlreadyStarted, $"Project '{Id}' exists already: choose another id.")
                : new(RejectionKinds.NotStarted, "There is no such project: start it first."));
        }

        var step = new Step(this, command, at, table ?? DocumentTable.Film);
        return step.Take() is { } rejection
            ? new Outcome.Rejected(rejection)
            : new Outcome.Accepted(step.Entries.ToValueList(), step.Project);
    }

    /// <summary>One command being decided: the project as far as it has come, and the events so far.</summary>
    private sealed class Step(WritingProject project, Command command, DateTimeOffset at, DocumentTable table)
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
            if ((Entries.Count == 0 && command is not WakeProject) || Project.Deleted) return null;
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
            PauseProject => Project.Paused ? null : Add(new ProjectPaused()),
            DeleteProject => Add(new ProjectDeleted()),
            ResumeProject => Project.Paused ? Add(new ProjectResumed()) : null,
            ChangeBudget budget => Change(budget),
            WakeProject => null,
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

        private Rejection? Change(ChangeBudget budget)
        {
            if (budget.Tokens is < 0 or > MostBudget) return Invalid("tokens", $"A budget of {budget.Tokens} tokens is not possible: give 0 to {MostBudget}.");
            if (budget.Pictures is < 0 or > MostBudget) return Invalid("pictures", $"A budget of {budget.Pictures} pictures is not possible: give 0 to {MostBudget}.");
            var (tokens, pictures) = Project.Budget;
            return tokens.Limit == budget.Tokens && pictures.Limit == budget.Pictures ? null : Add(new BudgetChanged(budget.Tokens, budget.Pictures));
        }

        private Rejection? Check(Decide decide)
        {
            if (!Graph.Has(decide.Document)) return Unknown(decide.Document);
            var current = Project.Document(decide.Document).Draft?.Number ?? 0;
            return decide is Restore || decide.Draft == current
                ? null
                : new(
                    RejectionKinds.StaleDecision,
                    $"The decision names draft {decide.Draft} of '{decide.Document}', but draft {current} is the current one: look at it and decide again.",
                    current);
        }

        private Rejection? Decision(Decide decide) => decide switch
        {
            Approve approve => Approve(approve),
            Revise revise => Revise(revise),
            Edit edit => Approve(edit.Document, edit.Written),
            MoreOptions more => More(more),
            AskTips ask => Ask(ask),
            Skip skip => DoWithout(skip),
            Reopen reopen => Reopen(reopen.Document),
            Restore restore => Bring(restore),
            Keep keep => Keep(keep.Document),
            Redraft redraft => Redraft(redraft),
            _ => throw new ArgumentException($"No decision is written for the verb {decide.GetType().Name}."),
        };

        private Rejection? Approve(Approve approve)
        {
            var document = Project.Document(approve.Document);
            if (document.Draft is not { } draft) return NoDraft(approve, "approve");
            if (OptionOf(draft, approve.Option, out var option) is { } fault) return fault;
            var stands = document is { Open: false, Failed: null, Order: null, Wanted: null, Skipped: null } && document.Approved?.Ref == new DraftRef(draft.Number, option);
            if (stands && Graph.Status(approve.Document) is DocumentStatus.Stale)
            {
                return Unfit($"'{approve.Document}' is approved already, and stale: keep it as it is, or redraft it.");
            }

            return stands ? null : Add(new DraftApproved(draft.Number, option) { Document = approve.Document });
        }

        /// <summary>The writer's own text becomes a draft and part of the film.</summary>
        private Rejection? Approve(DocumentId id, Draft written)
        {
            var number = Project.Document(id).LastNumber + 1;
            Add(new DraftReceived(written with { Number = number, MadeFrom = Graph.Inputs(id), SawAt = Project.Revision }) { Document = id });
            return Add(new DraftApproved(number, written.Options[0].Number) { Document = id });
        }

        private Rejection? Revise(Revise revise)
        {
            if (ModelFault(revise, "revise") is { } fault) return fault;
            if (string.IsNullOrWhiteSpace(revise.Notes)) return Invalid("notes", "A revision needs notes that say what to change.");
            if (TooLong("notes", revise.Notes, MostNotes) is { } tooLong) return tooLong;
            if (TooLong("passage", revise.Passage, MostPassage) is { } passageTooLong) return passageTooLong;
            if (TooLong("part", revise.Part, MostTitle) is { } partTooLong) return partTooLong;
            if (revise is { Passage: not null, Part: not null }) return Invalid("passage", "A revision changes a passage or a part: give one of the two.");
            var draft = Project.Document(revise.Document).Draft!;
            var one = revise.Passage ?? revise.Part;
            int? option = revise.Option;
            if ((one is not null || option is not null) && OptionOf(draft, option, out var found) is { } unknown) return unknown;
            else if (one is not null) option ??= draft.Options[0].Number;
            return Request(revise.Document, new()
            {
                Verb = Verb.Revise,
                Base = draft.Key,
                Option = option,
                Notes = revise.Notes,
                Passage = revise.Passage,
                Part = revise.Part,
            });
        }

        private Rejection? More(MoreOptions more)
        {
            if (ModelFault(more, "ask for more options of") is { } fault) return fault;
            if (more.Count is < 1 or > MostNewOptions) return Invalid("count", $"A count of {more.Count} options is not possible: ask for 1 to {MostNewOptions}.");
            if (TooLong("notes", more.Notes, MostNotes) is { } tooLong) return tooLong;
            var draft = Project.Document(more.Document).Draft!;
            var count = more.Count ?? Math.Min(Graph.Rule(more.Document).Options, MostNewOptions);
            if (draft.Options.Count + count > MostOptions)
            {
                return Unfit($"'{more.Document}' holds {draft.Options.Count} options and may hold {MostOptions}: ask for fewer, or revise one.");
            }

            return Request(more.Document, new() { Verb = Verb.Options, Base = draft.Key, Count = count, Notes = more.Notes });
        }

        private Rejection? Ask(AskTips ask)
        {
            if (TooLong("notes", ask.Notes, MostNotes) is { } tooLong) return tooLong;
            if (!Graph.NeedsAreApproved(ask.Document)) return NotYet(ask.Document, "give tips for");
            var document = Project.Document(ask.Document);
            return Add(new TipsRequested(document.Tips.LastNumber + 1, new() { Verb = Verb.Stuck, Base = document.Draft?.Key, Notes = ask.Notes }) { Document = ask.Document });
        }

        private Rejection? DoWithout(Skip skip)
        {
            if (!Graph.Rule(skip.Document).MaySkip)
            {
                return Unfit($"'{skip.Document}' can not be skipped: pictures may be, words may not.");
            }

            if (string.IsNullOrWhiteSpace(skip.Reason)) return Invalid("notes", "Skipping needs the reason, in notes: it is kept with the film.");
            if (TooLong("notes", skip.Reason, MostNotes) is { } tooLong) return tooLong;
            return Graph.Status(skip.Document) is DocumentStatus.Skipped ? null : Add(new DocumentSkipped(skip.Reason) { Document = skip.Document });
        }

        private Rejection? Reopen(DocumentId id)
        {
            var document = Project.Document(id);
            return document.Skipped is not null || document is { Approved: not null, Open: false }
                ? Add(new DocumentReopened { Document = id })
                : Unfit($"'{id}' is not approved, so there is nothing to reopen: decide on what awaits.");
        }

        private Rejection? Bring(Restore restore)
        {
            var document = Project.Document(restore.Document);
            if (restore.Older.Number != restore.Draft || restore.Draft > document.LastNumber)
            {
                return new(RejectionKinds.UnknownDraft, $"'{restore.Document}' has no draft {restore.Draft}.");
            }

            if (document.Draft?.Key == restore.Older.Key && document is { Order: null, Wanted: null, Failed: null })
            {
                return Unfit($"Draft {restore.Older.Number} of '{restore.Document}' is the current one: there is nothing to restore.");
            }

            // The sequence that a draft from before a fork was stored with is another journal's.
            var older = restore.Older is { Home: not null } ? restore.Older with { SawAt = 0 } : restore.Older;
            return Add(new DraftRestored(older) { Document = restore.Document });
        }

        private Rejection? Keep(DocumentId id) =>
            Graph.Status(id) is DocumentStatus.Stale
                ? Add(new StaleKept(Graph.Inputs(id)) { Document = id })
                : Unfit($"'{id}' is not stale, so there is nothing to keep.");

        private Rejection? Redraft(Redraft redraft)
        {
            if (TooLong("notes", redraft.Notes, MostNotes) is { } tooLong) return tooLong;
            var id = redraft.Document;
            if (Graph.Rule(id).ByWriterAlone) return WritersOwn(id);
            var document = Project.Document(id);
            return Graph.Status(id) switch
            {
                DocumentStatus.Failed => Request(id, document.Failed!.Request with { Notes = redraft.Notes ?? document.Failed.Request.Notes }),
                DocumentStatus.Stale or DocumentStatus.AwaitingApproval => Request(id, new() { Verb = Verb.Redraft, Base = document.Draft!.Key, Notes = redraft.Notes }),
                DocumentStatus.Waiting when Graph.NeedsAreApproved(id) => Request(id, new() { Verb = Verb.Redraft, Base = document.Draft?.Key, Notes = redraft.Notes }),
                DocumentStatus.Waiting => NotYet(id, "draft"),
                DocumentStatus.Approved => Unfit($"'{id}' is approved and up to date: reopen it, or revise it with notes."),
                DocumentStatus.Skipped => Unfit($"'{id}' was skipped: reopen it."),
                _ => Unfit($"'{id}' is being drafted already."),
            };
        }

        private Rejection? Take(Result result)
        {
            var document = Graph.Has(result.Document) ? Project.Document(result.Document) : DocumentState.New;
            var order = result is TipsDone or TipsNotDone ? document.Tips.Order : document.Order;
            if (order?.Number != result.Number || !Project.Ordered(Graph, result.Document).Contains(order)) return null;
            return Add(result switch
            {
                DraftDone done => new DraftReceived(done.Draft with { Number = order.Number, MadeFrom = order.MadeFrom }) { Document = result.Document },
                DraftNotDone not => new DraftFailed(order.Number, order.Request, not.Failure, not.Usage) { Document = result.Document },
                TipsDone done => new TipsReceived(order.Number, done.Usage) { Document = result.Document },
                TipsNotDone not => new TipsFailed(order.Number, not.Failure, not.Usage) { Document = result.Document },
                _ => throw new ArgumentException($"No decision is written for the result {result.GetType().Name}."),
            });
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
                Add(new DraftOrdered(document.LastNumber + 1, request, inputs) { Document = id });
            }
        }

        private Rejection? Request(DocumentId id, Request request) => Add(new DraftRequested(request) { Document = id });

        private Rejection? Add(ProjectEvent next)
        {
            var by = command is Result or WakeProject ? Service : command.By;
            var entry = new JournalEntry(Project.Revision + 1, at, by, command.Id, next);
            Project = Project.On(entry);
            Entries.Add(entry);
            _graph = null;
            return null;
        }

        private static IEnumerable<DocumentId> Stale(FilmGraph graph) =>
            graph.Documents.Where(id => graph.Status(id) is DocumentStatus.Stale);

        private Rejection? ModelFault(Decide decide, string what) =>
            Graph.Rule(decide.Document).ByWriterAlone ? WritersOwn(decide.Document)
            : Project.Document(decide.Document) is { Skipped: not null } ? Unfit($"'{decide.Document}' was skipped: reopen it.")
            : Project.Document(decide.Document).Draft is null ? NoDraft(decide, what)
            : null;

        private static Rejection? OptionOf(Draft draft, int? wanted, out int option)
        {
            option = wanted ?? (draft.Options.Count == 1 ? draft.Options[0].Number : 0);
            if (draft.Option(option) is not null) return null;
            var numbers = string.Join(", ", draft.Options.Select(each => each.Number));
            return new(
                RejectionKinds.UnknownOption,
                wanted is null ? $"Draft {draft.Number} holds several options: name one of {numbers}." : $"Draft {draft.Number} has no option {wanted}: name one of {numbers}.");
        }

        private static Rejection? TitleFault(string title) =>
            string.IsNullOrWhiteSpace(title) ? Invalid("title", "A project needs a title.") : TooLong("title", title, MostTitle);

        private static Rejection? TooLong(string name, string? text, int most) =>
            text?.Length > most ? Invalid(name, $"'{name}' has {text.Length} characters and may have {most}: shorten it.") : null;

        private static Rejection Invalid(string path, string message) => new(RejectionKinds.InvalidValue, message, Path: path);

        private static Rejection Unfit(string message) => new(RejectionKinds.VerbDoesNotFit, message);

        private static Rejection WritersOwn(DocumentId id) => Unfit($"'{id}' is the writer's own: edit it.");

        private static Rejection Unknown(DocumentId id) =>
            new(RejectionKinds.UnknownDocument, $"The film has no document '{id}' now: its documents are listed with the project.");

        private Rejection NoDraft(Decide decide, string what) => Graph.Rule(decide.Document).ByWriterAlone
            ? WritersOwn(decide.Document)
            : Unfit($"'{decide.Document}' has no draft to {what} yet: it is {Graph.Status(decide.Document).ToString().ToLowerInvariant()}.");

        private Rejection NotYet(DocumentId id, string what)
        {
            var missing = Graph.Needs(id).Where(need => Graph.Status(need) is not (DocumentStatus.Approved or DocumentStatus.Skipped));
            return Unfit($"It is too early to {what} '{id}': it needs {string.Join(", ", missing.Select(need => $"'{need}'"))} approved first.");
        }
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
        Documents = Documents.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.StoredIn(Id, Revision))).ToDocumentMap(),
    };
}
