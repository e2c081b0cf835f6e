using System.Text.RegularExpressions;

namespace MovieChat.Core.Film;

/// <summary>What a picture of a film may be.</summary>
public static partial class Pictures
{
    /// <summary>Most pixels on one side.</summary>
    public const int MostSide = 8_192;

    /// <summary>Fewest pixels on one side: less shows nobody.</summary>
    public const int LeastSide = 64;

    /// <summary>Most pixels in all: what a decoder is given.</summary>
    public const long MostPixels = 40_000_000;

    /// <summary>Most bytes: what an image model takes as a reference.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>Most characters of a prompt (images/edits of the OpenAI API).</summary>
    public const int MostPrompt = 32_000;

    /// <summary>Most pictures that one is made from (images/edits of the OpenAI API).</summary>
    public const int MostReferences = 16;

    public static IReadOnlyList<string> MediaTypes { get; } = ["image/png", "image/jpeg", "image/webp"];

    public static bool IsHash(string? text) => text is not null && HashPattern().IsMatch(text);

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex HashPattern();
}
