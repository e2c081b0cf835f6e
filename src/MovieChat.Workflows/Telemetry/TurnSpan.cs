using System.Diagnostics;
using System.Diagnostics.Metrics;
using MovieChat.Core.Chatting;

namespace MovieChat.Workflows.Telemetry;

/// <summary>One turn of a chat being taken by this process: the span <c>turn</c>, its time, and the time to its first word. Nothing that was said is in them.</summary>
public sealed class TurnSpan : IDisposable
{
    private static readonly Histogram<double> Duration = Instrumentation.Durations(
        "moviechat.turn.duration", "From taking up a turn of a chat to its end, by outcome.", least: 0.01);

    private static readonly Histogram<double> FirstWord = Instrumentation.Durations(
        "moviechat.turn.first_word", "From taking up a turn of a chat to the first word of its answer.", least: 0.001);

    private readonly Activity? _span;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private TagList _tags;
    private bool _hasSpoken;
    private string _outcome = "stopping";

    private TurnSpan(ChatAddress chat, TimeProvider clock)
    {
        _span = Instrumentation.Source.StartActivity("turn", ActivityKind.Consumer, default(ActivityContext));
        _span?.SetTag(TagNames.Project, chat.Project).SetTag(TagNames.Chat, chat.Chat);
        (_clock, _began) = (clock, clock.GetTimestamp());
    }

    public static TurnSpan Begin(ChatAddress chat, TimeProvider clock)
    {
        // A turn goes on when the request that brought it has ended.
        Activity.Current = null;
        return new(chat, clock);
    }

    public void Spoke()
    {
        if (_hasSpoken) return;
        _hasSpoken = true;
        FirstWord.Record(_clock.GetElapsedTime(_began).TotalSeconds);
    }

    public void Ended(TurnEnded ended)
    {
        _outcome = ended.End.ToString().ToLowerInvariant();
        if (ended.Failure is not { } failure) return;
        _tags.Add(TagNames.Error, failure.Kind);
        _span?.SetStatus(ActivityStatusCode.Error, failure.Kind);
    }

    public void Dispose()
    {
        _tags.Add(TagNames.Outcome, _outcome);
        Duration.Record(_clock.GetElapsedTime(_began).TotalSeconds, _tags);
        foreach (var (name, value) in _tags) _span?.SetTag(name, value);
        _span?.Dispose();
    }
}
