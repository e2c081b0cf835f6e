using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class ProblemTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Theory]
    [InlineData(null)]
    [InlineData("wrong-but-as-long-as-an-owner-key-0123456789")]
    [InlineData("mc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Api_WithoutKnownKey_IsUnauthorized(string? key)
    {
        using var client = Door.Client(key);
        var answer = await client.GetAsync("/api/projects");
        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Api_WithKeyInQuery_IsUnauthorized()
    {
        using var client = Door.Client(null);
        var key = Writer.Key;
        await (await client.GetAsync($"/api/projects?key={key}")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task UnknownAddress_WithKey_IsNotFound() =>
        await (await Writer.GetAsync("/api/nowhere")).ProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Method_NotTaken_IsToldWithThoseThatAre()
    {
        var answer = await Writer.SendAsync(HttpMethod.Patch, "/api/projects", new { }, null);
        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("""{"title":"x","titel":"y"}""", "unknown-property", "titel")]
    [InlineData("""{"Title":"x"}""", "unknown-property", "Title")]
    [InlineData("""{"title":"x","title":"y"}""", "malformed-request", "title")]
    [InlineData("""{"title":"x","brief":{"tone":"a","tone":"b"}}""", "malformed-request", "tone")]
    [InlineData("""{"title":5}""", "malformed-request", "title")]
    [InlineData("""{"title":null}""", "malformed-request", "title")]
    [InlineData("""{"title":"x","start":[]}""", "malformed-request", "start")]
    [InlineData("""{"brief":{}}""", "malformed-request", "title")]
    [InlineData("""{"title":""", "malformed-request", "$")]
    [InlineData("[]", "malformed-request", "$")]
    [InlineData("null", "malformed-request", "$")]
    [InlineData("", "malformed-request", "$")]
    public async Task Body_NotAsDescribed_IsRefusedWithItsPath(string body, string kind, string path)
    {
        var answer = await Writer.PostAsync("/api/projects", Json.Text(body));
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, kind);
        Assert.Equal(path, problem.Text("path"));
    }

    [Fact]
    public async Task Body_NestedTooDeep_IsRefused()
    {
        var body = $$"""{"title":"x","brief":{{new string('[', 70)}}{{new string(']', 70)}}}""";
        await (await Writer.PostAsync("/api/projects", Json.Text(body))).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OverOneMebibyte_IsTooLarge(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects")
        {
            Content = Json.Text($$"""{"title":"{{new string('a', 1024 * 1024)}}"}"""),
            Headers = { TransferEncodingChunked = isChunked, ExpectContinue = true },
        };
        await (await Writer.BeginAsync(request)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Body_NotJson_IsUnsupported() =>
        await (await Writer.PostAsync("/api/projects", new StringContent("title=x"))).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "not-json");

    [Theory]
    [InlineData("/api/projects?limit=many", "limit")]
    [InlineData("/api/projects?limit=0", "limit")]
    [InlineData("/api/projects?limit=201", "limit")]
    [InlineData("/api/keys?limit=201", "limit")]
    public async Task Parameter_OutOfItsForm_IsNamed(string address, string path) =>
        Assert.Equal(path, (await (await Door.Owner.GetAsync(address)).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).Text("path"));

    [Fact]
    public async Task IdempotencyKey_WithSpace_IsRefused()
    {
        var answer = await Writer.PostAsync("/api/projects", new { title = "x" }, "not visible");
        Assert.Equal("Idempotency-Key", (await answer.ProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).Text("path"));
    }

    [Fact]
    public async Task Project_OfSomebodyElse_AnswersAsAnUnknownOne()
    {
        using var other = await Door.WriterAsync();
        var own = await Writer.StartAsync();
        foreach (var rest in new[] { "", "/journal", "/events", "/documents/brief", "/documents/brief/drafts", "/documents/brief/drafts/1", "/exports/fountain" })
        {
            var foreign = await other.GetAsync(own + rest);
            var unknown = await other.GetAsync("/api/projects/aaaaaaaaaaaaaaaaaaaa" + rest);
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(await unknown.TextAsync(), await foreign.TextAsync());
        }

        await (await other.DeleteAsync(own)).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        await (await other.PostAsync(own + "/fork", new { title = "Mine now" })).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        await (await other.PostAsync(own + "/documents/brief/decisions", new { verb = "reopen", draft = 1 })).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        await Writer.GetJsonAsync(own);
    }

    [Fact]
    public async Task Project_WithDamagedJournal_IsUnreadableAloneAndSaysNothingMore()
    {
        var (damaged, whole) = (await Writer.StartAsync(), await Writer.StartAsync());
        var table = (await Azurite.ClientsAsync()).Tables.GetTableClient("Journal");
        await table.UpsertEntityAsync(new TableEntity(damaged.Id(), $"{1:D19}.{damaged.Id()}") { ["Event"] = "{ secret" }, TableUpdateMode.Merge, TestContext.Current.CancellationToken);
        var problem = await (await Writer.GetAsync(damaged)).ProblemAsync(HttpStatusCode.InternalServerError, "unreadable-project");
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        await Writer.GetJsonAsync(whole);
    }

    [Fact]
    public async Task Storage_Away_IsUnavailableWithRetryAfter()
    {
        var nowhere = StorageClients.Create(StorageSettings.Of(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;"));
        await using var door = await FrontDoor.OpenAsync(nowhere);
        var answer = await door.Owner.GetAsync("/api/projects");
        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
        await (await door.Owner.GetAsync("/healthz")).ProblemAsync(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
    }

    /// <summary>As the client's own time-outs end, one attempt after the other or all together.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Storage_OutOfTime_IsUnavailableWithRetryAfter(bool isRetried)
    {
        var end = new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout.");
        await using var door = await FrontDoor.OpenAsync(await Azurite.ConnectAsync(new BrokenWire(isRetried ? new AggregateException(end, new IOException("Reset.")) : end)));
        foreach (var answer in (HttpResponseMessage[])[await door.Owner.GetAsync("/api/projects"), await door.Owner.PostAsync("/api/projects", new { title = "x" })])
        {
            await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        await (await door.Owner.GetAsync("/healthz")).ProblemAsync(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
    }

    [Fact]
    public async Task Caller_BeyondTheirBurst_IsToldToWaitAndOthersAreNot()
    {
        await using var door = await FrontDoor.OpenAsync(await Azurite.ClientsAsync(), ("MovieChat:Limits:Burst", "3"), ("MovieChat:Limits:RequestsPerSecond", "1"));
        using var writer = await door.WriterAsync();
        var answers = new List<HttpResponseMessage>();
        for (var count = 0; count < 10; count++) answers.Add(await writer.GetAsync("/api/projects"));
        var refused = answers.Last(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.NotNull(refused.Headers.RetryAfter);
        await door.Owner.GetJsonAsync("/api/keys");
    }

    [Fact]
    public async Task Response_OfTheApi_BearsSecurityHeaders()
    {
        var answer = await Writer.GetAsync("/api/projects");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private sealed class BrokenWire(Exception end) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => throw end;
    }
}
