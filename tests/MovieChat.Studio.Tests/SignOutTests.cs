using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What a writer leaves behind in a browser that others use, too.</summary>
public sealed class SignOutTests(HeadFixture head, Chromium chromium)
{
    private const string Words = "Half a sentence that nobody has sent";

    [Fact]
    public async Task SignOut_WithWordsThatAreNotSent_SaysSoAndTakesThemOutOfTheBrowser()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await WriteAsync(writer, project);
        var other = await visit.AnotherTabAsync($"/films/{project}/documents/ideas");
        await Expect(other.Page.GetByLabel("What should change?")).ToHaveValueAsync(Words);

        await visit.Button("Sign out").ClickAsync();
        var asked = visit.Page.Locator("mc-sign-out mc-dialog");
        await Expect(asked).ToContainTextAsync($"Your notes on Ideas “{Words}”");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await visit.Button("Come in").WaitForAsync();
        await other.Button("Come in").WaitForAsync();
        Assert.DoesNotContain(Words, await visit.Page.EvaluateAsync<string>("() => JSON.stringify([{...localStorage}, {...sessionStorage}])"), StringComparison.Ordinal);
        Assert.Equal("Movie Chat", await visit.Page.TitleAsync());
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync(writer.Key);
        await visit.Button("Come in").ClickAsync();
        await visit.Button("Ask for changes").ClickAsync();
        await Expect(visit.Page.GetByLabel("What should change?")).ToHaveValueAsync("");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task SignOut_ThoughtBetterOf_LeavesEverythingAsItWas()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await WriteAsync(writer, project);

        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Q");
        await Expect(visit.Button("Stay")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("What should change?")).ToHaveValueAsync(Words);
        visit.AssertQuiet();
    }

    /// <summary>A session that ended by itself leaves the words for the writer whose they are, and for nobody else.</summary>
    [Fact]
    public async Task Words_OfOneWriter_AreNotShownToAnotherInTheSameBrowser()
    {
        var (writer, stranger) = (await head.NewWriterAsync(), await head.NewWriterAsync());
        await using var visit = await Visit.OpenAsync(chromium, writer, path: "/films/new/brief");
        var field = visit.Page.GetByLabel("What is your film about?");
        await field.FillAsync(Words);

        await visit.Page.GotoAsync("about:blank");
        await visit.Page.GotoAsync(new Uri(visit.Address, $"/films/new/brief#key={stranger.Key}").ToString());
        await Expect(field).ToHaveValueAsync("");
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.GotoAsync(new Uri(visit.Address, $"/films/new/brief#key={writer.Key}").ToString());
        await Expect(field).ToHaveValueAsync(Words);
    }

    private async Task<Visit> WriteAsync(Client writer, string project)
    {
        var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        await visit.Button("Ask for changes").ClickAsync();
        await visit.Page.GetByLabel("What should change?").FillAsync(Words);
        return visit;
    }
}
