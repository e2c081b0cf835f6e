using System.Drawing;
using System.Text;
using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching.Pictures;
using MovieChat.Understudy.Sketching.Places;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Tests.Sketching;

public class FrameTests
{
    private static readonly string[] Sizes = ["extreme close-up", "close-up", "medium close-up", "medium", "medium long", "long", "extreme long", "establishing", "over the shoulder", "two shot", "insert", "POV"];
    private static readonly string[] Angles = ["eye level", "high", "low", "bird's-eye", "worm's-eye", "Dutch"];
    private static readonly string[] Moves = ["static", "pan", "whip pan", "tilt", "pedestal", "dolly in", "dolly out", "truck", "arc", "steadicam", "handheld", "crane", "zoom", "rack focus", "dolly zoom"];
    private static readonly byte[] Yellow = Sketches.Draw(Sketches.Portrait(appearance: "Wiry, cropped dark hair; bright yellow coat."), new(256, 256));
    private static readonly byte[] Blue = Sketches.Draw(Sketches.Portrait(appearance: "Wiry, cropped dark hair; blue coat."), new(256, 256));

    [Theory]
    [InlineData("INT. KITCHEN - NIGHT")]
    [InlineData("EXT. HARBOUR - DAWN")]
    [InlineData("EXT. STREET - EVENING, RAIN")]
    public void Vocabulary_AtAPlace_DiffersInEveryTerm(string scene)
    {
        Distinct(Sizes.Select(size => Sketches.Frame(scene, size: size)));
        Distinct(Angles.Select(angle => Sketches.Frame(scene, angle: angle)));
        Distinct(Moves.Select(move => Sketches.Frame(scene, move: move)));
        Distinct(new[] { 22, 35, 50, 85, 120 }.Select(lens => Sketches.Frame(scene, lens: lens)));
    }

    [Fact]
    public void Sizes_FromEveryAngle_AreDrawn()
    {
        foreach (var size in Sizes)
            foreach (var angle in Angles)
                Assert.NotEmpty(Sketches.Draw(Sketches.Frame(size: size, angle: angle, people: "Mara, 34 (reference 1): wiry\n- Jonas, 60 (from words): broad, white beard\n- A child, 8: blond"), Sketches.Small, null, Yellow));
    }

    [Fact]
    public void Places_AllOfThem_DifferFromEachOther() =>
        Distinct(PlaceBook.Places.Where(place => place.Words.Count > 0).Select(place => Sketches.Frame($"{(place.Inside ? "INT" : "EXT")}. {place.Words[0].ToUpperInvariant()} - DAY", size: "long", people: "")));

    [Fact]
    public void Props_OfEveryPlace_AreKnown() =>
        Assert.All(PlaceBook.Places.SelectMany(place => place.Props).Select(Prop.Parse), prop => Assert.True(PlaceBook.Props.ContainsKey(prop.Name), prop.Name));

    [Theory]
    [InlineData("INT. LIGHTHOUSE KITCHEN - NIGHT", "kitchen")]
    [InlineData("EXT. LIGHTHOUSE - DAY", "lighthouse")]
    [InlineData("INT. CAR - NIGHT", "car")]
    [InlineData("EXT. BEACH - DAY", "beach")]
    [InlineData("INT. SOMEWHERE - DAY", "interior")]
    [InlineData("EXT. SOMEWHERE - DAY", "exterior")]
    public void Heading_ByItsWords_NamesThePlace(string heading, string place) => Assert.Equal(place, Order(Sketches.Frame(heading, action: "Nothing.")).Place.Name);

    [Fact]
    public void Hours_OfOnePlace_Differ() => Distinct(new[] { "DAY", "DAWN", "DUSK", "NIGHT", "DAY, RAIN", "DAY, SNOW", "DAY, FOG" }.Select(hour => Sketches.Frame($"EXT. FIELD - {hour}", size: "long", people: "")));

