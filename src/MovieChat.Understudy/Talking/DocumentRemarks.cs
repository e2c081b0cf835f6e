using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking;

/// <summary>What can be said of a document out of its own content: one thing that works, one to look at.</summary>
internal sealed partial class DocumentRemarks(TalkTurn turn, string document, JsonObject content)
{
    private readonly IReadOnlyList<TalkPerson> _people = TalkPerson.Of(turn);

    private string Kind => document.Split(':')[0];

    public string Works => Kind switch
    {
        "synopsis" when Texts("lines") is { Count: > 2 } lines => Say("works.synopsis", ("line", Phrases.Quote(IsEnd ? lines[^1] : lines[2], 300))),
        "ideas" => Say("works.ideas", ("logline", Phrases.Quote(Text(content, "logline")))),
        "cast" when Opponent is { } rival => Say("works.cast", ("name", rival.Name), ("about", Phrases.Quote(rival.About.Split(". ")[0]))),
        "profile" when Text(content, "need").Length > 0 => Say("works.profile", ("wants", Phrases.Quote(Text(content, "wants"), 120)), ("need", Phrases.Quote(Text(content, "need"), 120))),
        "profile" => Say("works.voice", ("voice", Phrases.Quote(Text(content, "voice")))),
        "plot" when IsEnd => Say("works.end", ("end", Phrases.Quote(Sentences.Split(Text(content, "end"))[^1]))),
        "plot" when Items("beats") is { Count: > 2 } beats => Say("works.plot", ("beat", Phrases.Quote(Text(beats[beats.Count / 2], "text"))), ("name", Text(beats[beats.Count / 2], "name"))),
        "scenes" when Scene is { } scene => Say("works.scene", ("scene", Text(scene, "number")), ("turn", Phrases.Quote(Text(scene, "turn") is { Length: > 0 } told ? told : Text(scene, "summary")))),
        "dialogue" when Speeches is { Count: > 0 } speeches => Say("works.dialogue", ("name", Name(speeches.MinBy(speech => speech.Text.Length).Who)), ("line", Phrases.Quote(speeches.MinBy(speech => speech.Text.Length).Text))),
        "look" when Text(content, "summary").Length > 0 => Say("works.look", ("colours", Phrases.List([.. Texts("palette").Take(3)])), ("summary", Phrases.Quote(Text(content, "summary")))),
        "shots" when Items("shots") is { Count: > 0 } shots && shots.MaxBy(Seconds) is { } longest => Say("works.shots", ("count", $"{shots.Count}"), ("number", Text(longest, "n")), ("size", Text(longest, "size")), ("seconds", Text(longest, "seconds")), ("action", Phrases.Quote(Text(longest, "action")))),
        "portrait" or "frame" when Text(content, "prompt").Length > 0 => Say("works.picture", ("prompt", Phrases.Quote(Text(content, "prompt"), 240))),
        "portrait" or "frame" => Say("works.drawn"),
        _ => FilmTelling.Texts(content).MaxBy(text => text.Length) is { Length: > 0 } longest ? Say("works.any", ("text", Phrases.Quote(longest))) : Say("works.none"),
    };

