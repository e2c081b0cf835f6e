namespace MovieChat.Tests.Faults;

/// <summary>What goes wrong with a storage operation.</summary>
public enum FaultKind
{
    /// <summary>No connection: the request does not arrive.</summary>
    Refused,

    /// <summary>No answer in time: the request does not arrive.</summary>
    TimedOut,

    /// <summary>Storage answers 500.</summary>
    Error,

    /// <summary>Storage answers 503.</summary>
    Busy,

    /// <summary>Storage answers 503, and at last not at all.</summary>
    BusyThenTimedOut,

    /// <summary>No answer in time, and the request arrives some operations later.</summary>
    Late,

    /// <summary>The request arrives twice, and the second answer is what comes back.</summary>
    Twice,

    /// <summary>The request is carried out, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The process ends right before the request is sent.</summary>
    CrashBefore,

    /// <summary>The process ends right after the request was carried out.</summary>
    CrashAfter,
}

/// <param name="At">The storage operation that it strikes, from 1.</param>
/// <param name="Persists">It strikes the client's retries of the operation as well.</param>
internal sealed record Fault(FaultKind Kind, int At, bool Persists)
{
    public bool Strikes(Attempt attempt) => attempt.Operation == At && (Persists || attempt.Number == 1);

    public override string ToString() => $"{Kind}{(Persists ? ", persisting," : "")} at operation {At}";
}

/// <param name="Operation">From 1, in the order in which operations are first sent.</param>
/// <param name="Number">1 for the first attempt, more for the client's retries.</param>
internal readonly record struct Attempt(int Operation, int Number);
