using System.Text;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>A request as it goes over the wire, well formed or not.</summary>
/// <param name="Target">Path and query; each letter is one byte.</param>
/// <param name="Headers">Without those that frame the body, unless <paramref name="IsOddlyFramed"/>.</param>
/// <param name="IsOddlyFramed">The headers frame the body, perhaps wrongly: nothing else can be sent on the connection.</param>
internal sealed record FuzzRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, bool IsOddlyFramed = false)
{
    public byte[] Bytes
    {
        get
        {
            var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            foreach (var (name, value) in Headers) head.Append($"{name}: {value}\r\n");
            if (Body is not null && !IsOddlyFramed) head.Append($"Content-Length: {Body.Length}\r\n");
            return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
        }
    }

    public FuzzRequest With(string name, string value) => this with { Headers = [(name, value), .. Headers] };

    public bool IsSafe => Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    /// <summary>Enough to see what was asked, without keys.</summary>
    public override string ToString()
    {
        var headers = Headers.Select(header => header.Name == "Authorization" ? header.Name : $"{header.Name}: {Cut(header.Value)}");
        return $"{Method} {Cut(Target)} [{string.Join("; ", headers)}] {Cut(Encoding.UTF8.GetString(Body ?? []))}";
    }

    private static string Cut(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length})";
}
