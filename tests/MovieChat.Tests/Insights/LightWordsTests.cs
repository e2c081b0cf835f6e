using MovieChat.Core.Film;
using MovieChat.Core.Insights;

namespace MovieChat.Tests.Insights;

public sealed class LightWordsTests
{
    [Theory]
    [InlineData("CONTINUOUS", "night")]
    [InlineData("LATER", "night")]
    [InlineData("SAME TIME", "night")]
    [InlineData("SAME DAY", "day")]
    [InlineData("LATER THAT MORNING", "day")]
    [InlineData("MOMENTS LATER - DAWN", "twilight")]
    [InlineData("SOMETIME", "unknown")]
    public void Time_ThatGoesOn_HasTheLightBeforeUnlessItNamesItsOwn(string time, string expected)
    {
        Scene[] scenes = [Scene("NIGHT"), Scene(time)];
        Assert.Equal(["night", expected], LightWords.Of(scenes));
    }

    private static Scene Scene(string time) => Exports.Films.Scene(1, "EXT", "Pier") with { Heading = new() { Setting = "EXT", Place = "Pier", Time = time } };
}
