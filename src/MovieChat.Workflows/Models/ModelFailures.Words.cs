using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Models;

internal abstract partial class ModelFailures
{
    /// <summary>The answer ended before it was whole.</summary>
    public static Failure Cut => new(
        FailureKinds.Unavailable,
        "The connection to the model was cut in the middle of its answer.",
        "Try again.");

    protected Failure Garbled => new(
        FailureKinds.Unavailable,
        "What came back was not a model's answer.",
        $"Try again. If it stays so, check that {Setting(nameof(options.Endpoint))} is the address of the model's API and not of a page or a proxy.");

    /// <summary>The content filter's objections are told where its service tells them.</summary>
    protected abstract Failure Filtered(IReadOnlyList<string> categories);

    protected abstract Failure TooLong { get; }

    protected abstract Failure TooLarge { get; }

    protected abstract Failure BadRequest(int status);

    /// <summary>Such as <c> for hate, self harm</c>; empty when there are none.</summary>
    protected static string Reasons(IReadOnlyList<string> categories) =>
        categories.Count == 0 ? "" : $" for {string.Join(", ", categories).Replace('_', ' ')}";

    protected string Setting(string name) => options.Setting(name);

    private Failure Busy => new(
        FailureKinds.Unavailable,
        "The model's service is busy and kept asking us to come back later (HTTP 429).",
        $"Try again in a few minutes. If it stays so, raise the quota of the model, or lower {Setting(nameof(options.MaxConcurrency))} (now {options.MaxConcurrency}).");

    private Failure QuotaSpent(int status) => new(
        FailureKinds.Unavailable,
        $"The account's quota at the model's service is used up (HTTP {status}).",
        $"Raise the quota or the credit of the account that {Setting(nameof(options.Key))} belongs to, then try again.");

    private Failure Late => new(
        FailureKinds.Unavailable,
        "The model gave no answer in time.",
        $"Try again. If it stays so, raise {Setting(nameof(options.Timeout))} (now {options.Timeout:c} for each attempt) or {Setting(nameof(options.TotalTimeout))} (now {options.TotalTimeout:c}).");

    private Failure Unreachable => new(
        FailureKinds.Unavailable,
        "The model's service could not be reached.",
        $"Check {Setting(nameof(options.Endpoint))} and the network, then try again.");

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
        options.Key is null && options.Provider == ModelProviders.AzureOpenAI
            ? $"Give the identity the role Cognitive Services OpenAI User on the resource, or set {Setting(nameof(options.Key))}."
            : $"Check that {Setting(nameof(options.Key))} is a valid key for {Setting(nameof(options.Endpoint))}.");

    private Failure Moved(int status) => new(
        FailureKinds.Rejected,
        $"The model's address only points to another one (HTTP {status}), which is not followed.",
        $"Set {Setting(nameof(options.Endpoint))} to the final address.");
}
