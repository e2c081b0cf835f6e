using System.Runtime.CompilerServices;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Workflows.Chats;

/// <summary>Follows a turn to its end: as it is written where that happens in this process, else as it is kept in storage.</summary>
public sealed class TurnFollower(LiveTurns lives, TranscriptTable transcripts, TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50), FirstLook = TimeSpan.FromMilliseconds(100), LongestBetween = TimeSpan.FromSeconds(1), Heartbeat = TimeSpan.FromSeconds(5);

    /// <param name="place">How far the caller has come; <see cref="TurnPlace.Beginning"/> for all of it.</param>
    /// <returns>Ends with <see cref="TurnUpdate.Ended"/>; without it when there is no such turn.</returns>
    public async IAsyncEnumerable<TurnUpdate> FollowAsync(ChatAddress chat, string turn, TurnPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = clock.GetTimestamp();
        for (var delay = TimeSpan.Zero; ; delay = delay == TimeSpan.Zero ? FirstLook : delay * 2 < LongestBetween ? delay * 2 : LongestBetween)
        {
            var opened = lives.NextOpened;
            if (lives.Find(chat, turn) is { } live)
            {
                await foreach (var update in LiveAsync(live, place, cancellationToken))
                {
                    place = update.Place ?? place;
                    yield return update;
                }
            }
            else if (await OpensAsync(opened, delay == TimeSpan.Zero ? Moment : delay, cancellationToken) && lives.Find(chat, turn) is not null)
            {
                continue;
            }

            var mark = await transcripts.FindTurnAsync(chat, turn, cancellationToken);
            if (mark is null) yield break;
            if (mark.Ended is { } end && await transcripts.FindAsync(chat, end, cancellationToken) is { Event: TurnEnded ended } entry)
            {
                foreach (var update in Rest(ended.Attempt, ended.Text, place)) yield return update;
                yield return new TurnUpdate.Ended(entry);
                yield break;
            }

            // Another process may be writing it, and keeps what has come.
            var partial = await transcripts.FindPartialAsync(chat, turn, cancellationToken);
            foreach (var update in partial is null || lives.Find(chat, turn) is not null ? [] : Rest(partial.Attempt, partial.Text, place))
            {
                place = update.Place ?? place;
                yield return update;
            }

            if (clock.GetElapsedTime(told) < Heartbeat) continue;
            told = clock.GetTimestamp();
            yield return new TurnUpdate.Waiting();
        }
    }

    private async IAsyncEnumerable<TurnUpdate> LiveAsync(LiveTurn live, TurnPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (place.Offset > 0 && (place.Attempt != live.Attempt || place.Offset > live.Text.Length)) yield return new TurnUpdate.Restarted(place = new(live.Attempt, 0));
        for (var at = 0; ;)
        {
            var (steps, isOver, news) = live.From(at);
            at += steps.Count;
            foreach (var (update, offset) in steps)
            {
                if (update is not CompanionUpdate.Text text)
                {
                    if (offset >= place.Offset) yield return new TurnUpdate.Step(update);
                    continue;
                }

                var end = offset + text.Words.Length;
                if (end > place.Offset) yield return new TurnUpdate.Words(text.Words[Math.Max(0, place.Offset - offset)..], place = new(live.Attempt, end));
            }

            if (isOver) yield break;
            if (steps.Count == 0 && !await OpensAsync(news, Heartbeat, cancellationToken)) yield return new TurnUpdate.Waiting();
        }
    }

    /// <summary>What of a text the caller has not seen.</summary>
    private static IEnumerable<TurnUpdate> Rest(string attempt, string text, TurnPlace place)
    {
        if (place.Offset > 0 && (place.Attempt != attempt || place.Offset > text.Length)) yield return new TurnUpdate.Restarted(place = new(attempt, 0));
        if (text.Length > place.Offset) yield return new TurnUpdate.Words(text[place.Offset..], new(attempt, text.Length));
    }

    private async Task<bool> OpensAsync(Task news, TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await news.WaitAsync(longest, clock, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

/// <summary>How far somebody has read an answer.</summary>
/// <param name="Attempt">The try at it that they have read; see <see cref="LiveTurn.Attempt"/>.</param>
/// <param name="Offset">In characters (UTF-16 units).</param>
public readonly record struct TurnPlace(string Attempt, int Offset)
{
    public static TurnPlace Beginning { get; } = new("", 0);

    public override string ToString() => $"{Attempt}.{Offset}";

    public static bool TryParse(string text, out TurnPlace place)
    {
        place = Beginning;
        if (text.Split('.') is not [var attempt, var offset] || attempt.Length > 40 || !attempt.All(char.IsAsciiLetterOrDigit)) return false;
        if (!int.TryParse(offset, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at)) return false;
        place = new(attempt, at);
        return true;
    }
}

/// <summary>What a follower of a turn is told.</summary>
public abstract record TurnUpdate
{
    private TurnUpdate()
    {
    }

    /// <summary>How far the follower has come with it; null when no further.</summary>
    public TurnPlace? Place { get; private init; }

    /// <summary>The next words of the answer.</summary>
    public sealed record Words : TurnUpdate
    {
        public Words(string text, TurnPlace place) => (Text, Place) = (text, place);

        public string Text { get; }
    }

    /// <summary>A tool is used, or something was proposed.</summary>
    public sealed record Step(CompanionUpdate Update) : TurnUpdate;

    /// <summary>What was told of this answer before is void: it is told from its beginning.</summary>
    public sealed record Restarted : TurnUpdate
    {
        public Restarted(TurnPlace place) => Place = place;
    }

    /// <summary>Nothing has happened for some time.</summary>
    public sealed record Waiting : TurnUpdate;

    /// <param name="Entry">Its event is a <see cref="TurnEnded"/>.</param>
    public sealed record Ended(ChatEntry Entry) : TurnUpdate;
}
