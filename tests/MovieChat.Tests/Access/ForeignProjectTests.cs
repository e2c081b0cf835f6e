using Azure.Data.Tables;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Access;

/// <summary>Somebody else's project answers exactly as one that never was: status, body but for the ids, and headers. The owner of the
/// service is a writer among others: their key opens their own projects, and nobody else's.</summary>
public sealed class ForeignProjectTests(AccessFixture access) : IClassFixture<AccessFixture>
{
    private const string Nowhere = "aaaaaaaaaaaaaaaaaaaa";

    public static TheoryData<string> Names => [.. Routes.All.Where(route => route.Reach is Reach.ItsWriter).Select(route => route.Name)];

    /// <summary>Ways of asking that could tell whether there is something.</summary>
    private static IReadOnlyList<Probe> Probes { get; } =
    [
        new(),
        new(Headers: [("Idempotency-Key", "probe-1")]),
        new(Headers: [("Idempotency-Key", "not visible")]),
        new(Headers: [("Last-Event-ID", "1")]),
        new(Headers: [("Last-Event-ID", "99999999")]),
        new(Headers: [("Last-Event-ID", "x")]),
        new(Headers: [("Content-Type", "text/plain")]),
        new(Headers: [("Accept", "text/event-stream")]),
        new(Query: "?limit=1&after=1&lastEventId=2&draft=true"),
        new(Query: "?limit=0"),
        new(Query: "?draft=maybe"),
        new(Query: "?after=x"),
        new(Body: """{"verb":"approve","draft":7,"option":9}"""),
        new(Body: """{"verb":"restore","draft":1}"""),
        new(Body: """{"verb":"edit","draft":1,"content":{}}"""),
        new(Body: """{"title":""}"""),
        new(Body: """{"tokens":-1}"""),
        new(Body: "{"),
        new(Document: "synopsis"),
        new(Document: "nothing"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Project_OfSomebodyElse_AnswersAsOneThatNeverWas(string name)
    {
        var route = Routes.All.Single(each => each.Name == name);
        foreach (var probe in ProbesOf(route)) await CheckAsync(route, probe, access.Project, [Shown.OtherWriter, Shown.Owner]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Project_Deleted_AnswersItsWriterAsOneThatNeverWas(string name)
    {
        var route = Routes.All.Single(each => each.Name == name);
        var gone = (await access.Writer.StartAsync()).Id();
        await access.Writer.DeleteAsync($"/api/projects/{gone}");
        foreach (var probe in ProbesOf(route)) await CheckAsync(route, probe, gone, [Shown.Writer, Shown.OtherWriter]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Project_DamagedAndOfSomebodyElse_AnswersAsOneThatNeverWas(string name)
    {
        var route = Routes.All.Single(each => each.Name == name);
        var journal = (await access.Azurite.ClientsAsync()).Tables.GetTableClient("Journal");
        var damaged = (await access.Writer.StartAsync()).Id();
        await journal.UpsertEntityAsync(new TableEntity(damaged, $"{1:D19}.{damaged}") { ["Event"] = "{" }, TableUpdateMode.Merge, TestContext.Current.CancellationToken);
        await CheckAsync(route, new(), damaged, [Shown.OtherWriter, Shown.Owner]);
        await journal.DeleteEntityAsync(damaged, $"{1:D19}.{damaged}", cancellationToken: TestContext.Current.CancellationToken);
        await CheckAsync(route, new(), damaged, [Shown.OtherWriter, Shown.Owner]);
    }

    [Fact]
    public async Task Projects_Listed_AreTheCallersAlone()
    {
        var others = (await access.Other.StartAsync()).Id();
        var owners = (await access.Door.Owner.StartAsync()).Id();
        foreach (var after in new[] { "", access.Project, "!", "~" })
        {
            Assert.DoesNotContain(access.Project, await ListAsync(access.Other, after));
            Assert.DoesNotContain(others, await ListAsync(access.Writer, after));
            Assert.DoesNotContain(owners, await ListAsync(access.Writer, after));
            Assert.DoesNotContain(access.Project, await ListAsync(access.Door.Owner, after));
        }

        Assert.Equal([others], await ListAsync(access.Other, ""));
    }

    /// <summary>Those that ask something else of that route than the plain one does.</summary>
    private static IEnumerable<Probe> ProbesOf(Route route) => Probes.Where(probe =>
        (probe.Body is null || route.Body is not null) && (probe.Document == "brief" || route.Example.Contains("/brief", StringComparison.Ordinal)));

    private static async Task<IEnumerable<string>> ListAsync(Visitor visitor, string after) =>
        (await visitor.GetJsonAsync($"/api/projects?limit=200&after={after}"))["items"]!.AsArray().Select(item => item!.Text("id"));

    private async Task CheckAsync(Route route, Probe probe, string project, Shown[] callers)
    {
        foreach (var shown in callers)
        {
            var (foreign, nowhere) = (await AnswerAsync(route, probe, project, shown), await AnswerAsync(route, probe, Nowhere, shown));
            Assert.True(foreign == nowhere, $"{route} shown {shown}, {probe}:\n{foreign}\n--- and one that never was:\n{nowhere}");
        }
    }

    /// <summary>All of an answer that could tell one project from another.</summary>
    private async Task<string> AnswerAsync(Route route, Probe probe, string project, Shown shown)
    {
        var example = route.Example.Replace("/brief", $"/{probe.Document}", StringComparison.Ordinal);
        var address = example.Replace("{project}", project, StringComparison.Ordinal) + probe.Query;
        using var answer = await access.SendAsync(route.Method, address, access.Headers(shown)[0], route.Body is null ? null : probe.Body ?? route.Body, probe.Headers ?? []);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await answer.TextAsync()}".Replace(project, "{project}", StringComparison.Ordinal);
    }

    private sealed record Probe(string Query = "", string? Body = null, string Document = "brief", (string Name, string Value)[]? Headers = null);
}
