namespace MovieChat.Core.Journey;

/// <summary>Why a document could not be drafted, and what the writer can do about it.</summary>
/// <param name="Kind">One of <see cref="FailureKinds"/>.</param>
/// <param name="Message">What happened, in plain words.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Failure(string Kind, string Message, string Remedy);

public static class FailureKinds
{
    /// <summary>The model's answers broke the document's rules, repairs included.</summary>
    public const string Invalid = "invalid-answer";

    /// <summary>A content filter or the model itself refused.</summary>
    public const string Refused = "refused";

    /// <summary>The answer was cut off at the model's length limit.</summary>
    public const string Truncated = "truncated";

    /// <summary>The model could not be reached, or kept failing.</summary>
    public const string Unavailable = "model-unavailable";

    /// <summary>The model's service refused our request: the key, the model's name, the address.</summary>
    public const string Rejected = "model-rejected";

    /// <summary>The project has spent what it may.</summary>
    public const string BudgetSpent = "budget-spent";

    /// <summary>A mistake of the service itself.</summary>
    public const string Unexpected = "unexpected";

    /// <summary>What the document is made from does not fit the model, or can not be read.</summary>
    public const string Unreadable = "unreadable-input";
}
