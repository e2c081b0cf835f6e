using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using Polly.Timeout;

namespace MovieChat.Workflows.Models;

/// <summary>A model's failures in plain words, with the setting to look at. Nothing that was sent or answered is quoted.</summary>
internal sealed partial class TextModelFailures(TextModelOptions options)
{
    /// <summary>The failure that an answer's end or contents tell, or null when all is well.</summary>
    public Failure? In(ChatFinishReason? reason, IEnumerable<AIContent> contents) =>
        reason == ChatFinishReason.ContentFilter ? Filtered
        : contents.OfType<ErrorContent>().Any() ? Refused
        : reason == ChatFinishReason.Length ? Truncated
        : null;

    /// <summary>The failure that an exception from below stands for, or null when it is none of the model's.</summary>
    public Failure? Of(Exception error) => error switch
    {
        ClientResultException { Status: > 0 } answer => OfStatus(answer),
        ClientResultException { InnerException: { } inner } => Of(inner),
        AuthenticationFailedException => NotSignedIn,
        TimeoutRejectedException or TimeoutException or OperationCanceledException => Late,
        HttpRequestException when BoundedResponseHandler.IsTooLarge(error) => TooLarge,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => Cut,
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException } => Cut,
        HttpRequestException => Unreachable,
        _ when IsUnreadable(error) => Garbled,
        _ => null,
    };

    private Failure OfStatus(ClientResultException answer) => (answer.Status, Code(answer)) switch
    {
        (_, "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation") => Filtered,
        (413, _) or (_, "context_length_exceeded" or "string_above_max_length") => TooLong,
        (429, "insufficient_quota") => QuotaSpent,
        (429, _) => Busy,
        (408 or >= 500, _) => Failing(answer.Status),
        (401 or 403, _) => NotAccepted(answer.Status),
        (404, _) => Unknown,
        var (status, _) when status is >= 300 and < 400 => Moved(status),
        var (status, _) when status >= 400 => BadRequest(status),
        _ => Garbled,
    };

    /// <summary>The error's code, and of Azure's the inner one where the outer says nothing.</summary>
    private static string? Code(ClientResultException answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.GetRawResponse()?.Content ?? BinaryData.FromString("{}"));
            var error = Property(body.RootElement, "error");
            return Text(Property(Property(error, "innererror"), "code")) is "ResponsibleAIPolicyViolation" and { } inner ? inner : Text(Property(error, "code"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Property(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>What the providers' clients throw on an answer that is no JSON, or JSON of another shape.</summary>
    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException;
}
