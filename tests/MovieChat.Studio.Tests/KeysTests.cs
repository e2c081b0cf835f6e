using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What a writer does without a mouse.</summary>
public sealed class KeysTests(HeadFixture head, Chromium chromium)
{
    [Fact]
    public async Task Keys_OfTheDesk_DoWhatItsButtonsDo()
    {
        await using var visit = await OpenAsync();

        await visit.Page.Keyboard.PressAsync(".");
        await visit.Button("Approve option 2").WaitForAsync();
        await visit.Page.Keyboard.PressAsync(",");
        await visit.Button("Approve option 1").WaitForAsync();
        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.GetByLabel("Show", new() { Exact = true })).ToHaveValueAsync("first");
        foreach (var (key, title) in new[] { ("r", "Ask for changes"), ("o", "More options"), ("s", "I’m stuck") })
        {
            await visit.Page.Keyboard.PressAsync(key);
            await visit.Heading(title).WaitForAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
        }

        await visit.Button("Never mind").ClickAsync();
        await visit.Page.Keyboard.PressAsync("$");
        await visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Budget" }).WaitForAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("P");
        await visit.Button("Resume").WaitForAsync();
        await visit.Page.Keyboard.PressAsync("a");
        // One decision at a time.
        await Expect(visit.Button("Reopen")).ToBeEnabledAsync();
        await visit.Page.Keyboard.PressAsync("u");
        await visit.Button("Reopen").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        visit.AssertQuiet();
    }

    /// <summary>Whatever has a key says so to who listens, and stands in the list.</summary>
    [Fact]
    public async Task Keys_ThatButtonsTell_AreAllListed()
    {
        await using var visit = await OpenAsync();
        var told = await visit.Page.Locator("[aria-keyshortcuts]").EvaluateAllAsync<string[]>("nodes => nodes.map((node) => node.getAttribute('aria-keyshortcuts'))");

        await visit.Page.Keyboard.PressAsync("?");
        await visit.SeeAsync("What keys do here");

        var listed = await visit.Page.Locator("mc-shortcuts dt").AllInnerTextsAsync();
        Assert.Empty(told.Except(listed.Select(keys => keys.Trim())));
        Assert.Contains("Q", told);
        Assert.Contains("s", told);
    }

    [Fact]
    public async Task Keys_TurnedOff_DoNothingUntilTheyAreTurnedOn()
    {
        await using var visit = await OpenAsync();
        await visit.Page.Keyboard.PressAsync("?");
        await visit.Page.GetByLabel("Keys do these things").UncheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.ReloadAsync();
        await visit.Button("Approve option 1").WaitForAsync();

        await visit.Page.Keyboard.PressAsync("2");
        await visit.Page.Keyboard.PressAsync("?");
        await visit.Button("Approve option 1").WaitForAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await visit.Button("Keys", isExact: false).ClickAsync();
        await visit.Page.GetByLabel("Keys do these things").CheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Text("What keys do here").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await visit.Page.Keyboard.PressAsync("2");
        await visit.Button("Approve option 2").WaitForAsync();
        visit.AssertQuiet();
    }

    /// <summary>One part of the desk is shown at a time, and all have their keys. Nobody decides on what they do not see.</summary>
    [Fact]
    public async Task Keys_OfAPartThatIsHidden_BringItFirst()
    {
        await using var visit = await OpenAsync(width: 700);
        foreach (var (key, title) in new[] { ("f", "Facts of the film"), ("M", "A new chat"), ("l", "All chats") })
        {
            await visit.Page.Keyboard.PressAsync("h");
            await visit.Page.Keyboard.PressAsync("h");
            await visit.Button("Approve option 1").WaitForAsync();
            await visit.Page.Keyboard.PressAsync(key);
            await visit.Page.GetByRole(AriaRole.Dialog, new() { Name = title }).WaitForAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await visit.Page.Locator("mc-chats mc-composer").WaitForAsync();
            await visit.Button("Approve option 1").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        }

        await visit.Page.Keyboard.PressAsync("a");
        await visit.Button("Approve option 1").WaitForAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Button("Reopen").WaitForAsync();
        visit.AssertQuiet();
    }

    private async Task<Visit> OpenAsync(int width = 1400)
    {
        var (writer, project) = await head.FilmAsync();
        var visit = await Visit.OpenAsync(chromium, writer, width, path: $"/films/{project}/documents/ideas");
        await visit.Button("Approve option 1").WaitForAsync();
        return visit;
    }
}
