using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>A project's journal as Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html), for as long as the
/// caller listens, their key opens it and the project lives.</summary>
internal sealed class EventStream(IProjectHost host, JournalTable journal, Callers callers, TimeProvider clock)
{
    public const string MediaType = "text/event-stream";

    /// <summary>At least so often something is sent, so that nothing in between takes the connection for dead; and so long a stream goes on
    /// at the most when its key was revoked or its project deleted.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void Describe(HttpResponse response)
    {
        response.ContentType = MediaType;
        response.Headers["X-Accel-Buffering"] = "no";
    }

    public async Task WriteAsync(HttpContext context, string project, long after, CancellationToken stopping)
    {
        var response = context.Response;
        Describe(response);
        await SendAsync(response, "retry: 2000\n\n", stopping);
        var isFollowing = false;
        for (var last = after; await callers.StillKnowsAsync(context); await WaitAsync(project, last, stopping))
        {
            var found = isFollowing ? journal.FollowAsync(project, last, stopping) : journal.ReadAsync(project, last, stopping);
            var (sent, isOver) = await WriteAsync(response, found, last, stopping);

            // What the caller named as their last may be in the midst of what one command made; what was sent never ends there.
            isFollowing |= sent > last;
            if (isOver || (sent == last && await host.FindAsync(project, stopping) is not { Deleted: false })) return;
            if (sent == last) await SendAsync(response, ":\n\n", stopping);
            last = sent;
        }
    }

    /// <returns>The sequence of the last event sent, and whether it is the project's last.</returns>
    private static async Task<(long Last, bool IsOver)> WriteAsync(HttpResponse response, IAsyncEnumerable<JournalEntry> entries, long last, CancellationToken stopping)
    {
        await foreach (var entry in entries.WithCancellation(stopping))
        {
            var item = JournalItem.Of(entry);
            var data = JsonSerializer.Serialize(item, WebJson.Readable.JournalItem);
            await SendAsync(response, $"id: {item.Sequence}\nevent: {item.Type}\ndata: {data}\n\n", stopping);
            last = entry.Sequence;
            if (entry.Event is ProjectDeleted) return (last, true);
        }

        return (last, false);
    }

    /// <summary>Until there may be something new, or a heartbeat is due.</summary>
    private async Task WaitAsync(string project, long last, CancellationToken stopping)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, heartbeat.Token);
        try
        {
            await host.WaitForChangeAsync(project, last, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing has happened, and a heartbeat is due.
        }
    }

    /// <summary>Sends some events, or a comment, at once.</summary>
    public static async Task SendAsync(HttpResponse response, string text, CancellationToken stopping)
    {
        await response.WriteAsync(text, stopping);
        await response.Body.FlushAsync(stopping);
    }
}
