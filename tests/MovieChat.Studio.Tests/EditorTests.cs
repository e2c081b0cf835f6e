using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>The editor of a document that is very long.</summary>
public sealed class EditorTests(HeadFixture head, Chromium chromium)
{
    private const int Scenes = 200;

    [Fact]
    public async Task LongList_HasTheFieldsThatAreNearAndKeepsAndSavesWhatIsTyped()
    {
        var (writer, project) = await FilmAsync();
        await using var visit = await OpenAsync(writer, project);
        await Expect(visit.Page.Locator("mc-editor-item")).ToHaveCountAsync(Scenes);
        Assert.InRange(await visit.Page.Locator("mc-editor-item .fields textarea").CountAsync(), 1, Scenes);

        await visit.Page.GetByLabel("Go to").SelectOptionAsync(new SelectOptionValue { Value = "149" });
        await Expect(Field(visit, 149, "number")).ToBeFocusedAsync();
        await Expect(Field(visit, 149, "number")).ToBeInViewportAsync();
        await Field(visit, 149, "summary").FillAsync("She opens the letter.");
        await visit.Page.ReloadAsync();
        await visit.Page.GetByLabel("Go to").SelectOptionAsync(new SelectOptionValue { Value = "149" });
        await Expect(Field(visit, 149, "summary")).ToHaveValueAsync("She opens the letter.");
        await visit.Page.Keyboard.PressAsync("Control+Enter");

        await visit.SeeAsync("Key scenes: saved and approved.");
        var saved = (await writer.DocumentAsync(project, "scenes"))["draft"]!["options"]![0]!["content"]!["scenes"]!.AsArray();
        Assert.Equal((Scenes, "She opens the letter."), (saved.Count, (string?)saved[149]!["summary"]));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task LongList_WithAFaultFarAway_LeadsToItsField()
    {
        var (writer, project) = await FilmAsync();
        await using var visit = await OpenAsync(writer, project);
        await visit.Page.GetByLabel("Go to").SelectOptionAsync(new SelectOptionValue { Value = "179" });
        await Field(visit, 179, "heading-place").FillAsync("");
        await visit.Page.ReloadAsync();
        await Expect(Field(visit, 179, "heading-place")).ToHaveCountAsync(0);

        await visit.Button("Save and approve").ClickAsync();

        await Expect(Field(visit, 179, "heading-place")).ToBeFocusedAsync();
        await Expect(Field(visit, 179, "heading-place")).ToBeInViewportAsync();
        await Expect(Field(visit, 179, "heading-place")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task LongList_ByTab_GoesOnFromSceneToScene()
    {
        var (writer, project) = await FilmAsync();
        await using var visit = await OpenAsync(writer, project);
        await Field(visit, 0, "payOffs").FocusAsync();

        var scene = 0;
        for (var press = 0; press < 40; press++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var next = await visit.Page.Locator("li:has(> mc-editor-item):focus-within").EvaluateAsync<int>("node => [...node.parentElement.children].indexOf(node)");
            Assert.InRange(next, scene, scene + 1);
            scene = next;
            if (await visit.Page.Locator("mc-editor-item:focus-within").CountAsync() == 0) await Field(visit, scene, "summary").WaitForAsync();
        }

        Assert.InRange(scene, 2, 5);
    }

    private static ILocator Field(Visit visit, int scene, string name) => visit.Page.Locator($"[id='scenes-{scene}--{name}']");

    private async Task<Visit> OpenAsync(Client writer, string project)
    {
        var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/scenes");
        await visit.Button("Edit").ClickAsync();
        await Field(visit, 0, "summary").WaitForAsync();
        return visit;
    }

    private async Task<(Client Writer, string Project)> FilmAsync()
    {
        var writer = await head.NewWriterAsync();
        return (writer, await LongFilm.BeginAsync(writer, Scenes));
    }
}
