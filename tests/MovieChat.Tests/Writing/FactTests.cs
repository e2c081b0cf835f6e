using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using static MovieChat.Tests.Writing.Commissions;

namespace MovieChat.Tests.Writing;

/// <summary>Which facts of the film travel to the model.</summary>
public sealed class FactTests
{
    /// <summary>What each author may see of a whole film: <see cref="FilmFacts"/> by property.</summary>
    [Theory]
    [InlineData("ideas", "title brief synopsis cast plot")]
    [InlineData("synopsis", "title brief idea cast plot")]
    [InlineData("cast", "title brief idea synopsis plot scenes")]
    [InlineData("profile:mara", "title brief idea synopsis cast profiles plot")]
    [InlineData("plot", "title brief idea synopsis cast profiles scenes")]
    [InlineData("scenes", "title brief idea synopsis cast profiles plot")]
    [InlineData("dialogue:s4", "title brief idea synopsis cast profiles plot scenes scene dialogues witnessed voices")]
    public async Task Request_OfEachDocument_HoldsItsFactsAndNoOthers(string document, string facts) =>
        Assert.Equal(facts.Split(' ').Order(), (await FilmOfAsync(document)).AsObject().Select(fact => fact.Key).Order());

    [Fact]
    public async Task Request_OfAProfile_ShowsTheOthersInTheOrderOfTheCast() =>
        Assert.Equal(["jon", "ada"], (await FilmOfAsync("profile:mara"))["profiles"]!.AsArray().Select(profile => (string?)profile!["character"]));

    [Fact]
    public async Task Request_OfADialogue_ShowsWhatItsPeopleCanKnow()
    {
        var film = await FilmOfAsync("dialogue:s4");

        Assert.Equal("s4", (string?)film["scene"]!["id"]);
        Assert.Equal(["s1", "s2", "s3"], film["scenes"]!.AsArray().Select(scene => (string?)scene!["id"]));
        Assert.Equal(["s2"], Scenes(film["dialogues"]));
        Assert.Equal("""{"mara":["Said in s1.","Said in s3."]}""", film["voices"]!.ToJsonString());
        Assert.Equal(["mara", "jon", "ada"], film["profiles"]!.AsArray().Select(profile => (string?)profile!["character"]));
        Assert.Equal("""{"mara":["s1","s2"],"jon":["s1","s2"],"ada":["s3"]}""", film["witnessed"]!.ToJsonString());
    }

    [Fact]
    public async Task Request_OfADialogue_HidesTheTalkOfPeopleWhoAreNotThere()
    {
        var film = await FilmOfAsync("dialogue:s3");

        Assert.False(film.AsObject().ContainsKey("dialogues") && film["dialogues"]!.AsArray().Count > 0);
        Assert.Empty(film["scenes"]!.AsArray());
        Assert.Equal(["ada"], film["profiles"]!.AsArray().Select(profile => (string?)profile!["character"]));
    }

