using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Revising;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Writes whole documents of every kind.</summary>
internal static class Drafting
{
    private const int Tries = 25;

    /// <summary>As many options as asked, none like another or like an earlier one.</summary>
    public static List<JsonNode> Options(WritingRequest request, int repairs, Remarks remarks)
    {
        var task = request.Task;
        if (!string.IsNullOrWhiteSpace(task.Notes)) remarks.CouldNot(task.Notes);
        if (task.Kind == "ideas") return [.. Ideas(request, repairs)];
        var seen = (task.Earlier ?? []).Select(Print).ToHashSet();
        var options = new List<JsonNode>();
        for (var turn = 0; turn < Tries * task.Count && options.Count < task.Count; turn++)
        {
            var content = Content(StoryReader.Read(request, repairs), turn);
            if (seen.Add(Print(content)) || turn >= (Tries - 1) * task.Count) options.Add(content);
        }
        return options;
    }

    /// <param name="option">Tells the options of one draft apart.</param>
    public static JsonNode Content(Story story, int option) => story.Task.Kind switch
    {
        "synopsis" => Node(SynopsisWriter.Write(story, option)),
        "cast" => Node(CastWriter.Write(story, option)),
        "profile" => Node(ProfileWriter.Write(story, option)),
        "plot" => Node(PlotWriter.Write(story, option)),
        "scenes" => Node(ScenesWriter.Write(story, option)),
        "dialogue" => Node(DialogueWriter.Write(story, option)),
        "look" => Node(LookWriter.Write(story, option)),
        "shots" => Node(ShotsWriter.Write(story, option)),
        "ideas" => Node(IdeasWriter.Write(new(story.Task with { Count = option + 1 }, story.Film), story.Repairs, [])[option]),
        var kind => throw new NotSupportedException($"The understudy writes no document of the kind '{kind}'."),
    };

    public static JsonNode Node<T>(T content) => JsonSerializer.SerializeToNode(content, FilmJson.Readable.Options.GetTypeInfo(typeof(T)))!;

    private static IEnumerable<JsonNode> Ideas(WritingRequest request, int repairs)
    {
        var earlier = (request.Task.Earlier ?? []).Concat(request.Task.Beside ?? []).Select(node => node.Deserialize(FilmJson.Readable.Idea)).OfType<Idea>().ToList();
        return IdeasWriter.Write(request, repairs, earlier).Select(Node);
    }

    private static string Print(JsonNode? node) => node?.ToJsonString() ?? "";
}
