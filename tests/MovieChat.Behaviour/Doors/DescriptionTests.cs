using System.Net;
using System.Text.RegularExpressions;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Doors;

public sealed partial class DescriptionTests(HeadFixture head)
{
    [Fact]
    public async Task Health_WithoutAKey_IsOk()
    {
        var reply = await AskAsync("/healthz");

        Assert.Equal("ok", reply.Ok().Status());
    }

    [Fact]
    public async Task OpenApi_WithoutAKey_DescribesEveryAddressOfTheContract()
    {
        var description = (await AskAsync("/openapi/v1.json")).Ok();

        Assert.StartsWith("3.", description.Text("openapi"), StringComparison.Ordinal);
        var described = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Superset(
            new HashSet<string>
            {
                "POST /api/projects", "GET /api/projects", "GET /api/projects/{project}", "DELETE /api/projects/{project}",
                "GET /api/projects/{project}/events", "GET /api/projects/{project}/documents/{document}",
                "GET /api/projects/{project}/documents/{document}/drafts", "GET /api/projects/{project}/documents/{document}/drafts/{number}",
                "POST /api/projects/{project}/documents/{document}/decisions", "POST /api/projects/{project}/pause",
                "POST /api/projects/{project}/resume", "POST /api/projects/{project}/fork", "PUT /api/projects/{project}/budget", "PUT /api/projects/{project}/title-page",
                "GET /api/projects/{project}/exports/{export}", "GET /api/projects/{project}/journal",
                "POST /api/keys", "GET /api/keys", "DELETE /api/keys/{id}", "GET /healthz",
            },
            described.ToHashSet());
    }

    [Fact]
    public async Task OpenApi_References_AllLeadSomewhere()
    {
        var reply = await AskAsync("/openapi/v1.json");

        var schemas = reply.Json["components"]!["schemas"]!.AsObject();
        foreach (var name in ReferencePattern().Matches(reply.Body).Select(match => match.Groups["name"].Value).Distinct()) Assert.True(schemas.ContainsKey(name), name);
        var operations = reply.Json["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.Text("operationId")!).ToArray();
        Assert.Equal(operations.Distinct(), operations);
    }

    [Fact]
    public async Task Reference_Read_NeedsNothingFromElsewhere()
    {
        using var stranger = new HttpClient();
        stranger.BaseAddress = head.Owner.Address;
        using var response = await stranger.GetAsync("/reference/", TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        foreach (var source in SourcePattern().Matches(page).Select(match => match.Groups["address"].Value))
        {
            var address = new Uri(response.RequestMessage!.RequestUri!, source);
            Assert.Equal(head.Owner.Address.Authority, address.Authority);
            using var found = await stranger.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }
    }

    private async Task<Reply> AskAsync(string path)
    {
        using var stranger = new HttpClient();
        stranger.BaseAddress = head.Owner.Address;
        using var response = await stranger.GetAsync(path);
        return new(response.StatusCode, null, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""#/components/schemas/(?<name>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("""<(script|link|img)[^>]*\s(src|href)="(?<address>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex SourcePattern();
}
