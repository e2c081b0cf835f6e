using System.Text.Json.Nodes;
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
