using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Tests.Sketching;

public class SexTests
{
    [Theory]
    [InlineData("kirsty", "82. upright as a post, white plait down her back, a man's oilskin to the ankles", "", true)]
    [InlineData("catriona", "33. small, strong-handed, black work boots", "", true)]
    [InlineData("robin", "40. a scarred, balding woman", "", true)]
    [InlineData("sasha", "40. tall", "keeps her back to the wall.", true)]
    [InlineData("hamish", "59. thick through the chest, a navy jersey", "", false)]
    [InlineData("the skipper", "59. a widower, darned jersey", "", false)]
    [InlineData("yusuf", "30. tall", "", false)]
    [InlineData("xochtl", "30. tall, quick", "", null)]
    [InlineData("the stranger", "40. tall, grey coat", "", null)]
    public void Person_ByNameAndWords_IsAWomanAManOrUnknown(string name, string looks, string told, bool? woman) => Assert.Equal(woman, Sex.Of(name, looks, told));

    [Theory]
    [InlineData("kirsty", "70. a white plait down her back")]
    [InlineData("robin", "50. scarred, balding; she limps")]
    [InlineData("xochtl", "45. tall, quick")]
    [InlineData("emil", "12. thin, a boy")]
    public void Beard_OfWhoIsNoGrownMan_IsNone(string name, string looks) =>
        Assert.All(Enumerable.Range(1, 40), option => Assert.Equal(Beard.None, Casting.Of(name, looks, "", option).Beard));

    [Fact]
    public void Beard_OfAManOfWhomNoneIsTold_IsSeldom()
    {
        var bearded = Enumerable.Range(1, 200).Count(option => Casting.Of("hamish", "40. thick through the chest", "", option).Beard != Beard.None);
        Assert.InRange(bearded, 1, 80);
    }

    [Fact]
    public void Beard_ThatTheTextTells_IsWorn() => Assert.Equal(Beard.Full, Casting.Of("xochtl", "45. a full white beard", "", 1).Beard);

    [Fact]
    public void Names_OfWomenAndMen_AreMany()
    {
        Assert.True(NameBook.All.Women.Count >= 150);
        Assert.True(NameBook.All.Men.Count >= 150);
        Assert.Empty(NameBook.All.Women.Intersect(NameBook.All.Men));
    }
}
