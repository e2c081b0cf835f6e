using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MovieChat.Core.Journey;
using MovieChat.Workflows;
using MovieChat.Workflows.Reminders;

namespace MovieChat.Tests.Workflows;

public sealed class ReminderOptionsTests
{
    [Theory]
    [InlineData("After", "soon", "a number of days, such as 14")]
    [InlineData("After", "1, , 7", "days.hours:minutes:seconds")]
    [InlineData("After", "1 3 7", "a number of days")]
    [InlineData("After", "36:00:00", "days.hours:minutes:seconds")]
    [InlineData("After", "1, 7, 3", "each longer than the one before")]
    [InlineData("After", "3, 3", "each longer than the one before")]
    [InlineData("After", "0", "from 00:00:01 to 3650 days")]
    [InlineData("After", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "up to 20 times")]
    [InlineData("Every", "-1", "from 00:00:01")]
    [InlineData("Every", "00:00:00.5000000", "from 00:00:01")]
    [InlineData("Every", "4000", "to 3650 days")]
    [InlineData("ParkAfter", "0", "from 00:00:01")]
    [InlineData("ParkAfter", "99999999999", "a number of days")]
    [InlineData("Off", "maybe", "true or false")]
    public async Task Start_WithAWrongSetting_NamesItAndWhatItMayBe(string setting, string value, string mayBe)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create($"MovieChat:Reminders:{setting}", (string?)value)]);
        builder.Services.AddReminders(builder.Configuration);
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(mayBe, Assert.Single(refused.Failures, failure => failure.StartsWith($"MovieChat__Reminders__{setting} ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AsDaysOrTimes_MakeThePlan()
    {
        var plan = Plan(("After", " 00:00:05, 2 ,3.12:30:00"), ("Every", "1.00:00:00"), ("ParkAfter", "30"), ("Off", "true"));

        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromDays(2), new(3, 12, 30, 0)], plan.First);
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(30), true), (plan.Every, plan.ParkAfter, plan.IsOff));
    }

    [Fact]
    public void Settings_LeftOutOrEmpty_GiveTheUsualPlan()
    {
        Assert.Equal(ReminderPlan.Usual, Plan());
        Assert.Equal(ReminderPlan.Usual, Plan(("After", ""), ("Every", " "), ("Off", "")));
        using var withoutSettings = new ServiceCollection().AddMovieChatWorkflows().BuildServiceProvider();
        Assert.Equal(ReminderPlan.Usual, withoutSettings.GetRequiredService<ReminderPlan>());
    }

    private static ReminderPlan Plan(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(each => KeyValuePair.Create($"MovieChat:Reminders:{each.Name}", (string?)each.Value))).Build();
        using var services = new ServiceCollection().AddMovieChatWorkflows().AddReminders(configuration).BuildServiceProvider();
        return services.GetRequiredService<ReminderPlan>();
    }
}
