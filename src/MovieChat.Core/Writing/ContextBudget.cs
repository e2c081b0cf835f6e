using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace MovieChat.Core.Writing;

/// <summary>Fits what travels to the model into a number of tokens, counted as the o200k models count (others differ by some percent).</summary>
/// <param name="tokens">Most tokens of all that is sent together: prompt, facts, and an answer that is sent back to be mended. The answer to
/// come is not counted.</param>
public sealed class ContextBudget(int tokens)
{
    public const int DefaultTokens = 24_000;
    public const int LeastTokens = 2_000;

    /// <summary>Most characters counted in one go: the time that one run without a space takes grows with the square of its length.</summary>
    private const int MostAtOnce = 2_048;

    private static readonly Lazy<Tokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForModel("gpt-4o"));

    public int Tokens { get; } = tokens;

    /// <summary>The tokens of a text; of a long one some permille more than there are.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var from = 0; from < text.Length; from += MostAtOnce)
        {
            count += Tokenizer.Value.CountTokens(text.AsSpan(from, Math.Min(MostAtOnce, text.Length - from)));
        }

        return count;
    }

    /// <summary>Whether texts certainly fit: a token stands for one byte at least, and bytes are counted at once.</summary>
    public bool Takes(IEnumerable<string> texts) => texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text)) <= Tokens;

    /// <summary>The request as JSON, with as much of the facts as fits.</summary>
    /// <param name="besides">Tokens of what is sent beside it.</param>
    /// <param name="reductions">In the order in which facts are to be given up. Each takes the facts and the tokens they are over, and
    /// returns them smaller, or null when it has nothing left to give.</param>
    /// <returns>Null when it does not fit with all reductions made.</returns>
    public string? Fit(int besides, WritingRequest request, IEnumerable<Func<FilmFacts, int, FilmFacts?>> reductions)
    {
        var room = Tokens - besides;
        var json = Json(request);
        var over = Count(json) - room;
        foreach (var reduce in reductions)
        {
            while (over > 0 && reduce(request.Film, over) is { } smaller)
            {
                request = request with { Film = smaller };
                json = Json(request);
                over = Count(json) - room;
            }
        }

        return over > 0 ? null : json;
    }

    private static string Json(WritingRequest request) => JsonSerializer.Serialize(request, WritingJson.Readable.WritingRequest);
}
