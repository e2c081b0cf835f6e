using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

public class StoryboardTests
{
    [Fact]
    public void Board_OfAFilm_HasItsScenesAndShotsInOrderWithTheirTimes()
    {
        var board = Storyboard.Of(Of([[Shot(1, "a", seconds: 2.5), Shot(2, "b", seconds: 3)], [], [Shot(1, "c", seconds: 4)]]).WithFrames("s1.2", "s3.1"));
        Assert.Equal(["INT. KITCHEN 1 - NIGHT", "INT. KITCHEN 2 - NIGHT", "INT. KITCHEN 3 - NIGHT"], board.Scenes.Select(scene => scene.Heading));
        Assert.Equal([5.5, 0, 4], board.Scenes.Select(scene => scene.Seconds));
        Assert.Equal(["1.1", "1.2", "3.1"], board.Panels.Select(panel => panel.Number));
        Assert.Equal(["s1.1", "s1.2", "s3.1"], board.Panels.Select(panel => panel.Id));
        Assert.Equal([0, 2.5, 5.5], board.Panels.Select(panel => panel.Start));
        Assert.Equal([null, PaintedPictures.Hash("s1.2"), PaintedPictures.Hash("s3.1")], board.Panels.Select(panel => panel.Picture?.Hash));
        Assert.Equal("They wait.", board.Scenes[1].Summary);
        Assert.Equal(9.5, board.Seconds);
    }

    [Fact]
    public void Panel_OfAShot_SaysWhatABoardNeeds()
    {
        var panel = Storyboard.Of(Of(Shot(1, " She\nlistens. ", "MARA: Go.", 4, "mara", "jon", "x"))).Panels.Single();
        Assert.Equal("medium close-up, low, dolly in, 50 mm", panel.Camera);
        Assert.Equal("She listens.", panel.Action);
        Assert.Equal("MARA: Go.", panel.Line);
        Assert.Equal(["Mara", "Jon", "x"], panel.People);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-3)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void Seconds_ThatNoShotHas_AreNone(double seconds) =>
        Assert.Equal(4, Storyboard.Of(Of(Shot(1, "a", seconds: seconds), Shot(2, "b"))).Seconds);

    [Fact]
    public void Lines_WhenOneShotHasItsOwn_AreNotInvented()
    {
        var film = WithDialogue(Of(Shot(1, "a", "A door."), Shot(2, "b")), Films.Cue("MARA", "mara"), Films.Line("Go.", "mara"));
        Assert.Equal(["A door.", ""], Storyboard.Of(film).Panels.Select(panel => panel.Line));
    }

    [Fact]
    public void Lines_WhenNoShotHasOne_AreTheScenesSpeechesByWhoIsSeenAndWhen()
    {
        var film = WithDialogue(
            Of(Shot(1, "the place"), Shot(2, "a", people: ["mara"]), Shot(3, "b", people: ["jon"]), Shot(4, "c", people: ["mara"])),
            Films.Action("It rains."), Films.Cue("MARA", "mara"), Films.Parenthetical("low", "mara"), Films.Line("Is it you?", "mara"),
            Films.Cue("JON (O.S.)"), Films.Line("Who\nelse.", null), Films.Cue("MARA", "mara"), Films.Line("Come in then.", "mara"), Films.Transition("CUT TO:"));
        Assert.Equal(["", "MARA: Is it you?", "JON (O.S.): Who else.", "MARA: Come in then."], Storyboard.Of(film).Panels.Select(panel => panel.Line));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    [InlineData(60, 7)]
    public void Lines_DealtOut_AreAllThereInTheirOrder(int shots, int speeches)
    {
        var said = Enumerable.Range(0, speeches).SelectMany(each => new[] { Films.Cue("MARA", "mara"), Films.Line($"word {each}", "mara") }).ToArray();
        var film = WithDialogue(Of(Enumerable.Range(1, shots).Select(number => Shot(number, "x", people: number % 2 == 0 ? ["mara"] : ["jon"]))), said);
        var lines = Storyboard.Of(film).Panels.SelectMany(panel => panel.Line.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(Enumerable.Range(0, speeches).Select(each => $"MARA: word {each}"), lines);
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(42.4, "0:42")]
    [InlineData(59.6, "1:00")]
    [InlineData(570, "9:30")]
    [InlineData(3_725, "1:02:05")]
    [InlineData(90_000, "25:00:00")]
    public void Time_IsShownAsAClockDoes(double seconds, string shown) => Assert.Equal(shown, RunningTime.Shown(seconds));

    [Fact]
    public void NoFilm_IsAnEmptyBoard() => Assert.Empty(Storyboard.Of(new Screenplay()).Scenes);

    private static Screenplay WithDialogue(Screenplay film, params Element[] elements) =>
        film with { Dialogues = new Dictionary<string, Dialogue> { ["s1"] = new() { Scene = "s1", Elements = elements } } };
}
