using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking;

/// <summary>Somebody of the film, as far as the talk knows them.</summary>
internal sealed partial record TalkPerson(string Id, string Name, string Role, string About)
{
    public bool IsNamed(string text) => Name.Length > 1 && (Sentences.Mentions(text, Name) || Name.Split(' ').Any(part => part.Length > 2 && Regex.IsMatch(text, $@"(?<!\p{{L}}){Regex.Escape(part)}(?!\p{{L}})", RegexOptions.IgnoreCase)));

    /// <summary>The cast as this turn knows it: read by a tool, or shown in short.</summary>
    public static IReadOnlyList<TalkPerson> Of(TalkTurn turn)
    {
        var content = FilmReading.ContentIn(turn.ResultOf(ToolCall.Read("cast"))) ?? (turn.Context.Film.Focus is { Id: "cast", Content: JsonObject shown } ? shown : null);
        if (content?["characters"] is JsonArray people)
        {
            return [.. people.OfType<JsonObject>().Select(person => new TalkPerson(Text(person, "id"), Text(person, "name"), Text(person, "role"), $"{Text(person, "oneLine")} {Text(person, "appearance")}")).Where(person => person.Id.Length > 0)];
        }

        return turn.Context.Film.Around?.GetValueOrDefault("cast") is { } digest
            ? [.. Digest().Matches(digest).Select(match => new TalkPerson(match.Groups["id"].Value, match.Groups["name"].Value.Trim(), match.Groups["role"].Value.Trim(), match.Groups["about"].Value))]
            : [];
    }

    /// <summary>The call that reads the cast, when there is one to read and it is not shown; else nothing.</summary>
    public static IEnumerable<ToolCall> Wanted(TalkTurn turn) => Of(turn).Count == 0 && FilmReading.IsWritten(turn, "cast") ? [ToolCall.Read("cast")] : [];

    private static string Text(JsonObject item, string name) => item[name]?.ToString() ?? "";

    [GeneratedRegex(@"(?<=\A|; )(?<name>[^();]{1,60}) \((?<id>[A-Za-z0-9_-]{1,40}), (?<role>[^();]{1,60}), \d+\): (?<about>[^;]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Digest();
}
