using System.Text;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>A whole film with a chat and a draft that awaits its writer, another with pictures, and the address of every view of them.</summary>
public sealed class FilmToLookAt(HeadFixture head) : IAsyncLifetime
{
    /// <summary>Final Draft's own form of a script with one scene.</summary>
    internal static readonly byte[] Script = Encoding.UTF8.GetBytes(
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <FinalDraft DocumentType="Script" Template="No" Version="5"><Content>
        <Paragraph Type="Scene Heading"><Text>INT. WHEELHOUSE - NIGHT</Text></Paragraph>
        <Paragraph Type="Action"><Text>Rain on the glass.</Text></Paragraph>
        <Paragraph Type="Character"><Text>MARA</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>We sail without him.</Text></Paragraph>
        <Paragraph Type="Scene Heading"><Text>EXT. PIER - DAY</Text></Paragraph>
        <Paragraph Type="Action"><Text>Nobody is left.</Text></Paragraph>
        <Paragraph Type="Character"><Text>JONAS</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>She meant it.</Text></Paragraph>
        </Content></FinalDraft>
        """);

    private static readonly string[] s_documents = ["brief", "ideas", "synopsis", "cast", "profile:", "plot", "scenes", "dialogue:", "shots:", "portrait:", "look"];

    internal Client Writer { get; private set; } = null!;

    internal IReadOnlyList<string> Addresses { get; private set; } = [];

    /// <summary>The address of the film whose documents are words.</summary>
    internal string Words { get; private set; } = "";

    /// <summary>The address of the film with pictures; <c>frame:s1.1</c> awaits its writer.</summary>
    internal string Pictured { get; private set; } = "";

    /// <summary>The address of a script that would change the film with pictures.</summary>
    internal string Import { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Writer = await head.NewWriterAsync();
        await Task.WhenAll(WriteAsync(), DrawAsync());
    }

    public ValueTask DisposeAsync()
    {
        Writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync()
    {
        var project = await Writer.BeginFilmAsync();
        var state = await Writer.ApproveUntilAsync(project, found => found.Text("status") == "complete");
        await Writer.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Colder.");
        await Writer.UntilAsync(project, "synopsis", "awaitingApproval");
        var chat = (await Writer.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "The end", ["focus"] = "plot" })).Ok().Text("id");
        (await Writer.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "What is the film about?" })).Ok();
        (await Writer.PostAsync($"/api/projects/{project}/facts", new JsonObject { ["text"] = "She never learned to swim." })).Ok();
        var ids = state.List("documents").Select(item => item.Text("id")!).ToArray();
        Words = $"/films/{project}";
        Addresses =
        [
            "/",
            .. s_documents.Select(kind => ids.FirstOrDefault(id => kind.EndsWith(':') ? id.StartsWith(kind, StringComparison.Ordinal) : id == kind)).OfType<string>().Select(id => $"{Words}/documents/{Uri.EscapeDataString(id)}"),
            .. new[] { "storyboard", "insights", "package" }.Select(view => $"{Words}/{view}"),
        ];
    }

    private async Task DrawAsync()
    {
        var project = await Writer.BeginAsync("The Last Ferry", start: Writing.WholeFilm, pictures: true);
        await Writer.ApproveAsync(project, "look");
        foreach (var scene in (string[])["s1", "s2"])
        {
            await Writer.UntilAsync(project, $"shots:{scene}", "awaitingApproval");
            await Writer.EditAsync(project, $"shots:{scene}", Writing.Shots(scene));
        }

        await Writer.ApproveUntilAsync(project, found => found.Text("status") == "complete");
        await Writer.DecideAsync(project, "frame:s1.1", "reopen");
        Pictured = $"/films/{project}";
        Import = $"{Pictured}/import/{(await Writer.PostAsync($"/api/projects/{project}/imports", Script, "application/xml")).Ok().Text("id")}";
    }
}
