using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>Asks for whole options: a first draft, a revision of all of it or of one option, a redraft, further options.</summary>
internal sealed class OptionsAssignment(Commission commission) : Assignment
{
    private readonly IReadOnlyList<WrittenOption> _subject = commission.Request.Option is { } one
        ? [.. commission.Earlier.Where(option => option.Number == one)]
        : commission.Earlier;

    private int Count => commission.Request switch
    {
        { Verb: Verb.Revise } => _subject.Count,
        { Verb: Verb.Options, Count: { } count } => count,
        _ => commission.Options,
    };

    public override IReadOnlyList<string> Prompts =>
        commission.Request.Verb == Verb.Write || _subject.Count == 0 ? [commission.Kind] : [commission.Kind, commission.Request.Verb.ToString().ToLowerInvariant()];

    public override JsonObject Schema => SchemaOf("options", new JsonObject
    {
        ["type"] = "array",
        ["description"] = $"Exactly {Count} {(Count == 1 ? "option" : "options")}.",
        ["items"] = DocumentCraft.For(commission.Kind).Schema.DeepClone(),
    });

    public override WritingTask Complete(WritingTask task) => task with
    {
        Count = Count,
        Earlier = _subject.Count == 0 ? null : [.. _subject.Select(option => JsonNode.Parse(option.Content))],
    };

    public override Reading Read(JsonObject answer)
    {
        if (answer["options"] is not JsonArray written) return Faulty("options", "is missing: answer with the list of options.");
        if (written.Count != Count) return Faulty("options", $"has {written.Count} items: exactly {Count} were asked for.");
        WrittenOption[] fresh = [.. written.Select((content, place) => new WrittenOption(NumberOf(place), content?.ToJsonString(Stored) ?? "null"))];
        var asked = fresh.Select(option => option.Number).ToArray();
        var all = Kept().Concat(fresh).OrderBy(option => option.Number).ToArray();
        return Checked(commission, all, place => Array.IndexOf(asked, all[place].Number) is var at and >= 0 ? $"options[{at}]" : "earlier", answer);
    }

    /// <summary>The earlier options that stand beside the new ones.</summary>
    private IEnumerable<WrittenOption> Kept() => commission.Request.Verb switch
    {
        Verb.Options => commission.Earlier,
        Verb.Revise => commission.Earlier.Except(_subject),
        _ => [],
    };

    private int NumberOf(int place) => commission.Request.Verb switch
    {
        Verb.Revise => _subject[place].Number,
        Verb.Options => commission.Earlier.Max(option => option.Number) + place + 1,
        _ => place + 1,
    };

    private static readonly JsonSerializerOptions Stored = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
