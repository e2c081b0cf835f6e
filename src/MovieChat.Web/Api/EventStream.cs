using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>A project's journal as Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html), for as long as the
/// caller listens and the project lives.</summary>
internal sealed class EventStream(IProjectHost host, JournalTable journal, TimeProvider clock)
{
    public const string MediaType = "text/event-stream";

    /// <summary>So often something is sent, so that nothing in between takes the connection for dead.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task WriteAsync(HttpResponse response, string project, long after, CancellationToken stopping)
    {
        await BeginAsync(response, stopping);
        var (last, isOver, isFollowing) = (after, false, false);
        while (!isOver)
        {
            var found = isFollowing ? journal.FollowAsync(project, last, stopping) : journal.ReadAsync(project, last, stopping);
            (var sent, isOver) = await WriteAsync(response, found, last, stopping);

            // What the caller named as their last may be in the midst of what one command made; what was sent never ends there.
            isFollowing |= sent > last;
            if (isOver || (sent == last && await host.FindAsync(project, stopping) is not { Deleted: false })) return;
            last = sent;
            if (!await WaitAsync(project, last, stopping)) await SendAsync(response, ":\n\n", stopping);
        }
    }

    private static Task BeginAsync(HttpResponse response, CancellationToken stopping)
    {
        response.ContentType = MediaType;
        response.Headers["X-Accel-Buffering"] = "no";
        return SendAsync(response, "retry: 2000\n\n", stopping);
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

    /// <returns>False when a heartbeat is due.</returns>
    private async Task<bool> WaitAsync(string project, long last, CancellationToken stopping)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, heartbeat.Token);
        try
        {
            await host.WaitForChangeAsync(project, last, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken stopping)
    {
        await response.WriteAsync(text, stopping);
        await response.Body.FlushAsync(stopping);
    }
}
