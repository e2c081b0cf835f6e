using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>What one of fifty writers asks for.</summary>
/// <param name="Title">The project's, where the writer has one; a project can not go without.</param>
/// <param name="Content">The brief as it is stored: JSON without the two fields that are the project's and not the brief's.</param>
internal sealed record CraftBrief(string Id, string Title, string Content)
{
    /// <summary>The length asked for.</summary>
    public int Minutes => JsonSerializer.Deserialize(Content, FilmJson.Readable.Brief)!.LengthMinutes;

    public static IReadOnlyList<CraftBrief> All()
    {
        using var file = typeof(CraftBrief).Assembly.GetManifestResourceStream("Craft/briefs.json")!;
        return [.. JsonNode.Parse(file)!.AsArray().Select(brief => Read(brief!.AsObject()))];
    }

    private static CraftBrief Read(JsonObject brief)
    {
        var (id, title) = ((string)brief["id"]!, (string?)brief["title"] ?? "Untitled");
        brief.Remove("id");
        brief.Remove("title");
        return new(id, title, brief.ToJsonString());
    }
}
