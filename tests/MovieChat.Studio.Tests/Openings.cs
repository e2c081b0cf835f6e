using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What opens in a view, or over it.</summary>
/// <param name="Does">Opens it, and waits until it is there.</param>
internal sealed record Opening(string Name, string Address, Func<Visit, Task> Does)
{
    private static readonly string s_synopsis = string.Join('\n', Enumerable.Range(1, 5).Select(line => $"{line}. A captain sails, and nobody waits for her."));

    /// <summary>The last of them leaves the writer signed out.</summary>
    public static IReadOnlyList<Opening> Of(FilmToLookAt film) =>
    [
        new("a title page with a fault", $"{film.Words}/package", async visit =>
        {
            await visit.Page.GetByLabel("Title", new() { Exact = true }).FillAsync(" ");
            await visit.Button("Save the title page").ClickAsync();
            await visit.SeeAsync("A project needs a title.");
        }),
        new("a film to copy", "/", visit => DialogAsync(visit, visit.Button("Copy “Return Fare”"), "Copy the film")),
        new("a film to delete", "/", visit => DialogAsync(visit, visit.Button("Delete “Return Fare”"), "Delete the film?")),
        new("a brief with a fault", "/films/new/brief", async visit =>
        {
            await visit.Text("More that you know already").ClickAsync();
            await visit.Button("Begin the film").ClickAsync();
            await visit.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        }),
        new("a first chat with a fault", "/films/new/chat", async visit =>
        {
            await visit.Button("Begin the chat").ClickAsync();
            await visit.SeeAsync("Say something to begin with");
        }),
        new("documents", "/films/new/documents", async visit =>
        {
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "ferry.fdx", MimeType = "application/xml", Buffer = FilmToLookAt.Script });
            await visit.SeeAsync("How it begins");
            foreach (var text in new[] { s_synopsis, string.Join(' ', Enumerable.Repeat("Rain falls on the pier and nobody comes.", 60)) })
            {
                await visit.Page.GetByLabel("Or paste a text").FillAsync(text);
                await visit.Button("Take it as a", isExact: false).ClickAsync();
            }

            foreach (var folded in new[] { "How it begins", "turns of the story", "A brief beside it" }) await visit.Text(folded).First.ClickAsync();
        }),
        new("keys", film.Words, async visit =>
        {
            await visit.Page.Locator("mc-document header h2").WaitForAsync();
            await visit.Page.Keyboard.PressAsync("?");
            await visit.Heading("What keys do here").WaitForAsync();
        }),
        new("the budget", film.Words, visit => DialogAsync(visit, visit.Button("Budget", isExact: false), "Budget")),
        new("a change to ask for", Document(film.Words, "synopsis"), visit => AskAsync(visit, "Ask for changes")),
        new("options to ask for", Document(film.Words, "synopsis"), visit => AskAsync(visit, "More options")),
        new("being stuck", Document(film.Words, "synopsis"), visit => AskAsync(visit, "I’m stuck")),
        new("a history", Document(film.Words, "synopsis"), async visit =>
        {
            await visit.Button("History").ClickAsync();
            await visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Draft 2") }).WaitForAsync();
        }),
        new("a document to reopen", Document(film.Words, "cast"), visit => AskAsync(visit, "Reopen")),
        new("a frame to skip", Document(film.Pictured, "frame:s1.1"), visit => AskAsync(visit, "Skip")),
        new("shots being written", Document(film.Pictured, "shots:s1"), EditAsync),
        new("scenes being written", Document(film.Pictured, "scenes"), EditAsync),
        new("a look", Document(film.Pictured, "look"), visit => visit.Page.Locator("mc-document article").First.WaitForAsync()),
        new("a portrait", Document(film.Pictured, "portrait:mara"), visit => PictureAsync(visit, "mc-document article")),
        new("a board", $"{film.Pictured}/storyboard", visit => PictureAsync(visit, "mc-storyboard .board")),
        new("a film strip", $"{film.Pictured}/storyboard", async visit =>
        {
            await visit.Button("Film strip").ClickAsync();
            await PictureAsync(visit, "mc-film-strip .one");
            await PictureAsync(visit, "mc-film-strip .strip");
        }),
        new("the player", $"{film.Pictured}/storyboard", async visit =>
        {
            await visit.Button("Play").ClickAsync();
            await visit.Button("Pause").ClickAsync();
            await PictureAsync(visit, "mc-player");
        }),
        new("a table read", $"{film.Pictured}/storyboard", async visit =>
        {
            await DialogAsync(visit, visit.Button("Table read"), "Table read");
            await visit.Page.Locator("mc-table-read li.now").WaitForAsync();
        }),
        new("a script's difference", film.Import, visit => visit.Button("Decline: the film stays as it is").WaitForAsync()),
        new("links", $"{film.Words}/package", async visit =>
        {
            await visit.Text("Approval links").ClickAsync();
            await visit.Page.GetByLabel("Whom it is for").FillAsync("the producer");
            await visit.Button("Make a link").ClickAsync();
            await visit.SeeAsync("The link for Synopsis is made.");
            await visit.Page.GetByRole(AriaRole.List, new() { Name = "Links" }).WaitForAsync();
        }),
        new("who is told", $"{film.Words}/package", async visit =>
        {
            await visit.Text("Who is told").ClickAsync();
            foreach (var address in new[] { $"https://example.com/{Guid.NewGuid()}", "https://169.254.169.254/" })
            {
                await visit.Page.GetByLabel("Add a webhook").FillAsync(address);
                await visit.Button("Add it").ClickAsync();
                if (address.StartsWith("https://example", StringComparison.Ordinal)) await visit.SeeAsync("The webhook is made.");
            }

            await visit.Page.Locator("mc-subscriptions [aria-invalid=true]").WaitForAsync();
        }),
        new("facts", Chats(film), async visit =>
        {
            await DialogAsync(visit, visit.Button("Facts", isExact: false), "Facts of the film");
            await visit.Button("Drop: She never learned to swim.").WaitForAsync();
        }),
        new("a fact in other words", Chats(film), async visit =>
        {
            await DialogAsync(visit, visit.Button("Facts", isExact: false), "Facts of the film");
            await visit.Button("Change: She never learned to swim.").ClickAsync();
            await visit.Page.GetByLabel("In other words").WaitForAsync();
        }),
        new("a chat to begin", Chats(film), visit => DialogAsync(visit, visit.Button("New chat"), "A new chat")),
        new("all chats", Chats(film), visit => DialogAsync(visit, visit.Button("All 1 chats"), "All chats")),
        new("a chat to delete", Chats(film), async visit =>
        {
            await DialogAsync(visit, visit.Button("Chat…"), "This chat");
            await visit.Button("Delete the chat…").ClickAsync();
            await visit.Button("Delete it").WaitForAsync();
        }),
        new("a decision made elsewhere", Document(film.Words, "synopsis"), async visit =>
        {
            await AskAsync(visit, "Ask for changes");
            await visit.Page.GetByLabel("What should change?").FillAsync("More rain.");
            await visit.Page.RouteAsync("**/decisions", async route =>
            {
                // As from a page that has not heard of the draft that is there now.
                var decision = JsonNode.Parse(route.Request.PostData!)!;
                decision["draft"] = 1;
                await route.ContinueAsync(new() { PostData = Encoding.UTF8.GetBytes(decision.ToJsonString()) });
            });
            await visit.Button("Ask for it").ClickAsync();
            await visit.Page.GetByRole(AriaRole.Alert, new() { Name = "Decided elsewhere" }).WaitForAsync();
            await visit.Page.UnrouteAsync("**/decisions");
        }),
        new("words that are not sent, at the door", Document(film.Words, "synopsis"), async visit =>
        {
            // Those that were not taken are still there.
            await visit.Button("Never mind").WaitForAsync();
            await DialogAsync(visit, visit.Button("Sign out"), "Sign out?");
        }),
        new("the door", "/", async visit =>
        {
            await visit.Button("Sign out").ClickAsync();
            await visit.Page.Locator("mc-sign-out mc-dialog").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("wrong");
            await visit.Button("Come in").ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("key");
        }),
    ];

    private static string Document(string film, string id) => $"{film}/documents/{Uri.EscapeDataString(id)}";

    /// <summary>The chats, on a small screen before the writer.</summary>
    private static string Chats(FilmToLookAt film) => $"{film.Words}/chats/plot";

    private static async Task DialogAsync(Visit visit, ILocator button, string heading)
    {
        await button.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();
    }

    private static async Task AskAsync(Visit visit, string button)
    {
        await visit.Button(button).ClickAsync();
        await visit.Button("Never mind").WaitForAsync();
    }

    private static async Task EditAsync(Visit visit)
    {
        await visit.Button("Edit").ClickAsync();
        await visit.Button("Save and approve").WaitForAsync();
    }

    /// <summary>Waits until a picture is there, and not only its place.</summary>
    private static async Task PictureAsync(Visit visit, string where)
    {
        var picture = visit.Page.Locator($"{where} img").First;
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("picture => picture.naturalWidth"));
    }
}
