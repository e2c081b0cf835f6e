using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>What holds of every answer.</summary>
/// <param name="secrets">Keys, and words of somebody else's film: they stand in no answer.</param>
internal sealed class AnswerCheck(IReadOnlyList<string> secrets)
{
    private const int MostProblem = 16 * 1024;

    /// <summary>What the server says itself of what is no HTTP, before anything of ours is asked.</summary>
    private static readonly int[] OfTheServer = [400, 408, 411, 413, 414, 431, 501, 505];

    public IEnumerable<string> Faults(FuzzRequest request, WireAnswer answer)
    {
        var text = answer.Text;
        if (answer.Status == 0 && !request.IsOddlyFramed) yield return "no answer";
        if (answer.Status >= 500) yield return "a fault of the service";
        if (secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))) yield return "a secret in the answer";
        if (answer.Status < 400 || request.Method == "HEAD") yield break;
        var isOfTheServer = answer.Body.Length == 0 && answer.IsLast && OfTheServer.Contains(answer.Status);
        if (!isOfTheServer && FaultOf(answer, text) is { } fault) yield return fault;
    }

    private static string? FaultOf(WireAnswer answer, string text)
    {
        if (answer.Header("Content-Type") != "application/problem+json") return "no problem";
        if (Parsed(text) is not { } problem) return "a problem that is no JSON object";
        if ((int?)problem["status"] != answer.Status) return "a problem with another status";
        if (new[] { "type", "title", "detail" }.Any(name => string.IsNullOrWhiteSpace((string?)problem[name]))) return "a problem that lacks something";
        problem.Remove("draft");
        var words = problem.ToJsonString();
        if (words.Length > MostProblem) return "a problem that is too long";
        return words.Contains(FuzzFilm.Canary, StringComparison.Ordinal) ? "the film's text in a problem" : null;
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
