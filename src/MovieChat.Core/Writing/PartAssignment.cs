using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

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
