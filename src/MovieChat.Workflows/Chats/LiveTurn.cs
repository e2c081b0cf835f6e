using System.Collections.Concurrent;
using System.Text;
using MovieChat.Core.Chatting;

namespace MovieChat.Workflows.Chats;

/// <summary>An answer while it is being written in this process, for all who listen.</summary>
public sealed class LiveTurn(string turn) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<LiveStep> _steps = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;

    public string Turn { get; } = turn;

    /// <summary>Which try at the answer this is: listeners who have read a part of another one begin anew.</summary>
    public string Attempt { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    /// <summary>Cancelled when the writer cuts the answer short, or the chat ends.</summary>
    public CancellationToken Stopped => _stop.Token;

    public string Text
    {
        get
        {
            lock (_lock) return _text.ToString();
        }
    }

    public void Stop() => _stop.Cancel();

    public void Add(CompanionUpdate update)
    {
        lock (_lock)
        {
            _steps.Add(new(update, _text.Length));
            if (update is CompanionUpdate.Text words) _text.Append(words.Words);
        }

        Ring();
    }

    /// <summary>Nothing more comes: what became of the turn stands in the transcript.</summary>
    public void End()
    {
        lock (_lock) _isOver = true;
        Ring();
    }

    /// <summary>The steps from <paramref name="place"/> on, and what completes at the next one.</summary>
    internal (IReadOnlyList<LiveStep> Steps, bool IsOver, Task News) From(int place)
    {
        lock (_lock) return (_steps.Count > place ? _steps[place..] : [], _isOver, _news.Task);
    }

    public void Dispose() => _stop.Dispose();

    private void Ring()
    {
        TaskCompletionSource rung;
        lock (_lock) (rung, _news) = (_news, new(TaskCreationOptions.RunContinuationsAsynchronously));
        rung.TrySetResult();
    }
}

/// <param name="Offset">The characters of the answer before it.</param>
internal readonly record struct LiveStep(CompanionUpdate Update, int Offset);

/// <summary>The turns that are being taken in this process.</summary>
public sealed class LiveTurns
{
    private readonly ConcurrentDictionary<(ChatAddress Chat, string Turn), LiveTurn> _turns = new();

    private readonly ConcurrentDictionary<ChatAddress, CancellationTokenSource> _chores = new();

    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => _turns.Count;

    /// <summary>What completes when the next turn is opened. Take it before looking for one.</summary>
    public Task NextOpened => Volatile.Read(ref _opened).Task;

    public LiveTurn? Find(ChatAddress chat, string turn) => _turns.GetValueOrDefault((chat, turn));

    public LiveTurn Open(ChatAddress chat, string turn)
    {
        var live = _turns.GetOrAdd((chat, turn), _ => new(turn));
        Interlocked.Exchange(ref _opened, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return live;
    }

    public void Close(ChatAddress chat, string turn)
    {
        if (_turns.TryRemove((chat, turn), out var live)) live.End();
    }

    /// <summary>Begins a chore of a chat, a title or a fold, that gives way to a message.</summary>
    /// <returns>What stops it.</returns>
    internal CancellationToken BeginChore(ChatAddress chat, CancellationToken stopping)
    {
        var chore = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _chores[chat] = chore;
        return chore.Token;
    }

    internal void EndChore(ChatAddress chat)
    {
        if (_chores.TryRemove(chat, out var chore)) chore.Dispose();
    }

    /// <summary>A message has come: a chore that is under way is left, and taken up again later.</summary>
    public void GiveWay(ChatAddress chat)
    {
        if (!_chores.TryRemove(chat, out var chore)) return;
        chore.Cancel();
        chore.Dispose();
    }

    /// <summary>Cuts short whatever is being said in a chat.</summary>
    public void StopAll(Func<ChatAddress, bool> chats)
    {
        foreach (var ((chat, _), live) in _turns)
        {
            if (chats(chat)) live.Stop();
        }
    }
}
