using MovieChat.Understudy.Sketching.Frames;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Tests.Sketching;

public class ThingTests
{
    [Theory]
    [InlineData("A mattress leans in the shelter, tied with blue rope.", "bed")]
    [InlineData("Hamish pulls the horn: two long, one short.", "horn")]
    [InlineData("Two plates steam on oilcloth.", "plate")]
    [InlineData("The yellow coat and Hamish's hand, an inch apart.", "coat")]
    [InlineData("The loudspeaker crackles and breathes.", "loudspeaker")]
    [InlineData("She puts the keys on the table.", "key")]
    [InlineData("Hamish watches the knives.", "knife")]
    [InlineData("Three matches in a box.", "matches")]
    [InlineData("Nothing at all.", null)]
    public void Action_ByItsFirstThing_NamesIt(string action, string? thing) => Assert.Equal(thing, Thing.Named(Words.Plain(action), ["hamish"]).Thing?.Name);

    [Fact]
    public void Thing_WithAColour_HasIt() => Assert.Equal(0xD9B548, Thing.Named("the yellow coat on a peg", []).Colour);

    [Fact]
    public void Things_AllOfThem_AreDrawnAndDiffer()
    {
        Assert.True(Thing.All.Count >= 45);
        var pictures = Thing.All.Select(thing => Convert.ToBase64String(Sketches.Draw(Sketches.Frame(size: "insert", action: $"The {thing.Words[0]}.", people: ""), Sketches.Small))).ToList();
        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }

    [Theory]
    [InlineData("insert", "nobody", true)]
    [InlineData("close-up", "nobody", true)]
    [InlineData("extreme close-up", "nobody", true)]
    [InlineData("medium", "nobody", true)]
    [InlineData("close-up", "Mara, 34: wiry", false)]
    [InlineData("long", "nobody", false)]
    public void NearView_OfNobody_IsAnInsert(string size, string people, bool insert)
    {
        var prompt = Sketches.Frame(size: size, action: "Two plates steam on oilcloth.", people: people == "nobody" ? "" : people);
        Assert.Equal(insert, InsertArtist.Is(FrameOrder.Read(LabelledLines.Parse(prompt), [], 0)));
    }

    // A hand is drawn where the action says so, and else the thing lies alone.
    [Fact]
    public void Hand_WithoutAnythingToDo_IsNotDrawn()
    {
        string Prompt(string action, string people) => Sketches.Frame(size: "insert", action: action, people: people);
        Assert.Equal(Sketches.Draw(Prompt("A cup.", "Mara, 34: wiry"), Sketches.Small), Sketches.Draw(Prompt("A cup.", ""), Sketches.Small));
        Assert.NotEqual(Sketches.Draw(Prompt("Mara holds a cup.", "Mara, 34: wiry"), Sketches.Small), Sketches.Draw(Prompt("Mara holds a cup.", ""), Sketches.Small));
    }
}
