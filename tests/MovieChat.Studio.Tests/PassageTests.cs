using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>A passage is asked to change by whoever has no mouse.</summary>
public sealed class PassageTests(HeadFixture head, Chromium chromium)
{
    [Fact]
    public async Task Passage_ChosenByKeys_AloneIsAskedToChange()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await OpenAsync(writer, project);
        var line = (string)(await LinesAsync(writer, project))[1]!;

        await visit.Page.Keyboard.PressAsync("p");
        await Expect(Chosen(visit)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Chosen(visit)).ToContainTextAsync(line);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByLabel("What should change?")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("Shorter.");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        var asked = await Client.UntilAsync(() => writer.DocumentAsync(project, "synopsis"), found => found.Draft() == 2, "a second draft");
        Assert.Equal(line, (string?)asked["draft"]!["asked"]!["passage"]);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Passage_OfSomeWords_IsExtendedByShift()
    {
        var (writer, project) = await head.FilmAsync("synopsis");
        await using var visit = await OpenAsync(writer, project);
        var words = ((string)(await LinesAsync(writer, project))[0]!).Split(' ');

        await visit.Page.Keyboard.PressAsync("p");
        await Expect(Chosen(visit)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await visit.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(Chosen(visit).Locator(".reading")).ToHaveTextAsync(string.Join(' ', words[..3]).TrimEnd(',', '.'));
        await visit.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Expect(Chosen(visit).Locator(".reading")).ToHaveTextAsync(string.Join(' ', words[..2]).TrimEnd(',', '.'));
        await visit.Page.Keyboard.PressAsync("Shift+End");
        await Expect(Chosen(visit).Locator(".reading")).ToHaveTextAsync(string.Join(' ', words));

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(Chosen(visit)).ToHaveCountAsync(0);
        await Expect(visit.Button("Ask for changes")).ToBeFocusedAsync();
        visit.AssertQuiet();
    }

    /// <summary>Scene cards are an element of their own within the document.</summary>
    [Fact]
    public async Task Passage_OfAScene_IsFoundOnItsCard()
    {
        var writer = await head.NewWriterAsync();
        var project = await LongFilm.BeginAsync(writer, scenes: 3);
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/scenes");
        await visit.SeeAsync("for the 2nd time");

        await visit.Button("Ask for changes").ClickAsync();
        await visit.Button("Choose a passage to change just that").ClickAsync();
        for (var press = 0; press < 30 && !(await Chosen(visit).InnerTextAsync()).Contains("for the 2nd time", StringComparison.Ordinal); press++) await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Chosen(visit)).ToContainTextAsync("for the 2nd time");
        await visit.Button("Change just this").ClickAsync();

        await Expect(visit.Page.Locator("form.ask .passage")).ToContainTextAsync("for the 2nd time");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Passages_OfAFilmOfManyScenes_GoOnWhereCardsComeOnlyIntoView()
    {
        var writer = await head.NewWriterAsync();
        var project = await LongFilm.BeginAsync(writer, scenes: 200);
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/scenes");
        await visit.SeeAsync("for the 1th time");

        await visit.Page.Keyboard.PressAsync("p");
        await Expect(Chosen(visit)).ToBeFocusedAsync();
        for (var scene = 2; scene <= 40; scene++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            await Expect(Chosen(visit)).ToContainTextAsync($"for the {scene}{(scene == 2 ? "nd" : "th")} time");
            await visit.Page.GetByText($"INT. ROOM {scene + 1} - DAY").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        visit.AssertQuiet();
    }

    private static ILocator Chosen(Visit visit) => visit.Page.GetByRole(AriaRole.Application, new() { Name = "Choose a passage" });

    private static async Task<JsonArray> LinesAsync(Client writer, string project) =>
        (await writer.DocumentAsync(project, "synopsis"))["draft"]!["options"]![0]!["content"]!["lines"]!.AsArray();

    private async Task<Visit> OpenAsync(Client writer, string project)
    {
        var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/synopsis");
        await visit.Button("Ask for changes").WaitForAsync();
        return visit;
    }
}
