using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Approvals;
using MovieChat.Web.Problems;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Cards;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Teams;

/// <summary>Teams as a surface of the service: see docs/teams.md.</summary>
internal sealed class TeamsSurface : ISurface
{
    /// <summary>Registers Teams where it is set up; see <see cref="TeamsSettings"/>.</summary>
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        var settings = TeamsSettings.Read(configuration);
        if (!settings.IsOn) return;
        services.AddSurfaceRoad(Connector.Client, Connector.Timeout, Connector.MostBytes);
        services.AddSurfaceRoad(BotTokens.Client, Connector.Timeout, Connector.MostBytes);
        services.AddSurfaceRoad(SigningKeys.Client, TimeSpan.FromSeconds(10), SigningKeys.MostBytes);
        services
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

    public void Map(IEndpointRouteBuilder api) => api.MapPost("/teams/messages", (Delegate)TakeAsync).AllowAnonymous().ExcludeFromDescription();

    private static Task<IResult> TakeAsync(HttpContext context) =>
        context.RequestServices.GetService<TeamsEndpoint>() is { } endpoint ? endpoint.TakeAsync(context) : throw new ProblemException(
            ProblemKinds.NotFound, "Teams is not set up here: set MovieChat__Teams__AppId, MovieChat__Teams__AppPassword and MovieChat__Teams__TenantId; or MovieChat__Teams__Playground=true to try it out on this machine (docs/teams.md).");
}