    [Fact]
    public async Task Request_OfADialogue_HidesWhatIsSaidLater()
    {
        var film = await FilmOfAsync("dialogue:s2");

        Assert.Equal(["s1"], Scenes(film["dialogues"]));
        Assert.DoesNotContain("Said in s2", film.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada of the river", film["profiles"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(5_000)]
    [InlineData(4_000)]
    public async Task Request_OverTheBudget_GivesUpTheOldestDialogueFirst(int tokens)
    {
        var (film, messages) = await FittedAsync(tokens);

        var kept = Scenes(film["dialogues"]);
        string[] all = ["s18", "s19"];
        Assert.True(kept.Length < all.Length);
        Assert.Equal(all[^kept.Length..], kept);
        Assert.Equal("s20", (string?)film["scene"]!["id"]);
        Assert.Equal(["mara", "jon", "ada"], film["profiles"]!.AsArray().Select(profile => (string?)profile!["character"]));
        Assert.True(messages <= tokens);
    }

    [Fact]
    public async Task Request_WithinTheBudget_GivesUpNothing() =>
        Assert.Equal(2, Scenes((await FittedAsync(ContextBudget.DefaultTokens * 2)).Film["dialogues"]).Length);

    [Fact]
    public async Task Request_FarOverTheBudget_FailsInPlainWordsWithoutACall()
    {
        var model = new ModelDouble();

        var failure = await FailAsync(model, To("dialogue:s20", film: LongFilm), tokens: 1_000);

        Assert.Equal(FailureKinds.Unreadable, failure.Kind);
        Assert.Equal("What 'dialogue:s20' is written from does not fit into 1000 tokens.", failure.Message);
        Assert.Contains("MovieChat__Text__ContextTokens", failure.Remedy, StringComparison.Ordinal);
        Assert.Empty(model.Calls);
    }

    /// <summary>What is sent back to be mended counts as well: earlier answers are given up before facts, and facts before the last answer.</summary>
    [Theory]
    [InlineData(60_000, new[] { 2, 4, 6 }, true, true)]
    [InlineData(15_000, new[] { 2, 4, 4 }, false, true)]
    [InlineData(9_100, new[] { 2, 4, 4 }, true, false)]
    [InlineData(8_000, new[] { 2, 4, 6 }, true, false)]
    public async Task Repair_WithinTheBudget_GivesUpEarlierAnswersThenFactsThenTheAnswer(int tokens, int[] messages, bool keepsFacts, bool keepsAnswer)
    {
        var answer = $"{{\"options\":[],\"note\":\"{GoodFilm.Words("The rain falls on what was written.", 1_000)}\"}}";
        var model = new ModelDouble(answer, answer, answer);

        await WriteAsync(model, To("dialogue:s20", film: LongFilm), tokens);

        Assert.Equal(messages, model.Calls.Select(call => call.Messages.Count));
        Assert.All(model.Calls, call => Assert.InRange(call.Messages.Sum(message => ContextBudget.Count(message.Text)), 1, tokens));
        Assert.Equal(keepsFacts, Scenes(model.Calls[2].Film["dialogues"]).Length == Scenes(model.Calls[0].Film["dialogues"]).Length);
        Assert.Equal(keepsAnswer, model.Calls[2].Messages[^2].Text == answer);
        Assert.Contains("exactly 1 were asked for", model.Calls[2].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_OfAnAnswerWithEndlessFaults_TellsSomeOfThem()
    {
        var people = string.Join(',', Enumerable.Repeat("null", 5_000));
        var model = new ModelDouble($$"""{"options":[{"characters":[{{people}}]}]}""", "", "");

        await FailAsync(model, To("cast"));

        Assert.Equal(20, JsonNode.Parse(model.Calls[1].Messages[^1].Text)!["faults"]!.AsArray().Count);
    }

    /// <summary>Twenty scenes, nineteen of them with pages of talk: Mara and Jon in most, each of the two once with Ada, and then all three.</summary>
    private static Screenplay LongFilm { get; } = GoodFilm.All with
    {
        Scenes = new()
        {
            Scenes = [.. Enumerable.Range(1, 20).Select(number => GoodFilm.All.Scenes!.Scenes[0] with
        {
            Id = $"s{number}",
            Number = number,
            Position = number / 20.0,
            Characters = number switch { 18 => ["mara", "ada"], 19 => ["jon", "ada"], 20 => ["mara", "jon", "ada"], _ => ["mara", "jon"] },
        })]
        },
        Dialogues = Enumerable.Range(1, 19).ToDictionary(number => $"s{number}", number => new Dialogue
        {
            Scene = $"s{number}",
            Elements = [new() { Type = "action", Text = GoodFilm.Words($"The rain of scene {number} falls.", 300) }],
        }),
    };

    private static async Task<(JsonNode Film, int Tokens)> FittedAsync(int tokens)
    {
        var model = new ModelDouble("", "", "");
        await WriteAsync(model, To("dialogue:s20", film: LongFilm), tokens);
        return (model.Calls[0].Film, model.Calls[0].Messages.Sum(message => ContextBudget.Count(message.Text)));
    }

    private static async Task<JsonNode> FilmOfAsync(string document)
    {
        var model = new ModelDouble("", "", "");
        await FailAsync(model, To(document));
        return model.Calls[0].Film;
    }

    private static string[] Scenes(JsonNode? dialogues) => [.. dialogues!.AsArray().Select(dialogue => (string)dialogue!["scene"]!)];
}
