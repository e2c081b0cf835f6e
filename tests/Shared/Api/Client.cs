using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Api;

/// <summary>A writer at the HTTP API: knows nothing of the service but its addresses and JSON.</summary>
public sealed class Client(Uri address, string key) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    public Uri Address { get; } = address;

    /// <summary>The address without a path, such as <c>http://127.0.0.1:7071</c>.</summary>
    public string Root => Address.GetLeftPart(UriPartial.Authority);

    public string Key { get; } = key;

    public HttpClient Http => _http;

    public void Dispose() => _http.Dispose();

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<Reply> PostAsync(string path, JsonNode? body = null, string? id = null) => SendAsync(HttpMethod.Post, path, body?.ToJsonString(), id);

    public Task<Reply> PutAsync(string path, JsonNode body, string? id = null) => SendAsync(HttpMethod.Put, path, body.ToJsonString(), id);

    public Task<Reply> DeleteAsync(string path, string? id = null) => SendAsync(HttpMethod.Delete, path, null, id);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body, string? id)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (id is not null) request.Headers.Add("Idempotency-Key", id);
        using var response = await _http.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    /// <summary>Sends what is no JSON.</summary>
    public async Task<Reply> PostAsync(string path, byte[] bytes, string mediaType)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new(mediaType) } };
        using var response = await _http.PostAsync(path, content);
        return await Reply.OfAsync(response);
    }

    /// <summary>Begins a project with a brief, and returns its id.</summary>
    /// <param name="pictures">Most tests tell of words, and of films that end with them.</param>
    public async Task<string> BeginAsync(string title, JsonObject? brief = null, JsonObject? start = null, bool pictures = false)
    {
        var body = new JsonObject { ["title"] = title };
        if (!pictures) body["pictures"] = false;
        if (brief is not null) body["brief"] = brief;
        if (start is not null) body["start"] = start;
        var reply = await PostAsync("/api/projects", body);
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Body);
        return (string)reply.Json["id"]!;
    }

    public async Task<JsonNode> ProjectAsync(string project) => (await GetAsync($"/api/projects/{project}")).Ok();

    public async Task<JsonNode> DocumentAsync(string project, string document) => (await GetAsync($"/api/projects/{project}/documents/{document}")).Ok();

    /// <summary>The whole journal, page by page.</summary>
    public Task<IReadOnlyList<JsonNode>> JournalAsync(string project) => PagesAsync($"/api/projects/{project}/journal", 200);

    /// <summary>All items of a list, <paramref name="limit"/> at a time.</summary>
    public async Task<IReadOnlyList<JsonNode>> PagesAsync(string path, int limit)
    {
        var items = new List<JsonNode>();
        for (string? next = null; ;)
        {
            var page = (await GetAsync($"{path}?limit={limit}{(next is null ? "" : $"&after={next}")}")).Ok();
            var found = page["items"]!.AsArray();
            Assert.InRange(found.Count, 0, limit);
            items.AddRange(found.Select(item => item!));
            next = (string?)page["next"];
            if (next is null) return items;
            Assert.Equal(limit, found.Count);
        }
    }

    public Task<Reply> DecideAsync(string project, string document, string verb, int draft, Action<JsonObject>? more = null, string? id = null)
    {
        var body = new JsonObject { ["verb"] = verb, ["draft"] = draft };
        more?.Invoke(body);
        return PostAsync($"/api/projects/{project}/documents/{document}/decisions", body, id);
    }

    /// <summary>Waits until the document has one of the statuses, and returns it.</summary>
    public Task<JsonNode> UntilAsync(string project, string document, params string[] statuses) =>
        UntilAsync(() => DocumentAsync(project, document), found => statuses.Contains((string?)found["status"]), $"{document} of {project} to be {string.Join(" or ", statuses)}");

    /// <summary>Decides on the draft that stands before the writer now, and must be let.</summary>
    public async Task<JsonNode> DecideAsync(string project, string document, string verb, Action<JsonObject>? more = null)
    {
        var draft = (await DocumentAsync(project, document))["draft"] is { } current ? (int)current["number"]! : 0;
        var reply = await DecideAsync(project, document, verb, draft, more);
        Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Body);
        return reply.Json;
    }

    /// <summary>The writer's own content for a document.</summary>
    public Task<JsonNode> EditAsync(string project, string document, JsonObject content) => DecideAsync(project, document, "edit", body => body["content"] = content);

    /// <summary>Waits for a draft to decide on, and approves it.</summary>
    public async Task ApproveAsync(string project, string document, int option = 1)
    {
        var found = await UntilAsync(project, document, "awaitingApproval", "stale");
        var reply = await DecideAsync(project, document, "approve", (int)found["draft"]!["number"]!, body => body["option"] = option);
        Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Body);
    }

    /// <summary>Approves the first option of whatever awaits, until <paramref name="isEnough"/>.</summary>
    /// <param name="exceptBrief">The film has none, and it is not missed.</param>
    public async Task<JsonNode> ApproveUntilAsync(string project, Func<JsonNode, bool> isEnough, bool exceptBrief = false)
    {
        string[] Awaiting(JsonNode state) => [.. state.Texts("awaiting").Where(document => !exceptBrief || document != "brief")];
        while (true)
        {
            var state = await UntilAsync(() => ProjectAsync(project), found => isEnough(found) || Awaiting(found).Length > 0, $"{project} to await something");
            if (isEnough(state)) return state;
            foreach (var document in Awaiting(state))
            {
                var draft = state.Document(document)["draft"];
                Assert.True(draft is not null, $"{document} awaits without a draft: {state.ToJsonString()}");
                var reply = await DecideAsync(project, document, "approve", (int)draft, body => body["option"] = 1);
                Assert.True(reply.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, reply.Body);
            }
        }
    }

    /// <summary>Looks again and again until <paramref name="isThere"/>.</summary>
    public static Task<JsonNode> UntilAsync(Func<Task<JsonNode>> look, Func<JsonNode, bool> isThere, string what) =>
        Waiting.UntilAsync(look, isThere, what, found => found.ToJsonString());
}

/// <summary>An answer of the API.</summary>
public sealed record Reply(HttpStatusCode Status, Uri? Location, string? MediaType, string Body)
{
    public static async Task<Reply> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new JsonException("The answer is null.");

    public JsonNode Ok()
    {
        Assert.True((int)Status is >= 200 and < 300, $"{Status}: {Body}");
        return Json;
    }

    /// <summary>The problem that it must be.</summary>
    public JsonNode Problem(HttpStatusCode status, string? kind = null)
    {
        Assert.True(Status == status, $"{status} was expected, {Status} came: {Body}");
        Assert.Equal("application/problem+json", MediaType);
        if (kind is not null) Assert.EndsWith(kind, (string?)Json["type"]);
        return Json;
    }
}
