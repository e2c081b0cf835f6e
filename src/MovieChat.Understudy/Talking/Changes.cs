using System.Text.Json.Nodes;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking;

/// <summary>What is different between two texts of a document, in a sentence.</summary>
internal static class Changes
{
    public static string Tell(TalkTurn turn, string name, JsonObject before, JsonObject after)
    {
        var (then, now) = (FilmTelling.Texts(before), FilmTelling.Texts(after));
        var (words, fewer) = (now.Sum(Sentences.Words), then.Sum(Sentences.Words) - now.Sum(Sentences.Words));
        if (Renamed(before, after) is { } renamed) return turn.Line("changed.name", ("from", renamed.From), ("to", renamed.To), ("document", name));
        if (Age(before, after) is { } age) return turn.Line("changed.age", ("name", age.Name), ("age", age.Now));
        var fresh = now.Except(then).Select(text => New(text, then)).Where(text => text.Length > 0).ToList();
        var sample = fresh.Count > 0 ? $" {turn.Line("changed.sample", ("text", Phrases.Quote(fresh[^1])))}" : "";
        if (Cut(before, after) is { } cut) return turn.Line("changed.cut", ("scene", cut)) + sample;
        if (fewer > 0 && fewer * 20 > words) return turn.Line("changed.shorter", ("document", name), ("now", $"{words}"), ("then", $"{words + fewer}"));
        if (fewer < 0 && -fewer * 8 > words) return turn.Line("changed.longer", ("document", name), ("now", $"{words}"), ("then", $"{words + fewer}")) + sample;
        return turn.Line("changed.some", ("document", name), ("places", fresh.Count == 1 ? "one place" : $"{fresh.Count} places")) + sample;
    }

    /// <summary>The sentences of a text that did not stand there before.</summary>
    private static string New(string text, IReadOnlyList<string> then)
    {
        var all = string.Join('\n', then);
        return Sentences.Split(text).FirstOrDefault(sentence => !all.Contains(sentence, StringComparison.Ordinal)) ?? "";
    }

    private static string? Cut(JsonObject before, JsonObject after)
    {
        if (before["scenes"] is not JsonArray then || after["scenes"] is not JsonArray now || now.Count != then.Count - 1) return null;
        var gone = then.OfType<JsonObject>().FirstOrDefault(scene => now.All(left => $"{left?["id"]}" != $"{scene["id"]}"));
        return gone is null ? null : $"{gone["number"]} ({$"{gone["heading"]?["place"]}".ToLowerInvariant()})";
    }

    private static (string From, string To)? Renamed(JsonObject before, JsonObject after) =>
        Pairs(before, after).Where(pair => $"{pair.Then["name"]}" != $"{pair.Now["name"]}").Select(pair => ((string, string)?)($"{pair.Then["name"]}", $"{pair.Now["name"]}")).FirstOrDefault();

    private static (string Name, string Now)? Age(JsonObject before, JsonObject after) =>
        Pairs(before, after).Where(pair => $"{pair.Then["age"]}" != $"{pair.Now["age"]}").Select(pair => ((string, string)?)($"{pair.Now["name"]}", $"{pair.Now["age"]}")).FirstOrDefault();

    private static IEnumerable<(JsonObject Then, JsonObject Now)> Pairs(JsonObject before, JsonObject after) =>
        (before["characters"] as JsonArray ?? []).OfType<JsonObject>().Zip((after["characters"] as JsonArray ?? []).OfType<JsonObject>());
}
