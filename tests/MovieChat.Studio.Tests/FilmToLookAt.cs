using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Studio.Tests;

/// <summary>A whole film with a chat and a draft that awaits its writer, and the address of every view of it.</summary>
public sealed class FilmToLookAt(HeadFixture head) : IAsyncLifetime
{
    private static readonly string[] s_documents = ["brief", "ideas", "synopsis", "cast", "profile:", "plot", "scenes", "dialogue:", "shots:", "portrait:", "look"];

    internal Client Writer { get; private set; } = null!;

    internal IReadOnlyList<string> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Writer = await head.NewWriterAsync();
        var project = await Writer.BeginAsync("Return Fare", new JsonObject { ["notes"] = "A ferry captain must choose.", ["lengthMinutes"] = 20 });
        var state = await Writer.ApproveUntilAsync(project, found => found.Text("status") == "complete");
        await Writer.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Colder.");
        await Writer.UntilAsync(project, "synopsis", "awaitingApproval");
        var chat = (await Writer.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "The end", ["focus"] = "plot" })).Ok().Text("id");
        (await Writer.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "What is the film about?" })).Ok();
        var ids = state.List("documents").Select(item => item.Text("id")!).ToArray();
        Addresses =
        [
            "/",
            .. s_documents.Select(kind => ids.FirstOrDefault(id => kind.EndsWith(':') ? id.StartsWith(kind, StringComparison.Ordinal) : id == kind)).OfType<string>().Select(id => $"/films/{project}/documents/{Uri.EscapeDataString(id)}"),
            .. new[] { "storyboard", "insights", "package" }.Select(view => $"/films/{project}/{view}"),
        ];
    }

    public ValueTask DisposeAsync()
    {
        Writer.Dispose();
        return ValueTask.CompletedTask;
    }
}
