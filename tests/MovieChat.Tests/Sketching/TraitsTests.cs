using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Pictures;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Tests.Sketching;

public class TraitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Appearance_InEveryOption_IsWhatTheTextSays(int option)
    {
        var traits = Casting.Of("jonas", Words.Plain("60. A broad man with a full white beard, round glasses, a scar on the cheek; a red scarf over a navy blue coat and a grey jumper."), "", option);
        Assert.Equal((60, false, Beard.Full, Glasses.Round, Scar.Cheek, Garment.Coat, true), (traits.Age, traits.Woman, traits.Beard, traits.Glasses, traits.Scar, traits.Garment, traits.Scarf));
        Assert.Equal((0xE4E1DA, 0xA3342F), (traits.BeardColour, traits.Accent));
        Assert.True(traits.Build > 0.5f);
    }

    [Theory]
    [InlineData("cropped dark hair", "Cropped", 0x33271F)]
    [InlineData("long red hair", "Long", 0xA24E26)]
    [InlineData("hair grey, tied back", "Ponytail", 0x9A9793)]
    [InlineData("Haare schwarz, kurze Haare", "Cropped", 0x1F1B1C)]
    public void Hair_ByWords_HasCutAndColour(string text, string cut, int colour)
    {
        var traits = Appearance.Apply(new() { Hair = HairCut.Afro, HairColour = 1 }, Words.Plain(text));
        Assert.Equal((cut, colour), (traits.Hair.ToString(), traits.HairColour));
    }

    [Fact]
    public void Words_WithNo_TakeAway()
    {
        var bearded = new Traits { Beard = Beard.Full, Glasses = Glasses.Round, Freckles = true };
        var bare = Appearance.Apply(bearded, "no beard, without glasses, no freckles");
        Assert.Equal((Beard.None, Glasses.None, false), (bare.Beard, bare.Glasses, bare.Freckles));
    }

    [Fact]
    public void Change_AgainstTheAppearance_Wins()
    {
        var before = Casting.Of("mara", "34. cropped dark hair; yellow coat", "", 1);
        var after = Casting.Change(before, Words.Plain("Older, with long white hair and a green coat"));
        Assert.Equal((HairCut.Long, 0xE4E1DA, 0x4F7350), (after.Hair, after.HairColour, after.Main));
        Assert.True(after.Age > before.Age + 10);
        Assert.Equal((before.NoseLength, before.Skin, before.Jaw), (after.NoseLength, after.Skin, after.Jaw));
    }

    [Fact]
    public void Options_WhereTheTextIsSilent_DifferInTheFace()
    {
        var faces = Enumerable.Range(1, 6).Select(option => Casting.Of("mara", "34. cropped dark hair", "", option)).ToList();
        Assert.Equal(6, faces.Select(face => (face.NoseLength, face.Jaw, face.FaceLength)).Distinct().Count());
        Assert.Single(faces.Select(face => (face.Hair, face.HairColour, face.Age, face.Woman)).Distinct());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    public void Record_InAPicture_IsReadBack(string type)
    {
        var picture = Sketches.Draw(Sketches.Portrait("Jonas Brandt, 60.", "white beard, blue jacket"), new(256, 256), type);
        var kept = Reference.Person(new Microsoft.Extensions.AI.DataContent(picture, type));
        Assert.NotNull(kept);
        Assert.Equal((60, Garment.Jacket, 0xE4E1DA), (kept.Age, kept.Garment, kept.BeardColour));
        Assert.Equal(kept, TraitsRecord.Read(TraitsRecord.Write(kept)));
    }

    [Theory]
    [InlineData("moviechat-person-1 {")]
    [InlineData("moviechat-person-1 null")]
    [InlineData("moviechat-person-1 {\"age\":\"old\"}")]
    [InlineData("moviechat-person-1 {\"hair\":\"Nest\"}")]
    [InlineData("somebody else's comment")]
    public void Record_ThatIsNone_GivesNobody(string text) => Assert.Null(TraitsRecord.Read(text));

    [Fact]
    public void Record_ThatIsTooLong_GivesNobody() => Assert.Null(TraitsRecord.Read("moviechat-person-1 {\"age\":30" + new string(' ', TraitsRecord.Longest) + "}"));

    [Fact]
    public void Record_OutOfBounds_IsBroughtWithin()
    {
        var traits = TraitsRecord.Read("moviechat-person-1 {\"age\":-2000000000,\"build\":1e30,\"noseLength\":-99,\"skin\":-1,\"hair\":9999,\"parting\":0}");
        Assert.NotNull(traits);
        Assert.Equal((1, 1f, -1f, 0xFFFFFF, 1), (traits.Age, traits.Build, traits.NoseLength, traits.Skin, traits.Parting));
        Assert.True(Enum.IsDefined(traits.Hair));
    }
}
