using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Cards;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Teams;

internal static class TeamsServices
{
    /// <summary>The Teams surface. Nothing is registered where it is not set up: see <see cref="TeamsSettings"/>.</summary>
    /// <exception cref="FormatException">A setting has a value that it can not have.</exception>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = TeamsSettings.Read(configuration);
        if (!settings.IsOn) return services;
        services.AddSurfaceRoad(Connector.Client, Connector.Timeout, Connector.MostBytes);
        services.AddSurfaceRoad(BotTokens.Client, Connector.Timeout, Connector.MostBytes);
        services.AddSurfaceRoad(SigningKeys.Client, TimeSpan.FromSeconds(10), SigningKeys.MostBytes);
        return services
            .AddSingleton(settings)
            .AddSingleton<SigningKeys>()
            .AddSingleton<ActivityGate>()
            .AddSingleton<BotTokens>()
            .AddSingleton<Connector>()
            .AddSingleton<Conversations>()
            .AddSingleton<CardWriter>()
            .AddSingleton<CardAnswers>()
            .AddSingleton<Writing>()
            .AddSingleton<Invokes>()
            .AddSingleton<TeamsEndpoint>()
            .AddSingleton<INoticeChannel, TeamsChannel>()
            .AddSingleton<IInboxHandler, TeamsInbox>();
    }
}
