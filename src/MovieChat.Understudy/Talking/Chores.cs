using System.Text.Json;
using System.Text.RegularExpressions;
using MovieChat.Core.Chatting;
using MovieChat.Understudy.Talking.First;

namespace MovieChat.Understudy.Talking;

/// <summary>The small pieces of work on a chat: its title, and what stays of its older exchanges.</summary>
internal static partial class Chores
{
    private const int MostLines = 24, MostSaid = 160;

    public static string Do(ChoreRequest chore) => chore.Chore == "title"
        ? JsonSerializer.Serialize(new(Title(chore)), ChatJson.Readable.TitleAnswer)
        : JsonSerializer.Serialize(new(Summary(chore)), ChatJson.Readable.SummaryAnswer);

    /// <summary>Two to six words of what the writer began with.</summary>
    private static string Title(ChoreRequest chore)
    {
        var exchange = chore.Exchanges is [var first, ..] ? first : new("", "");
        var wants = WantsReading.Of(null, [exchange], null);
        if (Topics.In(exchange.Companion) is not null || wants.Told.Count > 0)
        {
            var kind = string.Join(' ', [.. wants.Tones.Take(1), .. wants.Genres.Take(1)]);
            if (kind.Length > 0) return Capital($"a {kind}{(wants.Message.Length is > 0 and < 30 ? $" about {wants.Message}" : " to begin with")}");
            return "What the film should be";
        }

        var words = Lead().Replace(exchange.Writer.ReplaceLineEndings(" ").Trim(), "").Split([' ', '.', '?', '!', ',', ';', ':', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch { 0 => "A talk about the film", 1 => $"About {words[0].ToLowerInvariant()}", _ => Capital(string.Join(' ', words.Take(6))) };
    }

    /// <summary>What the first chat has found out, as sentences that can be read back; then what else was said, the newest last.</summary>
    private static string Summary(ChoreRequest chore)
    {
        var wants = WantsReading.Of(chore.Summary, chore.Exchanges, null);
        var told = WantsMemory.Write(wants);
        var earlier = (chore.Summary ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !WantsMemory.IsLabelled(line));
        var talks = chore.Exchanges.Where(exchange => Topics.In(exchange.Companion) is null).Select(Told);
        string[] rest = [.. earlier, .. talks];
        return string.Join('\n', [.. told, .. rest.TakeLast(MostLines)]) is { Length: > 0 } summary ? summary : "They greeted each other.";
    }

    private static string Told(ChoreExchange exchange) =>
        $"The writer said {Phrases.Quote(exchange.Writer, MostSaid)} The companion answered {Phrases.Quote(TalkTurn.Proposed().Replace(exchange.Companion, ""), MostSaid)}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\A((hi|hello|hey|please|ok|okay|so|well|can you|could you|can we|let'?s|i want to|i'd like to|tell me|talk about|what about)\b[\s,!.]*)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();
}
