using System.Text.Json;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What the writer stated: how it is kept, and whom it concerns.</summary>
public sealed class StatedFactTests
{
    private static readonly StatedFact s_swim = new("f1", "She never learned to swim.", ["mara"]) { From = new("chat", "t1") };

    private int _commands;

    [Fact]
    public void Keep_OfAFact_IsKeptOnce()
    {
        var desk = new Desk().Begin();

        Assert.Equal(new FactKept(s_swim), Assert.Single(Keep(desk, s_swim)).Event);
        Assert.Empty(Keep(desk, s_swim with { About = ["mara"] }));

        Assert.Equal([s_swim], desk.Project.Facts);
    }

    [Fact]
    public void Keep_UnderTheSameId_PutsOtherWordsInItsPlace()
    {
        var desk = new Desk().Begin();
        Keep(desk, s_swim);
        Keep(desk, s_swim with { Id = "f2", Text = "Jon can." });

        Keep(desk, s_swim with { Text = "She learned to swim late." });

        Assert.Equal(["She learned to swim late.", "Jon can."], desk.Project.Facts.Select(fact => fact.Text));
    }

    [Fact]
    public void Drop_OfAFact_TakesItAndNoOther()
    {
        var desk = new Desk().Begin();
        Keep(desk, s_swim);
        Keep(desk, s_swim with { Id = "f2" });

        Assert.Equal(new FactDropped("f1"), Assert.Single(desk.Take(new DropFact("f1") { Id = "drop", By = "writer" })).Event);
        Assert.Empty(desk.Take(new DropFact("f1") { Id = "drop", By = "writer" }));

        Assert.Equal(["f2"], desk.Project.Facts.Select(fact => fact.Id));
        Assert.Equal(RejectionKinds.UnknownFact, desk.Refuse(new DropFact("f1") { Id = "again", By = "writer" }).Kind);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { JsonSerializer.Serialize(new { id = "f1", text = " ", about = Array.Empty<string>() }), "text" },
        { JsonSerializer.Serialize(new { id = "f1", text = new string('x', StatedFact.MostText + 1), about = Array.Empty<string>() }), "text" },
        { JsonSerializer.Serialize(new { id = "f1", text = "x", about = Enumerable.Range(0, StatedFact.MostAbout + 1).Select(each => $"p{each}") }), "about" },
        { JsonSerializer.Serialize(new { id = "f1", text = "x", about = new[] { "mara", "../secret" } }), "about" },
        { JsonSerializer.Serialize(new { id = "f1", text = "x", about = new[] { "" } }), "about" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Keep_OfAWrongFact_IsRefused(string fact, string path)
    {
        var desk = new Desk().Begin();
        var read = JsonSerializer.Deserialize<JsonElement>(fact);
        var wrong = new StatedFact("f1", read.GetProperty("text").GetString()!, read.GetProperty("about").EnumerateArray().Select(each => each.GetString()!).ToValueList());

        var rejection = desk.Refuse(new KeepFact(wrong) { Id = "keep", By = "writer" });

        Assert.Equal((RejectionKinds.InvalidValue, path), (rejection.Kind, rejection.Path));
        Assert.InRange(rejection.Message.Length, 1, 300);
    }

    [Fact]
    public void Keep_OfMoreThanThereMayBe_IsRefusedAndChangingOneIsNot()
    {
        var desk = new Desk().Begin();
        for (var at = 0; at < WritingProject.MostFacts; at++) Keep(desk, s_swim with { Id = $"f{at}", Text = new string('x', StatedFact.MostText) });

        Assert.Equal(RejectionKinds.InvalidValue, desk.Refuse(new KeepFact(s_swim with { Id = "more" }) { Id = "more", By = "writer" }).Kind);
        Assert.Single(Keep(desk, s_swim with { Id = "f7" }));
        Assert.Equal(WritingProject.MostFacts, desk.Project.Facts.Count);
    }

    [Fact]
    public void Fork_KeepsTheFactsAndDropsItsOwnAlone()
    {
        var desk = new Desk().Begin("brief");
        Keep(desk, s_swim);

        var fork = desk.Fork();
        Assert.Equal([s_swim], fork.Project.Facts);
        fork.Take(new DropFact("f1") { Id = "drop", By = "other" });

        Assert.Empty(fork.Project.Facts);
        Assert.Equal([s_swim], desk.Project.Facts);
    }

    [Fact]
    public void Facts_OrderNothingAndTurnNothingStale()
    {
        var desk = new Desk().Begin("brief").ApproveAll();

        Assert.Single(Keep(desk, s_swim));
        Assert.Single(desk.Take(new DropFact("f1") { Id = "drop", By = "writer" }));

        Assert.Equal(ProjectStatus.Complete, desk.FilmStatus);
    }

    [Fact]
    public void Project_WithFacts_ComesBackFromJson()
    {
        var desk = new Desk().Begin("brief");
        Keep(desk, s_swim with { Text = "Żółw 🐢 \"said\" <so>" });

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(desk.Project, JourneyJson.Default.WritingProject), JourneyJson.Default.WritingProject);

        Assert.Equal(desk.Project.Facts, again!.Facts);
    }

    /// <summary>The film of the desk: s1 with Mara, s2 with Mara and Tom.</summary>
    [Theory]
    [InlineData("", "brief ideas synopsis cast plot scenes profile:mara profile:tom dialogue:s1 dialogue:s2")]
    [InlineData("mara", "brief ideas synopsis cast plot scenes profile:mara dialogue:s1 dialogue:s2")]
    [InlineData("tom", "brief ideas synopsis cast plot scenes profile:tom dialogue:s2")]
    [InlineData("dialogue:s1", "brief ideas synopsis cast plot scenes dialogue:s1")]
    [InlineData("dialogue", "brief ideas synopsis cast plot scenes dialogue:s1 dialogue:s2")]
    [InlineData("tom dialogue:s1", "brief ideas synopsis cast plot scenes profile:tom dialogue:s1 dialogue:s2")]
    [InlineData("zoe", "brief ideas synopsis cast plot scenes")]
    public void Fact_Concerns_WhatTellsOfItsPeopleAndTheWholeFilm(string about, string documents)
    {
        var graph = new Desk().Begin("brief").ApproveAll().Graph;
        var fact = new StatedFact("f", "So it is.", about.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToValueList());

        Assert.Equal(documents.Split(' ').Order(), graph.Documents.Where(id => fact.Concerns(id, graph.PeopleOf(id))).Select(id => $"{id}").Order());
    }

    private ValueList<JournalEntry> Keep(Desk desk, StatedFact fact) => desk.Take(new KeepFact(fact) { Id = $"keep {++_commands}", By = "writer" });
}
