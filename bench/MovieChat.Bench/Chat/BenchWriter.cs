using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MovieChat.Tests.Shared;

namespace MovieChat.Bench.Chat;

/// <summary>A writer who talks with the companion by a head's API.</summary>
internal sealed class BenchWriter(HeadProcess head) : IDisposable
{
    public const string Key = "the-owner-key-of-this-bench-is-long-enough";

    private readonly HttpClient _http = new() { BaseAddress = head.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };

    /// <returns>The chat's address, from <c>/api</c> on.</returns>
    public async Task<string> BeginAsync(string project, string? focus = null)
    {
        using var response = await _http.PostAsJsonAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "Bench", ["focus"] = focus });
        var chat = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return response.IsSuccessStatusCode ? $"/api/projects/{project}/chats/{(string)chat["id"]!}" : throw new InvalidOperationException($"{chat}");
    }

    /// <summary>Says something and reads the answer to its end.</summary>
    /// <returns>Milliseconds to the first word and to the end, and the time stamp of the first word.</returns>
    public async Task<Heard> SayAsync(string chat, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{chat}/messages") { Content = JsonContent.Create(new JsonObject { ["text"] = text }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await HearAsync(_http, request, "event: text", "event: end");
    }

    /// <summary>Sends a request to the model itself.</summary>
    public static async Task<Heard> AskAsync(HttpClient http, string address, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await HearAsync(http, request, "data: {", "data: [DONE]");
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Heard> HearAsync(HttpClient http, HttpRequestMessage request, string word, string end)
    {
        var from = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = 0L;
        for (var isOver = false; await lines.ReadLineAsync() is { } line;)
        {
            if (first == 0 && line.StartsWith(word, StringComparison.Ordinal)) first = Stopwatch.GetTimestamp();
            isOver |= line.StartsWith(end, StringComparison.Ordinal);
            if (isOver && (end != "event: end" || line.StartsWith("data: ", StringComparison.Ordinal))) return new(from, first, Figures.Milliseconds(from), !line.Contains("\"failure\":{", StringComparison.Ordinal));
        }

        throw new IOException("The answer broke off.");
    }
}

/// <param name="From">The time stamp at which it was sent.</param>
/// <param name="First">The time stamp of the first word.</param>
/// <param name="Whole">Milliseconds to the end.</param>
internal sealed record Heard(long From, long First, double Whole, bool IsAnswered)
{
    public double ToFirst => Stopwatch.GetElapsedTime(From, First).TotalMilliseconds;
}
