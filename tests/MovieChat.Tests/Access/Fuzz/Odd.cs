using System.Text;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Values that programs have stumbled over.</summary>
internal static class Odd
{
    /// <summary>What is written by writers of these requests; no log line and no problem's words hold it unasked.</summary>
    public const string Canary = "canary-of-the-film";

    public static IReadOnlyList<string> Segments { get; } =
    [
        "", ".", "..", "%2e%2e", "%2F", "%5C", "\\", "%00", "%01", "%0A", "%0d%0a", "%20", "%ff", "%C0%AF", "%zz", "%", "%u0041", "%ED%A0%80", "brief%20", "BRIEF", "Brief",
        "profile:", "profile:mara", "profile:%F0%9F%8E%AC", "portrait:x:y", ":", "frame:s1.1", "frame:s1.99999999999", "dialogue:s1", "dialogue:S1", "dialogue:..", "synopsis", "scenes",
        "'", "\"", "*", ";", "a'b", "a;b", "~", "|", "{project}", "<x>", "$x", "null", "0", "-1", "1", "2", "1000000", "2147483648", "9999999999999999999999", "1e3", "+1", "01", "１",
        Latin("日本"), Latin("e\u0301"), Latin("\u202E"), Latin("🎬"), "\u0001", "\u007f", "\u00ff", "\t", " ", "#", "?", "??", "&", "=",
        new('a', 64), new('a', 65), new('9', 400), new('a', 7000), new('.', 500), string.Concat(Enumerable.Repeat("%41", 1000)), string.Concat(Enumerable.Repeat("/a", 1000)),
    ];

    public static IReadOnlyList<string> Values { get; } =
    [
        "", "0", "1", "2", "5", "50", "200", "201", "-1", "-0", "+1", "01", "1.0", "1e2", "0x1", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999",
        "null", "NaN", "true", "TRUE", "yes", "%00", "%0A", "%ff", "%ED%A0%80", "%", "'", "''", "' or 1 eq 1", "%27%20or%20PartitionKey%20gt%20%27", "\"", "!", "~", "%7F", "%C2%85", "%E2%80%A8",
        Latin("日本"), Latin("🎬"), "a", "aaaaaaaaaaaaaaaaaaaa", new('a', 1000), new('z', 6000), string.Concat(Enumerable.Repeat("%F0%9F%8E%AC", 300)), "1,2", "[1]", "a%26b", "%EF%BF%BF", "%1F", "%09",
    ];

    /// <summary>Pieces of JSON, not all of them JSON.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "null", "true", "false", "0", "-0", "1", "2", "-1", "1.5", "1e400", "-1e400", "1e-400", "2147483648", "9223372036854775807", "9223372036854775808", "1" + new string('0', 400), "00", "+1", ".5", "NaN",
        "Infinity", "undefined", "\"\"", "\" \"", "\"1\"", "\"null\"", "[]", "{}", "[null]", "{\"\":null}", "[[]]", "[{}]", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u202e\"", "\"\\ufeff\"",
        "\"\u0001\"", "\"\\x\"", "\"", "'a'", "// a\n1", "/* a */ 1", "\"🎬\"", $"\"{Canary}\"", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"$type\":\"x\"}", "{\"__proto__\":{}}", "{\"$ref\":\"#\"}",
        Nested('[', ']', 10), Nested('[', ']', 61), Nested('[', ']', 62), Nested('[', ']', 63), Nested('[', ']', 64), Nested('[', ']', 200), Nested('[', ']', 50_000), new('[', 50_000), new('{', 5000),
        Text("a", 201), Text("a", 5000), Text("a", 40_000), Text("日", 40_000), Text("a", 500_000), Text("\\ud83c\\udfac", 20_000), Text("\\u0000", 40_000), $"[{string.Join(',', Enumerable.Repeat("1", 20_000))}]",
        $"{{{string.Join(',', Enumerable.Range(0, 5000).Select(each => $"\"p{each}\":{each}"))}}}",
    ];

    public static IReadOnlyList<string> Names { get; } = ["", "Title", "TITLE", "titlе", "$type", "$id", "__proto__", "constructor", "unknown", "draft", "verb", "content", "a.b", "a[0]", "\\u0000", "\\ud800", "'", "🎬", new('n', 5000)];

    public static IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("Accept", "text/event-stream"), ("Accept", "application/xml"), ("Accept", "*/*;q=0"), ("Accept", ";;,"), ("Accept", new('a', 5000)), ("Accept-Encoding", "gzip, br, *;q=0"), ("Accept-Language", "xx"),
        ("Range", "bytes=0-0"), ("Range", "bytes=5-1"), ("If-None-Match", "*"), ("If-Match", "\"x\""), ("If-Modified-Since", "never"), ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "' or 1"),
        ("X-Forwarded-Prefix", "/api"), ("X-Original-URL", "/api/keys"), ("Forwarded", "for=_x"), ("Origin", "null"), ("Cookie", "a=b; a=c"), ("traceparent", "00-zz-zz-zz"), ("Upgrade", "h2c"), ("TE", "trailers"),
        ("Expect", "100-continue"), ("Connection", "Upgrade, close"), ("User-Agent", "\u00ff\u00fe"), ("X-" + new string('x', 200), "y"), ("X-Big", new('b', 20_000)), ("X-Bigger", new('b', 40_000)),
        ("Idempotency-Key", ""), ("Idempotency-Key", "a b"), ("Idempotency-Key", new('k', 200)), ("Idempotency-Key", new('k', 201)), ("Idempotency-Key", "\u00e9"), ("Idempotency-Key", "'"), ("Idempotency-Key", "a\tb"),
        ("Last-Event-ID", "0"), ("Last-Event-ID", "1"), ("Last-Event-ID", "-1"), ("Last-Event-ID", "99999999999999999999"), ("Last-Event-ID", "x"), ("Last-Event-ID", "１"), ("Last-Event-ID", ""),
    ];

    public static IReadOnlyList<string> MediaTypes { get; } =
        ["", "text/plain", "text/json", "application/json;", "application/json; charset=utf-16", "application/json; charset=\"", "application/problem+json", "APPLICATION/JSON", "application/x-www-form-urlencoded", "multipart/form-data", "*/*", "application/json, text/plain", new('a', 3000)];

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);

    private static string Text(string letters, int times) => $"\"{string.Concat(Enumerable.Repeat(letters, times))}\"";

    /// <summary>The bytes of UTF-8, each as a letter.</summary>
    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
