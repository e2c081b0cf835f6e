using System.Net;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class KeyTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Key_OfAWriter_OpensTheirProjectsUntilItIsRevoked()
    {
        var made = await (await Door.Owner.PostAsync("/api/keys", new { writer = "wren", name = "laptop" })).ReadAsync(HttpStatusCode.Created);
        Assert.Matches("^mc_[A-Za-z0-9_-]{43}$", made.Text("key"));
        using var wren = Door.Client(made.Text("key"));
        await wren.GetJsonAsync("/api/projects");
        Assert.Equal(HttpStatusCode.NoContent, (await Door.Owner.DeleteAsync($"/api/keys/{made.Text("id")}")).StatusCode);
        await (await wren.GetAsync("/api/projects")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Keys_Listed_ShowNoSecrets()
    {
        var made = await (await Door.Owner.PostAsync("/api/keys", new { writer = "wren", name = "laptop" })).ReadAsync(HttpStatusCode.Created);
        var listed = new List<string>();
        for (var after = ""; after is not null;)
        {
            var page = await Door.Owner.GetJsonAsync($"/api/keys?limit=200&after={after}");
            Assert.DoesNotContain(made.Text("key"), page.ToJsonString(), StringComparison.Ordinal);
            listed.AddRange(page["items"]!.AsArray().Select(item => item!.Text("id")));
            after = (string?)page["next"];
        }

        Assert.Contains(made.Text("id"), listed);
        Assert.Equal(listed.Distinct(), listed);
    }

    [Fact]
    public async Task Key_UnderTheSameIdempotencyKey_IsTheSame()
    {
        var first = await Door.Owner.PostAsync("/api/keys", new { writer = "wren", name = "laptop" }, "key-1");
        var again = await Door.Owner.PostAsync("/api/keys", new { writer = "wren", name = "laptop" }, "key-1");
        var other = await Door.Owner.PostAsync("/api/keys", new { writer = "robin", name = "laptop" }, "key-1");
        Assert.Equal((await first.ReadAsync(HttpStatusCode.Created)).ToJsonString(), (await again.ReadAsync(HttpStatusCode.Created)).ToJsonString());
        await other.ProblemAsync(HttpStatusCode.Conflict, "idempotency-key-reused");
    }

    [Fact]
    public async Task Keys_AskedForByAWriter_AreTheOwnersAlone()
    {
        await (await Writer.GetAsync("/api/keys")).ProblemAsync(HttpStatusCode.Forbidden, "owner-only");
        await (await Writer.PostAsync("/api/keys", new { writer = "me", name = "more" })).ProblemAsync(HttpStatusCode.Forbidden, "owner-only");
        await (await Writer.DeleteAsync("/api/keys/0123456789abcdef")).ProblemAsync(HttpStatusCode.Forbidden, "owner-only");
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("service")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../x")]
    public async Task Key_ForAnImpossibleWriter_IsRefused(string writer) =>
        Assert.Equal(
            "writer",
            (await (await Door.Owner.PostAsync("/api/keys", new { writer, name = "x" })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value")).Text("path"));

    [Fact]
    public async Task Key_Unknown_CanNotBeRevoked() =>
        await (await Door.Owner.DeleteAsync("/api/keys/0123456789abcdef")).ProblemAsync(HttpStatusCode.NotFound, "unknown-key");
}
