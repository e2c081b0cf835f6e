using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MovieChat.Workflows.Models.Pictures;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Workflows.Models;

public static class PictureModelRegistration
{
    /// <summary>The name of the HTTP client.</summary>
    internal const string Road = "MovieChat.Pictures";

    /// <summary>Bytes of an answer that are read: ten large pictures.</summary>
    internal const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Registers the configured image model as the <see cref="IImageGenerator"/>, and <see cref="PictureModelOptions"/>, validated at start.</summary>
    /// <remarks>
    /// Of a model that is reached over HTTP:
    /// <list type="bullet">
    /// <item>It takes a prompt of up to 32,000 characters and up to 16 original images (PNG, JPEG or WebP as <see cref="DataContent"/>, each
    /// under 50 MB), and honours count, size, model and media type (<c>image/png</c>, <c>image/jpeg</c>) of the options.</item>
    /// <item>It gives at least one picture and at most as many as asked for, each a <see cref="DataContent"/> with the media type of its first
    /// bytes. Nothing else about them is checked: they may have another size, and be damaged further on.</item>
    /// <item>Every failure is a <see cref="Core.Writing.ModelFailedException"/>; a caller's cancellation stays one.</item>
    /// </list>
    /// A registered <see cref="TimeProvider"/> or <see cref="TokenCredential"/> is used; else the system's clock and the default Azure credential.
    /// </remarks>
    /// <param name="configuration">The whole configuration: the section is <see cref="PictureModelOptions.Section"/>.</param>
    /// <param name="understudy">Makes the offline model, when it is the one configured.</param>
    public static IServiceCollection AddPictureModel(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, IImageGenerator> understudy)
    {
        services.AddModel<PictureModelOptions>(Road, MostBytes, new PictureModelSettings(configuration.GetSection(PictureModelOptions.Section)), new PictureModelOptionsValidator());
        return services.AddSingleton<IImageGenerator>(provider =>
            provider.GetRequiredService<IOptions<PictureModelOptions>>().Value is { Provider: not ModelProviders.Understudy } options
                ? Remote(provider, options)
                : Traced(understudy(provider)));
    }

    private static QueueingImageGenerator Remote(IServiceProvider provider, PictureModelOptions options)
    {
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Road);
        var model = new PictureModel(PictureModelConnection.Open(options, http, provider.GetRequiredService<TokenCredential>), http, options);
        var client = new PictureModelClient(model, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureModelClient>>());
        return new(Traced(client), options.MaxConcurrency);
    }

    /// <summary>Spans and metrics by the GenAI conventions, as of the language model: without the time in the queue, and never with what was
    /// asked for or drawn.</summary>
    private static OpenTelemetryImageGenerator Traced(IImageGenerator inner) => new(inner, logger: null, Instrumentation.Name) { EnableSensitiveData = false };
}
