using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Revising;
using MovieChat.Understudy.Stories;
using MovieChat.Understudy.Talking;

namespace MovieChat.Understudy;

/// <summary>From the messages of a chat to the text of an answer.</summary>
internal static class Answer
{
    public const string NothingToWrite =
        "I am the offline understudy: I write film documents and talk about them when Movie Chat asks me to, and nothing else. Connect a model for the rest.";

    public static Reply To(IReadOnlyList<ChatMessage> messages, ChatOptions? options) => Talk.To(messages, options) ?? Reply.Say(To(messages));

    private static string To(IReadOnlyList<ChatMessage> messages)
    {
        var asked = messages.Where(message => message.Role == ChatRole.User).Select(message => message.Text).ToList();
        var first = asked.FindIndex(text => Read(text) is not null);
        if (first < 0) return NothingToWrite;
        // Whatever follows sends the last answer back: the answer is written anew.
        return To(Read(asked[first])!, repairs: asked.Count - first - 1, Faults(asked[^1]));
    }

    private static string To(WritingRequest request, int repairs, IReadOnlyList<Fault> faults)
    {
        if (request.Task.Verb == "stuck")
        {
            return JsonSerializer.Serialize(TipsWriter.Write(StoryReader.Read(request, repairs)), WritingJson.Readable.TipsAnswer);
        }
        var remarks = new Remarks(request);
        var answer = new JsonObject();
        if (request.Task.Passage is { } passage) answer["replacement"] = Revision.Passage(request, repairs, passage, remarks);
        else if (request.Task.Part is { } part) answer["value"] = Revision.Part(request, repairs, part, remarks);
        else answer["options"] = new JsonArray([.. Options(request, repairs, faults, remarks)]);
        answer["remarks"] = remarks.Text;
        return answer.ToJsonString(WritingJson.Readable.Options);
    }

    private static IEnumerable<JsonNode> Options(WritingRequest request, int repairs, IReadOnlyList<Fault> faults, Remarks remarks) =>
        request.Task.Verb == "revise" && request.Task.Earlier is { Count: > 0 }
            ? Revision.Options(request, repairs, faults, remarks)
            : Drafting.Options(request, repairs, remarks);

    private static WritingRequest? Read(string text) =>
        Read(text, WritingJson.Readable.WritingRequest) is { Task: not null, Film: not null } request ? request : null;

    /// <summary>What is wrong with the last answer; nothing when the text is no request for a repair.</summary>
    private static IReadOnlyList<Fault> Faults(string text) => Read(text, WritingJson.Readable.RepairRequest)?.Faults ?? [];

    private static T? Read<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        if (!text.TrimStart().StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null; // Somebody else's JSON.
        }
    }
}
