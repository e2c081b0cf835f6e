using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Reminders;

public static class ReminderRegistration
{
    /// <summary>Takes <see cref="ReminderOptions"/> from the settings, validated at start. Without it the usual plan holds.</summary>
    /// <param name="configuration">The whole configuration: the section is <see cref="ReminderOptions.Section"/>.</param>
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new ReminderSettings(configuration.GetSection(ReminderOptions.Section));
        services.AddOptions<ReminderOptions>().ValidateOnStart();
        return services.AddSingleton<IConfigureOptions<ReminderOptions>>(settings).AddSingleton<IValidateOptions<ReminderOptions>>(settings);
    }
}
