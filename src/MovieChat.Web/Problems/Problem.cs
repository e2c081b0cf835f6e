using MovieChat.Core.Journey;
using MovieChat.Web.Api;

namespace MovieChat.Web.Problems;

/// <summary>What went wrong with a request (RFC 9457).</summary>
public sealed record Problem
{
    public const string MediaType = "application/problem+json";

    /// <summary>The kind of problem, as a relative address that stays the same: <c>/problems/stale-decision</c>.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>Where the offending value is: a path into the body, or the name of a parameter or header.</summary>
    public string? Path { get; init; }

    /// <summary>Everything that is wrong, where there can be several.</summary>
    public IReadOnlyList<ProblemItem>? Errors { get; init; }

    /// <summary>Of a stale decision: the number of the draft to decide on.</summary>
    public int? CurrentDraft { get; init; }

    /// <summary>Of a stale decision: the draft to decide on.</summary>
    public DraftItem? Draft { get; init; }

    internal static Problem Of(ProblemKind kind, string? detail = null, string? path = null) => new()
    {
        Type = kind.Type,
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail ?? kind.Detail,
        Path = path,
    };

    internal static Problem Of(Rejection rejection) =>
        Of(ProblemKinds.Of(rejection.Kind), rejection.Message, rejection.Path ?? PathOf(rejection.Kind)) with { CurrentDraft = rejection.CurrentDraft };

    private static string? PathOf(string rejection) => rejection switch
    {
        RejectionKinds.StaleDecision or RejectionKinds.UnknownDraft => "draft",
        RejectionKinds.UnknownOption => "option",
        RejectionKinds.VerbDoesNotFit => "verb",
        _ => null,
    };
}

/// <param name="Path">Where, as a path into the body.</param>
/// <param name="Message">What is wrong there and what would be right.</param>
public sealed record ProblemItem(string Path, string Message);

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public ProblemException(ProblemKind kind, string? detail = null, string? path = null)
        : this(Problem.Of(kind, detail, path))
    {
    }

    public Problem Problem { get; } = problem;
}
