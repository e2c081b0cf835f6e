using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Api;

/// <summary>A writer who talks with the companion.</summary>
public static class Chatting
{
    /// <summary>Begins a chat, and returns its id.</summary>
    public static async Task<string> ChatAsync(this Client writer, string project, string? title = null, string? focus = null) =>
        (string)(await writer.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = title, ["focus"] = focus }.WithoutNulls())).Ok()["id"]!;

    /// <summary>Says something and waits for the answer.</summary>
    public static async Task<JsonNode> SayAsync(this Client writer, string project, string chat, string text, string? id = null)
    {
        var reply = await writer.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = text }, id);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{reply.Status}: {reply.Body}");
        return reply.Json;
    }

    public static async Task<JsonNode[]> MessagesAsync(this Client writer, string project, string chat, string query = "?limit=200") =>
        (await writer.GetAsync($"/api/projects/{project}/chats/{chat}/messages{query}")).Ok().List("items");

    /// <summary>Says something and listens to the answer as it is written.</summary>
    public static Task<Hearing> HearAsync(this Client writer, string project, string chat, string text, string? id = null) =>
        Hearing.OpenAsync(writer, HttpMethod.Post, $"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = text }, id, null);

    /// <summary>Picks up a turn.</summary>
    public static Task<Hearing> HearTurnAsync(this Client writer, string project, string chat, string turn, string? last = null) =>
        Hearing.OpenAsync(writer, HttpMethod.Get, $"/api/projects/{project}/chats/{chat}/turns/{turn}", null, null, last);

    private static JsonObject WithoutNulls(this JsonObject body) => new(body.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
}

/// <summary>One event of a turn.</summary>
public sealed record HeardOfTurn(string? Id, string Type, JsonNode Data);

/// <summary>Listens to a turn.</summary>
public sealed class Hearing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private Hearing(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<Hearing> OpenAsync(Client writer, HttpMethod method, string path, JsonNode? body, string? id, string? last)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (id is not null) request.Headers.Add("Idempotency-Key", id);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        var response = await writer.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {(response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync())}");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>What comes next; null when the stream has ended.</summary>
    public async Task<HeardOfTurn?> NextAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(Patience) ? new(_items.Current.EventId, _items.Current.EventType, JsonNode.Parse(_items.Current.Data)!) : null;

    /// <summary>What comes, up to and with the first of this type.</summary>
    public async Task<IReadOnlyList<HeardOfTurn>> UntilAsync(string type)
    {
        var heard = new List<HeardOfTurn>();
        while (await NextAsync() is { } next)
        {
            heard.Add(next);
            if (next.Type == type) return heard;
        }

        throw new InvalidOperationException($"The stream ended without '{type}' after {string.Join(", ", heard.Select(each => each.Type))}.");
    }

    /// <summary>What comes, to the end of the stream.</summary>
    public async Task<IReadOnlyList<HeardOfTurn>> AllAsync()
    {
        var heard = new List<HeardOfTurn>();
        while (await NextAsync() is { } next) heard.Add(next);
        return heard;
    }

    public static string TextOf(IEnumerable<HeardOfTurn> heard) => string.Concat(heard.Where(each => each.Type == "text").Select(each => each.Data.Text("text")));

    public ValueTask DisposeAsync()
    {
        // Drops the connection; the enumerator may be waiting for it.
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
