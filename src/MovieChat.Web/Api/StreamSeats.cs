using System.Collections.Concurrent;

namespace MovieChat.Web.Api;

/// <summary>Bounds how many event streams a writer has open.</summary>
internal sealed class StreamSeats(WebSettings settings)
{
    private readonly ConcurrentDictionary<string, int> _taken = new();

    /// <returns>Gives the seat back when disposed; null when all are taken.</returns>
    public IDisposable? TryTake(string writer)
    {
        if (_taken.AddOrUpdate(writer, 1, (_, taken) => taken + 1) <= settings.EventStreams) return new Seat(this, writer);
        Leave(writer);
        return null;
    }

    private void Leave(string writer)
    {
        if (_taken.AddOrUpdate(writer, 0, (_, taken) => taken - 1) == 0) _taken.TryRemove(new(writer, 0));
    }

    private sealed class Seat(StreamSeats seats, string writer) : IDisposable
    {
        public void Dispose() => seats.Leave(writer);
    }
}
