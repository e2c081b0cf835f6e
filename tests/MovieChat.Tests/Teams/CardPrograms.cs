using System.Text.Json.Nodes;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Teams;

/// <summary>An Adaptive Cards reader by others, and what else judges what Teams is given, in the program of <c>cards</c>.</summary>
internal static class CardPrograms
{
    private static readonly NodePackage s_package = new("Teams/cards");

    /// <summary>Holds cards against an Adaptive Cards reader by others (npm <c>adaptivecards</c>).</summary>
    public static async Task CheckAsync(params IEnumerable<JsonNode> cards) => Assert.All(await CheckAsync("card", cards), found => Assert.Equal("[]", found));

    /// <param name="kind"><c>card</c> or <c>manifest</c>.</param>
    /// <returns>For each what is wrong with it.</returns>
    public static async Task<string[]> CheckAsync(string kind, IEnumerable<JsonNode> values)
    {
        var lines = values.Select(value => new JsonObject { ["kind"] = kind, ["value"] = value.DeepClone() }.ToJsonString()).ToArray();
        var input = string.Concat(lines.Select(line => line + "\n"));
        var output = await s_package.RunAsync("node", [Path.Combine(s_package.Source, "check.mjs"), await s_package.InstalledAsync(CancellationToken.None)], Path.GetTempPath(), input, "", CancellationToken.None);
        var found = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(found.Length == lines.Length, output);
        return found;
    }
}
