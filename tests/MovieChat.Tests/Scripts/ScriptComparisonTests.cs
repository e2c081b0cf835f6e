using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts.Comparing;
using MovieChat.Tests.Exports;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Scripts;

public sealed class ScriptComparisonTests
{
    private static readonly string s_exported = Fountain.Write(GoodFilm.All, new());

    [Fact]
    public void Compare_WithAnEmptyFilm_AddsEverything()
    {
        var difference = ScriptOf.Compare("INT. A - DAY\n\n= It begins.\n\nRain.\n\nMARA\nHi.\n\nEXT. B\n\nJON (V.O.)\nWell. Yes.\n\nINT. C - NIGHT\n\nMore rain falls. And more. And more. And more.\n", new());

        Assert.Equal(["Added scenes", "Added dialogue:s1", "Added dialogue:s2", "Added dialogue:s3"], difference.Told());
        Assert.All(difference.Changes, change => Assert.Empty(change.Faults));
        Assert.Equal([new("mara", "Mara"), new("jon", "Jon")], difference.NewSpeakers);
        var film = new Screenplay().Taken(difference);
        Assert.Equal(["opening", "other", "conclusion"], film.Scenes!.Scenes.Select(scene => scene.Purpose));
        Assert.Equal(["It begins.", "The people in it talk; the script tells of nothing else.", "More rain falls. And more. And more."], film.Scenes.Scenes.Select(scene => scene.Summary));
        Assert.Equal([["mara"], ["jon"], []], film.Scenes.Scenes.Select(scene => scene.Characters));
        Assert.Equal(0, film.Scenes.Scenes[0].Position);
        Assert.True(film.Scenes.Scenes[1].Position < film.Scenes.Scenes[2].Position && film.Scenes.Scenes[2].Position < 1);
        Assert.Equal(("EXT. B", "jon"), (film.Scenes.Scenes[1].Heading.ToString(), film.Dialogues["s2"].Elements[1].Character));
    }

    [Fact]
    public void Compare_WithAChangedLine_TellsTheWords()
    {
        var difference = ScriptOf.Compare(s_exported.Replace("Said in s2.", "Sworn in s2.", StringComparison.Ordinal), GoodFilm.All);

        Assert.Empty(difference.NewSpeakers);
        var change = Assert.Single(difference.Changes);
        Assert.Equal((ChangeKind.Changed, "dialogue:s2"), (change.Kind, change.Document.ToString()));
        var told = new ElementDifference(1_000).Tell(change.Before, change.After);
        Assert.Equal([(DifferenceOp.Same, 3), (DifferenceOp.Changed, 1), (DifferenceOp.Same, 1)], told.Select(each => (each.Op, each.Count)));
        Assert.Equal([(DifferenceOp.Removed, "Said"), (DifferenceOp.Added, "Sworn"), (DifferenceOp.Same, " in s2.")], told[1].Words.Select(word => (word.Op, word.Text)));
    }

    [Fact]
    public void Compare_WithScenesInAnotherOrder_TellsThemAsMovedAndKeepsTheirDrama()
    {
        var pieces = s_exported.Split("EXT. PIER ");
        var difference = ScriptOf.Compare(pieces[0] + string.Concat(new[] { 1, 3, 2, 4 }.Select(number => $"EXT. PIER {pieces[number]}\n\n")), GoodFilm.All);

        var change = Assert.Single(difference.Changes);
        Assert.True(Assert.Single(change.Scenes, scene => scene.IsMoved) is { After.Id: "s2" or "s3" });
        var scenes = GoodFilm.All.Taken(difference).Scenes!.Scenes;
        Assert.Equal(["s1", "s3", "s2", "s4"], scenes.Select(scene => scene.Id));
        Assert.Equal([1, 2, 3, 4], scenes.Select(scene => scene.Number));
        Assert.All(scenes, scene => Assert.NotEmpty(scene.Wants));
        Assert.Empty(change.Faults);
    }

    [Fact]
    public void Compare_WithASceneUnderAnotherHeading_KnowsItByItsContent()
    {
        var difference = ScriptOf.Compare(s_exported.Replace("EXT. PIER 2 - DAWN #2#", "INT. BOATHOUSE - NIGHT", StringComparison.Ordinal), GoodFilm.All);

        var scene = Assert.Single(difference.Change("scenes").Scenes, scene => scene.After!.Id == "s2");
        Assert.Equal("INT. BOATHOUSE - NIGHT", scene.After!.Heading.ToString());
        Assert.Equal(["Changed scenes"], difference.Told());
    }

    [Fact]
    public void Compare_WithoutAScene_RemovesItAndItsDialogue()
    {
        var pieces = s_exported.Split("EXT. PIER ");
        var difference = ScriptOf.Compare(pieces[0] + string.Concat(new[] { 1, 2, 4 }.Select(number => $"EXT. PIER {pieces[number]}\n\n")), GoodFilm.All);

        Assert.Equal(["Changed scenes", "Removed dialogue:s3"], difference.Told());
        Assert.Equal([DocumentId.Scenes], difference.Change("dialogue:s3").Needs);
        Assert.Contains(difference.Change("scenes").Scenes, scene => scene is { Before.Id: "s3", After: null });
    }

