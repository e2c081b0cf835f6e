using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;

namespace MovieChat.Bench;

/// <summary>Counts the requests to storage; those that change it, by table or container.</summary>
internal sealed class WriteCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _writes = new();
    private int _requests;

    /// <summary>Requests of any kind.</summary>
    public int Requests => _requests;

    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(_writes);

    /// <summary>Requests that change what is stored.</summary>
    public int Writes => _writes.Values.Sum();

    public void Reset() => _writes.Clear();

    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head) return;
        _writes.AddOrUpdate(PlaceOf(message.Request), 1, (_, count) => count + 1);
    }

    private static string PlaceOf(Azure.Core.Request request)
    {
        var path = request.Uri.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length < 2) return "other";
        if (path[1] != "$batch") return path.Length > 3 ? $"{path[1]} ({path[^1].Split('.')[0]})" : path[1].Split('(')[0];
        return "Journal";
    }
}

/// <summary>Notes when orders begin and when their drafts are in the journal: the engine logs it.</summary>
internal sealed class OrderClock : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _times = new();

    /// <summary>The time stamp at which the order began, or will.</summary>
    public Task<long> BeganAsync(string project, string order) => At($"{project}/{order}").Task;

    /// <summary>The time stamp at which the project's first draft was appended, or will be.</summary>
    public Task<long> DraftedAsync(string project) => At($"{project} drafted").Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning) Console.Error.WriteLine($"{formatter(state, exception)} {exception}");
        if (eventId.Name is not ("OrderBegun" or "Advanced") || state is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
        var named = values.ToDictionary(value => value.Key, value => value.Value);
        if (eventId.Name == "OrderBegun") At($"{named["Project"]}/{named["Order"]}").TrySetResult(Stopwatch.GetTimestamp());
        else if (named["Command"] is nameof(DraftDone)) At($"{named["Project"]} drafted").TrySetResult(Stopwatch.GetTimestamp());
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource<long> At(string moment) => _times.GetOrAdd(moment, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A model whose calls are timed.</summary>
internal sealed class TimedModel(IChatClient model) : DelegatingChatClient(model)
{
    private long _spent;
    private int _calls;

    /// <summary>Time within calls, added up.</summary>
    public TimeSpan Spent => TimeSpan.FromTicks(Interlocked.Read(ref _spent));

    public int Calls => _calls;

    public void Reset() => (_spent, _calls) = (0, 0);

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        finally
        {
            Interlocked.Add(ref _spent, Stopwatch.GetElapsedTime(began).Ticks);
            Interlocked.Increment(ref _calls);
        }
    }
}

/// <summary>A model that answers at once what it has answered before to the same request of whatever project.</summary>
/// <param name="projects">What the projects' ids begin with, before a number.</param>
internal sealed class InstantModel(IChatClient model, string projects) : DelegatingChatClient(model)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ChatResponse>>> _answers = new();

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] request = [.. messages];
        var text = Regex.Replace(string.Concat(request.Select(message => message.Text)), $"{projects}[0-9]+", projects);
        return _answers.GetOrAdd(text, _ => new(() => base.GetResponseAsync(request, options, CancellationToken.None))).Value;
    }
}
