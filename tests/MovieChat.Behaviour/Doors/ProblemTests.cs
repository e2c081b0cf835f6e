using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Doors;

/// <summary>Every error is a problem (RFC 9457) that says what to do.</summary>
public sealed class ProblemTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/projects/x/documents/brief/drafts/first", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/api/projects", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/projects", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/projects/x/pause", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/healthz", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/projects/UPPER", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/projects/..%2f..%2fkeys", HttpStatusCode.NotFound)]
    public async Task Address_ThatDoesNotFit_IsAProblem(string method, string path, HttpStatusCode status)
    {
        var problem = (await _owner.SendAsync(new(method), path, null, null)).Problem(status);

        Assert.Equal((int)status, problem.Number("status"));
        Assert.All(["type", "title", "detail"], name => Assert.NotEqual("", problem.Text(name)));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("  ", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("\"title\"", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"title":"T"} {}""", "$")]
    [InlineData("""{"title":"T",}""", "$")]
    [InlineData("""{'title':'T'}""", "$")]
    [InlineData("""{"title":7}""", "title")]
    [InlineData("""{"title":["T"]}""", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"start":{}}""", "title")]
    [InlineData("""{"title":"T","start":[]}""", "start")]
    [InlineData("""{"title":"T","start":"synopsis"}""", "start")]
    [InlineData("""{"title":"T","titel":"T"}""", "titel")]
    [InlineData("""{"Title":"T"}""", "Title")]
    [InlineData("""{"title":"T","title":"U"}""", "title")]
    [InlineData("""{"title":"\ud800"}""", "title")]
    [InlineData("""{"\ud800":1,"title":"T"}""", null)]
    public async Task Body_ThatCanNotBeRead_IsAProblemThatSaysWhere(string body, string? path)
    {
        var problem = (await _owner.SendAsync(HttpMethod.Post, "/api/projects", body, null)).Problem(HttpStatusCode.BadRequest);

        if (path is not null) Assert.Equal(path, problem.Text("path"));
        Assert.DoesNotContain("MovieChat.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verb":"approve","draft":"1"}""", "draft")]
    [InlineData("""{"verb":"approve","draft":1.5}""", "draft")]
    [InlineData("""{"verb":"approve","draft":99999999999}""", "draft")]
    [InlineData("""{"verb":7,"draft":1}""", "verb")]
    [InlineData("""{"verb":null,"draft":1}""", "verb")]
    [InlineData("""{"draft":1}""", "verb")]
    [InlineData("""{"verb":"revise","draft":1,"notes":["a"]}""", "notes")]
    [InlineData("""{"verb":"revise","draft":1,"note":"a"}""", "note")]
    [InlineData("""{"verb":"approve","draft":1,"option":true}""", "option")]
    public async Task Decision_ThatCanNotBeRead_IsAProblemThatSaysWhere(string body, string path)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());

        var problem = (await _owner.SendAsync(HttpMethod.Post, $"/api/projects/{project}/documents/brief/decisions", body, null)).Problem(HttpStatusCode.BadRequest);

        Assert.Equal(path, problem.Text("path"));
    }

    [Fact]
    public async Task Body_ThatIsNoUtf8_IsAProblem()
    {
        byte[] bytes = [.. "{\"title\":\"caf"u8, 0xE9, .. "\"}"u8];

        (await SendAsync(new ByteArrayContent(bytes), "application/json")).Problem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_NestedTooDeeply_IsAProblem() =>
        (await _owner.SendAsync(HttpMethod.Post, "/api/projects", $$"""{"title":"T","brief":{{new string('[', 5000)}}{{new string(']', 5000)}}}""", null)).Problem(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Body_OfMoreThanAMebibyte_IsTooLarge()
    {
        var body = $$"""{"title":"{{new string('x', 1024 * 1024)}}"}""";

        (await _owner.SendAsync(HttpMethod.Post, "/api/projects", body, null)).Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Body_OfMoreThanAMebibyteInChunks_IsTooLarge()
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"title":"{{new string('x', 1024 * 1024)}}"}""")));

        (await SendAsync(content, "application/json", chunked: true)).Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task Body_OfAnotherType_IsRefused(string? type) =>
        (await SendAsync(new StringContent("""{"title":"T"}"""), type)).Problem(HttpStatusCode.UnsupportedMediaType, "not-json");

    [Fact]
    public async Task Responses_OfTheApi_AreNotToBeKeptOrGuessed()
    {
        using var response = await _owner.Http.GetAsync("/api/projects", TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<Reply> SendAsync(HttpContent content, string? type, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects") { Content = content };
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (chunked) request.Headers.TransferEncodingChunked = true;
        using var response = await _owner.Http.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
