using System.Diagnostics;
using System.Diagnostics.Metrics;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Telemetry;

/// <summary>One command handed to a project: the span <c>command {kind}</c> within the request that brought it, and its time.</summary>
internal sealed class CommandSpan : IDisposable
{
    private static readonly Histogram<double> Duration = Instrumentation.Durations(
        "moviechat.command.duration", "From a command's decision to the end of its append, by kind and outcome.", least: 0.001);

    private readonly Activity? _span;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private TagList _tags;

    private CommandSpan(string project, Command command, TimeProvider clock)
    {
        var kind = TagNames.KindOf(command);
        _span = Instrumentation.Source.StartActivity($"command {kind}");
        _span?.SetTag(TagNames.Project, project).SetTag(TagNames.Command, kind).SetTag(TagNames.Document, DocumentOf(command)?.ToString());
        _tags.Add(TagNames.Command, kind);
        (_clock, _began) = (clock, clock.GetTimestamp());
        Command = command with { Trace = TraceContext.Current ?? command.Trace };
    }

    /// <summary>The command to decide on, with the trace to which the orders that it leads to belong.</summary>
    public Command Command { get; }

    /// <remarks>What nobody asked for, such as waking a project, begins a trace of its own, whoever happened to look at the project.</remarks>
    public static CommandSpan Begin(string project, Command command, TimeProvider clock)
    {
        if (command is WakeProject) Activity.Current = null;
        return new(project, command, clock);
    }

    public Advance Ended(Advance advance)
    {
        var outcome = advance.Rejection is not null ? "rejected" : advance.Entries.Count > 0 ? "accepted" : "unchanged";
        _tags.Add(TagNames.Outcome, outcome);
        if (advance.Rejection is { } rejection) _tags.Add(TagNames.Rejection, rejection.Kind);
        _span?.SetTag(TagNames.Outcome, outcome).SetTag(TagNames.Rejection, advance.Rejection?.Kind).SetTag(TagNames.Revision, advance.Project.Revision);
        return advance;
    }

    /// <summary>Storage failed. An exception's words may quote what was sent: its type alone is told.</summary>
    public void Failed(Exception failed)
    {
        _tags.Add(TagNames.Outcome, "failed");
        _tags.Add(TagNames.Error, failed.GetType().Name);
        _span?.SetTag(TagNames.Outcome, "failed").SetTag(TagNames.Error, failed.GetType().Name).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        Duration.Record(_clock.GetElapsedTime(_began).TotalSeconds, _tags);
        _span?.Dispose();
    }

    private static DocumentId? DocumentOf(Command command) => command switch
    {
        Decide decide => decide.Document,
        Result result => result.Document,
        _ => null,
    };
}
