using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What a writer does with one document.</summary>
public sealed class DeskTests(HeadFixture head, Chromium chromium)
{
    [Fact]
    public async Task Ideas_AreChosenOneAndTheNextIsDrafted()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}");

        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Option 2" }).ClickAsync();
        await visit.Button("Approve option 2").ClickAsync();

        await visit.SeeAsync("Ideas: approved.");
        await writer.UntilAsync(project, "synopsis", "awaitingApproval");
        Assert.Equal(2, (int)(await writer.DocumentAsync(project, "ideas"))["approved"]!["option"]!);
        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Synopsis.*awaits you") }).ClickAsync();
        await Expect(visit.Heading("Synopsis")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Notes_MakeANewDraftWhoseDifferencesAreMarked()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("Ask for changes").ClickAsync();
        await visit.Page.GetByLabel("What should change?").FillAsync("Make it colder.");
        await visit.Button("Ask for it").ClickAsync();

        await visit.SeeAsync("Make it colder.");
        await visit.SeeAsync("Draft 2");
        await visit.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Value = "earlier" });
        await visit.Page.Locator("article ins").First.WaitForAsync();
        await visit.Button("History").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Draft 1" }).ClickAsync();
        await visit.Button("Bring this draft back").ClickAsync();
        await Client.UntilAsync(() => writer.DocumentAsync(project, "synopsis"), found => found.Draft() == 1, "the older draft again");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Passage_ThatIsSelected_AloneIsAskedToChange()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Page.Locator("article li").First.ClickAsync(new() { ClickCount = 3 });
        await visit.Button("Change just this").ClickAsync();
        await visit.Page.GetByLabel("What should change?").FillAsync("Shorter.");
        await visit.Button("Ask for it").ClickAsync();

        var asked = await Client.UntilAsync(() => writer.DocumentAsync(project, "synopsis"), found => (int)found["draft"]!["number"]! == 2, "a second draft");
        var first = (await writer.GetAsync($"/api/projects/{project}/documents/synopsis/drafts/1")).Ok();
        Assert.Equal((string)first["options"]![0]!["content"]!["lines"]![0]!, (string)asked["draft"]!["asked"]!["passage"]!);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Edit_WithAFault_ShowsItBesideTheTextAndIsSavedOnceMended()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("Edit").ClickAsync();
        await visit.Page.GetByLabel("Line 2").FillAsync("");
        await visit.Button("Save and approve").ClickAsync();

        await Expect(visit.Page.GetByLabel("Line 2")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.GetByLabel("Line 1")).ToHaveAttributeAsync("aria-invalid", "false");
        await visit.Page.GetByLabel("Line 2").FillAsync("She comes back for the last boat.");
        await visit.Button("Save and approve").ClickAsync();
        await visit.SeeAsync("Synopsis: saved and approved.");
        var approved = await writer.UntilAsync(project, "synopsis", "approved");
        Assert.Equal("writer", (string?)approved["draft"]!["by"]);
        Assert.Equal("She comes back for the last boat.", (string?)approved["draft"]!["options"]![0]!["content"]!["lines"]![1]);
    }

    [Fact]
    public async Task Change_OfWhatOthersAreMadeFrom_ShowsWhatItTouchesBeforeAndWhyAfter()
    {
        var (writer, project) = await head.FilmAsync("profile:");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("Edit").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("Synopsis: .*Cast.* will turn stale") }).WaitForAsync();
        await visit.Page.GetByLabel("Line 5").FillAsync("Nobody is forgiven.");
        await visit.Button("Save and approve").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cast.*stale") }).ClickAsync();
        await visit.SeeAsync("It was made from what is no longer approved");
        await visit.Button("Keep it, it is fine").ClickAsync();
        await writer.UntilAsync(project, "cast", "approved");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Stuck_GivesWaysForward()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("I’m stuck").ClickAsync();
        await visit.Button("Ask for ways forward").ClickAsync();

        await visit.Button("Go this way").First.ClickAsync();
        await Expect(visit.Page.GetByLabel("What should change?")).Not.ToHaveValueAsync("");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Decision_MadeElsewhere_ShowsInPlace()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        await visit.Button("Approve option 1").WaitForAsync();

        await writer.ApproveAsync(project, "ideas", 3);

        await visit.Page.Locator("article[data-option='3']").GetByText("approved").WaitForAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task TwoTabs_ThatDecide_AgreeAndLoseNoWords()
    {
        var (writer, project) = await head.FilmAsync();
        await using var one = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        var other = await one.AnotherTabAsync($"/films/{project}/documents/ideas");
        await other.Button("Ask for changes").ClickAsync();
        await other.Page.GetByLabel("What should change?").FillAsync("More rain, and fewer words.");
        await one.Button("Ask for changes").ClickAsync();
        await one.Page.GetByLabel("What should change?").FillAsync("Snow.");

        // What the other tab does not know yet when it sends.
        await other.Context.SetOfflineAsync(true);
        await writer.DecideAsync(project, "ideas", "revise", body => body["notes"] = "Less rain.");
        await Client.UntilAsync(() => writer.DocumentAsync(project, "ideas"), found => found["draft"]?["number"] is { } number && (int)number == 2, "a second draft");
        await other.Context.SetOfflineAsync(false);
        // The journey knows of a draft before the document shows it.
        foreach (var tab in new[] { one, other }) await tab.Page.Locator("mc-document header").GetByText("Draft 2").WaitForAsync();

        await Expect(other.Page.GetByLabel("What should change?")).ToHaveValueAsync("More rain, and fewer words.");
        await other.Button("Ask for it").ClickAsync();
        await one.SeeAsync("Draft 3");
        await Expect(one.Page.GetByLabel("What should change?")).ToHaveValueAsync("Snow.");
    }

    [Fact]
    public async Task Edit_OfADraftThatIsOldByNow_ShowsTheNewerOneBesideTheTextBeforeItIsSaved()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");
        await visit.Button("Edit").ClickAsync();
        await visit.Page.GetByLabel("Line 1").FillAsync("My own first line, which nobody else wrote, about a ferry and her captain.");
        await writer.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Colder.");
        await visit.SeeAsync("Draft 2");

        await visit.Button("Save and approve").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Alert, new() { Name = "Decided elsewhere" }).GetByText("Now: draft 2").WaitForAsync();
        await Expect(visit.Page.GetByLabel("Line 1")).ToHaveValueAsync("My own first line, which nobody else wrote, about a ferry and her captain.");
        await visit.Button("I have seen it").ClickAsync();
        await visit.Button("Save and approve").ClickAsync();
        Assert.Equal(3, (int)(await writer.UntilAsync(project, "synopsis", "approved"))["approved"]!["draft"]!);
    }

    [Fact]
    public async Task History_IsAskedForOnceAndLeavesTheKeysOfTheDraftAlone()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        var asked = 0;
        visit.Page.Request += (_, request) => { if (request.Url.Contains("/drafts?", StringComparison.Ordinal)) asked++; };

        await visit.Button("History").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Region, new() { Name = "Draft 1" }).WaitForAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.WaitForTimeoutAsync(500);

        Assert.Equal(1, asked);
        Assert.Null((await writer.DocumentAsync(project, "ideas"))["approved"]);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Decision_OnADraftThatIsOld_ShowsTheNewerOneBesideTheWords()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        await visit.Button("Ask for changes").ClickAsync();
        await visit.Page.GetByLabel("What should change?").FillAsync("More rain.");

        // The studio hears of nothing, and reads nothing new until it has sent.
        await visit.Page.RouteAsync("**/decisions", async route =>
        {
            await writer.DecideAsync(project, "ideas", "revise", body => body["notes"] = "Less rain.");
            await Client.UntilAsync(() => writer.DocumentAsync(project, "ideas"), found => found["draft"]?["number"] is { } number && (int)number == 2, "a second draft");
            await visit.Page.UnrouteAsync("**/decisions");
            await route.ContinueAsync();
        });
        await visit.Button("Ask for it").ClickAsync();

        var conflict = visit.Page.GetByRole(AriaRole.Alert, new() { Name = "Decided elsewhere" });
        await conflict.GetByText("More rain.").WaitForAsync();
        await conflict.GetByText("Now: draft 2").WaitForAsync();
        await Expect(visit.Page.GetByLabel("What should change?")).ToHaveValueAsync("More rain.");
        await visit.Button("Ask for it").ClickAsync();
        await visit.SeeAsync("Draft 3");
    }

    [Fact]
    public async Task Keys_DoWhatButtonsDo()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        await visit.Button("Approve option 1").WaitForAsync();

        await visit.Page.Keyboard.PressAsync("?");
        await visit.SeeAsync("Approve what is shown");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Text("Approve what is shown").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await visit.Page.Keyboard.PressAsync("3");
        await visit.Button("Approve option 3").WaitForAsync();
        await visit.Page.Keyboard.PressAsync("a");

        await visit.SeeAsync("Ideas: approved.");
        Assert.Equal(3, (int)(await writer.DocumentAsync(project, "ideas"))["approved"]!["option"]!);
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(visit.Heading("Synopsis")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }
}
