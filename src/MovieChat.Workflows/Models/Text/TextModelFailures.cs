using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Models.Text;

/// <summary>What only a text model fails with.</summary>
internal sealed class TextModelFailures(TextModelOptions options) : ModelFailures(options)
{
    /// <summary>The failure that an answer's end or contents tell, or null when all is well.</summary>
    public Failure? In(ChatFinishReason? reason, IEnumerable<AIContent> contents) =>
        reason == ChatFinishReason.ContentFilter ? Filtered([])
        : contents.OfType<ErrorContent>().Any() ? Refused
        : reason == ChatFinishReason.Length ? Truncated
        : null;

    protected override Failure Filtered(IReadOnlyList<string> categories) => new(
        FailureKinds.Refused,
        $"The content filter of the model's service refused this text{Reasons(categories)}.",
        "Change in the notes, or in what this is made from, what the filter may object to and try again, or write it yourself.");

    protected override Failure TooLong => new(
        FailureKinds.Unreadable,
        "What this is made from is longer than the model can read at once.",
        $"Lower {Setting(nameof(options.ContextTokens))} (now {options.ContextTokens}) to what the model takes, or choose a model that reads more in {options.NameSetting}.");

    protected override Failure TooLarge => new(
        FailureKinds.Unavailable,
        $"The answer was larger than {TextModelRegistration.MostBytes / 1024} KiB and was not read.",
        $"Try again. If it stays so, limit answers with {Setting(nameof(options.MaxAnswerTokens))}, and check {Setting(nameof(options.Endpoint))}.");

    protected override Failure BadRequest(int status) => new(
        FailureKinds.Rejected,
        $"The model's service did not accept the request (HTTP {status}).",
        $"Check that {options.NameSetting} ('{options.Name}') is a chat model that can answer by a JSON schema.");

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
}
