using System.Text.Json;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Exports.Storyboards;

/// <summary>A CSV reader and an HTML reader by others: the npm packages papaparse and parse5.</summary>
internal static class ForeignReaders
{
    private static readonly NodePackage Package = new("Exports/foreign-readers");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Text">Its own, without that of the elements in it.</param>
    public sealed record HtmlElement(string Name, Dictionary<string, string> Attributes, string Text)
    {
        public bool Is(string kind) => Attributes.GetValueOrDefault("class") == kind;
    }

    public static async Task<List<List<string>>> RowsAsync(string csv, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<List<List<string>>>(await ReadAsync(new() { ["csv"] = csv }, cancellation), Json)!;

    public static async Task<List<HtmlElement>> ElementsAsync(string html, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<List<HtmlElement>>(await ReadAsync(new() { ["html"] = html }, cancellation), Json)!;

    private static Task<string> ReadAsync(Dictionary<string, string> input, CancellationToken cancellation) => Package.AskAsync("read.cjs", JsonSerializer.Serialize(input), cancellation);
}
