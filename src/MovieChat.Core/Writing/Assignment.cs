using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>What one commission asks of the model, the form of the answer, and what the answer makes of the document.</summary>
internal abstract class Assignment
{
    public abstract IReadOnlyList<string> Prompts { get; }

    public abstract JsonObject Schema { get; }

    public abstract WritingTask Complete(WritingTask task);

    /// <summary>Reads an answer that has the form of <see cref="Schema"/>, or says what is wrong with it.</summary>
    public abstract Reading Read(JsonObject answer);

    /// <exception cref="ModelFailedException">The passage or part that the order names is not in the draft that it starts from.</exception>
    public static Assignment For(Commission commission) => commission.Request switch
    {
        { Verb: Verb.Stuck } => new TipsAssignment(),
        { Passage: { } passage } => new PassageAssignment(commission, passage),
        { Part: { } part } => new PartAssignment(commission, part),
        _ => new OptionsAssignment(commission),
    };

    protected static JsonObject SchemaOf(string property, JsonNode schema) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [property] = schema,
            ["remarks"] = new JsonObject
            {
                ["type"] = new JsonArray("string", "null"),
                ["description"] = "What the writer should know about this draft; null when there is nothing.",
            },
        },
        ["required"] = new JsonArray(property, "remarks"),
        ["additionalProperties"] = false,
    };

    protected static Reading Faulty(string path, string message) => new([new(path, message)], null);

    /// <summary>Checks the contents one by one and together.</summary>
    protected static Reading Checked(Commission commission, IReadOnlyList<WrittenOption> options, Func<int, string> pathOf, JsonObject answer)
    {
        var craft = DocumentCraft.For(commission.Kind);
        var outlines = new List<DraftOption>();
        var faults = new List<Fault>();
        foreach (var (place, option) in options.Index())
        {
            var content = craft.Check(option.Content, commission.Key, commission.Film);
            outlines.Add(new(option.Number, content.Outline));
            faults.AddRange(content.Faults.Select(fault => fault with { Path = $"{pathOf(place)}{(fault.Path.Length > 0 ? "." : "")}{fault.Path}" }));
        }

        if (faults.Count == 0) faults.AddRange(DocumentCraft.CheckTogether(commission.Kind, [.. options.Select(option => option.Content)]));
        var remarks = answer["remarks"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim().Length > 0 ? text.Trim() : null;
        return new(faults, faults.Count > 0 ? null : new Writing.Draft(options, outlines, remarks));
    }
}

/// <param name="Faults">What is wrong; empty when there is a result.</param>
internal sealed record Reading(IReadOnlyList<Fault> Faults, Writing? Result);

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

/// <summary>Asks for new words in place of a passage.</summary>
internal sealed class PassageAssignment : Assignment
{
    private readonly Commission _commission;
    private readonly WrittenOption _option;
    private readonly string _passage;
    private readonly string[] _ids;

    public PassageAssignment(Commission commission, string passage)
    {
        _commission = commission;
        _passage = passage;
        _option = commission.Earlier.Single(option => option.Number == commission.Request.Option);
        _ids = [.. DocumentCraft.For(commission.Kind).Check(_option.Content, commission.Key, commission.Film).Outline.Select(part => part.Id)];
        if (ContentText.CountPassage(_option.Content, passage) != 1)
        {
            throw new ModelFailedException(new(FailureKinds.Unreadable, "The passage to revise does not stand in the draft exactly once.", "Quote it again from the current draft."));
        }
    }

    public override IReadOnlyList<string> Prompts => [_commission.Kind, "passage"];

    public override JsonObject Schema =>
        SchemaOf("replacement", new JsonObject { ["type"] = "string", ["description"] = "The words that shall stand in place of the passage." });

    public override WritingTask Complete(WritingTask task) => task with { Passage = _passage, Earlier = [JsonNode.Parse(_option.Content)] };

