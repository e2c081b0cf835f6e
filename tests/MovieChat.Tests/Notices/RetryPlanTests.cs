using FsCheck.Xunit;
using MovieChat.Core.Notices;

namespace MovieChat.Tests.Notices;

public sealed class RetryPlanTests
{
    [Fact]
    public void Usual_DelaysGrowOverMoreThanThreeDays()
    {
        var delays = RetryPlan.Usual.Delays;

        Assert.Equal(delays.Order(), delays);
        Assert.True(delays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay) > TimeSpan.FromDays(3));
    }

    [Fact]
    public void After_TheLastDelay_IsGivenUp() => Assert.Null(RetryPlan.Usual.After(RetryPlan.Usual.Delays.Count + 1, null, 0.5));

    [Property]
    public bool After_ByWhateverChance_StaysWithinItsJitter(byte chance)
    {
        var delay = RetryPlan.Usual.After(3, null, chance / 255.0)!.Value;
        return delay >= TimeSpan.FromMinutes(4) && delay <= TimeSpan.FromMinutes(6);
    }

    [Theory]
    [InlineData(1, 60, 60)]
    [InlineData(3, 60, 300)]
    [InlineData(1, 10_000_000, 86_400)]
    public void After_WithAWishOfTheReceiver_WaitsForTheLongerWithinADay(int attempt, int askedSeconds, int expectedSeconds) =>
        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), RetryPlan.Usual.After(attempt, TimeSpan.FromSeconds(askedSeconds), 0.5));
}
