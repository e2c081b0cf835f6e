using System.Buffers;
using System.Diagnostics;

namespace MovieChat.Workflows.Telemetry;

/// <summary>The context of a trace as a line of text, to be kept with what is done later: the <c>traceparent</c> and, after a space, the
/// <c>tracestate</c> where there is one (https://www.w3.org/TR/trace-context/).</summary>
internal static class TraceContext
{
    /// <summary>Characters of a tracestate that are kept, as many as the specification asks for. A longer one is left out: it is optional.</summary>
    public const int LongestState = 512;

    private const int ParentLength = 55;

    private static readonly SearchValues<char> Visible = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter)]);

    /// <summary>Where the caller is now; null when nobody traces Movie Chat.</summary>
    public static string? Current =>
        Instrumentation.Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } parent } current
            ? Write(parent, current.TraceStateString)
            : null;

    /// <summary>The context that was kept; none when there is no text, or it can not be read.</summary>
    public static ActivityContext Parse(string? text)
    {
        if (text is null || text.Length < ParentLength) return default;
        var state = text.Length > ParentLength ? text[(ParentLength + 1)..] : null;
        return IsState(state) && ActivityContext.TryParse(text[..ParentLength], state, isRemote: true, out var context) ? context : default;
    }

    private static string Write(string parent, string? state) => string.IsNullOrEmpty(state) || !IsState(state) ? parent : $"{parent} {state}";

    private static bool IsState(string? state) => state is null || (state.Length <= LongestState && state.AsSpan().IndexOfAnyExcept(Visible) < 0);
}