    public override Reading Read(JsonObject answer)
    {
        if (answer["replacement"] is not JsonValue value || !value.TryGetValue<string>(out var words)) return Faulty("replacement", "is missing: answer with the new words.");
        var changed = _option with { Content = ContentText.ReplacePassage(_option.Content, _passage, words) };
        var reading = Checked(_commission, [.. _commission.Earlier.Select(option => option.Number == changed.Number ? changed : option)], _ => "", answer);
        return reading.Result is Writing.Draft written && !Ids(written).SequenceEqual(_ids)
            ? Faulty("replacement", "changes an id: ids must stay as they are.")
            : reading;
    }

    /// <summary>The ids in the option by which other documents are named.</summary>
    private IEnumerable<string> Ids(Writing.Draft written) =>
        written.Outlines.Single(option => option.Number == _option.Number).Outline.Select(part => part.Id);
}

/// <summary>Asks for a new value of one part.</summary>
internal sealed class PartAssignment : Assignment
{
    private readonly Commission _commission;
    private readonly WrittenOption _option;
    private readonly string _part;
    private readonly ContentSpan _span;

    public PartAssignment(Commission commission, string part)
    {
        _commission = commission;
        _part = part;
        _option = commission.Earlier.Single(option => option.Number == commission.Request.Option);
        _span = ContentText.FindPart(_option.Content, part)
            ?? throw new ModelFailedException(new(FailureKinds.Unreadable, $"The draft has no part '{part}'.", "Name a property, or an item by its id or number."));
    }

    public override IReadOnlyList<string> Prompts => [_commission.Kind, "part"];

    public override JsonObject Schema
    {
        get
        {
            var property = DocumentCraft.For(_commission.Kind).Schema["properties"]?[_span.Path.Property];
            var schema = _span.Path.Index is null ? property : property?["items"];
            return SchemaOf("value", schema?.DeepClone() ?? new JsonObject());
        }
    }

    public override WritingTask Complete(WritingTask task) => task with
    {
        Part = new(_part, ContentText.ValueAt(_option.Content, _span)),
        Earlier = [JsonNode.Parse(_option.Content)],
    };

    public override Reading Read(JsonObject answer)
    {
        if (!answer.TryGetPropertyValue("value", out var value)) return Faulty("value", "is missing: answer with the part's new value.");
        if (IdOf(ContentText.ValueAt(_option.Content, _span)) is { } id && IdOf(value) != id) return Faulty("value.id", $"must stay '{id}'.");
        var changed = _option with { Content = ContentText.Replace(_option.Content, _span, value) };
        return Checked(_commission, [.. _commission.Earlier.Select(option => option.Number == changed.Number ? changed : option)], _ => "", answer);
    }

    private static string? IdOf(JsonNode? item) => (item as JsonObject)?["id"]?.ToString();
}

/// <summary>Asks for tips and three ways forward.</summary>
internal sealed class TipsAssignment : Assignment
{
    private const int WaysForward = 3;

    public override IReadOnlyList<string> Prompts => ["stuck"];

    public override JsonObject Schema { get; } = JsonNode.Parse(AIJsonUtilities.CreateJsonSchema(
        typeof(TipsAnswer),
        serializerOptions: WritingJson.Readable.Options,
        inferenceOptions: new() { TransformOptions = new() { DisallowAdditionalProperties = true, RequireAllProperties = true } }).GetRawText())!.AsObject();

    public override WritingTask Complete(WritingTask task) => task;

    public override Reading Read(JsonObject answer)
    {
        try
        {
            var tips = answer.Deserialize(WritingJson.Readable.TipsAnswer)!;
            if (tips.Tips.Count == 0 || tips.Tips.Any(string.IsNullOrWhiteSpace)) return Faulty("tips", "holds no tips, or empty ones.");
            if (tips.Ways.Count != WaysForward) return Faulty("ways", $"has {tips.Ways.Count} items: exactly {WaysForward} ways forward are asked for.");
            if (tips.Ways.Any(way => string.IsNullOrWhiteSpace(way.Title) || string.IsNullOrWhiteSpace(way.Text))) return Faulty("ways", "holds one without title or text.");
            return new([], new Writing.Tips(JsonSerializer.Serialize(tips, WritingJson.Readable.TipsAnswer)));
        }
        catch (JsonException wrong)
        {
            return new([JsonFault.Of(wrong)], null);
        }
    }
}
