using System.Text.Json.Nodes;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Changes an earlier draft as its notes ask, wholly or in one place, and remarks what it could not follow.</summary>
internal static class Revision
{
    private const string AnotherDraft = "This is another draft instead; the earlier one can be restored.";

    public static IEnumerable<JsonNode> Options(WritingRequest request, int repairs, IReadOnlyList<Fault> faults, Remarks remarks)
    {
        var story = StoryReader.Read(request, repairs);
        var wishes = NoteReading.Read(request.Task.Notes, PeopleOf(story, request));
        var revised = Enumerable.Range(0, Math.Max(1, request.Task.Count)).Select(_ => request.Task.Earlier![0]!.DeepClone()).Take(1).ToList();
        var followed = wishes.Where(wish => Follow(wish, revised[0], story, remarks)).ToList();
        if (followed.Count > 0 && (repairs == 0 || Mending.Mend(revised[0], faults, Drafting.Content(story, repairs)))) return Filled(revised, request, repairs);
        // Faults that no place of its own can mend: a fresh draft is whole again.
        if (followed.Count > 0) remarks.Add("Following the notes left faults, so this is a fresh draft.");
        else if (wishes.Count > 0) remarks.Add(AnotherDraft);
        return Drafting.Options(request with { Task = request.Task with { Notes = null } }, repairs, remarks);
    }

    /// <summary>The earlier draft with every wish followed that can be; null where none can.</summary>
    public static JsonNode? Follow(WritingRequest request, Remarks remarks)
    {
        var story = StoryReader.Read(request, 0);
        var revised = request.Task.Earlier![0]!.DeepClone();
        var followed = NoteReading.Read(request.Task.Notes, PeopleOf(story, request)).Where(wish => Follow(wish, revised, story, remarks)).ToList();
        return followed.Count > 0 ? revised : null;
    }

    /// <summary>New text for the passage alone.</summary>
    public static string Passage(WritingRequest request, int repairs, string passage, Remarks remarks)
    {
        var story = StoryReader.Read(request, repairs);
        return PassageRevision.Write(story, passage, NoteReading.Read(request.Task.Notes, PeopleOf(story, request)), remarks);
    }

    /// <summary>A new value for the part alone, of the same shape.</summary>
    public static JsonNode? Part(WritingRequest request, int repairs, PartTask part, Remarks remarks)
    {
        var story = StoryReader.Read(request, repairs);
        var wishes = NoteReading.Read(request.Task.Notes, PeopleOf(story, request));
        if (part.Value is null) return null;
        var isText = Strings.IsText(part.Value);
        if (isText && !PictureRevision.IsOf(story) && Fresh(story, part) is null) return PassageRevision.Write(story, part.Value.GetValue<string>(), wishes, remarks);
        var holder = new JsonObject { ["value"] = part.Value.DeepClone() };
        var followed = wishes.Where(wish => PartRevision.Follow(wish, holder, part.Name, story, remarks)).ToList();
        if (followed.Count > 0) return holder["value"]!.DeepClone();
        if (Fresh(story, part) is { } fresh) return fresh;
        if (isText) return PassageRevision.Write(story, part.Value.GetValue<string>(), wishes, remarks);
        remarks.Add($"I have nothing else for {part.Name}, so it stands as it was.");
        return part.Value.DeepClone();
    }

    // A fresh draft's value for the same part, when that has the same shape and does not stand there already.
    private static JsonNode? Fresh(Story story, PartTask part) =>
        Enumerable.Range(1, 8).Select(option => PartFinder.Find(Drafting.Content(story, option), part.Name))
            .FirstOrDefault(node => node is not null && node.GetValueKind() == part.Value!.GetValueKind() && !Taken(story.Task, part).Any(taken => JsonNode.DeepEquals(node, taken)))
            ?.DeepClone();

    // What stands in that place now, in this option and in those beside it.
    private static IEnumerable<JsonNode?> Taken(WritingTask task, PartTask part) =>
        [part.Value, .. (task.Beside ?? []).OfType<JsonObject>().Select(option => PartFinder.Find(option, part.Name))];

    private static bool Follow(Wish wish, JsonNode content, Story story, Remarks remarks)
    {
        if (Following.Follow(wish, content, story, remarks)) return true;
        remarks.CouldNot(wish.Words);
        return false;
    }

    private static IEnumerable<JsonNode> Filled(List<JsonNode> revised, WritingRequest request, int repairs)
    {
        if (request.Task.Count <= 1) return revised;
        var more = Drafting.Options(request with { Task = request.Task with { Notes = null, Count = request.Task.Count - 1 } }, repairs, new(request));
        return revised.Concat(more);
    }

    // A cast that is being revised is not yet among the film's facts: its people are read from the draft.
    private static IReadOnlyList<Person> PeopleOf(Story story, WritingRequest request)
    {
        var named = (request.Task.Earlier?.FirstOrDefault()?["characters"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(one => Strings.IsText(one["name"]) && Strings.IsText(one["id"]))
            .Select(one => new Person("named", one["id"]!.GetValue<string>(), one["name"]!.GetValue<string>(), Sex.Unknown));
        return [.. named, .. story.People];
    }
}
