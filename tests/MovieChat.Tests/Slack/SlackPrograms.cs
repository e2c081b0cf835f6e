using System.Text.Json.Nodes;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Slack;

/// <summary>Slack's own packages, in the programs of <c>slack-packages</c>.</summary>
internal static class SlackPrograms
{
    private static readonly NodePackage s_package = new("Slack/slack-packages");

    /// <summary>What Slack's types and limits have against messages and views, a line each.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IEnumerable<JsonObject> collected) => await RunAsync("check.mjs", collected.Select(each => each.ToJsonString()));

    /// <summary>Whether Bolt takes requests: <c>ok</c> or <c>refused …</c>, a line each.</summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(IEnumerable<JsonObject> requests) => RunAsync("verify.mjs", requests.Select(each => each.ToJsonString()));

    /// <summary>What Slack's own client makes of a server's answers to <paramref name="calls"/>, JSON a line each.</summary>
    public static Task<IReadOnlyList<string>> CallAsync(string apiUrl, string token, IEnumerable<JsonObject> calls) =>
        RunAsync("client.mjs", calls.Select(each => each.ToJsonString()), apiUrl, token);

    private static async Task<IReadOnlyList<string>> RunAsync(string program, IEnumerable<string> lines, params string[] arguments)
    {
        var installed = await s_package.InstalledAsync(CancellationToken.None);
        var output = await s_package.RunAsync("node", [Path.Combine(s_package.Source, program), .. arguments], installed, string.Join('\n', lines) + "\n", "", CancellationToken.None);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
