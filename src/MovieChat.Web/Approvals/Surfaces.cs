using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MovieChat.Web.Approvals;

/// <summary>A surface beside the API and the studio. Whatever implements it in this assembly is one, so that another surface needs a file of its own and nothing else: see docs/approvals.md.</summary>
internal interface ISurface
{
    /// <summary>Registers what the surface needs; nothing where it is not set up.</summary>
    /// <exception cref="FormatException">A setting has a value that it can not have.</exception>
    /// <exception cref="SettingException">A setting is missing, or has a value that it can not have.</exception>
    void Add(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps what calls the surface, under <c>/api</c>; nothing where it only tells.</summary>
    void Map(IEndpointRouteBuilder api);
}

internal static class Surfaces
{
    private static readonly ISurface[] s_all =
    [
        .. typeof(ISurface).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ISurface))).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (ISurface)Activator.CreateInstance(type)!),
    ];

    public static IServiceCollection AddSurfaces(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var surface in s_all) surface.Add(services, configuration);
        return services;
    }

    public static void MapSurfaces(this IEndpointRouteBuilder api)
    {
        foreach (var surface in s_all) surface.Map(api);
    }
}
