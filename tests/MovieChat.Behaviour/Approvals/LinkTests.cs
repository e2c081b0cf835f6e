using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Approvals;

/// <summary>Approval links: pages without script, behind an address that only who was sent it knows.</summary>
public sealed class LinkTests(HeadFixture head) : IDisposable
{
    private readonly Client _owner = head.Owner;
    private readonly HttpClient _anybody = new() { BaseAddress = head.Owner.Address };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _anybody.Dispose();

    [Fact]
    public async Task Link_Opened_ShowsTheDraftAndDecidesNothing()
    {
        var (project, link) = await IdeasAsync();

        var (status, page) = await OpenAsync(link);
        await OpenAsync(link);
        using var head = await _anybody.SendAsync(new(HttpMethod.Head, link), Ct);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        var options = (await _owner.DocumentAsync(project, "ideas"))["draft"]!.List("options");
        Assert.All(options, option => Assert.Contains(WebUtility.HtmlEncode(option["content"]!.Text("logline")!), page, StringComparison.Ordinal));
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "ideas")).Status());
    }

    [Fact]
    public async Task Page_OfALink_LetsInNothingFromElsewhere()
    {
        var (_, link) = await IdeasAsync();

        using var response = await _anybody.GetAsync(link, Ct);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(Ct), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Link_ByWhichAnOptionIsChosen_DecidesOnceAndTellsSoAfterwards()
    {
        var (project, link) = await IdeasAsync();

        var (status, page) = await AnswerAsync(link, ("verb", "approve"), ("option", "3"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Approved, option 3.", page, StringComparison.Ordinal);
        Assert.Equal((1, 3), (await _owner.DocumentAsync(project, "ideas")).Approved());
        var (second, told) = await AnswerAsync(link, ("verb", "approve"), ("option", "1"));
        Assert.Equal(HttpStatusCode.Conflict, second);
        Assert.Contains("Approved, option 3.", told, StringComparison.Ordinal);
        Assert.Contains("Approved, option 3.", (await OpenAsync(link)).Page, StringComparison.Ordinal);
        Assert.Equal((1, 3), (await _owner.DocumentAsync(project, "ideas")).Approved());
    }

    [Fact]
    public async Task Link_ByWhichNotesAreGiven_AsksForTheChange()
    {
        var (project, link) = await IdeasAsync();

        await AnswerAsync(link, ("verb", "revise"), ("option", "2"), ("notes", "Let it be winter."));

        await _owner.UntilAsync(project, "ideas", "awaitingApproval", "drafting");
        var asked = (await _owner.JournalAsync(project)).Single(line => line.Text("type") == "draftRequested");
        Assert.Equal(("Let it be winter.", 2), (asked.Text("notes"), asked.Number("option")));
        Assert.Contains("Changes were asked for: Let it be winter.", (await OpenAsync(link)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WhoseDraftWasDecidedOnElsewhere_SaysWhatHappened()
    {
        var (project, link) = await IdeasAsync();
        await _owner.ApproveAsync(project, "ideas", option: 4);

        var (status, page) = await AnswerAsync(link, ("verb", "approve"), ("option", "1"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Approved, option 4.", page, StringComparison.Ordinal);
        Assert.Equal((1, 4), (await _owner.DocumentAsync(project, "ideas")).Approved());
    }

    [Fact]
    public async Task Link_ThatHasDecided_StaysUsedWhenTheDraftComesBack()
    {
        var (project, link) = await IdeasAsync();
        var other = await LinkAsync(project);
        await AnswerAsync(link, ("verb", "approve"), ("option", "2"));
        await _owner.DecideAsync(project, "ideas", "reopen");

        var (status, _) = await AnswerAsync(link, ("verb", "approve"), ("option", "1"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "ideas")).Status());
        await _owner.ApproveAsync(project, "ideas", option: 4);
        Assert.Contains("Approved, option 2.", (await OpenAsync(link)).Page, StringComparison.Ordinal);
        Assert.Contains("Approved, option 4.", (await OpenAsync(other)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfAWriterWhoseKeyIsRevoked_OpensNothing()
    {
        var key = (await _owner.PostAsync("/api/keys", new JsonObject { ["writer"] = $"writer-{Guid.NewGuid():N}", ["name"] = "A desk" })).Ok();
        using var writer = head.As(key.Text("key")!);
        var (project, link) = await IdeasAsync(writer);

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/keys/{key.Text("id")}")).Status);

        Assert.Equal(HttpStatusCode.Gone, (await OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await AnswerAsync(link, ("verb", "approve"), ("option", "1"))).Status);
        var next = (await _owner.PostAsync("/api/keys", new JsonObject { ["writer"] = key.Text("writer"), ["name"] = "Another desk" })).Ok();
        using var back = head.As(next.Text("key")!);
        Assert.Equal("awaitingApproval", (await back.DocumentAsync(project, "ideas")).Status());
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Answers_OfTwoLinksAtTheSameMoment_AreOneDecision()
    {
        var (project, first) = await IdeasAsync();
        var second = await LinkAsync(project);

        var pages = await Task.WhenAll(AnswerAsync(first, ("verb", "approve"), ("option", "1")), AnswerAsync(second, ("verb", "approve"), ("option", "2")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], pages.Select(page => page.Status).Order());
        Assert.Single((await _owner.JournalAsync(project)), line => line.Text("type") == "draftApproved");
    }

    [Theory]
    [InlineData("approve", "9", null, "option")]
    [InlineData("revise", "1", "", "notes")]
    [InlineData("edit", "1", null, "approve")]
    [InlineData("delete", null, null, "approve")]
    public async Task Answer_ThatCanNotBe_LeavesTheLinkOpen(string verb, string? option, string? notes, string told)
    {
        var (project, link) = await IdeasAsync();

        var (status, page) = await AnswerAsync(link, ("verb", verb), ("option", option ?? ""), ("notes", notes ?? ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains(told, page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "ideas")).Status());
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(link, ("verb", "approve"), ("option", "1"))).Status);
    }

    [Fact]
    public async Task Link_ThatWasRevoked_OpensNothing()
    {
        var (project, link) = await IdeasAsync();
        var id = Assert.Single((await _owner.GetAsync($"/api/projects/{project}/links")).Ok().List("items")).Text("id");

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}/links/{id}")).Status);

        var (status, page) = await AnswerAsync(link, ("verb", "approve"), ("option", "1"));
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("revoked", page, StringComparison.Ordinal);
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "ideas")).Status());
    }

    [Fact]
    public async Task Link_WithAnotherLetter_IsNone()
    {
        var (_, link) = await IdeasAsync();
        var forged = link[^1] == 'A' ? link[..^1] + "B" : link[..^1] + "A";

        foreach (var address in (string[])[forged, "/a/x", "/a/a.b.1.c", $"/a/{new string('a', 4000)}"])
        {
            var (status, page) = await OpenAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains("There is no such link", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_ThatLooksLikeMarkup_StaysText()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
        var start = Writing.Before("synopsis");
        var project = await _owner.BeginAsync($"{Evil}{HeadFixture.NewTitle()}", start: start);
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        var link = await LinkAsync(project, "synopsis");

        var (_, page) = await OpenAsync(link);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(WebUtility.HtmlEncode(Evil), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatIsNoForm_IsRefused()
    {
        var (project, link) = await IdeasAsync();

        using var json = await _anybody.PostAsync(link, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Ct);
        using var large = await _anybody.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("verb", "revise"), KeyValuePair.Create("notes", new string('x', 100_000))]), Ct);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "ideas")).Status());
    }

    [Fact]
    public async Task Picture_OfAPage_IsSeenByItsOwnAddressAlone()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "ideas", "synopsis", "cast"), pictures: true);
        await _owner.ApproveAsync(project, "look");
        await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval");
        var (_, page) = await OpenAsync(await LinkAsync(project, "portrait:mara"));
        var address = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "src=\"(?<address>[^\"]+)\"").Groups["address"].Value);

        using var picture = await _anybody.GetAsync(address, Ct);
        using var forged = await _anybody.GetAsync(address[..^2] + "xx", Ct);

        Assert.StartsWith("/pictures/", address, StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Link_ForWhatAwaitsNobody_IsNotMade()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "ideas"));

        (await _owner.PostAsync($"/api/projects/{project}/documents/ideas/links", new JsonObject())).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
    }

    /// <param name="writer">The owner, if it is left out.</param>
    private async Task<(string Project, string Link)> IdeasAsync(Client? writer = null)
    {
        writer ??= _owner;
        var project = await writer.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await writer.UntilAsync(project, "ideas", "awaitingApproval");
        return (project, await LinkAsync(project, writer: writer));
    }

    /// <summary>The path of a new link: how the head is reached from outside is its own affair.</summary>
    private async Task<string> LinkAsync(string project, string document = "ideas", Client? writer = null)
    {
        var link = (await (writer ?? _owner).PostAsync($"/api/projects/{project}/documents/{document}/links", new JsonObject { ["name"] = "for me" })).Ok();
        return new Uri(link.Text("url") ?? throw new InvalidOperationException("The head does not know where it is reached: set MovieChat__PublicUrl.")).AbsolutePath;
    }

    private async Task<(HttpStatusCode Status, string Page)> OpenAsync(string link)
    {
        using var response = await _anybody.GetAsync(link);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Page)> AnswerAsync(string link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _anybody.PostAsync(link, form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
