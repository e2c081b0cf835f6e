using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What a writer comes for, from the first click to what the film then is.</summary>
public sealed class StoryTests(HeadFixture head, Chromium chromium)
{
    [Fact]
    public async Task Proposal_OfTheChat_IsLookedAtAndApproved()
    {
        var (writer, title) = (await head.NewWriterAsync(), HeadFixture.NewTitle());
        var project = await writer.BeginAsync(title, start: Writing.WholeFilm);
        var profile = Writing.Profile("mara", "jonas");
        profile["voice"] = "She answers with questions.";
        head.Models.Script(title, Talking.Call("propose_draft", new JsonObject { ["document"] = "profile:mara", ["content"] = profile }), Talking.Text("There it is."));
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/profile:mara");

        await SayAsync(visit, "Let her answer with questions.");
        await visit.Link("Look at", isExact: false).ClickAsync();
        await visit.Page.Locator("mc-document article").GetByText("She answers with questions.").WaitForAsync();
        await visit.Button("Approve").ClickAsync();

        await visit.SeeAsync(": approved.");
        var approved = await writer.DocumentAsync(project, "profile:mara");
        Assert.Equal((2, 1), approved.Approved());
        Assert.Equal("She answers with questions.", approved["draft"]!.List("options")[0]["content"]!.Text("voice"));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task FirstChat_FromWhichABriefComes_BeginsAFilm()
    {
        var (writer, title) = (await head.NewWriterAsync(), HeadFixture.NewTitle());
        head.Models.Script(
            title, Talking.Text("What should stay with us?"), Talking.Call("propose_brief", Writing.Brief()), Talking.Text("Here is a brief."));
        await using var visit = await Visit.OpenAsync(chromium, writer, path: "/films/new/chat");

        await visit.Page.GetByLabel("What do you want to say first?").FillAsync("A ferry captain, and an island that empties.");
        await visit.Page.GetByLabel("Working title").FillAsync(title);
        await visit.Button("Begin the chat").ClickAsync();
        await visit.Page.Locator("mc-transcript").GetByText("What should stay with us?").WaitForAsync();
        await SayAsync(visit, "That one can leave only what one has forgiven.");
        await visit.Link("Look at Brief").ClickAsync();
        await visit.Button("Approve").ClickAsync();

        await visit.SeeAsync("Brief: approved.");
        var project = Assert.Single((await writer.GetAsync("/api/projects")).Ok().List("items")).Text("id")!;
        Reading.Same(Writing.Brief(), (await writer.DocumentAsync(project, "brief"))["draft"]!.List("options")[0]["content"]);
        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Ideas.*awaits you") }).ClickAsync();
        await visit.Button("Approve option 1").WaitForAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Film_GetsTheTitleOfItsIdea_AndAnotherLater()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        var title = (await writer.DocumentAsync(project, "ideas"))["draft"]!.List("options")[1]["content"]!.Text("title")!;

        await visit.Button("Approve option 1").WaitForAsync();
        await visit.Page.Keyboard.PressAsync("2");
        await visit.Button("Approve option 2").ClickAsync();
        await visit.Button($"Call it “{title}”").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        Assert.Equal(title, (await writer.ProjectAsync(project)).Text("title"));
        await Expect(visit.Button("Call it", isExact: false)).ToHaveCountAsync(0);

        await visit.GoAsync("/");
        await visit.Button($"Rename “{title}”").ClickAsync();
        await visit.Page.GetByLabel("New title").FillAsync("The Ferry");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Link("The Ferry").WaitForAsync();

        await visit.GoAsync($"/films/{project}/package");
        await Expect(visit.Page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("The Ferry");
        await visit.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("The Last Ferry");
        await visit.Page.GetByLabel("Written by").FillAsync("Ana Díaz\n\n Bo Lind");
        await visit.Page.GetByLabel("Based on").FillAsync("based on a true story");
        await visit.Button("Save the title page").ClickAsync();
        await visit.SeeAsync("changed the title page: “The Last Ferry” by Ana Díaz, Bo Lind");
        var fountain = (await writer.GetAsync($"/api/projects/{project}/exports/fountain")).Body;
        Assert.StartsWith("Title: The Last Ferry\nCredit: written by\nAuthors:\n    Ana Díaz\n    Bo Lind\nSource: based on a true story\n", fountain, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Synopsis_Pasted_BeginsAFilmWithIt()
    {
        var writer = await head.NewWriterAsync();
        var lines = Writing.Synopsis().Texts("lines");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: "/films/new/documents");

        await visit.Page.GetByLabel("Or paste a text").FillAsync(string.Join('\n', lines.Index().Select(line => $"{line.Index + 1}. {line.Item}")));
        await visit.Button("Take it as a synopsis, in five lines").ClickAsync();
        await visit.Page.GetByLabel("Line 5").FillAsync("She stays on the other shore.");
        await visit.Button("Begin the film").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Synopsis.*approved") }).ClickAsync();
        await visit.Page.Locator("mc-document article").GetByText("She stays on the other shore.").WaitForAsync();
        var project = Assert.Single((await writer.GetAsync("/api/projects")).Ok().List("items")).Text("id")!;
        var brought = await writer.DocumentAsync(project, "synopsis");
        Assert.Equal([.. lines[..4], "She stays on the other shore."], brought["draft"]!.List("options")[0]["content"]!.Texts("lines"));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task FinalDraftFile_Dropped_BringsWhatIsTakenOfIt()
    {
        var writer = await head.NewWriterAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: "/films/new/documents");

        var file = await visit.Page.EvaluateHandleAsync(
            """
            (text) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([text], 'ferry.fdx', { type: 'application/xml' }));
              return transfer;
            }
            """,
            Encoding.UTF8.GetString(FilmToLookAt.Script));
        await visit.Page.Locator("mc-drop .zone").DispatchEventAsync("drop", new { dataTransfer = file });
        await visit.SeeAsync("2 scenes.");
        await visit.Button("Begin the film").ClickAsync();
        await visit.SeeAsync("Take it: 3 changes");
        // The film has no cast yet: the script itself tells who is who.
        await visit.Page.Locator("mc-import-difference .scene + .small + .small").GetByText("Mara", new() { Exact = true }).WaitForAsync();
        await visit.Page.GetByLabel("Dialogue: EXT. PIER - DAY").UncheckAsync();
        await visit.Button("Take 2 of 3 changes").ClickAsync();

        await visit.SeeAsync("2 changes of the script are part of the film.");
        await visit.Page.Locator("mc-journey").WaitForAsync();
        var project = Assert.Single((await writer.GetAsync("/api/projects")).Ok().List("items")).Text("id")!;
        var film = (await writer.ProjectAsync(project)).List("documents").Where(document => document.Text("status") == "approved").Select(document => document.Text("id")!.Split(':')[0]);
        Assert.Equal(["scenes", "dialogue"], film);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Look_IsOfferedOnceMoreSkippedAndReopenedByClicks()
    {
        var writer = await head.NewWriterAsync();
        var project = await writer.BeginAsync("Return Fare", start: Writing.WholeFilm, pictures: true);
        await writer.UntilAsync(project, "look", "awaitingApproval");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/look");

        await visit.Button("More options").ClickAsync();
        await visit.Page.GetByLabel("In which direction?").FillAsync("Warmer.");
        await visit.Page.GetByLabel("How many").SelectOptionAsync("1");
        await visit.Button("Ask for more").ClickAsync();
        await visit.SeeAsync("asked for more options “Warmer.”");
        await visit.Button("Skip").ClickAsync();
        await visit.Page.GetByLabel("Why?").FillAsync("It is a radio play.");
        await visit.Button("Skip it").ClickAsync();
        await visit.SeeAsync("The film does without it. It is a radio play.");
        Assert.Equal("skipped", (await writer.DocumentAsync(project, "look")).Status());
        await visit.Button("Reopen").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).WaitForAsync();
        Assert.Equal("awaitingApproval", (await writer.DocumentAsync(project, "look")).Status());
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Synopsis_ReopenedAndChanged_LeavesWhatWasMadeFromItToKeep()
    {
        var writer = await head.NewWriterAsync();
        var project = await writer.BeginAsync("Return Fare", start: Writing.WholeFilm);
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("Reopen").ClickAsync();
        await visit.SeeAsync("Once you approve another draft of it, these turn stale");
        await visit.Button("Reopen it").ClickAsync();
        await visit.Button("Approve").WaitForAsync();
        Assert.Equal("approved", (await writer.DocumentAsync(project, "cast")).Status());
        await visit.Button("Edit").ClickAsync();
        await visit.Page.GetByLabel("Line 5").FillAsync("Nobody is forgiven.");
        await visit.Button("Save and approve").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cast.*stale") }).ClickAsync();
        await visit.Button("Keep it, it is fine").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cast.*approved") }).WaitForAsync();
        Assert.Equal("approved", (await writer.DocumentAsync(project, "cast")).Status());
        visit.AssertQuiet();
    }

    private static async Task SayAsync(Visit visit, string text)
    {
        var field = visit.Page.Locator("mc-chats mc-composer textarea");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }
}
