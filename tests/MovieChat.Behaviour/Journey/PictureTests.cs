using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>The look, portraits, shots and frames, by HTTP alone.</summary>
public sealed class PictureTests(HeadFixture head)
{
    private static readonly byte[] s_square = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsOtkJzvZ1gi+hcEKLNXzWgQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQELgvaSCEeGLTzSwAAAABJRU5ErkJggg==");

    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Portrait_Drafted_OffersPicturesToChooseFrom()
    {
        var project = await BeginAsync();

        var portrait = await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval");

        var options = portrait["draft"]!.List("options");
        Assert.InRange(options.Length, 2, 6);
        Assert.Equal(options.Length, options.Select(option => option["content"]!.Text("picture")).Distinct().Count());
        Assert.Equal(options.Length, portrait["draft"]!.Number("pictures"));
        foreach (var option in options) await AssertPictureAsync(project, option["content"]!);
    }

    [Fact]
    public async Task Frame_OfTwo_NamesTheirPortraitsAndTurnsStaleWithEither()
    {
        var project = await WithPortraitsAsync();
        await _owner.EditAsync(project, "shots:s1", Shots("s1"));

        var frame = await _owner.UntilAsync(project, "frame:s1.1", "awaitingApproval");
        var content = frame["draft"]!.List("options")[0]["content"]!;
        await AssertPictureAsync(project, content);
        Assert.Equal(["jonas", "mara"], content.List("references").Select(reference => reference.Text("character")));
        Assert.Equal([await PortraitAsync(project, "jonas"), await PortraitAsync(project, "mara")], content.List("references").Select(reference => reference.Text("picture")));
        Assert.Equal(["shots:s1", "portrait:jonas", "portrait:mara", "look"], frame.Texts("needs"));
        Assert.Empty((await _owner.UntilAsync(project, "frame:s1.3", "awaitingApproval"))["draft"]!.List("options")[0]["content"]!.List("references"));

        foreach (var shot in (string[])["frame:s1.1", "frame:s1.2", "frame:s1.3"]) await _owner.ApproveAsync(project, shot);
        await _owner.DecideAsync(project, "portrait:jonas", "approve", body => body["option"] = 2);

        var state = await _owner.ProjectAsync(project);
        Assert.Equal(["frame:s1.1"], state.List("documents").Where(document => document.Status() == "stale").Select(document => document.Text("id")));
        var stale = state.Document("frame:s1.1");
        Assert.Equal("portrait:jonas", stale.List("staleBecause")[0].Text("document"));
        Assert.Equal(1, stale["redo"]!.Number("pictures"));
    }

