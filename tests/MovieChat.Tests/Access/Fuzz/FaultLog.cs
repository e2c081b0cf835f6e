using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Keeps the log lines that must not be: errors, exceptions, and those that hold what is secret.</summary>
internal sealed class FaultLog(Func<string, bool> holdsSecret) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _faults = new();
    private int _lines;

    public IReadOnlyCollection<string> Faults => _faults;

    public int Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _lines);
        var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "";
        var line = $"{logLevel} {eventId}: {formatter(state, exception)} {values} {exception}";
        if (logLevel >= LogLevel.Error || exception is not null || holdsSecret(line)) _faults.Enqueue(line);
    }

    public void Dispose()
    {
    }
}
