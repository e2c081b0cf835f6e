using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class ReviseTests(HeadFixture head)
{
    private const string Words = "She said \"no\" — and \\ meant <b>it</b> 🎬";

    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Revise_WithNotes_BringsANewDraftAndKeepsTheOldOne()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Before("synopsis"));
        var first = await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        await _owner.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Begin at night.");
        var second = await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        Assert.Equal(2, second.Draft());
        Assert.Equal(first.Options(), second.Options());
        Assert.Equal(("revise", "Begin at night.", 1), (second["draft"]!["asked"]!.Text("verb"), second["draft"]!["asked"]!.Text("notes"), second["draft"]!["asked"]!.Number("draft")));
        Reading.Same(first["draft"], (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis/drafts/1")).Ok());
        Assert.Contains(head.Models.CallsFor(title), call => call.Request["task"]!.Text("notes") == "Begin at night." && call.Request["task"]!.Text("verb") == "revise");
    }

    [Fact]
    public async Task Revise_OfOneOption_LeavesTheOthersAsTheyWere()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Before("synopsis"));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        var before = await _owner.GetAsync($"/api/projects/{project}/documents/synopsis");
        head.Models.Script(title, "synopsis", Answers.Text(new JsonObject { ["options"] = new JsonArray(Writing.Synopsis()), ["remarks"] = null }.ToJsonString()));

        await _owner.DecideAsync(project, "synopsis", "revise", body => (body["notes"], body["option"]) = ("Begin at night.", 2));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        var after = await _owner.GetAsync($"/api/projects/{project}/documents/synopsis");
        Assert.Equal(before.Json.Options(), after.Json.Options());
        foreach (var option in before.Json.Options().Where(option => option != 2)) Assert.Equal(before.RawContent(option), after.RawContent(option));
        Reading.Same(Writing.Synopsis(), JsonNode.Parse(after.RawContent(2)));
    }

    [Fact]
    public async Task Revise_ByPassage_ChangesNoOtherByte()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Start("brief", "synopsis"));
        var before = (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis")).RawContent();
        head.Models.Script(title, "synopsis", Answers.Text(new JsonObject { ["replacement"] = Words, ["remarks"] = "As asked." }.ToJsonString()));

        await _owner.DecideAsync(project, "synopsis", "revise", body => (body["notes"], body["passage"]) = ("Louder.", "hides the letter"));
        var found = await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        var after = (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis")).RawContent();
        var written = Reading.OnlyChanged(before, after, "hides the letter");
        Assert.Equal(Words, JsonSerializer.Deserialize<string>($"\"{written}\""));
        Assert.Equal("As asked.", Assert.Single(found["draft"]!.List("notes")).Text("text"));
    }

    [Theory]
    [InlineData("cast", "jonas", "characters", 1)]
    [InlineData("cast", "Jonas", "characters", 1)]
    [InlineData("synopsis", "4", "lines", 3)]
    [InlineData("plot", "beginning", "beginning", null)]
    [InlineData("scenes", "s2", "scenes", 1)]
    public async Task Revise_ByPart_ChangesNoOtherByte(string document, string part, string property, int? index)
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var before = (await _owner.GetAsync($"/api/projects/{project}/documents/{document}")).RawContent();
        var value = PartOf(before, property, index);
        var other = JsonNode.Parse(value)!;
        if (other is JsonObject item) item[document == "cast" ? "oneLine" : "summary"] = Words;
        else other = JsonValue.Create($"{Words} {(string)other!}");
        head.Models.Script(title, document, Answers.Text(new JsonObject { ["value"] = other, ["remarks"] = null }.ToJsonString()));

        await _owner.DecideAsync(project, document, "revise", body => (body["notes"], body["part"]) = ("Louder.", part));
        await _owner.UntilAsync(project, document, "awaitingApproval");

        var after = (await _owner.GetAsync($"/api/projects/{project}/documents/{document}")).RawContent();
        Reading.Same(other, JsonNode.Parse(Reading.OnlyChanged(before, after, value)));
    }

    [Theory]
    [InlineData("cast", "mara")]
    [InlineData("synopsis", "2")]
    [InlineData("plot", "beginning")]
    public async Task Revise_ByPartWithoutAScript_ChangesNoOtherByte(string document, string part)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var before = (await _owner.GetAsync($"/api/projects/{project}/documents/{document}")).RawContent();
        var value = document == "plot" ? PartOf(before, "beginning", null) : PartOf(before, document == "cast" ? "characters" : "lines", part == "mara" ? 0 : 1);

        await _owner.DecideAsync(project, document, "revise", body => (body["notes"], body["part"]) = ("Make it darker and shorter.", part));
        await _owner.UntilAsync(project, document, "awaitingApproval");

        Reading.OnlyChanged(before, (await _owner.GetAsync($"/api/projects/{project}/documents/{document}")).RawContent(), value);
    }

    [Fact]
    public async Task Revise_OfAnApprovedDocument_LeavesItPartOfTheFilmUntilTheNewDraftIsApproved()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        await _owner.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Begin at night.");
        var synopsis = await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        Assert.Equal((1, 1), synopsis.Approved());
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "cast")).Status());
        await _owner.DecideAsync(project, "synopsis", "approve");
        Assert.Equal("stale", (await _owner.DocumentAsync(project, "cast")).Status());
    }

    [Fact]
    public async Task Revise_ThatNamesNothingToChange_IsRefused()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "synopsis", "cast"));

        await RefusedAsync(project, "synopsis", body => body["notes"] = null);
        await RefusedAsync(project, "synopsis", body => body["notes"] = "  \n ");
        await RefusedAsync(project, "synopsis", body => body["notes"] = new string('x', 4001));
        await RefusedAsync(project, "synopsis", body => body["passage"] = "words that stand nowhere");
        await RefusedAsync(project, "synopsis", body => body["passage"] = "");
        await RefusedAsync(project, "synopsis", body => body["passage"] = "the");
        await RefusedAsync(project, "synopsis", body => body["part"] = "6");
        await RefusedAsync(project, "cast", body => body["part"] = "nobody");
        await RefusedAsync(project, "synopsis", body => (body["part"], body["passage"]) = ("1", "hides the letter"));
        await RefusedAsync(project, "synopsis", body => body["option"] = 2, "unknown-option");
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "synopsis")).Status());
    }

    private async Task RefusedAsync(string project, string document, Action<JsonObject> more, string kind = "invalid-value")
    {
        var reply = await _owner.DecideAsync(project, document, "revise", 1, body =>
        {
            body["notes"] = "Louder.";
            more(body);
        });
        reply.Problem(HttpStatusCode.UnprocessableEntity, kind);
    }

    private static string PartOf(string content, string property, int? index)
    {
        using var json = JsonDocument.Parse(content);
        var value = json.RootElement.GetProperty(property);
        return (index is { } place ? value[place] : value).GetRawText();
    }
}
