using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy;

namespace MovieChat.Tests.Understudy;

/// <summary>Asks the understudy as the screenwriter does.</summary>
internal static class Asked
{
    public static JsonObject Answer(WritingTask task, FilmFacts film, int repairs = 0)
    {
        List<ChatMessage> messages = [new(ChatRole.System, "You are a screenwriter."), new(ChatRole.User, JsonSerializer.Serialize(new(task, film), WritingJson.Readable.WritingRequest))];
        for (var turn = 0; turn < repairs; turn++)
        {
            messages.Add(new(ChatRole.Assistant, "{}"));
            messages.Add(new(ChatRole.User, JsonSerializer.Serialize(new([new("lines[4]", "is empty")], "Once more."), WritingJson.Readable.RepairRequest)));
        }
        return JsonNode.Parse(Text(messages))!.AsObject();
    }

    public static string Text(IEnumerable<ChatMessage> messages)
    {
        using var understudy = new UnderstudyChatClient();
        return understudy.GetResponseAsync(messages, cancellationToken: TestContext.Current.CancellationToken).GetAwaiter().GetResult().Text;
    }

    public static WritingTask Task(string kind, string project = "p1", string verb = "write", int draft = 1) =>
        new() { Project = project, Order = $"{kind}@{draft}", Kind = kind, Verb = verb };

    public static WritingTask Revise<T>(string kind, T earlier, string notes) =>
        Task(kind, verb: "revise", draft: 2) with { Notes = notes, Earlier = [Node(earlier)] };

    public static JsonNode Node<T>(T content) => JsonSerializer.SerializeToNode(content, FilmJson.Readable.Options.GetTypeInfo(typeof(T)))!;

    public static T Option<T>(JsonObject answer, int index = 0) =>
        (T)answer["options"]![index]!.Deserialize(FilmJson.Readable.Options.GetTypeInfo(typeof(T)))!;
}
