using System.Globalization;
using System.Text;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Grows requests, each from one of the routes, the same ones for the same seed and answers.</summary>
internal sealed class RequestGrower(Random random, FuzzKeys keys, string foreignProject)
{
    private static readonly string[] Exports = ["fountain", "project.json", "screenplay.pdf", "authorship.json", "bundle.zip"];
    private static readonly string[] Parameters = ["limit", "after", "draft", "synopses", "lastEventId", "unknown"];
    private static readonly Route[] Usual = [.. Routes.All.Where(route => route.Method != "HEAD" && route.Pattern.StartsWith("/api", StringComparison.Ordinal))];
    private static readonly Route[] Others = [.. Routes.All.Except(Usual)];
    private static readonly Route Decisions = Routes.All.Single(route => route.Example.EndsWith("/documents/brief/decisions", StringComparison.Ordinal));

    private readonly JsonSpoiler _spoiler = new(random);
    private readonly BodyGrower _bodies = new(random);

    /// <param name="film">The writer's film.</param>
    /// <param name="projects">All of the writer's projects.</param>
    public GrownRequest Next(FuzzFilm film, IReadOnlyList<string> projects)
    {
        var route = Chance(35) ? Decisions : Pick(Chance(92) ? Usual : Others);
        if (route.Method == "DELETE" && Chance(80)) route = Decisions;
        var method = Chance(92) ? route.Method : Pick(Routes.Methods);
        var document = Chance(88) ? Pick(film.Documents) : Pick(Odd.Segments);
        var project = random.Next(100) switch { < 84 => film.Id, < 88 => Pick(projects), < 92 => foreignProject, < 94 => "aaaaaaaaaaaaaaaaaaaa", _ => Pick(Odd.Segments) };
        var (shown, authorization) = Show(route);
        var headers = new List<(string Name, string Value)>();
        if (authorization is not null) headers.Add(("Authorization", authorization));
        if (Chance(30)) headers.Add(("Idempotency-Key", $"k{random.Next(30)}"));
        while (Chance(15)) headers.Add(Pick(Odd.Headers));
        var body = route.Body is not null || Chance(5) ? _spoiler.Spoil(_bodies.For(route, film, document)) : null;
        if (body is not null && Chance(98)) headers.Add(("Content-Type", Chance(95) ? "application/json" : Pick(Odd.MediaTypes)));
        var request = new FuzzRequest(method, Target(route, project, document), headers, body);
        return new(Chance(3) ? Misframed(request) : request, shown, project);
    }

    private string Target(Route route, string project, string document)
    {
        var path = route.Example.Replace("{project}", project, StringComparison.Ordinal)
            .Replace("/documents/brief", $"/documents/{(Chance(10) ? Encoded(document) : document)}", StringComparison.Ordinal)
            .Replace("/drafts/1", $"/drafts/{(Chance(60) ? random.Next(1, 5).ToString(CultureInfo.InvariantCulture) : Pick(Odd.Values))}", StringComparison.Ordinal)
            .Replace("/exports/fountain", $"/exports/{(Chance(80) ? Pick(Exports) : Pick(Odd.Segments))}", StringComparison.Ordinal)
            .Replace("{key}", Chance(50) ? "0123456789abcdef" : Pick(Odd.Segments), StringComparison.Ordinal);
        if (Chance(6)) path = Bent(path);
        return Chance(30) ? path + Query() : path;
    }

    /// <summary>The same to who decodes it once.</summary>
    private string Encoded(string segment) => string.Concat(segment.Select(letter => letter != '%' && Chance(40) ? $"%{(int)letter:X2}" : $"{letter}"));

    private string Bent(string path) => random.Next(9) switch
    {
        0 => path + "/",
        1 => "/" + path,
        2 => path.ToUpperInvariant(),
        3 => path + "/" + Pick(Odd.Segments),
        4 => "/" + Pick(Odd.Segments) + path,
        5 => "http://elsewhere.example" + path,
        6 => path.Replace("/", "%2F", StringComparison.Ordinal),
        7 => string.Join('/', path.Split('/').Select(Encoded)),
        _ => path.Replace("/", Pick(["//", "/./", "/x/../", "/%2e/", "\\"]), StringComparison.Ordinal),
    };

    private string Query()
    {
        var query = new StringBuilder("?");
        do query.Append(Pick(Parameters)).Append(Chance(95) ? "=" : "").Append(Pick(Odd.Values)).Append('&');
        while (Chance(40));
        return query.ToString(0, query.Length - 1);
    }

    private (Shown Shown, string? Header) Show(Route route)
    {
        if (route.Reach is Reach.Owner && Chance(70)) return (Shown.Owner, $"Bearer {keys.Owner}");
        return random.Next(100) switch
        {
            < 86 => (Shown.Writer, $"Bearer {keys.Writer}"),
            < 89 => (Shown.OtherWriter, $"Bearer {keys.Bystander}"),
            < 92 => (Shown.Owner, $"Bearer {keys.Owner}"),
            < 94 => (Shown.RevokedKey, $"Bearer {keys.Revoked}"),
            < 96 => (Shown.NoKey, null),
            _ => (Shown.MalformedHeader, Pick<string>(["Bearer", "", "Basic a:b", $"Bearer {keys.Writer}x", keys.Writer, $"Bearer {keys.Writer[..^1]}\u00e9", $"Bearer mc_{new string('\'', 43)}", $"Bearer {new string('a', 20_000)}"])),
        };
    }

    private FuzzRequest Misframed(FuzzRequest request)
    {
        var body = request.Body ?? [];
        var chunk = Encoding.Latin1.GetBytes($"{body.Length:x}\r\n");
        (string Name, string Value)[] framing = random.Next(14) switch
        {
            0 => [("Content-Length", $"{body.Length / 2}")],
            1 => [("Content-Length", $"{body.Length + 10}")],
            2 => [("Content-Length", "2000000")],
            3 => [("Content-Length", "-1")],
            4 => [("Content-Length", "99999999999999999999")],
            5 => [("Content-Length", "abc")],
            6 => [("Content-Length", $"{body.Length}"), ("Content-Length", "1")],
            7 => [("Content-Length", $"{body.Length}, {body.Length}")],
            8 => [("Transfer-Encoding", "gzip")],
            9 => [("Transfer-Encoding", "chunked"), ("Content-Length", $"{body.Length}")],
            10 => [("Content-Length", "")],
            11 => [],
            _ => [("Transfer-Encoding", "chunked")],
        };
        var isChunked = framing.Any(header => header.Value == "chunked");
        var framed = !isChunked ? body : Chance(30) ? [.. "zz\r\n"u8, .. body] : [.. chunk, .. body, .. "\r\n0\r\n\r\n"u8];
        return request with { Headers = [.. request.Headers, .. framing], Body = framed, IsOddlyFramed = true };
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