    public string Look => Kind switch
    {
        "synopsis" when IsEnd && Texts("lines") is { Count: > 2 } lines => Say("look.last", ("words", $"{Sentences.Words(lines[^1])}")),
        "plot" when IsEnd => Say("look.end", ("end", $"{Sentences.Words(Text(content, "end"))}"), ("middle", $"{Sentences.Words(Text(content, "middle"))}")),
        "synopsis" when Texts("lines") is { Count: > 2 } lines && lines.Index().MaxBy(line => Sentences.Words(line.Item)) is var (place, longest) =>
            Say("look.synopsis", ("place", (place + 1).ToString(CultureInfo.InvariantCulture)), ("words", $"{Sentences.Words(longest)}"), ("line", Phrases.Quote(longest, 100))),
        "cast" when Items("characters").MinBy(person => Text(person, "oneLine").Length) is { } thin => Say("look.cast", ("name", Text(thin, "name")), ("about", Phrases.Quote(Text(thin, "oneLine")))),
        "profile" when Text(content, "need").Length == 0 => Say("look.need"),
        "profile" => Say("look.profile", ("change", Phrases.Quote(Text(content, "change")))),
        "plot" when Gap is { } gap => Say("look.plot", ("from", gap.From), ("to", gap.To), ("percent", gap.Percent)),
        "scenes" when Absence is { } gone => Say("look.scenes", ("name", gone.Name), ("from", gone.From), ("to", gone.To)),
        "dialogue" when Speeches is { Count: > 0 } speeches && speeches.CountBy(speech => speech.Who).MaxBy(pair => pair.Value) is var (who, count) => Say("look.dialogue", ("name", Name(who)), ("count", $"{count}"), ("all", $"{speeches.Count}")),
        "look" when Text(content, "lenses").Length > 0 => Say("look.look", ("lenses", Phrases.Quote(Sentences.Split(Text(content, "lenses"))[0])), ("ratio", Text(content, "aspectRatio"))),
        "shots" when Items("shots") is { Count: > 1 } shots && shots.CountBy(shot => Text(shot, "size")).MaxBy(pair => pair.Value) is var (size, same) && same > 1 => Say("look.shots", ("size", size), ("count", $"{same}"), ("all", $"{shots.Count}")),
        "portrait" or "frame" => Say("picture.how", ("document", DocumentNames.Of(document, _people))),
        _ => Say("look.any"),
    };

    private bool IsEnd => IsOfTheEnd(turn.Said);

    public static bool IsOfTheEnd(string said) => End().IsMatch(said);

    private TalkPerson? Opponent => _people.FirstOrDefault(person => Roles.IsOpposing(person.Role));

    /// <summary>The scene that is spoken of, else the one that turns in the middle.</summary>
    private JsonObject? Scene => Items("scenes") is { Count: > 0 } scenes
        ? scenes.FirstOrDefault(scene => Text(scene, "number") == DocumentNames.SceneIn(turn.Said)) ?? (IsEnd ? scenes[^1] : scenes.FirstOrDefault(scene => Text(scene, "purpose") is "twist" or "reveal") ?? scenes[scenes.Count / 2])
        : null;

    /// <summary>The longest way between two turns of the plot.</summary>
    private (string From, string To, string Percent)? Gap
    {
        get
        {
            var beats = Items("beats");
            var widest = beats.Zip(beats.Skip(1)).MaxBy(pair => Position(pair.Second) - Position(pair.First));
            return widest.First is null ? null : (Phrases.Quote(Text(widest.First, "name")), Phrases.Quote(Text(widest.Second, "name")), ((int)Math.Round((Position(widest.Second) - Position(widest.First)) * 100)).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Who is gone longest between two scenes.</summary>
    private (string Name, string From, string To)? Absence
    {
        get
        {
            var scenes = Items("scenes");
            var gone = _people.SelectMany(person =>
            {
                var there = scenes.Index().Where(scene => (scene.Item["characters"] as JsonArray ?? []).Any(id => $"{id}" == person.Id)).Select(scene => scene.Index).ToList();
                return there.Zip(there.Skip(1)).Select(pair => (person.Name, pair.First, pair.Second));
            }).Where(each => each.Second - each.First > 2).OrderByDescending(each => each.Second - each.First).ToList();
            return gone.Count == 0 ? null : (gone[0].Name, Text(scenes[gone[0].First], "number"), Text(scenes[gone[0].Second], "number"));
        }
    }

    private List<(string Who, string Text)> Speeches =>
        [.. Items("elements").Where(element => Text(element, "type") == ElementTypes.Dialogue).Select(element => (Text(element, "character"), Text(element, "text")))];

    private static double Seconds(JsonObject shot) => double.TryParse(Text(shot, "seconds"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private string Name(string id) => _people.FirstOrDefault(person => person.Id == id)?.Name ?? id;

    private string Say(string key, params ReadOnlySpan<(string Slot, string Value)> values) => turn.Line(key, values);

    private List<JsonObject> Items(string name) => [.. (content[name] as JsonArray ?? []).OfType<JsonObject>()];

    private List<string> Texts(string name) => [.. (content[name] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    private static string Text(JsonObject item, string name) => item[name]?.ToString() ?? "";

    private static double Position(JsonObject beat) => double.TryParse(Text(beat, "position"), NumberStyles.Float, CultureInfo.InvariantCulture, out var position) ? position : 0;

    [GeneratedRegex(@"\b(end|ending|ends|finale|last (line|scene|image)|conclusion)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
