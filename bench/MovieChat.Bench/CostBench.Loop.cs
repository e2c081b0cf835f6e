using MovieChat.Core.Journey;

namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>Goes through a journal as the cloud head's event loop would have made it, and counts what the engine and our own code do in
    /// storage for it: see <c>ProjectLoop</c>, <c>DurableHost</c>, <c>ProjectDesk</c> and <c>OrderDesk</c>.</summary>
    private sealed class Loop(Parameters given)
    {
        /// <summary>As in <c>ProjectLoop</c>.</summary>
        private const int TurnsOfAHistory = 20;

        /// <summary>As in <c>CloudHead</c>.</summary>
        private const int EventsPerSnapshot = 20;

        /// <summary>As in <c>OrderDesk</c>: so often is looked whether the writer has withdrawn what is being drafted.</summary>
        private const double LookEvery = 5;

        private readonly Engine _engine = new(given);
        private WritingProject _film = WritingProject.None;
        private long _snapshotAt;
        private DateTimeOffset? _alarm;
        private int _turns;

        /// <summary>When timers of the present history were set, in decisions.</summary>
        private readonly List<int> _set = [];

        public int Announcements { get; private set; }

        public int Orders { get; private set; }

        public int Timers { get; private set; }

        /// <summary>Timers called off whose history was begun anew before they fired: the engine finds nothing that they belong to, and puts
        /// them back five times before it gives them up.</summary>
        public int Strays { get; private set; }

        public int Renewals { get; private set; }

        /// <summary>Drafts that authors are shown. All are read where they are not in the memory of the instance.</summary>
        public int Inputs { get; private set; }

        /// <summary>Each announcement is news to the loop, because nothing else of it looks at the project while it waits for the writer.
        /// Where orders of other documents end just then, one look in some is saved.</summary>
        public int Looks => Announcements;

        public Operations OfEngine => (Announcements * _engine.Event) + ((Looks + Orders) * _engine.Activity) + ((Timers - Strays) * _engine.Timer)
            + (Strays * _engine.Stray) + (Renewals * _engine.Renewal);

        public Operations OfOurs { get; private set; }

        /// <param name="command">The events of one command. Each step is on another instance, which reads the project anew: where few do all the
        /// work, it is less.</param>
        public void Take(IReadOnlyList<JournalEntry> command)
        {
            if (command[0].By != WritingProject.Service) Decide(command);
            else if (command.Any(entry => entry.Event is DraftReceived or DraftFailed or TipsReceived or TipsFailed)) CarryOut(command);
            else throw new InvalidOperationException($"Nothing is known of what {command[0].Event.GetType().Name} by the service costs.");
            Sleep();
        }

        private void Decide(IReadOnlyList<JournalEntry> command)
        {
            var isStart = _film.Revision == 0;
            Announcements++;
            OfOurs += Own.Key + Read() + (isStart ? Own.Row + Own.Listing : Own.ReadAgain);
            Append(command);
            OfOurs += Read() + Own.Listing;
            if (!isStart) _turns++;
        }

        private void CarryOut(IReadOnlyList<JournalEntry> command)
        {
            var inputs = ShownTo(((DocumentEvent)command[0].Event).Document);
            Orders++;
            Inputs += inputs;
            OfOurs += Read() + Own.Row + (inputs * Own.Row) + (Math.Floor(given["model-seconds"] / LookEvery) * Own.Row) + Own.Row;
            Append(command);
            OfOurs += Own.Listing;
            _turns++;
        }

        private void Append(IReadOnlyList<JournalEntry> command)
        {
            OfOurs += Own.Row;
            _film = command.Aggregate(_film, (film, entry) => film.On(entry));
            if (_film.Revision / EventsPerSnapshot == _snapshotAt / EventsPerSnapshot) return;
            OfOurs += Own.Snapshot;
            _snapshotAt = _film.Revision;
        }

        private void Sleep()
        {
            if (ReminderPlan.Usual.NextDue(_film) is var due && due != _alarm && due is not null)
            {
                Timers++;
                _set.Add(Announcements);
            }

            _alarm = due;
            if (_turns < TurnsOfAHistory || _film.Owed().Count > 0) return;
            Renewals++;
            Strays += _set.Count(set => Announcements - set < given["decisions"] * ReminderPlan.Usual.First[0].TotalDays);
            _set.Clear();
            _turns = 0;
        }

        private Operations Read() => Own.Read(_film.Revision > _snapshotAt);

        private int ShownTo(DocumentId document)
        {
            var graph = new FilmGraph(_film);
            return graph.Needs(document).Concat(graph.Sees(document)).Distinct().Count(each => _film.ApprovedRef(each) is not null);
        }
    }
}
