using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The page of an animatic without its film, cut at the places where the film's texts go.</summary>
internal static partial class AnimaticPage
{
    /// <summary>The place of the panels.</summary>
    public const string Panels = "panels";

    private static readonly Lazy<IReadOnlyList<(string Text, string Place)>> Read = new(Cut);

    /// <summary>Each part, and what goes behind it; behind the last nothing does.</summary>
    public static IReadOnlyList<(string Text, string Place)> Parts => Read.Value;

    [GeneratedRegex(@"\{\{(?<place>\w+)\}\}")]
    private static partial Regex Place();

    private static List<(string, string)> Cut()
    {
        var (style, script) = (Resource("animatic.css"), Resource("animatic.js"));
        var page = Resource("animatic.html")
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Replace("{{policy}}", Policy(style, script), StringComparison.Ordinal);
        var parts = new List<(string, string)>();
        var at = 0;
        foreach (Match place in Place().Matches(page))
        {
            parts.Add((page[at..place.Index], place.Groups["place"].Value));
            at = place.Index + place.Length;
        }
        parts.Add((page[at..], ""));
        return parts;
    }

    /// <summary>What a browser may do with the page: run this script and no other, ask nobody for anything.</summary>
    private static string Policy(string style, string script) =>
        $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(AnimaticPage).Assembly.GetManifestResourceStream($"Animatic/{name}")
            ?? throw new InvalidOperationException($"Animatic/{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
