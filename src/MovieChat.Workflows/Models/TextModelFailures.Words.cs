using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Models;

internal sealed partial class TextModelFailures
{
    /// <summary>A stream ended before the model said that it had finished.</summary>
    public static Failure Cut => new(
        FailureKinds.Unavailable,
        "The connection to the model was cut in the middle of its answer.",
        "Try again.");

    private static Failure Filtered => new(
        FailureKinds.Refused,
        "The content filter of the model's service refused this text.",
        "Change in the notes, or in what this is made from, what the filter may object to and try again, or write it yourself.");

    private static Failure Refused => new(
        FailureKinds.Refused,
        "The model refused to write this.",
        "Change the notes, or what this is made from, and try again, or write it yourself.");

    private Failure Truncated => new(
        FailureKinds.Truncated,
        "The model's answer was cut off at its length limit.",
        options.MaxAnswerTokens is { } most
            ? $"Ask for less at once, or raise {Setting(nameof(options.MaxAnswerTokens))} (now {most})."
            : $"Ask for less at once, or choose a model with longer answers in {options.NameSetting}.");

    private Failure TooLong => new(
        FailureKinds.Unreadable,
        "What this is made from is longer than the model can read at once.",
        $"Lower {Setting(nameof(options.ContextTokens))} (now {options.ContextTokens}) to what the model takes, or choose a model that reads more in {options.NameSetting}.");

    private Failure Busy => new(
        FailureKinds.Unavailable,
        "The model's service is busy and kept asking us to come back later (HTTP 429).",
        $"Try again in a few minutes. If it stays so, raise the quota of the model, or lower {Setting(nameof(options.MaxConcurrency))} (now {options.MaxConcurrency}).");

    private Failure QuotaSpent => new(
        FailureKinds.Unavailable,
        "The account's quota at the model's service is used up (HTTP 429).",
        $"Raise the quota or the credit of the account that {Setting(nameof(options.Key))} belongs to, then try again.");

    private Failure Late => new(
        FailureKinds.Unavailable,
        "The model gave no answer in time.",
        $"Try again. If it stays so, raise {Setting(nameof(options.Timeout))} (now {options.Timeout:c} for each attempt) or {Setting(nameof(options.TotalTimeout))} (now {options.TotalTimeout:c}).");

    private Failure Unreachable => new(
        FailureKinds.Unavailable,
        "The model's service could not be reached.",
        $"Check {Setting(nameof(options.Endpoint))} and the network, then try again.");

    private Failure Garbled => new(
        FailureKinds.Unavailable,
        "What came back was not a model's answer.",
        $"Try again. If it stays so, check that {Setting(nameof(options.Endpoint))} is the address of the model's API and not of a page or a proxy.");

    private Failure TooLarge => new(
        FailureKinds.Unavailable,
        $"The answer was larger than {TextModelHttp.MostBytes / 1024} KiB and was not read.",
        $"Try again. If it stays so, limit answers with {Setting(nameof(options.MaxAnswerTokens))}, and check {Setting(nameof(options.Endpoint))}.");

    private Failure NotSignedIn => new(
        FailureKinds.Rejected,
        "No identity was found to sign in to the model's service with.",
        $"Set {Setting(nameof(options.Key))}, or run with a managed identity that has the role Cognitive Services OpenAI User.");

    private Failure Unknown => new(
        FailureKinds.Rejected,
        $"The model's service does not know '{options.Name}' (HTTP 404).",
        $"Check {options.NameSetting} and {Setting(nameof(options.Endpoint))}.");

    private static Failure Failing(int status) => new(
        FailureKinds.Unavailable,
        $"The model's service kept failing (HTTP {status}).",
        "Try again later.");

    private Failure NotAccepted(int status) => new(
        FailureKinds.Rejected,
        $"The model's service did not let us in (HTTP {status}).",
        options.Key is null && options.Provider == TextProviders.AzureOpenAI
            ? $"Give the identity the role Cognitive Services OpenAI User on the resource, or set {Setting(nameof(options.Key))}."
            : $"Check that {Setting(nameof(options.Key))} is a valid key for {Setting(nameof(options.Endpoint))}.");

    private Failure Moved(int status) => new(
        FailureKinds.Rejected,
        $"The model's address only points to another one (HTTP {status}), which is not followed.",
        $"Set {Setting(nameof(options.Endpoint))} to the final address.");

    private Failure BadRequest(int status) => new(
        FailureKinds.Rejected,
        $"The model's service did not accept the request (HTTP {status}).",
        $"Check that {options.NameSetting} ('{options.Name}') is a chat model that can answer by a JSON schema.");

    private static string Setting(string name) => TextModelOptions.Setting(name);
}
