using System.Text;
using System.Xml.Linq;
using FsCheck.Xunit;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Exports;

public class FdxTests
{
    private static readonly string[] Types = ["Scene Heading", "Action", "Character", "Parenthetical", "Dialogue", "Transition"];

    [Fact]
    public void Film_AsFinalDraftHasIt()
    {
        var scenes = Of(
            (Scene(7, "INT", "Kitchen", "NIGHT", "Mara waits.\nNobody comes."), [Action("She waits."), Cue("Mara (V.O.)"), Parenthetical("low"), Line("One.\nTwo."), Transition("CUT TO:")]),
            (Scene(8, "EXT", "Yard"), []));
        var film = scenes with { Cast = new Cast { Characters = [Person("m", "Mara"), Person("i", "Ida")] }, Title = "A Film" };
        var file = Fdx.Write(film, new CoverPage { Authors = ["Ida Holm"], DraftDate = new DateOnly(2026, 11, 22), Contact = "Street\nTown" });
        var script = FdxReader.Read(file);

        Assert.Equal("FinalDraft Script No 1", $"{script.Root.Name} {script.Root.Attribute("DocumentType")!.Value} {script.Root.Attribute("Template")!.Value} {script.Root.Attribute("Version")!.Value}");
        Assert.Equal(
            [("Scene Heading", "INT. KITCHEN - NIGHT"), ("Action", "She waits."), ("Character", "Mara (V.O.)"), ("Parenthetical", "(low)"), ("Dialogue", "One.\nTwo."), ("Transition", "CUT TO:"), ("Scene Heading", "EXT. YARD - DAY")],
            script.Elements);
        Assert.Equal(["7", "8"], script.Paragraphs.Select(paragraph => paragraph.Attribute("Number")?.Value).OfType<string>());
        Assert.Equal(["Mara waits. Nobody comes."], script.Paragraphs.Elements("SceneProperties").Elements("Summary").Elements("Paragraph").Elements("Text").Select(text => text.Value));
        Assert.Equal(["A Film", "", "written by", "", "Ida Holm", "2026-11-22", "Street", "Town"], script.TitlePage);
        Assert.Equal(["MARA", "IDA"], script.List("Characters"));
        Assert.Equal(["INT", "EXT"], script.List("SceneIntros"));
        Assert.Equal(["KITCHEN", "YARD"], script.List("Locations"));
        Assert.Equal(["NIGHT", "DAY"], script.List("TimesOfDay"));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n<FinalDraft", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_ThatXmlForbids_IsReplaced()
    {
        var film = OfElements(Action("a\0\u0001\u000b\ufffe\uffff\ud800 <b> & ]]> \"c\" 🎬")) with { Title = "<\uffff>", Cast = new Cast { Characters = [Person("x", "\ufffe&")] } };
        var script = FdxReader.Read(Fdx.Write(film, new CoverPage()));
        Assert.Equal("a\n\ufffd\ufffd\ufffd <b> & ]]> \"c\" 🎬", script.Elements.Last().Text);
        Assert.Equal(["<\ufffd>"], script.TitlePage);
        Assert.Equal(["\ufffd&"], script.List("Characters"));
    }

    [Fact]
    public void NoFilm_IsAnEmptyScript() => Assert.Empty(FdxReader.Read(Fdx.Write(new Screenplay(), new CoverPage())).Elements);

    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 1000)]
    public void WriteThenRead_WellFormedFilm_GivesTheSameElements(WellFormed sample)
    {
        var script = FdxReader.Read(Fdx.Write(sample.Film, new CoverPage()));
        Assert.Equal(sample.Film.Scenes!.Scenes.Select(Canonical.Heading), script.Elements.Where(element => element.Type == "Scene Heading").Select(element => element.Text));
        Assert.Equal(
            sample.Film.Scenes.Scenes.SelectMany(scene => sample.Film.Dialogues[scene.Id].Elements).Select(Canonical.Told),
            script.Elements.Where(element => element.Type != "Scene Heading").Select(element => $"{element.Type}: {element.Text}"));
    }

    /// <summary>What reads back is the fair copy, and that is copied as it is.</summary>
    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 1000)]
    public void WriteReadWrite_AnyFilm_ChangesNothingMore(Disorderly sample)
    {
        var script = FdxReader.Read(Fdx.Write(sample.Film, new CoverPage()));
        Assert.All(script.Elements, element => Assert.Contains(element.Type, Types));
        var back = sample.Film with
        {
            Dialogues = sample.Film.Scenes!.Scenes.Zip(script.Scenes()).ToDictionary(pair => pair.First.Id, pair => new Dialogue { Scene = pair.First.Id, Elements = pair.Second }),
        };
        Assert.Equal(script.Elements, FdxReader.Read(Fdx.Write(back, new CoverPage())).Elements);
    }
}
