using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace MovieChat.Studio.Tests;

/// <summary>Every view for everybody: by axe-core, in light and dark, on a phone, with text of twice the size.</summary>
public sealed class EveryoneTests(FilmToLookAt film, Chromium chromium) : IClassFixture<FilmToLookAt>
{
    /// <summary>Light and dark differ in colours alone.</summary>
    private static readonly RunOnlyOptions s_ofColours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    private static readonly RunOnlyOptions s_all = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    [Theory]
    [InlineData(false, 1400)]
    [InlineData(true, 1400)]
    [InlineData(false, 390)]
    public async Task Views_ByAxe_HaveNoViolation(bool isDark, int width)
    {
        var rules = isDark ? s_ofColours : s_all;
        await using var visit = await Visit.OpenAsync(chromium, film.Writer, width, isDark: isDark);
        var found = new List<string>();
        foreach (var address in film.Addresses)
        {
            await OpenAsync(visit, address);
            found.AddRange(await ViolationsAsync(visit, rules, address));
            if (!address.EndsWith("synopsis", StringComparison.Ordinal)) continue;
            foreach (var button in new[] { "Ask for changes", "Never mind", "Edit", "Give up", "History" })
            {
                await visit.Button(button).ClickAsync();
                found.AddRange(await ViolationsAsync(visit, rules, $"{address} after '{button}'"));
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
        await using var visit = await Visit.OpenAsync(browser, film.Writer, width, 844);
        foreach (var address in film.Addresses)
        {
            await OpenAsync(visit, address);
            await visit.AssertFitsAsync(address);
        }
    }

    /// <summary>Dark ones have large letters, too: of contrast that changes nothing.</summary>
    [Theory]
    [InlineData(390, 16, false)]
    [InlineData(1280, 32, true)]
    public async Task Openings_ForEverybody_HaveNoViolationAndNothingOutOfReach(int width, int letters, bool isDark)
    {
        await using var browser = await chromium.LaunchAsync($"--blink-settings=defaultFontSize={letters}");
        await using var visit = await Visit.OpenAsync(browser, film.Writer, width, 844, isDark);
        var found = new List<string>();
        foreach (var opening in Opening.Of(film))
        {
            await visit.GoAsync(opening.Address);
            await opening.Does(visit);
            found.AddRange(await ViolationsAsync(visit, isDark ? s_ofColours : s_all, opening.Name));
            await visit.AssertFitsAsync(opening.Name);
            found.AddRange((await visit.OutOfReachAsync()).Select(control => $"{opening.Name}: nobody can press {control}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        visit.AssertQuiet();
    }

    private static async Task OpenAsync(Visit visit, string address)
    {
        await visit.GoAsync(address);
        await visit.Page.Locator("main :is(mc-films, mc-desk, mc-storyboard, mc-insights, mc-package)").First.WaitForAsync();
        if (address.Contains("/documents/", StringComparison.Ordinal)) await visit.Page.Locator("mc-document header h2").WaitForAsync();
        await visit.Page.WaitForTimeoutAsync(400);
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(Visit visit, RunOnlyOptions rules, string where)
    {
        var result = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = rules, ResultTypes = [ResultType.Violations] });
        return result.Violations.Select(violation => $"{where}: {violation.Id} ({violation.Help}) at {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Target} {node.Html[..Math.Min(160, node.Html.Length)]}"))}");
    }
}
