using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Writing;

public sealed class DocumentCraftTests
{
    private static readonly Dictionary<string, (string Path, Action<JsonObject> Spoil)> Spoiled = new()
    {
        ["brief: nothing said"] = ("", brief => { foreach (var name in (string[])["genres", "likes"]) brief[name] = new JsonArray(); foreach (var name in (string[])["tone", "message", "audience", "notes"]) brief[name] = " "; }
        ),
        ["brief: an empty genre"] = ("genres[1]", brief => Add(brief["genres"], "")),
        ["brief: no length"] = ("lengthMinutes", brief => brief["lengthMinutes"] = 0),
        ["brief: a length of days"] = ("lengthMinutes", brief => brief["lengthMinutes"] = 601),
        ["brief: no language"] = ("language", brief => brief["language"] = ""),
        ["brief: null list"] = ("avoid", brief => brief["avoid"] = null),
        ["brief: endless message"] = ("message", brief => brief["message"] = new string('x', 4001)),
        ["ideas: no logline"] = ("logline", idea => idea["logline"] = "\n"),
        ["ideas: no title"] = ("title", idea => idea["title"] = ""),
        ["ideas: no reason"] = ("why", idea => idea["why"] = ""),
        ["ideas: title is a list"] = ("title", idea => idea["title"] = new JsonArray()),
        ["synopsis: four lines"] = ("lines", synopsis => synopsis["lines"]!.AsArray().RemoveAt(4)),
        ["synopsis: six lines"] = ("lines", synopsis => Add(synopsis["lines"], "One more.")),
        ["synopsis: an empty line"] = ("lines[2]", synopsis => synopsis["lines"]![2] = " "),
        ["synopsis: two lines in one"] = ("lines[1]", synopsis => synopsis["lines"]![1] = "One.\nTwo."),
        ["synopsis: a null line"] = ("lines[3]", synopsis => synopsis["lines"]![3] = null),
        ["cast: one person"] = ("characters", cast => Keep(cast["characters"], 1)),
        ["cast: thirteen people"] = ("characters", cast => Multiply(cast["characters"], 13, place => $"p{place}", "name", "id")),
        ["cast: an id twice"] = ("characters", cast => cast["characters"]![1]!["id"] = "MARA"),
        ["cast: an id with a slash"] = ("characters[1].id", cast => cast["characters"]![1]!["id"] = "jo/n"),
        ["cast: a name twice"] = ("characters", cast => cast["characters"]![1]!["name"] = "mara"),
        ["cast: a name over two lines"] = ("characters[1].name", cast => cast["characters"]![1]!["name"] = "Jo\nn"),
        ["cast: no protagonist"] = ("characters", cast => cast["characters"]![0]!["role"] = "ally"),
        ["cast: two protagonists"] = ("characters", cast => cast["characters"]![2]!["role"] = "Protagonist"),
        ["cast: nobody opposes"] = ("characters", cast => cast["characters"]![1]!["role"] = "mentor"),
        ["cast: no age"] = ("characters[0].age", cast => cast["characters"]![0]!["age"] = -1),
        ["cast: age in words"] = ("characters[0].age", cast => cast["characters"]![0]!["age"] = "old"),
        ["cast: nothing to see"] = ("characters[2].appearance", cast => cast["characters"]![2]!["appearance"] = ""),
        ["cast: no one line"] = ("characters[2].oneLine", cast => cast["characters"]![2]!["oneLine"] = ""),
        ["profile: another person's"] = ("character", profile => profile["character"] = "jon"),
        ["profile: who is missing"] = ("who", profile => profile["who"] = ""),
        ["profile: wants nothing"] = ("wants", profile => profile["wants"] = ""),
        ["profile: struggles with nothing"] = ("struggles", profile => profile["struggles"] = ""),
        ["profile: no change"] = ("change", profile => profile["change"] = ""),
        ["profile: no voice"] = ("voice", profile => profile["voice"] = ""),
        ["profile: relation to a stranger"] = ("relations[0].character", profile => profile["relations"]![0]!["character"] = "zoe"),
        ["profile: relation to oneself"] = ("relations[0].character", profile => profile["relations"]![0]!["character"] = "mara"),
        ["profile: relation without words"] = ("relations[0].text", profile => profile["relations"]![0]!["text"] = ""),
        ["plot: 499 words"] = ("", plot => { plot["middle"] = GoodFilm.Words("one", 199); plot["beginning"] = GoodFilm.Words("two", 150); plot["end"] = GoodFilm.Words("six", 150); }
        ),
        ["plot: no middle"] = ("middle", plot => plot["middle"] = ""),
        ["plot: no beginning"] = ("beginning", plot => plot["beginning"] = ""),
        ["plot: no end"] = ("end", plot => plot["end"] = " "),
        ["plot: no beats"] = ("beats", plot => plot["beats"] = new JsonArray()),
        ["plot: a beat past the end"] = ("beats[2].position", plot => plot["beats"]![2]!["position"] = 1.01),
        ["plot: beats out of order"] = ("beats", plot => plot["beats"]![0]!["position"] = 0.7),
        ["plot: a stranger acts"] = ("end", plot => plot["end"] = $"{plot["end"]} Then, at the pier, Zoe tells all."),
        ["plot: a titled stranger"] = ("middle", plot => plot["middle"] = $"{plot["middle"]} Dr. Falk waits."),
        ["scenes: a want of somebody absent"] = ("scenes[0].wants[0].character", list => list["scenes"]![0]!["wants"]![0]!["character"] = "ada"),
        ["scenes: a want without words"] = ("scenes[0].wants[1].want", list => list["scenes"]![0]!["wants"]![1]!["want"] = " "),
        ["scenes: a discovery of a stranger"] = ("scenes[1].learns[0].characters", list => list["scenes"]![1]!["learns"] = new JsonArray(new JsonObject { ["what"] = "It leaks.", ["characters"] = new JsonArray("zoe") })),
        ["scenes: an endless turn"] = ("scenes[1].turn", list => list["scenes"]![1]!["turn"] = new string('x', 2001)),
        ["scenes: an empty set-up"] = ("scenes[1].setUps[0]", list => list["scenes"]![1]!["setUps"] = new JsonArray("")),
        ["scenes: no opening"] = ("scenes", list => list["scenes"]![0]!["purpose"] = "other"),
        ["scenes: no conclusion"] = ("scenes", list => list["scenes"]![3]!["purpose"] = "reveal"),
        ["scenes: an unknown purpose"] = ("scenes[1].purpose", list => list["scenes"]![1]!["purpose"] = "dance"),
        ["scenes: nowhere"] = ("scenes[1].heading.place", list => list["scenes"]![1]!["heading"]!["place"] = ""),
        ["scenes: neither inside nor outside"] = ("scenes[1].heading.setting", list => list["scenes"]![1]!["heading"]!["setting"] = "ABOVE"),
        ["scenes: a long time"] = ("scenes[1].heading.time", list => list["scenes"]![1]!["heading"]!["time"] = new string('D', 61)),
        ["scenes: a stranger"] = ("scenes[2].characters", list => Add(list["scenes"]![2]!["characters"], "zoe")),
        ["scenes: out of order"] = ("scenes", list => list["scenes"]![0]!["position"] = 0.5),
        ["scenes: numbers that fall"] = ("scenes", list => list["scenes"]![1]!["number"] = 1),
        ["scenes: an id twice"] = ("scenes", list => list["scenes"]![1]!["id"] = "S1"),
        ["scenes: an id with a blank"] = ("scenes[1].id", list => list["scenes"]![1]!["id"] = "s 2"),
        ["scenes: nothing happens"] = ("scenes[3].summary", list => list["scenes"]![3]!["summary"] = ""),
        ["scenes: a position before the film"] = ("scenes[0].position", list => list["scenes"]![0]!["position"] = -0.1),
        ["dialogue: another scene's"] = ("scene", dialogue => dialogue["scene"] = "s1"),
        ["dialogue: a stranger speaks"] = ("elements[1]", dialogue => dialogue["elements"]![1]!["character"] = "zoe"),
        ["dialogue: one of the cast who is not there"] = ("elements[1]", dialogue => dialogue["elements"]![1]!["character"] = "ada"),
        ["dialogue: a stranger by name"] = ("elements[1]", dialogue => { dialogue["elements"]![1]!["text"] = "ADA"; dialogue["elements"]![1]!["character"] = null; }
        ),
        ["dialogue: nothing"] = ("elements", dialogue => dialogue["elements"] = new JsonArray()),
        ["dialogue: a shot"] = ("elements[0].type", dialogue => dialogue["elements"]![0]!["type"] = "shot"),
        ["dialogue: a cue and nothing said"] = ("elements[2]", dialogue => { dialogue["elements"]!.AsArray().RemoveAt(3); dialogue["elements"]!.AsArray().RemoveAt(2); }
        ),
        ["dialogue: speech of nobody"] = ("elements[1]", dialogue => dialogue["elements"]!.AsArray().RemoveAt(1)),
        ["dialogue: ends with a cue"] = ("elements", dialogue => Keep(dialogue["elements"], 2)),
        ["dialogue: no words"] = ("elements[3].text", dialogue => dialogue["elements"]![3]!["text"] = ""),
        ["dialogue: no elements property"] = ("", dialogue => dialogue.Remove("elements")),
    };

