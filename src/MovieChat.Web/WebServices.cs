using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MovieChat.Web.Access;
using MovieChat.Web.Api;
using MovieChat.Web.Api.Chats;
using MovieChat.Web.Api.Imports;
using MovieChat.Web.Api.Subscriptions;
using MovieChat.Web.Approvals;
using MovieChat.Web.Approvals.Pages;
using MovieChat.Web.Pages;
using MovieChat.Web.Problems;

namespace MovieChat.Web;

/// <summary>The front door: all of Movie Chat's HTTP, the same on every head.</summary>
public static class WebServices
{
    /// <summary>Registers the front door. The head brings the workflows, its <see cref="Workflows.Projects.IProjectHost"/> and the
    /// <see cref="OwnerKey"/>.</summary>
    /// <exception cref="FormatException">A setting has a value that it can not have.</exception>
    public static IServiceCollection AddMovieChatWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRouting();
        services.AddSingleton(WebSettings.Read(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(options => WebJson.Apply(options.SerializerOptions));
        services.AddDescription();
        return services
            .AddSingleton<CallerRates>()
            .AddSingleton<Callers>()
            .AddSingleton<Writers>()
            .AddSingleton<PublicOrigin>()
            .AddSingleton<Sessions>()
            .AddSingleton<StudioFiles>()
            .AddSingleton<DescriptionText>()
            .AddSingleton<OwnProjects>()
            .AddSingleton<Decisions>()
            .AddSingleton<ImportDecisions>()
            .AddSingleton<EventStream>()
            .AddSingleton<StreamSeats>()
            .AddSingleton<OwnChats>()
            .AddSingleton<TurnStream>()
            .AddSingleton<ChatTranscript>()
            .AddApprovals()
            .AddSurfaces(configuration);
    }

    /// <summary>Problems, headers, keys and rates. Belongs after UseRouting and before UseEndpoints.</summary>
    public static IApplicationBuilder UseMovieChat(this IApplicationBuilder app) =>
        app.UseMiddleware<SecurityHeaders>().UseMiddleware<ProblemAnswers>().UseMiddleware<AccessGate>();

    /// <summary>Maps every address of the front door.</summary>
    public static IEndpointRouteBuilder MapMovieChat(this IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapGroup("").WithHead();
        var api = all.MapGroup("/api");
        api.MapProjects();
        api.MapDocuments();
        api.MapDecisions();
        api.MapJournal();
        api.MapEvents();
        api.MapChats();
        api.MapMessages();
        api.MapFacts();
        api.MapPictures();
        api.MapImports();
        api.MapExports();
        api.MapInsights();
        api.MapSubscriptions();
        api.MapLinks();
        api.MapBindings();
        api.MapKeys();
        api.MapSession();
        api.MapSurfaces();
        all.MapApprovalPages();
        all.MapHealth();
        all.MapReference();
        all.MapStudio();
        return endpoints;
    }
}
