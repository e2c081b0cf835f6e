using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>Every view for everybody: by axe-core, in light and dark, on a phone, with text of twice the size.</summary>
public sealed class EveryoneTests(HeadFixture head, Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] s_documents = ["brief", "ideas", "synopsis", "cast", "profile:", "plot", "scenes", "dialogue:", "shots:", "portrait:", "look"];

    private Client _writer = null!;
    private string _project = "";
    private string[] _addresses = [];

    public async ValueTask InitializeAsync()
    {
        _writer = await head.NewWriterAsync();
        _project = await _writer.BeginAsync("Return Fare", new JsonObject { ["notes"] = "A ferry captain must choose.", ["lengthMinutes"] = 20 });
        var state = await _writer.ApproveUntilAsync(_project, found => found.Text("status") == "complete");
        await _writer.DecideAsync(_project, "synopsis", "revise", body => body["notes"] = "Colder.");
        await _writer.UntilAsync(_project, "synopsis", "awaitingApproval");
        var chat = (await _writer.PostAsync($"/api/projects/{_project}/chats", new JsonObject { ["title"] = "The end", ["focus"] = "plot" })).Ok().Text("id");
        (await _writer.PostAsync($"/api/projects/{_project}/chats/{chat}/messages", new JsonObject { ["text"] = "What is the film about?" })).Ok();
        var ids = state.List("documents").Select(item => item.Text("id")!).ToArray();
        _addresses =
        [
            "/",
            .. s_documents.Select(kind => ids.FirstOrDefault(id => kind.EndsWith(':') ? id.StartsWith(kind, StringComparison.Ordinal) : id == kind)).OfType<string>().Select(id => $"/films/{_project}/documents/{Uri.EscapeDataString(id)}"),
            .. new[] { "storyboard", "insights", "package" }.Select(view => $"/films/{_project}/{view}"),
        ];
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false, 1400)]
    [InlineData(true, 1400)]
    [InlineData(false, 390)]
    public async Task Views_ByAxe_HaveNoViolation(bool isDark, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, _writer, width, isDark: isDark);
        var found = new List<string>();
        foreach (var address in _addresses)
        {
            await OpenAsync(visit, address);
            found.AddRange(await ViolationsAsync(visit, address));
            if (!address.EndsWith("synopsis", StringComparison.Ordinal)) continue;
            foreach (var button in new[] { "Ask for changes", "Never mind", "Edit", "Give up", "History" })
            {
                await visit.Button(button).ClickAsync();
                found.AddRange(await ViolationsAsync(visit, $"{address} after '{button}'"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(390, 16)]
    [InlineData(320, 16)]
    [InlineData(1280, 32)]
    public async Task Views_OnAPhoneOrWithTextOfTwiceTheSize_NeedNoScrollingToTheSide(int width, int letters)
    {
        await using var browser = await chromium.LaunchAsync($"--blink-settings=defaultFontSize={letters}");
        await using var visit = await Visit.OpenAsync(browser, _writer, width, 844);
        foreach (var address in _addresses)
        {
            await OpenAsync(visit, address);
            await visit.AssertFitsAsync(address);
        }
    }

    private static async Task OpenAsync(Visit visit, string address)
    {
        await visit.GoAsync(address);
        await visit.Page.Locator("main :is(mc-films, mc-desk, mc-storyboard, mc-insights, mc-package)").First.WaitForAsync();
        if (address.Contains("/documents/", StringComparison.Ordinal)) await visit.Page.Locator("mc-document header h2").WaitForAsync();
        await visit.Page.WaitForTimeoutAsync(400);
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(Visit visit, string where)
    {
        var result = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        return result.Violations.Select(violation => $"{where}: {violation.Id} ({violation.Help}) at {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Target} {node.Html[..Math.Min(160, node.Html.Length)]}"))}");
    }
}