    [Fact]
    public void Compare_WithANewScene_GivesItAnIdThatNoneHad()
    {
        var script = ScriptOf.Fountain(s_exported + "\nINT. CABIN - NIGHT\n\nMara and the lamp.\n");
        var difference = ScriptComparison.Compare(script, GoodFilm.All, [DocumentId.Dialogue("s11"), DocumentId.Parse("frame:s12.2"), DocumentId.Profile("s99x")]);

        Assert.Equal(["Changed scenes", "Added dialogue:s13"], difference.Told());
        var scene = GoodFilm.All.Taken(difference).SceneById("s13")!;
        Assert.Equal(("other", 5, "mara"), (scene.Purpose, scene.Number, Assert.Single(scene.Characters)));
        Assert.True(scene.Position > 0.9);
    }

    [Theory]
    [InlineData("JON", "jon")]
    [InlineData("JON (V.O.)", "jon")]
    [InlineData("JÖN (O.S.) (CONT'D)", "jon")]
    [InlineData("JON & MARA", "jon")]
    public void Cue_HoweverWritten_NamesTheCastsPerson(string cue, string expected)
    {
        var difference = ScriptOf.Compare(s_exported.Replace("MARA (V.O.)", cue, StringComparison.Ordinal), GoodFilm.All);

        Assert.DoesNotContain(difference.Changes, change => change.Document == DocumentId.Cast);
        Assert.Equal(expected, GoodFilm.All.Taken(difference).Dialogues["s1"].Elements[1].Character);
    }

    [Fact]
    public void Cue_OfAFullName_IsMeantByAPartOfIt()
    {
        var film = GoodFilm.All with { Cast = GoodFilm.All.Cast! with { Characters = [.. GoodFilm.All.Cast.Characters.Select(person => person with { Name = $"{person.Name} Lind-Øy" })] } };
        var speakers = new Speakers(film with { Dialogues = new Dictionary<string, Dialogue>() });

        Assert.Equal(["mara", "jon", "lind-oy", "lind-oy", "person", "person-2"], ((string[])["MARA", "JON LIND ØY", "LIND OY", "Lind Øy (V.O.)", "李雷", "韩梅梅"]).Select(speakers.IdOf));
        Assert.Equal(["lind-oy", "person", "person-2"], speakers.New.Select(person => person.Id));
    }

    [Fact]
    public void Compare_WithTwentyNewSpeakers_BreaksNoRule()
    {
        var script = s_exported + "\nINT. CABIN - NIGHT\n\n" + string.Concat(Enumerable.Range('A', 20).Select(letter => $"GUEST {(char)letter}\nHello.\n\n"));
        var difference = ScriptOf.Compare(script, GoodFilm.All);

        Assert.Equal(20, difference.Change("cast").People.Count);
        Assert.All(difference.Changes, change => Assert.Empty(change.Faults));
        Assert.Equal([DocumentId.Cast], difference.Change("scenes").Needs);
    }

    [Fact]
    public void Compare_WithWhatNoFilmMayHave_SaysWhere()
    {
        var script = s_exported + $"\nINT. {new string('X', 201)} - NIGHT\n\nRain.\n\n{new string('y', 8_001)}\n";
        var difference = ScriptOf.Compare(script, GoodFilm.All);

        var line = script.Split('\n').Index().First(each => each.Item.StartsWith("INT. XX", StringComparison.Ordinal)).Index + 1;
        Assert.Equal([(line, "scenes[4].heading.place")], difference.Change("scenes").Faults.Select(fault => (fault.Line!.Value, fault.Path)));
        Assert.Equal([(line + 4, "elements[1].text")], difference.Change("dialogue:s5").Faults.Select(fault => (fault.Line!.Value, fault.Path)));
    }

    [Fact]
    public void Compare_WithAHeadingAlone_KeepsTheDialogue()
    {
        var pieces = s_exported.Split("EXT. PIER ");
        var difference = ScriptOf.Compare($"{pieces[0]}EXT. PIER {pieces[1]}\n\nEXT. PIER {pieces[2].Split('\n')[0]}\n\nEXT. PIER {pieces[3]}\n\nEXT. PIER {pieces[4]}", GoodFilm.All);

        Assert.Empty(difference.Changes);
        Assert.Contains("scene 2", Assert.Single(difference.Remarks).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OfTheSameHeadings_GoesByContentThenByOrder()
    {
        var film = Films.Of(Enumerable.Range(1, 3).Select(number => (Films.Scene(number, "INT", "ROOM") with { Position = number / 4.0, Summary = "x" }, new[] { Films.Action($"Somebody {Word(number)} the {Word(number + 5)}.") })));
        var text = Fountain.Write(film, new());
        var pieces = text.Split("INT. ROOM");
        var difference = ScriptOf.Compare($"INT. ROOM - DAY\n\nSomebody new.\n\n{string.Concat(pieces.Skip(1).Select(piece => "INT. ROOM - DAY\n\n" + piece[(piece.IndexOf('\n', StringComparison.Ordinal) + 1)..]))}", film);

        Assert.Equal(["s4", "s1", "s2", "s3"], film.Taken(difference).Scenes!.Scenes.Select(scene => scene.Id));
        Assert.Equal(["Changed scenes", "Added dialogue:s4"], difference.Told());
    }

    [Fact]
    public void Difference_OfHugeTexts_IsCut()
    {
        var teller = new ElementDifference(1_000);
        var told = teller.Tell([.. Enumerable.Range(0, 300).Select(number => new Core.Scripts.ScriptElement("action", $"Old {number}", 1))], [.. Enumerable.Range(0, 300).Select(number => new Core.Scripts.ScriptElement("action", $"New {number}", 1))]);

        Assert.True(teller.IsCut);
        Assert.InRange(told.Sum(each => each.Words.Sum(word => word.Text.Length)), 900, 1_000);
    }

    private static string Word(int number) => ((string[])["", "opens", "breaks", "forgets", "", "", "door", "vase", "letter"])[number];
}
