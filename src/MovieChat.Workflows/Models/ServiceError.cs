using System.ClientModel;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MovieChat.Workflows.Models;

/// <summary>What a service's error body tells, as far as it is of use. Nothing in it is quoted but known words.</summary>
/// <param name="Code">Such as <c>content_filter</c>; of Azure's the inner one where that says more.</param>
/// <param name="Parameter">The part of the request that the service objects to.</param>
/// <param name="Categories">What a content filter objected to: some of <see cref="s_categories"/>.</param>
internal sealed partial record ServiceError(string? Code, string? Parameter, IReadOnlyList<string> Categories)
{
    private const string AzureFilter = "ResponsibleAIPolicyViolation";
    private static readonly string[] s_categories = ["hate", "self_harm", "sexual", "violence"];

    /// <summary>Azure's names, those of its older image services, and OpenAI's.</summary>
    private static readonly HashSet<string> s_filters = new(StringComparer.OrdinalIgnoreCase)
    {
        "content_filter", "contentFilter", "content_policy_violation", "moderation_blocked", AzureFilter,
    };

    public bool IsFilter => Code is { } code && s_filters.Contains(code);

    public static ServiceError Of(ClientResultException answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.GetRawResponse()?.Content ?? BinaryData.FromString("{}"));
            return Of(Property(body.RootElement, "error"));
        }
        catch (JsonException)
        {
            return new(null, null, []);
        }
    }

    private static ServiceError Of(JsonElement? error)
    {
        // Azure writes it in one way for text and in another for pictures.
        var inner = Property(error, "innererror") ?? Property(error, "inner_error");
        var results = Property(inner, "content_filter_result") ?? Property(inner, "content_filter_results");
        // OpenAI names them in its sentence only.
        var said = Violations().Match(Text(Property(error, "message")) ?? "").Groups[1].Value.Replace('-', '_');
        return new(
            Text(Property(inner, "code")) is AzureFilter ? AzureFilter : Text(Property(error, "code")),
            Text(Property(error, "param")),
            [.. s_categories.Where(each => IsTrue(Property(Property(results, each), "filtered")) || said.Split(',', StringSplitOptions.TrimEntries).Contains(each))]);
    }

    [GeneratedRegex(@"safety_violations=\[([a-z_, -]{1,200})\]")]
    private static partial Regex Violations();

    private static JsonElement? Property(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool IsTrue(JsonElement? value) => value is { ValueKind: JsonValueKind.True };
}
