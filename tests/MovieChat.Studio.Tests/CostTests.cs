using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>What something costs and touches is shown before it is asked for.</summary>
public sealed class CostTests(HeadFixture head, Chromium chromium)
{
    [Theory]
    [InlineData("Ask for changes")]
    [InlineData("More options")]
    [InlineData("I’m stuck")]
    public async Task Asking_TellsItsCostBefore(string button)
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button(button).ClickAsync();

        await Expect(visit.Page.Locator("form.ask [role=status]")).ToHaveTextAsync(new Regex(@"^It costs about [\d.]+K? tokens\.$"));
        (await writer.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 1, ["pictures"] = 0 })).Ok();
        await visit.SeeAsync("more than is left of the budget");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Restore_OfWhatOthersAreMadeFrom_ShowsWhatItTouchesAndCostsBefore()
    {
        var (writer, project) = await head.FilmAsync("profile:");
        await writer.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Colder.");
        await Client.UntilAsync(() => writer.DocumentAsync(project, "synopsis"), found => found.Draft() == 2, "a second draft");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");
        await visit.SeeAsync("Approving it turns");
        await writer.ApproveAsync(project, "synopsis");

        await visit.Page.Locator(".chip.approved").First.WaitForAsync();
        await visit.Button("History").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Draft 1" }).ClickAsync();
        await visit.Button("Bring this draft back").ClickAsync();

        var asked = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Bring draft 1 back" });
        await asked.GetByRole(AriaRole.Img, new() { NameRegex = new("Synopsis: .*Cast.* will turn stale") }).WaitForAsync();
        await Expect(asked).ToContainTextAsync("drafted anew costs about");
        Assert.Equal(2, (await writer.DocumentAsync(project, "synopsis")).Draft());
        await visit.Button("Bring it back").ClickAsync();
        await Client.UntilAsync(() => writer.DocumentAsync(project, "synopsis"), found => found.Draft() == 1, "the older draft again");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Redraft_OfWhatIsStale_TellsItsCost()
    {
        var (writer, project) = await head.FilmAsync("cast");
        await writer.DecideAsync(project, "ideas", "approve", body => body["option"] = 2);
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");

        await visit.Button("Draft it again").ClickAsync();

        await Expect(visit.Page.Locator("form.ask")).ToContainTextAsync("It costs about");
        visit.AssertQuiet();
    }
}
