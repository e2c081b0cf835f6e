using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Understudy;

namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>What one film is made of, counted: a writer waits until nothing is being drafted, approves one draft, and waits again.</summary>
    private sealed class Film
    {
        private const int Minutes = 110;

        private Film(Loop loop) => Loop = loop;

        public Loop Loop { get; }

        public int Events { get; private set; }

        /// <summary>Appends to the journal: one for each command that made events.</summary>
        public int Appends { get; private set; }

        public int Drafts { get; private set; }

        /// <summary>Tokens that the model read, at four characters each.</summary>
        public long Input { get; private set; }

        public long Output { get; private set; }

        /// <summary>Bytes of the drafts' texts in tables, two a character.</summary>
        public long Stored { get; private set; }

        /// <summary>The start and each approval.</summary>
        public int Decisions => Loop.Announcements;

        /// <summary>Messages through the engine's queues: an announcement is one, an activity two, a timer one.</summary>
        public int Messages => Decisions + (2 * Activities) + Loop.Timers;

        public int Activities => Loop.Looks + Loop.Orders;

        public static async Task<Film> CountAsync(Parameters given)
        {
            await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
            await MakeAsync(head);
            var film = new Film(new Loop(given));
            var entries = await new JournalTable(head.Clients).ReadAsync("film", 0, CancellationToken.None).ToListAsync();
            foreach (var command in entries.GroupBy(entry => (entry.Cause, entry.At))) film.Take([.. command]);
            foreach (var entry in entries)
            {
                if (entry.Event is DraftReceived received) film.Take(await ReadAsync(head, received.Document, received.Draft.Origin));
                if (entry.Event is DocumentsBrought brought)
                {
                    foreach (var (document, draft) in brought.Drafts) film.Take(await ReadAsync(head, document, draft.Origin));
                }
            }

            film.Check(head.Writes.Counts);
            return film;
        }

        /// <summary>One decision at a time, unlike <see cref="BenchHead.MakeFilmAsync"/>: how often the loop sleeps in between is then the same each time.</summary>
        private static async Task MakeAsync(BenchHead head)
        {
            await head.BeginAsync("film", Briefs.Of("film", Minutes));
            while (true)
            {
                var film = await head.UntilAsync("film", found => found.Owed().Count == 0);
                if (film.Status() is ProjectStatus.Complete) return;
                var next = new FilmGraph(film).Awaiting.First();
                var draft = film.Document(next).Draft ?? throw new InvalidOperationException($"{next} failed: {film.Document(next).Failed?.Failure.Message}");
                await head.ApproveAsync("film", next, draft.Number);
            }
        }

        private static async Task<StoredDraft> ReadAsync(BenchHead head, DocumentId document, string origin) =>
            (await new DraftTable(head.Clients).FindAsync("film", document, origin, CancellationToken.None))!;

        private void Take(IReadOnlyList<JournalEntry> command)
        {
            Loop.Take(command);
            Appends++;
            Events += command.Count;
        }

        private void Take(StoredDraft draft)
        {
            Drafts++;
            Input += draft.InputTokens;
            Output += draft.OutputTokens;
            Stored += draft.Options.Sum(option => 2L * option.Content.Length);
        }

        /// <summary>What is counted in the journal is what was written.</summary>
        private void Check(IReadOnlyDictionary<string, int> writes)
        {
            if (writes["Journal"] != Appends || writes["Drafts"] != Drafts)
            {
                throw new InvalidOperationException($"{Appends} appends and {Drafts} drafts are in the journal, and {writes["Journal"]} and {writes["Drafts"]} were written.");
            }
        }
    }
}
