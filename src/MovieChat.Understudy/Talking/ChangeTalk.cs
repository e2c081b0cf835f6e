using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Revising;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Talking;

/// <summary>A plain wish for a document: what the revising of notes can follow is put before the writer as a draft.</summary>
internal static partial class ChangeTalk
{
    private const string Tool = "propose_draft";
    private const int MostTries = 2;

    public static Reply? To(TalkTurn turn)
    {
        if (!Asks(turn.Said)) return null;
        if (turn.Lacks(TalkPerson.Wanted(turn)) is { } people) return people;
        var wishes = Wishes(turn);
        if (TargetOf(turn, wishes) is not { } target || (wishes.Count == 0 && !IsPicture(target) && !Orders().IsMatch(turn.Said))) return null;
        if (target.Split(':')[0] is "portrait" or "frame") return Reply.Say(turn.Line("picture.how", ("document", DocumentNames.Of(target, TalkPerson.Of(turn)))));
        if (!FilmReading.IsWritten(turn, target)) return Reply.Say(turn.Line("change.unwritten", ("document", DocumentNames.Of(target, TalkPerson.Of(turn)))));
        // What is asked of a picture has words of its own: whether they can be followed shows when they are.
        if (wishes.Count == 0 && !IsPicture(target)) return Reply.Say(turn.Line("change.beyond", ("document", DocumentNames.Of(target, TalkPerson.Of(turn)))));
        if (turn.Lacks(FilmReading.Wanted(turn, [target, "ideas", "synopsis", "cast", .. Around(target)])) is { } reading) return reading;
        var name = DocumentNames.Of(target, TalkPerson.Of(turn));
        if (FilmReading.Content(turn, target) is not { } content) return Reply.Say(turn.Line("change.unread", ("document", name)));
        return Propose(turn, target, name, content);
    }

    private static Reply Propose(TalkTurn turn, string target, string name, JsonObject content)
    {
        var tried = turn.Used(Tool);
        if (tried.Count > 0 && tried[^1].Trouble is null) return Reply.Say(Changes.Tell(turn, name, content, tried[^1].Call.Arguments["content"] as JsonObject ?? []), turn.Line("change.awaits", ("document", name)));
        var request = Request(turn, target, content);
        var remarks = new Remarks(request);
        if (Revision.Follow(request, remarks) is not JsonObject changed || JsonNode.DeepEquals(changed, content)) return Reply.Say(turn.Line(IsPicture(target) ? $"change.beyond.{target.Split(':')[0]}" : "change.beyond", ("document", name)), remarks.Text ?? "");
        if (tried.Count > 0)
        {
            var faults = Faults(tried[^1].Result);
            var isMended = tried.Count < MostTries && faults.Count > 0 && Mending.Mend(changed, faults, Fresh(request));
            if (!isMended) return Reply.Say(turn.Line(tried[^1].IsRefused ? "change.refused" : "change.trouble", ("document", name), ("why", tried[^1].Trouble!.TrimEnd('.'))));
        }

        return turn.Tools.Contains(Tool)
            ? Reply.Use(new ToolCall(Tool, new() { ["document"] = target, ["content"] = changed.DeepClone() }))
            : Reply.Say(turn.Line("change.trouble", ("document", name), ("why", "I can not propose just now")));
    }

    private static string[] Around(string target) => target.Split(':', 2) switch
    {
        ["dialogue", ..] or ["scenes"] => ["plot", "scenes"],
        ["shots", var scene] => ["scenes", "look", $"dialogue:{scene}"],
        _ => [],
    };

    private static bool IsPicture(string document) => document == "look" || document.StartsWith("shots:", StringComparison.Ordinal);

    private static JsonNode Fresh(WritingRequest request) => Documents.Drafting.Content(StoryReader.Read(request, 1), 1);

    private static WritingRequest Request(TalkTurn turn, string target, JsonObject content)
    {
        var (kind, key) = target.Split(':', 2) is [var before, var after] ? (before, after) : (target, null);
        var task = new WritingTask
        {
            Project = turn.Context.Chat.Project,
            Order = $"{target}@{turn.Context.Chat.Id}.{turn.Context.Chat.Turn}",
            Kind = kind,
            Key = key,
            Verb = "revise",
            Notes = Named().Replace(turn.Said, " it "),
            Earlier = [content.DeepClone()],
        };
        return new(task, FilmReading.Facts(turn, target));
    }

    private static List<Wish> Wishes(TalkTurn turn) =>
        [.. NoteReading.Read(turn.Said, [.. TalkPerson.Of(turn).Select(person => new Person("named", person.Id, person.Name, Sex.Unknown))]).Where(wish => wish is not OtherWish)];

    /// <summary>The document named, else the one in focus if it can hold the wish, else the one where it belongs.</summary>
    private static string? TargetOf(TalkTurn turn, IReadOnlyList<Wish> wishes)
    {
        if (wishes.Any(wish => wish is CutSceneWish or TurnWish { Number: not null })) return "scenes";
        if (wishes.Any(wish => wish is RenameWish or AgeWish) && FilmReading.IsWritten(turn, "cast")) return "cast";
        return DocumentNames.In(turn.Said, turn, TalkPerson.Of(turn)) ?? turn.Focus ?? FilmReading.Whole(turn, "plot", "synopsis", "ideas");
    }

    private static IReadOnlyList<Fault> Faults(JsonObject result) =>
        [.. (result["faults"] as JsonArray ?? []).OfType<JsonObject>().Select(fault => new Fault($"{fault["path"]}", $"{fault["message"]}"))];

    private static bool Asks(string said) => said.Length < 400 && !Question().IsMatch(said) && Verbs().IsMatch(said);

    [GeneratedRegex(@"\A\W*(why|what|who|how|when|where|is|are|does|did|do you think|should (it|we|I|she|he|they)|would (it|that))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(make|set|move|put|write|rewrite|rename|call|change|let|cut|drop|remove|take out|lose|shorten|tighten|trim|expand|lengthen|add|turn|give|relocate|should be (called|named)|more|less|fewer|hold|stay on|start (on|with)|end on|no (camera|hand-?held|close-?ups)|hand-?held|black and white|2\.39|1\.85|4:3|16:9)\b|\A\W*(please |a bit |a little |much )*(darker|lighter|shorter|longer|funnier|bleaker|warmer|older|younger|happier|sadder|colder|cooler|brighter|closer|wider|slower|faster)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Verbs();

    [GeneratedRegex(@"\A\W*((please|can you|could you|would you|now)\W+)*(make|rewrite|turn|change|add|let|put|give (it|the|her|him|them)|write)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Orders();

    // "Make the ending of the plot darker": the document's name is no part of the wish.
    [GeneratedRegex(@"\b(the|this) (synopsis|plot|cast|scene list|list of scenes|logline|dialogue|page|document|look|shot ?list|list of shots)\b( of scene s?\d{1,3})?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
