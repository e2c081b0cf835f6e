using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

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

    /// <returns>Gives the seat back when disposed.</returns>
    /// <exception cref="ProblemException">The caller has as many streams open as they may.</exception>
    public IDisposable Take(Caller caller, HttpContext context)
    {
        if (TryTake(caller.Writer) is { } seat) return seat;
        context.Response.Headers.RetryAfter = "5";
        throw new ProblemException(ProblemKinds.TooManyStreams);
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
