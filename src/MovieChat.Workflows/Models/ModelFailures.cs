using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using Polly.Timeout;

namespace MovieChat.Workflows.Models;

/// <summary>A model's failures in plain words, with the setting to look at. Nothing that was sent or answered is quoted.</summary>
internal abstract partial class ModelFailures(ModelOptions options)
{
    /// <summary>What an exception from below is to the caller, or null when it is none of the model's.</summary>
    public ModelFailedException? Of(Exception error)
    {
        if (error is ModelFailedException told) return told;
        if (Told(error) is not { } failure) return null;
        // What the service answered is quoted in that exception's message: it goes no further.
        return error is ClientResultException answer
            ? new(failure, answer.InnerException) { Categories = failure.Kind == FailureKinds.Refused ? ServiceError.Of(answer).Categories : [] }
            : new(failure, error);
    }

    private Failure? Told(Exception error) => error switch
    {
        ClientResultException { Status: > 0 } answer => OfStatus(answer.Status, ServiceError.Of(answer)),
        ClientResultException { InnerException: { } inner } => Told(inner),
        AuthenticationFailedException => NotSignedIn,
        TimeoutRejectedException or TimeoutException or OperationCanceledException => Late,
        HttpRequestException when BoundedResponseHandler.IsTooLarge(error) => TooLarge,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => Cut,
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException } => Cut,
        HttpRequestException => Unreachable,
        _ when IsUnreadable(error) => Garbled,
        _ => null,
    };

    private Failure OfStatus(int status, ServiceError error) => (status, error.Code) switch
    {
        _ when error.IsFilter => Filtered(error.Categories),
        (413, _) or (_, "context_length_exceeded" or "string_above_max_length") => TooLong,
        (_, "insufficient_quota" or "billing_hard_limit_reached") => QuotaSpent(status),
        (429, _) => Busy,
        (408 or >= 500, _) => Failing(status),
        (401 or 403, _) => NotAccepted(status),
        (404, _) => Unknown,
        ( >= 300 and < 400, _) => Moved(status),
        ( >= 400, _) => BadRequest(status),
        _ => Garbled,
    };

    /// <summary>What the providers' clients throw on an answer that is no JSON, or JSON of another shape.</summary>
    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException;
}
