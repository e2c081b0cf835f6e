using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Doors;

/// <summary>Keys, and what each opens.</summary>
public sealed class WriterTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Writers_WithKeysOfTheirOwn_SeeTheirOwnProjectsOnly()
    {
        using var one = await head.NewWriterAsync();
        using var other = await head.NewWriterAsync();
        var mine = await one.BeginAsync(HeadFixture.NewTitle());
        var theirs = await other.BeginAsync(HeadFixture.NewTitle());

        Assert.Equal(mine, (await one.GetAsync("/api/projects")).Ok().List("items").Single().Text("id"));
        Assert.Equal(theirs, (await other.GetAsync("/api/projects")).Ok().List("items").Single().Text("id"));
        Assert.DoesNotContain(await _owner.PagesAsync("/api/projects", 200), item => item.Text("id") == mine);
    }

    public static TheoryData<string, string, string?> Addresses => new()
    {
        { "GET", "", null },
        { "DELETE", "", null },
        { "GET", "/journal", null },
        { "GET", "/events", null },
        { "GET", "/documents/brief", null },
        { "GET", "/documents/posters", null },
        { "GET", "/documents/brief/drafts", null },
        { "GET", "/documents/brief/drafts/1", null },
        { "POST", "/documents/brief/decisions", """{"verb":"reopen","draft":1}""" },
        { "POST", "/pause", null },
        { "POST", "/resume", null },
        { "PUT", "/budget", """{"tokens":1}""" },
        { "PUT", "/title-page", """{"title":"T"}""" },
        { "POST", "/fork", """{"title":"T"}""" },
        { "GET", "/exports/fountain", null },
        { "GET", "/exports/screenplay.pdf", null },
        { "GET", "/exports/fdx", null },
        { "GET", "/exports/project.json", null },
        { "GET", "/exports/authorship.json", null },
        { "GET", "/exports/bundle.zip", null },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task SomebodyElsesProject_AtEveryAddress_AnswersAsOneThatNeverWas(string method, string path, string? body)
    {
        var theirs = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        using var writer = await head.NewWriterAsync();
        Task<Reply> Ask(string project) => writer.SendAsync(new(method), $"/api/projects/{project}{path}", body, "the-same-key");

        var foreign = await Ask(theirs);
        var unknown = await Ask("abcdefghijklmnopqrst");

        foreign.Problem(HttpStatusCode.NotFound, "unknown-project");
        Assert.Equal(unknown.Body.Replace("abcdefghijklmnopqrst", theirs, StringComparison.Ordinal), foreign.Body);
        Assert.Equal("approved", (await _owner.DocumentAsync(theirs, "brief")).Status());
    }

    [Fact]
    public async Task Key_Revoked_OpensNothingFromThenOn()
    {
        var made = (await _owner.PostAsync("/api/keys", new JsonObject { ["writer"] = $"writer-{Guid.NewGuid():N}", ["name"] = "A desk" })).Ok();
        using var writer = head.As(made.Text("key")!);
        await writer.BeginAsync(HeadFixture.NewTitle());

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/keys/{made.Text("id")}")).Status);

        (await writer.GetAsync("/api/projects")).Problem(HttpStatusCode.Unauthorized, "unauthorized");
        var listed = (await _owner.PagesAsync("/api/keys", 200)).Single(key => key.Text("id") == made.Text("id"));
        Assert.NotNull(listed.Text("revokedAt"));
        (await _owner.DeleteAsync("/api/keys/nosuchkey")).Problem(HttpStatusCode.NotFound, "unknown-key");
    }

    [Fact]
    public async Task TwoKeys_OfOneWriter_OpenTheSameProjects()
    {
        var writer = $"writer-{Guid.NewGuid():N}";
        async Task<Client> Key(string name) => head.As((await _owner.PostAsync("/api/keys", new JsonObject { ["writer"] = writer, ["name"] = name })).Ok().Text("key")!);
        using var desk = await Key("The desk");
        using var phone = await Key("The phone");

        var project = await desk.BeginAsync(HeadFixture.NewTitle());

        Assert.Equal(project, (await phone.ProjectAsync(project)).Text("id"));
    }

    [Fact]
    public async Task Keys_AskedForByAWriter_AreRefused()
    {
        using var writer = await head.NewWriterAsync();

        (await writer.GetAsync("/api/keys")).Problem(HttpStatusCode.Forbidden, "owner-only");
        (await writer.PostAsync("/api/keys", new JsonObject { ["writer"] = "me", ["name"] = "Mine" })).Problem(HttpStatusCode.Forbidden, "owner-only");
        (await writer.DeleteAsync("/api/keys/any")).Problem(HttpStatusCode.Forbidden, "owner-only");
    }

    [Theory]
    [InlineData("owner", "A desk")]
    [InlineData("service", "A desk")]
    [InlineData("", "A desk")]
    [InlineData("with space", "A desk")]
    [InlineData("../owner", "A desk")]
    [InlineData("mara", "")]
    [InlineData("mara", "   ")]
    public async Task Key_ForAnImpossibleWriter_IsRefused(string writer, string name) =>
        (await _owner.PostAsync("/api/keys", new JsonObject { ["writer"] = writer, ["name"] = name })).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"writer":"mara"}""")]
    [InlineData("""{"writer":null,"name":"A desk"}""")]
    [InlineData("""{"writer":"mara","name":"A desk","key":"mine"}""")]
    public async Task Key_AskedForWithoutItsValues_IsRefused(string body) =>
        (await _owner.SendAsync(HttpMethod.Post, "/api/keys", body, null)).Problem(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer mc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic b3duZXI6b3duZXI=")]
    public async Task Request_WithoutAValidKey_IsUnauthorized(string? header)
    {
        using var stranger = new HttpClient();
        stranger.BaseAddress = _owner.Address;
        if (header is not null) stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var response = await stranger.GetAsync("/api/projects", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }
}
