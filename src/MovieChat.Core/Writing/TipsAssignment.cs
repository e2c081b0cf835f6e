using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MovieChat.Core.Writing;

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
