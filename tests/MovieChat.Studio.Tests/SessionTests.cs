using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>How a writer comes in, and what the key leaves behind.</summary>
public sealed class SessionTests(HeadFixture head, Chromium chromium)
{
    [Fact]
    public async Task Link_Opened_LeavesTheKeyNowhere()
    {
        var writer = await head.NewWriterAsync();
        var key = writer.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        await using var visit = await Visit.OpenAsync(chromium, writer);

        Assert.DoesNotContain(key, visit.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await visit.Page.EvaluateAsync<string>("() => JSON.stringify([document.documentElement.outerHTML, document.cookie, {...localStorage}, {...sessionStorage}, history.state])"), StringComparison.Ordinal);
        var cookie = Assert.Single(await visit.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        await visit.Page.ReloadAsync();
        await visit.Button("Sign out").WaitForAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Stranger_IsAskedForAKey()
    {
        var writer = await head.NewWriterAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer);
        await visit.Button("Sign out").ClickAsync();

        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("wrong");
        await visit.Button("Come in").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("key");
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync(writer.Http.DefaultRequestHeaders.Authorization!.Parameter!);
        await visit.Button("Come in").ClickAsync();

        await visit.Button("Sign out").WaitForAsync();
    }

    [Fact]
    public async Task Film_OfSomebodyElse_IsNotThere()
    {
        var (writer, stranger) = (await head.NewWriterAsync(), await head.NewWriterAsync());
        var project = await writer.BeginAsync("Mine", new JsonObject { ["notes"] = "Mine alone." });
        await using var visit = await Visit.OpenAsync(chromium, stranger, path: $"/films/{project}");

        await visit.SeeAsync("There is no such film");
    }
}
