using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Api;

/// <summary>One event as it came over the wire.</summary>
public sealed record Heard(int Id, string Type, string Data)
{
    public JsonNode Json => JsonNode.Parse(Data)!;
}

/// <summary>Listens to a project's events (https://html.spec.whatwg.org/multipage/server-sent-events.html).</summary>
public sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private Listener(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<Listener> OpenAsync(Client writer, string project, int? after = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{project}/events{query}");
        if (after is { } last) request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        var response = await writer.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>What comes next; null when the stream has ended.</summary>
    public async Task<Heard?> NextAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(Patience)
            ? new(int.Parse(_items.Current.EventId!, CultureInfo.InvariantCulture), _items.Current.EventType, _items.Current.Data)
            : null;

    /// <summary>What comes, up to and with the first that <paramref name="isLast"/>.</summary>
    public async Task<IReadOnlyList<Heard>> UntilAsync(Func<Heard, bool> isLast)
    {
        var heard = new List<Heard>();
        while (await NextAsync() is { } next)
        {
            heard.Add(next);
            if (isLast(next)) return heard;
        }

        throw new InvalidOperationException($"The stream ended after {heard.Count} events.");
    }

    public ValueTask DisposeAsync()
    {
        // Drops the connection; the enumerator may be waiting for it.
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
