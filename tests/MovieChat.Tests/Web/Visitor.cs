using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Web;

/// <summary>Somebody who asks with a key, or without one.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(string address, string? key)
    {
        // Cookies are sent by those tests that are about them.
        _client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(address) };
        if (key is not null) _client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public string? Key => _client.DefaultRequestHeaders.Authorization?.Parameter;

    /// <summary>The id that the key is revoked by.</summary>
    public string KeyId => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key!)))[..16];

    /// <summary>Has a header sent with everything from now on.</summary>
    public void Always(string header, string value) => _client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address);

    public Task<HttpResponseMessage> DeleteAsync(string address) => _client.DeleteAsync(address);

    public async Task<JsonNode> GetJsonAsync(string address) => await (await GetAsync(address)).ReadAsync(HttpStatusCode.OK);

    public Task<HttpResponseMessage> PostAsync(string address, object? body = null, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, address, body, idempotencyKey);

    /// <param name="body">Sent as JSON; content is sent as it is.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, object? body, string? idempotencyKey = null)
    {
        var content = body is null ? null : body as HttpContent ?? Json.Of(body);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await _client.SendAsync(request);
    }

    /// <summary>The answer as soon as it begins.</summary>
    public Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request) => _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Starts a project with a brief.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> StartAsync(string title = "The Lighthouse")
    {
        var answer = await PostAsync("/api/projects", new { title, brief = Json.Brief });
        await answer.ReadAsync(HttpStatusCode.Created);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The ids of all their projects, page by page.</summary>
    public async IAsyncEnumerable<string> ProjectsAsync()
    {
        for (var after = ""; after is not null;)
        {
            var page = await GetJsonAsync($"/api/projects?limit=200&after={after}");
            foreach (var item in page["items"]!.AsArray()) yield return item!.Text("id");
            after = (string?)page["next"];
        }
    }

    public void Dispose() => _client.Dispose();
}