    public static TheoryData<string> Faults => [.. Spoiled.Keys];

    public static TheoryData<string> Kinds => ["brief", "ideas", "synopsis", "cast", "profile", "plot", "scenes", "dialogue"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_SpoiledDraft_SaysWhereInPlainWords(string name)
    {
        var (path, spoil) = Spoiled[name];
        var kind = name.Split(':')[0];
        var content = GoodFilm.Of(kind);
        spoil(content);

        var found = DocumentCraft.For(kind).Check(content.ToJsonString(), GoodFilm.KeyOf(kind), GoodFilm.All);

        Assert.Contains(found.Faults, fault => fault.Path == path);
        Assert.All(found.Faults, fault => Assert.Matches(@"\w.*[.…]$", fault.Message));
        Assert.Empty(found.Outline);
    }

    /// <summary>A message names what the document gives: however much of it there is, the message stays one that can be read.</summary>
    [Fact]
    public void Check_SceneOfEndlessPeople_SaysItInAFewWords()
    {
        var content = GoodFilm.Of("scenes");
        content["scenes"]![0]!["characters"] = new JsonArray([.. Enumerable.Range(0, 5_000).Select(number => JsonValue.Create(number + new string('x', 100_000 / (number + 1))))]);

        var fault = DocumentCraft.For("scenes").Check(content.ToJsonString(), null, GoodFilm.All).Faults.First(fault => fault.Path.EndsWith("wants[0].character", StringComparison.Ordinal));

        Assert.InRange(fault.Message.Length, 100, 1_000);
        Assert.EndsWith("and 4988 more.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_GoodDraft_HasNoFaults(string kind) =>
        Assert.Empty(DocumentCraft.For(kind).Check(GoodFilm.Of(kind).ToJsonString(), GoodFilm.KeyOf(kind), GoodFilm.All).Faults);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_NoDocumentAtAll_HasOneFault(string kind)
    {
        foreach (var content in (string[])["null", "[]", "7", "\"text\"", "{", ""])
        {
            Assert.Single(DocumentCraft.For(kind).Check(content, GoodFilm.KeyOf(kind), GoodFilm.All).Faults);
        }
    }

    /// <summary>Which of two values counts would differ from reader to reader.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_APropertyTwice_IsAFault(string kind)
    {
        var content = GoodFilm.Of(kind).ToJsonString();
        var first = GoodFilm.Of(kind).First();
        var twice = $"{content[..^1]},{JsonSerializer.Serialize(first.Key)}:{first.Value!.ToJsonString()}}}";

        Assert.NotEmpty(DocumentCraft.For(kind).Check(twice, GoodFilm.KeyOf(kind), GoodFilm.All).Faults);
    }

    /// <summary>Text that is no Unicode can be stored nowhere and drawn by nobody.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_HalfASurrogatePair_IsAFault(string kind)
    {
        var content = GoodFilm.Of(kind).ToJsonString();

        Assert.NotEmpty(DocumentCraft.For(kind).Check($$"""{{content[..^1]}},"unknown":"\ud83c"}""", GoodFilm.KeyOf(kind), GoodFilm.All).Faults);
    }

    [Fact]
    public void Check_CastAndScenes_TellTheirParts()
    {
        var cast = DocumentCraft.For("cast").Check(GoodFilm.Cast.ToJsonString(), null, GoodFilm.All);
        var scenes = DocumentCraft.For("scenes").Check(GoodFilm.Scenes.ToJsonString(), null, GoodFilm.All);

        Assert.Equal(["mara", "jon", "ada", "lou"], cast.Outline.Select(part => part.Id));
        Assert.Equal(["s1", "s2", "s3", "s4"], scenes.Outline.Select(part => part.Id));
        Assert.Equal(["mara", "jon", "ada"], scenes.Outline[3].People);
    }

    [Fact]
    public void CheckTogether_IdeasOfOneTitleOrLogline_AreFaults()
    {
        string Idea(string title, string logline) => new JsonObject { ["title"] = title, ["logline"] = logline, ["why"] = "why" }.ToJsonString();

        Assert.Single(DocumentCraft.CheckTogether("ideas", [Idea("A", "one"), Idea("a ", "two")]));
        Assert.Single(DocumentCraft.CheckTogether("ideas", [Idea("A", "One"), Idea("B", "one")]));
        Assert.Empty(DocumentCraft.CheckTogether("ideas", [Idea("A", "one"), Idea("B", "two")]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_OfEveryKind_IsStrictThroughout(string kind)
    {
        var objects = Objects(DocumentCraft.For(kind).Schema).ToArray();

        Assert.NotEmpty(objects);
        Assert.All(objects, schema =>
        {
            Assert.False((bool)schema["additionalProperties"]!);
            Assert.Equal(schema["properties"]!.AsObject().Select(property => property.Key), schema["required"]!.AsArray().Select(name => (string)name!));
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_OfEveryKind_HoldsEveryPropertyOfAGoodDraft(string kind)
    {
        var schema = DocumentCraft.For(kind).Schema["properties"]!.AsObject();

        Assert.Equal(GoodFilm.Of(kind).Select(property => property.Key).Order(), schema.Select(property => property.Key).Order());
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Objects(property.Value)).Concat(found["properties"] is JsonObject && found.ContainsKey("type") ? [found] : []),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static void Add(JsonNode? list, string item) => list!.AsArray().Add(item);

    private static void Keep(JsonNode? list, int count)
    {
        while (list!.AsArray().Count > count) list.AsArray().RemoveAt(count);
    }

    private static void Multiply(JsonNode? list, int count, Func<int, string> named, params string[] names)
    {
        while (list!.AsArray().Count < count)
        {
            var copy = list[list.AsArray().Count - 1]!.DeepClone();
            foreach (var name in names) copy[name] = named(list.AsArray().Count);
            list.AsArray().Add(copy);
        }
    }
}
