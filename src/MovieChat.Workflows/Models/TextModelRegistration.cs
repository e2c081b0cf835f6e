using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MovieChat.Workflows.Models.Text;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Workflows.Models;

public static class TextModelRegistration
{
    /// <summary>The name of the HTTP client.</summary>
    internal const string Road = "MovieChat.Text";

    /// <summary>Bytes of an answer that are read: many times the longest document.</summary>
    internal const long MostBytes = 1024 * 1024;

    /// <summary>Registers the configured language model as the <see cref="IChatClient"/>, and <see cref="TextModelOptions"/>, validated at start.</summary>
    /// <remarks>Of a model that is reached over HTTP every failure is a <see cref="Core.Writing.ModelFailedException"/>; a caller's cancellation
    /// stays one. A registered <see cref="TimeProvider"/> or <see cref="TokenCredential"/> is used; else the system's clock and the default
    /// Azure credential.</remarks>
    /// <param name="configuration">The whole configuration: the section is <see cref="TextModelOptions.Section"/>.</param>
    /// <param name="understudy">Makes the offline model, when it is the one configured.</param>
    public static IServiceCollection AddTextModel(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, IChatClient> understudy)
    {
        services.AddModel<TextModelOptions>(Road, MostBytes, new TextModelSettings(configuration.GetSection(TextModelOptions.Section)), new TextModelOptionsValidator());
        return services.AddSingleton(provider =>
            provider.GetRequiredService<IOptions<TextModelOptions>>().Value is { Provider: not ModelProviders.Understudy } options
                ? Remote(provider, options)
                : Traced(understudy(provider)));
    }

    private static IChatClient Remote(IServiceProvider provider, TextModelOptions options)
    {
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Road);
        return TextModelConnection.Open(options, http, provider.GetRequiredService<TokenCredential>)
            .AsBuilder()
            .Use(inner => new QueueingChatClient(inner, options.MaxConcurrency))
            .ConfigureOptions(chat => Complete(chat, options))
            .Use(Traced)
            .Use((inner, services) => new TextModelClient(inner, options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<TextModelClient>>()))
            .Build(provider);
    }

    /// <summary>Spans and metrics by the GenAI conventions (https://opentelemetry.io/docs/specs/semconv/gen-ai/), of every call and its answer
    /// as the screenwriter sees it, without the time in the queue. What is said is never in them, whatever the environment asks for; failures
    /// are logged by the client within, without what they quote.</summary>
    private static OpenTelemetryChatClient Traced(IChatClient inner) => new(inner, logger: null, Instrumentation.Name) { EnableSensitiveData = false };

    /// <summary>A schema binds the model wherever the server can hold it to one, unless the caller says otherwise.</summary>
    private static void Complete(ChatOptions chat, TextModelOptions options)
    {
        chat.MaxOutputTokens ??= options.MaxAnswerTokens;
        if (chat.ResponseFormat is ChatResponseFormatJson { Schema: not null }) (chat.AdditionalProperties ??= []).TryAdd("strict", true);
    }
}
