using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Local;

/// <summary>A writer who talks with the companion by a head's API.</summary>
internal sealed class Talker(HeadProcess head) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = head.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", HeadHome.Key) } };

    /// <summary>Begins a project that owes nothing, and a chat in it.</summary>
    /// <returns>The chat's address, from <c>/api</c> on.</returns>
    public async Task<string> BeginAsync()
    {
        var project = (string)(await PostAsync("/api/projects", new() { ["title"] = "The Ferry" }))["id"]!;
        return $"/api/projects/{project}/chats/{(string)(await PostAsync($"/api/projects/{project}/chats", new() { ["title"] = "The end" }))["id"]!}";
    }

    /// <summary>Says something and listens. Sent again with the same key it is the same message.</summary>
    /// <param name="acknowledged">Told once the message counts.</param>
    /// <param name="told">Told each piece of the answer.</param>
    /// <returns>The last event; null when the answer breaks off.</returns>
    public async Task<JsonNode?> SayAsync(string chat, string key, string text, Action<string>? acknowledged = null, Action<string>? told = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{chat}/messages") { Content = JsonContent.Create(new JsonObject { ["text"] = text }) };
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!response.IsSuccessStatusCode) Assert.Fail(await response.Content.ReadAsStringAsync());
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var name = ""; await lines.ReadLineAsync() is { } line;)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            var data = JsonNode.Parse(line[6..])!;
            if (name == "turn") acknowledged?.Invoke((string)data["turn"]!);
            if (name == "text") told?.Invoke((string)data["text"]!);
            if (name == "end") return data;
        }

        return null;
    }

    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(string chat) =>
        [.. (await _http.GetFromJsonAsync<JsonNode>($"{chat}/messages?limit=200"))!["items"]!.AsArray().Select(message => message!)];

    /// <summary>Waits until every message has its answer.</summary>
    public async Task<IReadOnlyList<JsonNode>> AnsweredAsync(string chat)
    {
        await Desk.UntilAsync(async () => (await _http.GetFromJsonAsync<JsonNode>(chat))!["turns"]!.AsArray().Count == 0, "all turns to end");
        return await MessagesAsync(chat);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string address, JsonObject content)
    {
        using var response = await _http.PostAsJsonAsync(address, content);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }
}
