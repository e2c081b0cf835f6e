using System.Text.Json;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Exports;

/// <summary>The npm package fountain-js, a Fountain parser by others.</summary>
internal static class FountainJs
{
    private static readonly NodePackage Package = new("Exports/fountain-js");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record Token(string Type, string? Text, string? SceneNumber);

    /// <param name="Html">What fountain-js would show, escapes resolved and emphasis as <c>span</c> elements.</param>
    public sealed record Reading(IReadOnlyList<Token> Tokens, string Html);

    /// <summary>Reads several files by one Node process.</summary>
    public static async Task<IReadOnlyList<Reading>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<List<Reading>>(await Package.AskAsync("tokens.cjs", JsonSerializer.Serialize(files), cancellation), Json)!;
}
