namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    /// <summary>The writer's verbs, one after the other: when each fits, and the events it makes.</summary>
    private sealed partial class Step
    {
        private Rejection? Check(Decide decide)
        {
            if (!Graph.Has(decide.Document)) return Unknown(decide.Document);
            var current = Project.Document(decide.Document).Draft?.Number ?? 0;
            if (decide is not Restore && decide.Draft != current)
            {
                return new(
                    RejectionKinds.StaleDecision,
                    $"The decision names draft {decide.Draft} of '{decide.Document}', but draft {current} is the current one: look at it and decide again.",
                    current);
            }

            return decide.IfStatus is { } seen && Graph.Status(decide.Document) is var now && now != seen
                ? new(RejectionKinds.AlreadyDecided, $"'{decide.Document}' is {Words(now)} by now, and no more {Words(seen)}: look at what was decided.", Path: "ifStatus")
                : null;
        }

        private static string Words(DocumentStatus status) => status switch
        {
            DocumentStatus.AwaitingApproval => "awaiting approval",
            _ => status.ToString().ToLowerInvariant(),
        };

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
            MarkNote mark => Mark(mark),
            Propose propose => Propose(propose),
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
            var document = Project.Document(ask.Document);
            if (Graph.SkippedBecause(ask.Document) is not null) return WasSkipped(ask.Document);
            if (!Graph.NeedsAreApproved(ask.Document)) return NotYet(ask.Document, "give tips for");
            var request = new Request { Verb = Verb.Stuck, Base = document.Draft?.Key, Notes = ask.Notes };
            return Add(new TipsRequested(document.Tips.LastNumber + 1, request) { Document = ask.Document, Trace = ask.Trace });
        }

        private Rejection? DoWithout(Skip skip)
        {
            if (!Graph.Rule(skip.Document).MaySkip)
            {
                return Unfit($"'{skip.Document}' can not be skipped: pictures may be, words may not.");
            }

            if (string.IsNullOrWhiteSpace(skip.Reason)) return Invalid("notes", "Skipping needs the reason, in notes: it is kept with the film.");
            if (TooLong("notes", skip.Reason, MostNotes) is { } tooLong) return tooLong;
            return Project.Document(skip.Document).Skipped == skip.Reason ? null : Add(new DocumentSkipped(skip.Reason) { Document = skip.Document });
        }

        private Rejection? Reopen(DocumentId id)
        {
            var document = Project.Document(id);
            if (Graph.IsSkippedWith(id, out _)) return WasSkipped(id);
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

        private Rejection? Mark(MarkNote mark)
        {
            var document = Project.Document(mark.Document);
            if (document.Draft is null) return NoDraft(mark, "mark a note of");
            return document.Intentional.Contains(mark.Note) == mark.IsIntentional
                ? null
                : Add(new NoteMarked(mark.Note, mark.IsIntentional) { Document = mark.Document });
        }

        /// <summary>A proposal never takes the place of what the writer has asked for.</summary>
        private Rejection? Propose(Propose propose)
        {
            var id = propose.Document;
            var document = Project.Document(id);
            if (Graph.SkippedBecause(id) is not null) return WasSkipped(id);
            if (document is not { Wanted: null, Order: null }) return Unfit($"'{id}' is being drafted as the writer asked: propose once that draft is there.");

            // A proposal opens an approved document, and so would withdraw what is being drafted from it, which is paid for.
            if (Project.Documents.FirstOrDefault(each => each.Value.Order is { } order && order.MadeFrom.ContainsKey(id)) is { Value: not null } under)
            {
                return Unfit($"'{under.Key}' is being drafted from '{id}': propose once that draft is there.");
            }

            return Add(new DraftReceived(propose.Written with { Number = document.LastNumber + 1, MadeFrom = Graph.Inputs(id), SawAt = Project.Revision }) { Document = id });
        }

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
                DocumentStatus.Skipped => WasSkipped(id),
                _ => Unfit($"'{id}' is being drafted already."),
            };
        }

        private Rejection? Request(DocumentId id, Request request) => Add(new DraftRequested(request) { Document = id });

        private Rejection? ModelFault(Decide decide, string what) =>
            Graph.Rule(decide.Document).ByWriterAlone ? WritersOwn(decide.Document)
            : Graph.SkippedBecause(decide.Document) is not null ? WasSkipped(decide.Document)
            : Project.Document(decide.Document).Draft is null ? NoDraft(decide, what)
            : null;

        private Rejection WasSkipped(DocumentId id) => Graph.IsSkippedWith(id, out var gate)
            ? Unfit($"The film does without '{id}' because it does without '{gate}': reopen '{gate}', or edit '{id}' with your own.")
            : Unfit($"'{id}' was skipped: reopen it.");

        private static Rejection? OptionOf(Draft draft, int? wanted, out int option)
        {
            option = wanted ?? (draft.Options.Count == 1 ? draft.Options[0].Number : 0);
            if (draft.Option(option) is not null) return null;
            var numbers = string.Join(", ", draft.Options.Select(each => each.Number));
            return new(
                RejectionKinds.UnknownOption,
                wanted is null ? $"Draft {draft.Number} holds several options: name one of {numbers}." : $"Draft {draft.Number} has no option {wanted}: name one of {numbers}.");
        }

        private Rejection NoDraft(Decide decide, string what) => Graph.Rule(decide.Document).ByWriterAlone
            ? WritersOwn(decide.Document)
            : Unfit($"'{decide.Document}' has no draft to {what} yet: it is {Graph.Status(decide.Document).ToString().ToLowerInvariant()}.");

        private Rejection NotYet(DocumentId id, string what)
        {
            var missing = Graph.Needs(id).Where(need => Graph.Status(need) is not (DocumentStatus.Approved or DocumentStatus.Skipped));
            return Unfit($"It is too early to {what} '{id}': it needs {string.Join(", ", missing.Select(need => $"'{need}'"))} approved first.");
        }
    }
}
