using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>What an editor would point out beside a draft, and the writer who says that it is meant so.</summary>
public sealed class NotesTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Note_OnABrokenFact_ShowsBothPlacesAndBlocksNothing()
    {
        var project = await WithAWrongAgeAsync();

        var note = await ContinuityAsync(project);

        Assert.Equal("Mara is 29 here and 47 elsewhere.", note.Text("text"));
        Assert.Equal(["dialogue:s2", "cast"], note.List("evidence").Select(evidence => evidence.Text("document")));
        Assert.Equal("Mara (29) looks out.", note.List("evidence")[0].Text("quote"));
        Assert.Equal((1, false), ((int)note["option"]!, (bool)note["intentional"]!));
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "dialogue:s2")).Text("status"));
    }

    [Fact]
    public async Task Note_MarkedAsIntentional_StaysSoInTheNextDraftUntilTheMarkIsTakenBack()
    {
        var project = await WithAWrongAgeAsync();
        var id = (await ContinuityAsync(project)).Text("id");

        await _owner.DecideAsync(project, "dialogue:s2", "intentional", body => body["noteId"] = id);
        Assert.True((bool)(await ContinuityAsync(project))["intentional"]!);

        await _owner.EditAsync(project, "dialogue:s2", WithAge("Wind. Mara (29) looks out."));
        Assert.True((bool)(await ContinuityAsync(project))["intentional"]!);
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "dialogue:s2")).Text("status"));

        await _owner.DecideAsync(project, "dialogue:s2", "intentional", body => (body["noteId"], body["intentional"]) = (id, false));
        Assert.False((bool)(await ContinuityAsync(project))["intentional"]!);
        var marks = (await _owner.GetAsync($"/api/projects/{project}/journal?limit=200")).Json.List("items").Where(item => item.Text("type") == "noteMarked");
        Assert.Equal([true, false], marks.Select(mark => (bool)mark["intentional"]!));
    }

    [Fact]
    public async Task Note_InTheListOfDraftsAndInOneOfThem_IsTheSame()
    {
        var project = await WithAWrongAgeAsync();
        var id = (await ContinuityAsync(project)).Text("id");

        var drafts = (await _owner.GetAsync($"/api/projects/{project}/documents/dialogue:s2/drafts")).Json.List("items");
        var one = (await _owner.GetAsync($"/api/projects/{project}/documents/dialogue:s2/drafts/{drafts.Length}")).Json;

        Assert.Contains(drafts[^1].List("notes"), note => note["id"]?.ToString() == id);
        Assert.Contains(one.List("notes"), note => note["id"]?.ToString() == id);
        Assert.DoesNotContain(drafts[0].List("notes"), note => note["id"]?.ToString() == id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("continuity-000000000000")]
    public async Task Mark_OnANoteThatThereIsNot_IsRefused(string? note)
    {
        var project = await WithAWrongAgeAsync();
        var draft = (int)(await _owner.DocumentAsync(project, "dialogue:s2"))["draft"]!["number"]!;

        (await _owner.DecideAsync(project, "dialogue:s2", "intentional", draft, body => body["noteId"] = note)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");
    }

    private async Task<string> WithAWrongAgeAsync()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(project, "dialogue:s2", WithAge("Mara (29) looks out."));
        return project;
    }

    private static JsonObject WithAge(string action)
    {
        var dialogue = Writing.Dialogue("s2");
        dialogue["elements"]![0]!["text"] = action;
        return dialogue;
    }

    private async Task<JsonNode> ContinuityAsync(string project) =>
        Assert.Single((await _owner.DocumentAsync(project, "dialogue:s2"))["draft"]!.List("notes"), note => note.Text("kind") == "continuity");
}
