using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <summary>The <c>Idempotency-Key</c> of a write, as ids that nobody else's key can lead to: they hold the writer and the resource as well,
/// however its address was written.
/// Without a key, ids are random.</summary>
internal sealed record CommandKey : IBindableFromHttpContext<CommandKey>
{
    public const string Header = "Idempotency-Key";
    public const int MostCharacters = 200;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int ProjectIdLength = 20;

    private readonly byte[] _seed;

    private CommandKey(byte[] seed, string? given)
    {
        _seed = seed;
        Given = given;
    }

    /// <summary>The header; null without one.</summary>
    public string? Given { get; }

    /// <summary>The id of the command.</summary>
    public string Id => Convert.ToHexStringLower(_seed.AsSpan(0, 16));

    /// <summary>The id of the project, or the import, that the request begins.</summary>
    public string ProjectId => string.Create(ProjectIdLength, _seed, (id, seed) =>
    {
        for (var place = 0; place < id.Length; place++) id[place] = Alphabet[seed[place] % Alphabet.Length];
    });

    /// <summary>Whether an id can be one such as <see cref="ProjectId"/>, so that nothing else is looked up.</summary>
    public static bool IsProjectId(string id) => id.Length is > 0 and <= 64 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    public static ValueTask<CommandKey?> BindAsync(HttpContext context, ParameterInfo parameter) => new(Of(context));

    /// <summary>The key of an answer that came by another surface.</summary>
    /// <param name="scope">What tells it from every other answer, and is the same when it is sent again.</param>
    public static CommandKey Of(string writer, string scope) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{writer}\n{scope}")), scope);

    private static CommandKey Of(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(Header, out var values)) return new(RandomNumberGenerator.GetBytes(32), null);
        var key = values.ToString();
        if (key.Length is 0 or > MostCharacters || key.Any(letter => letter is <= ' ' or >= '\x7f'))
        {
            throw new ProblemException(ProblemKinds.Malformed, $"The {Header} must be 1 to {MostCharacters} visible ASCII characters.", Header);
        }

        var scope = $"{Caller.Of(context).Writer}\n{context.Request.Method} {Resource(context)}\n{key}";
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(scope)), key);
    }

    /// <summary>The address as it is mapped, with the ids that it was read to name.</summary>
    private static string Resource(HttpContext context)
    {
        var pattern = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern;
        return string.Concat(pattern.PathSegments.Select(segment => $"/{string.Concat(segment.Parts.Select(Text))}"));

        string? Text(RoutePatternPart part) => part switch
        {
            RoutePatternParameterPart parameter => context.Request.RouteValues[parameter.Name]?.ToString(),
            RoutePatternLiteralPart literal => literal.Content,
            _ => null,
        };
    }
}
