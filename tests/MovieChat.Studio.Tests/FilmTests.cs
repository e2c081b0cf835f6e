using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>A film from its brief to its package, by clicks alone.</summary>
public sealed class FilmTests(HeadFixture head, Chromium chromium)
{
    /// <summary>More decisions than a short film with its pictures needs.</summary>
    private const int MostDecisions = 120;

    [Fact]
    public async Task Film_FromBriefToPackage_IsMadeByClicksAlone()
    {
        var writer = await head.NewWriterAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer);
        await BeginAsync(visit);

        for (var decisions = 0; await visit.Page.Locator("mc-film-bar .chip.complete").CountAsync() == 0; decisions++)
        {
            Assert.True(decisions < MostDecisions, "The film does not end.");
            await ApproveNextAsync(visit);
        }

        await visit.Link("Storyboard").ClickAsync();
        await Expect(visit.Page.Locator("mc-storyboard img").First).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await visit.Page.Locator("mc-storyboard img").First.EvaluateAsync<int>("picture => picture.naturalWidth") > 0);
        await visit.Link("Package").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("screenplay.pdf") }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var head4 = new byte[4];
        await file.ReadExactlyAsync(head4, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), head4);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Chat_AnswersAndItsProposalOpensAsADraft()
    {
        var (writer, project) = await head.FilmAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");

        var field = visit.Page.Locator("mc-chats mc-composer textarea");
        await field.FillAsync("What works in the ideas?");
        await field.PressAsync("Enter");

        await visit.Page.Locator("mc-chats").GetByText("What works in the ideas?").First.WaitForAsync();
        var chat = (await Client.UntilAsync(() => AnsweredAsync(writer, project), found => found.List("items").Any(message => message.Text("by") == "companion"), "an answer")).List("items");
        var words = chat.Last(message => message.Text("by") == "companion").Text("text")!.Split(['.', '\n', '*'])[0].Trim();
        await visit.Page.Locator("mc-chats").GetByText(words).First.WaitForAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Script_ThatTheWriterHas_BecomesAFilm()
    {
        var writer = await head.NewWriterAsync();
        await using var visit = await Visit.OpenAsync(chromium, writer, path: "/films/new/documents");

        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "ferry.fountain", MimeType = "text/plain", Buffer = "Title: The Ferry\n\nINT. WHEELHOUSE - NIGHT\n\nRain.\n\nMARA\nWe sail.\n\nEXT. PIER - DAY\n\nNobody.\n"u8.ToArray() });
        await visit.SeeAsync("ferry.fountain");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin the film" }).ClickAsync();

        await visit.SeeAsync("WHEELHOUSE");
        var projects = (await writer.GetAsync("/api/projects")).Ok().List("items");
        Assert.Single(projects);
        visit.AssertQuiet();
    }

    private static async Task<JsonNode> AnsweredAsync(Client writer, string project)
    {
        var chats = (await writer.GetAsync($"/api/projects/{project}/chats")).Ok().List("items");
        return chats.Length == 0 ? new JsonObject { ["items"] = new JsonArray() } : (await writer.GetAsync($"/api/projects/{project}/chats/{chats[0].Text("id")}/messages")).Ok();
    }

    /// <summary>A short film, from the form of its brief.</summary>
    private static async Task BeginAsync(Visit visit)
    {
        await visit.GoAsync("/films/new/brief");
        await visit.Page.Locator("textarea").First.FillAsync("A ferry captain must choose between her ship and her brother.");
        await visit.Text("More that you know already").ClickAsync();
        await visit.Page.GetByLabel("minutes", new() { Exact = false }).First.FillAsync("2");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin the film" }).ClickAsync();
        await visit.Page.Locator("mc-desk").WaitForAsync();
    }

    /// <summary>Goes to what awaits, and approves it.</summary>
    private static async Task ApproveNextAsync(Visit visit)
    {
        var ready = visit.Page.Locator("mc-film-bar .chip.complete, mc-journey a.awaitingApproval, mc-journey button.line:has(.you)").First;
        await ready.WaitForAsync();
        if (await visit.Page.Locator("mc-film-bar .chip.complete").CountAsync() > 0) return;
        var awaiting = visit.Page.Locator("mc-journey a.awaitingApproval");
        if (await awaiting.CountAsync() == 0) await visit.Page.Locator("mc-journey button.line:has(.you)").First.ClickAsync();
        await awaiting.First.ClickAsync();
        var approve = visit.Page.Locator("mc-document").GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") });
        await approve.Or(visit.Page.Locator("mc-film-bar .chip.complete")).First.WaitForAsync();
        if (await approve.CountAsync() == 0) return;
        var title = await visit.Page.Locator("mc-document header h2").InnerTextAsync();
        await approve.ClickAsync();
        await Expect(visit.Page.GetByText($"{title}: approved.").First).ToBeVisibleAsync();
    }
}