    [Theory]
    [InlineData("medium", "eye level")]
    [InlineData("long", "high")]
    [InlineData("medium close-up", "low")]
    public void Person_OfTheReference_WearsItsClothes(string size, string angle)
    {
        var prompt = Sketches.Frame(size: size, angle: angle, lens: 50);
        var (withYellow, withBlue) = (Sketches.Draw(prompt, new(768, 415), null, Yellow), Sketches.Draw(prompt, new(768, 415), null, Blue));
        var middle = new RectangleF(0.3f, 0.1f, 0.4f, 0.9f);
        Assert.True(Sketches.Share(withYellow, middle, 0xD0AC50, 34) > 2 * Sketches.Share(withBlue, middle, 0xD0AC50, 34) + 0.01, "yellow");
        Assert.True(Sketches.Share(withBlue, middle, 0x456488, 40) > 2 * Sketches.Share(withYellow, middle, 0x456488, 40) + 0.01, "blue");
    }

    [Fact]
    public void Person_WhenAnotherLineChanges_IsTheSame()
    {
        var (one, other) = (Order(Sketches.Frame(), Yellow), Order(Sketches.Frame("EXT. BEACH - NIGHT", "long", "low", "pan", 85, "Mara runs."), Yellow));
        Assert.Equal(one.People[0].Traits, other.People[0].Traits);
        Assert.NotEqual(one.People[0].Traits, Order(Sketches.Frame(), Blue).People[0].Traits);
    }

    [Fact]
    public void People_ByTheirLines_AreRead()
    {
        var order = Order(Sketches.Frame(people: "Mara, 34 (reference 1): Wiry\n- Jonas, 60 (from words): broad, white beard"), Yellow);
        Assert.Equal(["mara", "jonas"], order.People.Select(person => person.Name));
        Assert.Equal(60, order.People[1].Traits.Age);
        Assert.Empty(Order(Sketches.Frame(people: "")).People);
    }

    [Fact]
    public void Reference_ThatIsNoPortrait_GivesItsColours()
    {
        using var photo = new SKBitmap(64, 64);
        photo.Erase(new SKColor(0x20, 0x80, 0x30));
        using var data = photo.Encode(SKEncodedImageFormat.Png, 100);
        Assert.Equal(0x208030, Order(Sketches.Frame(), data.ToArray()).People[0].Traits.Main);
    }

    [Fact]
    public void Reference_ThatCannotBeRead_IsPassedOver()
    {
        byte[][] broken = [[1, 2, 3], [.. Yellow.AsSpan(0, 60)], Encoding.ASCII.GetBytes("GIF89a"), [0xFF, 0xD8, 0xFF, 0xFE, 0xFF, 0xFF], Huge()];
        foreach (var bytes in broken)
        {
            Assert.Equal(Order(Sketches.Frame(people: "Mara, 34 (from words): Wiry, cropped dark hair")).People[0].Traits.Garment, Order(Sketches.Frame(people: "Mara, 34 (reference 1): Wiry, cropped dark hair"), bytes).People[0].Traits.Garment);
            Assert.NotEmpty(Sketches.Draw(Sketches.Frame(), Sketches.Small, null, bytes));
        }
    }

    [Fact]
    public void Portrait_OfAnEarlierOne_KeepsThePersonAndChanges()
    {
        var changed = Sketches.Draw(Sketches.Portrait("Somebody else, 20.", "bald, red dress", change: "add round glasses"), new(256, 256), null, Yellow);
        var (before, after) = (Reference.Person(new DataContent(Yellow, "image/png"))!, Reference.Person(new DataContent(changed, "image/png"))!);
        Assert.Equal(before with { Glasses = after.Glasses }, after);
        Assert.NotEqual(before.Glasses, after.Glasses);
    }

    // A PNG whose header announces 60 000 × 60 000 points.
    private static byte[] Huge()
    {
        var bytes = Yellow.ToArray();
        (bytes[16], bytes[17], bytes[18], bytes[19]) = (0, 0, 0xEA, 0x60);
        (bytes[20], bytes[21], bytes[22], bytes[23]) = (0, 0, 0xEA, 0x60);
        // And without the record, so that it has to be looked at as a photograph.
        bytes[37] = (byte)'x';
        return bytes;
    }

    private static FrameOrder Order(string prompt, params byte[][] references) =>
        FrameOrder.Read(LabelledLines.Parse(prompt), [.. references.Select(bytes => new DataContent(bytes, "image/png"))], 0);

    private static void Distinct(IEnumerable<string> prompts)
    {
        var pictures = prompts.Select(prompt => Convert.ToBase64String(Sketches.Draw(prompt, Sketches.Small, null, Yellow))).ToList();
        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }
}
