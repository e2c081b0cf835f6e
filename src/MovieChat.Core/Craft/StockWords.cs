using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MovieChat.Core.Craft;

/// <summary>Names and phrases that have been used up: <c>Craft/stock.json</c>.</summary>
internal static partial class StockWords
{
    private static readonly Stock All = Read();

    /// <summary>First and last names.</summary>
    public static FrozenSet<string> Names { get; } = All.Names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Pattern = new(
        $@"(?<!\p{{L}})({string.Join('|', All.Phrases.OrderByDescending(phrase => phrase.Length).Select(phrase => Regex.Escape(phrase).Replace("'", "['’]", StringComparison.Ordinal)))})(?!\p{{L}})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IEnumerable<string> PhrasesIn(string text) => Pattern.Matches(text).Select(match => match.Value);

    private static Stock Read()
    {
        using var stream = typeof(StockWords).Assembly.GetManifestResourceStream("Craft/stock.json") ?? throw new InvalidOperationException("Craft/stock.json is not embedded.");
        return JsonSerializer.Deserialize(stream, StockJson.Default.Stock) ?? throw new InvalidOperationException("Craft/stock.json is empty.");
    }

    internal sealed record Stock(IReadOnlyList<string> Names, IReadOnlyList<string> Phrases);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Stock))]
    private sealed partial class StockJson : JsonSerializerContext;
}
