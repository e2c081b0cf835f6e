using System.Collections.Concurrent;
using System.Text.Json;

namespace MovieChat.Workflows.Telemetry;

/// <summary>The names of attributes, and the words of their values.</summary>
internal static class TagNames
{
    public const string Project = "moviechat.project";
    public const string Chat = "moviechat.chat";
    public const string Revision = "moviechat.revision";
    public const string Command = "moviechat.command";
    public const string Rejection = "moviechat.rejection";
    public const string Document = "moviechat.document";
    public const string DocumentKind = "moviechat.document.kind";
    public const string Order = "moviechat.order";
    public const string Verb = "moviechat.verb";
    public const string Attempts = "moviechat.attempts";
    public const string Outcome = "moviechat.outcome";

    /// <summary>https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/</summary>
    public const string Error = "error.type";

    /// <summary>https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/</summary>
    public const string Method = "http.request.method";

    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>What kind of thing <paramref name="value"/> is, as a value of low cardinality: <c>draft_done</c>.</summary>
    public static string KindOf(object value) => Kinds.GetOrAdd(value.GetType(), type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));
}
