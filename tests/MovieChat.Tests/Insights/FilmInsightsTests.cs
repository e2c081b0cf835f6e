using FsCheck.Xunit;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;
using MovieChat.Tests.Exports;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Insights;

public class FilmInsightsTests
{
    private static readonly FilmInsights Small = FilmInsights.Of(CountedFilm.Small);

    [Fact]
    public void People_AreCountedAsTheyStandOnThePage()
    {
        Assert.Equal(["Mara", "Jon", "Ada", "A PORTER"], Small.People.Select(person => person.Name));
        Assert.Equal(new PersonInsight("mara", "Mara", "protagonist", 3, 1, 4, 3, 3, 9, 0.75, 4, 3), Small.People[0]);
        Assert.Equal((2, 1, 1, 1), (Small.People[1].Scenes, Small.People[1].Speeches, Small.People[1].Words, Small.People[1].LongestSpeech));
        Assert.Equal((1, 0, 0, (int?)null), (Small.People[2].Scenes, Small.People[2].Speeches, Small.People[2].Words, Small.People[2].LongestIn));
        Assert.Equal((null, 1, 2), (Small.People[3].Id, Small.People[3].Speeches, Small.People[3].Words));
    }

    [Fact]
    public void Scenes_TellWhereWhenAndWho()
    {
        Assert.Equal([("interior", "day"), ("exterior", "night"), ("both", "night"), ("interior", "twilight")], Small.Scenes.Select(scene => (scene.Setting, scene.Light)));
        Assert.Equal([1, 2, 2, 3], Small.Scenes.Select(scene => scene.Act));
        Assert.Equal(["mara", "jon"], Small.Scenes[0].Speaking);
        Assert.Equal(45, Small.Scenes[0].ShotSeconds);
        Assert.Null(Small.Scenes[3].Pages);
        Assert.Equal(4, Small.Light.Sum(cell => cell.Scenes));
        Assert.Equal([new MeetingInsight("mara", "jon", 1, 1), new MeetingInsight("mara", "ada", 1, 4)], Small.Meetings);
        Assert.Equal(new AbsenceInsight("mara", 2, 2, 1, Small.Scenes[1].Pages!.Value), Small.Absence);
        Assert.Equal([("other", 2), ("chase", 1), ("opening", 1)], Small.Purposes.Select(purpose => (purpose.Purpose, purpose.Scenes)));
    }

    [Fact]
    public void Pages_AreThoseOfThePrintedScreenplay()
    {
        // In lines, blank ones before each: heading 1, speeches 3, 3, 4, a cue that says nothing 2, action 2, and what parts it from the next heading.
        Assert.Equal(16, Small.Scenes[0].Pages!.Value * PageRules.Lines, 9);
        Assert.Equal(4, Small.Scenes[1].Pages!.Value * PageRules.Lines, 9);
        Assert.Equal((90, 3, 4, 0.75), (Small.Length.Wanted, Small.Length.Written, Small.Length.Scenes, Small.Length.ShotMinutes));
        Assert.Equal(Small.Length.Pages, Small.Acts.Sum(act => act.Pages), 9);
    }

    [Theory]
    [InlineData(0.05, "", "other", 0.219)]
    [InlineData(0.9, "", "other", 0.55)]
    [InlineData(1, "", "other", 0.25)]
    [InlineData(0.9, "They must not lose; it is a trap, and a fire.", "other", 0.73)]
    [InlineData(0.9, "They rest at home.", "chase", 0.63)]
    public void Tension_IsEstimatedByItsRule(double position, string text, string purpose, double expected)
    {
        var film = new Screenplay
        {
            Plot = new Plot { Beginning = "", Middle = "", End = "", Beats = [new Beat { Name = "", Position = position, Text = text }] },
            Scenes = new SceneList { Scenes = [Films.Scene(1, "INT", "Hall") with { Position = position, Purpose = purpose }] },
        };
        Assert.Equal(expected, FilmInsights.Of(film).Tension.Points.Single().Tension, 2);
    }

    [Fact]
    public void Tension_KnowsWhichBeatStandsAtAUsualTurn()
    {
        (string Name, double Position)[] beats = [("Wake", 0), ("No", 0.12), ("Flood", 0.48), ("Landing", 1)];
        var film = new Screenplay { Plot = new Plot { Beginning = "", Middle = "", End = "", Beats = [.. beats.Select(beat => new Beat { Name = beat.Name, Position = beat.Position, Text = "x" })] } };
        var usual = FilmInsights.Of(film).Tension.Usual;
        Assert.Equal([("opening image", "Wake"), ("catalyst", "No"), ("midpoint", "Flood"), ("final image", "Landing")], usual.Where(turn => turn.Beat is not null).Select(turn => (turn.Name, turn.Beat!)));
        Assert.Equal(-0.02, usual.Single(turn => turn.Name == "midpoint").Off!.Value, 9);
        Assert.Equal(9, usual.Count);
    }

    [Fact]
    public void EmptyFilm_HasEmptyFigures()
    {
        var insights = FilmInsights.Of(new Screenplay());
        Assert.Empty(insights.Scenes);
        Assert.Empty(insights.People);
        Assert.Empty(insights.Tension.Points);
        Assert.Empty(insights.Acts);
        Assert.Null(insights.Absence);
        Assert.Equal(new LengthInsight(null, 0, null, 0, 0), insights.Length);
    }

    [Fact]
    public void GoodFilm_AddsUp() => AddsUp(GoodFilm.All);

    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 300)]
    public void AnyFilm_AddsUp(Disorderly sample) => AddsUp(sample.Film);

    /// <summary>What people say is all that is said; what scenes take is the whole script.</summary>
    private static void AddsUp(Screenplay film)
    {
        var insights = FilmInsights.Of(film);
        var printed = film.Scenes!.Scenes.Where(scene => film.Dialogues.ContainsKey(scene.Id)).SelectMany(scene => FairCopy.Of(film, film.Dialogues[scene.Id])).Where(element => element.Type == ElementTypes.Dialogue).ToList();
        Assert.Equal(printed.Sum(element => SpeechParts.WordsOf(element.Text)), insights.People.Sum(person => person.Words));
        Assert.Equal(printed.Sum(element => element.Text.Split('\n').Sum(line => PageMeasure.Wrapped(line, 35))), insights.People.Sum(person => person.Lines));
        Assert.True(insights.People.Sum(person => person.Share) is 0 or (> 0.999 and < 1.001));
        Assert.Equal(insights.Scenes.Count, insights.Light.Sum(cell => cell.Scenes));
        Assert.Equal(insights.Scenes.Count, insights.Acts.Sum(act => act.Scenes));
        var pages = Pagination.Of(ScriptBlocks.Of(film));
        Assert.InRange(PrintedLengths.Of(film).Sum(), pages.Count - 1, pages.Count);
        Assert.All(insights.Tension.Points, point => Assert.InRange(point.Tension, 0, 1));
    }
}