    [Fact]
    public async Task Shots_BeforeTheirApproval_TellTheFramesTheyLeadToAndTheCost()
    {
        var project = await WithPortraitsAsync();

        var shots = await _owner.UntilAsync(project, "shots:s1", "awaitingApproval");

        var count = shots["draft"]!.List("options")[0]["content"]!.List("shots").Length;
        Assert.Equal(count, shots["ifApproved"]!.Number("pictures"));
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"frame:s1.{number}"), shots["ifApproved"]!.Texts("drafts"));
        Assert.Equal(0, (await _owner.ProjectAsync(project))["budget"]!["ahead"]!.Number("pictures"));
    }

    [Fact]
    public async Task Budget_OfPicturesSpent_ParksThemUntilItIsRaised()
    {
        var project = await BeginAsync();
        (await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["pictures"] = 1 })).Ok();
        await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval");
        await _owner.UntilAsync(project, "portrait:jonas", "awaitingApproval");
        await _owner.EditAsync(project, "shots:s1", Shots("s1"));
        foreach (var person in (string[])["mara", "jonas"]) await _owner.ApproveAsync(project, $"portrait:{person}");

        var state = await _owner.ProjectAsync(project);
        Assert.Equal(["frame:s1.1", "frame:s1.2", "frame:s1.3"], state.Texts("parked"));
        Assert.Equal(3, state["budget"]!["ahead"]!.Number("pictures"));
        (await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["pictures"] = 100 })).Ok();
        await _owner.UntilAsync(project, "frame:s1.3", "awaitingApproval");
    }

    [Fact]
    public async Task Portrait_RevisedWithNotes_IsAnotherPictureMadeFromTheFirst()
    {
        var project = await BeginAsync();
        var first = (await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval"))["draft"]!.List("options")[0]["content"]!;

        await _owner.DecideAsync(project, "portrait:mara", "revise", body => (body["notes"], body["option"]) = ("Older, with white hair.", 1));

        var second = await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval");
        var content = second["draft"]!.List("options")[0]["content"]!;
        Assert.Equal(2, second["draft"]!.Number("number"));
        Assert.NotEqual(first.Text("picture"), content.Text("picture"));
        Assert.Equal(first.Text("picture"), content.List("references")[0].Text("picture"));
        Assert.Contains("Older, with white hair.", content.Text("prompt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_OfTheWritersOwn_IsSentAndBecomesAPortrait()
    {
        var project = await BeginAsync();
        await _owner.UntilAsync(project, "portrait:mara", "awaitingApproval");

        var sent = await SendAsync(project, s_square, "image/png");
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(s_square)), "image/png", 64, 64), (sent.Json.Text("picture"), sent.Json.Text("mediaType"), sent.Json.Number("width"), sent.Json.Number("height")));
        await _owner.EditAsync(project, "portrait:mara", sent.Json.AsObject());

        Assert.Equal("approved", (await _owner.DocumentAsync(project, "portrait:mara")).Status());
        Assert.Equal(s_square, (await BytesAsync(project, sent.Json.Text("picture")!)).Bytes);
    }

    [Theory]
    [InlineData("image/png", "no picture", HttpStatusCode.UnprocessableEntity, "invalid-value")]
    [InlineData("text/html", "<html></html>", HttpStatusCode.UnsupportedMediaType, "not-a-picture")]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType, "not-a-picture")]
    [InlineData("image/svg+xml", "<svg/>", HttpStatusCode.UnprocessableEntity, "invalid-value")]
    public async Task Picture_ThatIsNone_IsRefused(string type, string text, HttpStatusCode status, string kind)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        (await SendAsync(project, System.Text.Encoding.UTF8.GetBytes(text), type)).Problem(status, kind);
    }

    [Fact]
    public async Task Picture_OfAnotherWriter_AnswersAsIfItWereNot()
    {
        var (project, other) = (await _owner.BeginAsync(HeadFixture.NewTitle()), await head.NewWriterAsync());
        var hash = (await SendAsync(project, s_square, "image/png")).Json.Text("picture")!;
        var own = await other.BeginAsync(HeadFixture.NewTitle());

        (await other.GetAsync($"/api/projects/{project}/pictures/{hash}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await other.GetAsync($"/api/projects/{own}/pictures/{hash}")).Problem(HttpStatusCode.NotFound, "unknown-picture");
        (await _owner.GetAsync($"/api/projects/{project}/pictures/{new string('0', 64)}")).Problem(HttpStatusCode.NotFound, "unknown-picture");
    }

    [Fact]
    public async Task Picture_Fetched_MayBeKeptAndHasAThumbnail()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var hash = (await SendAsync(project, s_square, "image/png")).Json.Text("picture")!;

        var (bytes, response) = await BytesAsync(project, hash);
        Assert.Equal(s_square, bytes);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var small = await BytesAsync(project, $"{hash}?thumbnail=true");
        Assert.Equal("image/jpeg", small.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], small.Bytes[..3]);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{project}/pictures/{hash}");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _owner.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Film_BegunWithoutPictures_HasNoneUntilItsLookIsReopened()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var state = await _owner.ProjectAsync(project);
        Assert.Equal("complete", state.Status());
        Assert.Equal("The film began without pictures.", state.Document("portrait:mara").Text("skipped"));

        await _owner.DecideAsync(project, "look", "reopen");

        await _owner.UntilAsync(project, "look", "awaitingApproval");
        Assert.Equal("waiting", (await _owner.DocumentAsync(project, "portrait:mara")).Status());
    }

    private Task<string> BeginAsync()
    {
        var start = Writing.WholeFilm;
        start["look"] = Look();
        return _owner.BeginAsync(HeadFixture.NewTitle(), start: start, pictures: true);
    }

    private async Task<string> WithPortraitsAsync()
    {
        var project = await BeginAsync();
        foreach (var person in (string[])["mara", "jonas"]) await _owner.ApproveAsync(project, $"portrait:{person}");
        return project;
    }

    private async Task<string> PortraitAsync(string project, string person)
    {
        var found = await _owner.DocumentAsync(project, $"portrait:{person}");
        return found["draft"]!.List("options").Single(option => option.Number("number") == found.Approved()!.Value.Option)["content"]!.Text("picture")!;
    }

    private async Task AssertPictureAsync(string project, JsonNode content)
    {
        var (bytes, response) = await BytesAsync(project, content.Text("picture")!);
        Assert.Equal(content.Text("picture"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(content.Text("mediaType"), response.Content.Headers.ContentType!.MediaType);
        Assert.True(content.Number("width") >= 256 && content.Number("height") >= 256);
    }

    private async Task<(byte[] Bytes, HttpResponseMessage Response)> BytesAsync(string project, string picture)
    {
        var response = await _owner.Http.GetAsync($"/api/projects/{project}/pictures/{picture}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response);
    }

    private Task<Reply> SendAsync(string project, byte[] bytes, string type) => _owner.PostAsync($"/api/projects/{project}/pictures", bytes, type);

    private static JsonObject Look() => new()
    {
        ["palette"] = new JsonArray("slate grey", "lamp yellow", "bone"),
        ["light"] = "Low, from the side.",
        ["lenses"] = "Long, from far away.",
        ["texture"] = "Wet wood and rust.",
        ["references"] = new JsonArray(),
        ["summary"] = "A grey sea and one lamp.",
        ["aspectRatio"] = "2.39",
    };

    /// <summary>Jonas on the left and Mara on the right, then Mara alone, then nobody.</summary>
    private static JsonObject Shots(string scene) => new()
    {
        ["scene"] = scene,
        ["shots"] = new JsonArray(Shot(1, "two shot", "The two stand at the rail.", "jonas", "mara"), Shot(2, "close-up", "Mara lets go of the rope.", "mara"), Shot(3, "insert", "The rope slides into the water.")),
    };

    private static JsonObject Shot(int number, string size, string action, params string[] people) => new()
    {
        ["n"] = number,
        ["size"] = size,
        ["angle"] = "eye level",
        ["move"] = "static",
        ["lens"] = 50,
        ["action"] = action,
        ["characters"] = new JsonArray([.. people.Select(person => (JsonNode)person)]),
        ["seconds"] = 3,
    };
}
