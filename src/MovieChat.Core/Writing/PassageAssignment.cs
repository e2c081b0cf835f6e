using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

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
