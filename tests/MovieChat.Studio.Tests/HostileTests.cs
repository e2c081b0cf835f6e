using Microsoft.Playwright;

namespace MovieChat.Studio.Tests;

/// <summary>Film text is text, whatever it holds.</summary>
public sealed class HostileTests(HostileFilm film, Chromium chromium) : IClassFixture<HostileFilm>
{
    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Film_WithHostileTextInEveryField_ShowsItAsText(int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, film.Writer, width);
        foreach (var document in film.Documents)
        {
            await visit.OpenAsync(film.Project, document);
            await visit.Page.Locator("mc-document header h2").WaitForAsync();
            if (document == "look")
            {
                await visit.Page.Locator("mc-notes").GetByText(HostileFilm.Markup).WaitForAsync();
                await visit.Page.Locator("mc-document .ways").GetByText(HostileFilm.Markup).First.WaitForAsync();
            }

            await CheckAsync(visit, document);
            if (await visit.Button("Edit").CountAsync() > 0)
            {
                await visit.Button("Edit").ClickAsync();
                await CheckAsync(visit, $"{document} being edited");
                await visit.Button("Give up").ClickAsync();
            }

            await visit.Button("History").ClickAsync();
            await visit.Page.Locator("mc-history .shown").WaitForAsync();
            await CheckAsync(visit, $"the history of {document}");
        }

        foreach (var view in new[] { "storyboard", "insights", "package" })
        {
            await visit.GoAsync($"/films/{film.Project}/{view}");
            await visit.Page.Locator($"mc-{view}").WaitForAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = HostileFilm.Title }).First.WaitForAsync();
            await visit.Page.WaitForTimeoutAsync(1_000);
            await CheckAsync(visit, view);
        }

        await visit.GoAsync("/");
        await visit.SeeAsync(HostileFilm.Title);
        await CheckAsync(visit, "the list");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Openings_OfAFilmWithHostileText_ShowItAsText(int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, film.Writer, width, path: $"/films/{film.Project}/chats/plot");
        await visit.Button("Begin this chat").WaitForAsync();
        await visit.Page.Locator("mc-transcript").GetByText(HostileFilm.Markup).First.WaitForAsync();
        await CheckAsync(visit, "the chat");
        await OverAsync(visit, visit.Button("Facts", isExact: false), "Facts of the film");
        await OverAsync(visit, visit.Button("Chat…"), "This chat");
        await OverAsync(visit, visit.Button("New chat"), "A new chat");
        await OverAsync(visit, visit.Button("All 1 chats"), "All chats");

        await visit.GoAsync(film.Import);
        await visit.Button("Decline: the film stays as it is").WaitForAsync();
        await CheckAsync(visit, "a script's difference");

        await visit.GoAsync($"/films/{film.Project}/storyboard");
        await OverAsync(visit, visit.Button("Table read"), "Table read");
        await visit.Button("Film strip").ClickAsync();
        await visit.Button("Play from here").WaitForAsync();
        await CheckAsync(visit, "the film strip");
        await visit.Button("Play from here").ClickAsync();
        await visit.Button("Pause").ClickAsync();
        await CheckAsync(visit, "the player");

        await visit.GoAsync("/");
        await OverAsync(visit, visit.Button("Copy", isExact: false), "Copy the film");
        await OverAsync(visit, visit.Button("Delete", isExact: false), "Delete the film?");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Links_ToDraftsWithHostileText_ShowItAsText()
    {
        await using var visit = await Visit.OpenAsync(chromium, film.Writer, 390);
        var links = await film.LinksAsync();
        Assert.True(links.Count >= 10, $"Only {links.Count} of {film.Documents.Count} documents can be decided on.");
        foreach (var link in links)
        {
            await visit.GoAsync(link);
            await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await CheckAsync(visit, $"the page {await visit.Page.TitleAsync()}");
        }

        visit.AssertQuiet();
    }

    private static async Task OverAsync(Visit visit, ILocator button, string heading)
    {
        await button.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();
        await CheckAsync(visit, heading);
        await visit.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task CheckAsync(Visit visit, string where)
    {
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => 'hit' in window"), $"Text ran in {where}.");
        Assert.Equal(0, await visit.Page.Locator("img[src='x'], iframe, b, u, script:not([src]), [onerror], [onload], a[href^='javascript:']").CountAsync());
        await visit.AssertFitsAsync(where);
    }
}
