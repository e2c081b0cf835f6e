using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>What every surface shows in the same words.</summary>
internal static partial class Shown
{
    public const string Opened = "Open here from now on.", Ready = "Draft 1 of the ideas is ready";

    public static string Approved(int option) => $"Approved, option {option}.";

    /// <summary>The path of the link to a draft that stands in a message.</summary>
    public static string LinkIn(JsonNode message) => LinkPattern().Match(message.ToJsonString()).Value;

    [GeneratedRegex(@"/a/[\w.-]+")]
    private static partial Regex LinkPattern();
}
