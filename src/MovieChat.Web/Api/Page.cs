using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Next">What to give as <c>after</c> to get the part that follows; missing at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Page
{
    public const int Usual = 50;
    public const int Most = 200;

    /// <exception cref="ProblemException">The limit is out of its range.</exception>
    public static int Limit(int? limit) => limit switch
    {
        null => Usual,
        >= 1 and <= Most => limit.Value,
        _ => throw new ProblemException(ProblemKinds.Malformed, $"A limit of {limit} is not possible: give 1 to {Most}.", "limit"),
    };

    /// <exception cref="ProblemException">It is negative.</exception>
    public static long After(long? after) => after switch
    {
        null => 0,
        >= 0 => after.Value,
        _ => throw new ProblemException(ProblemKinds.Malformed, $"'after' is {after} and must be 0 or more: give the 'next' of the page before.", "after"),
    };

    /// <param name="found">The items, one more than <paramref name="limit"/> when the list goes on.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> found, int limit, Func<T, object> place)
    {
        if (found.Count <= limit) return new(found, null);
        return new([.. found.Take(limit)], $"{place(found[limit - 1])}");
    }
}
