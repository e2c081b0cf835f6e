using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Models;

internal static class ModelRegistration
{
    /// <summary>Registers what every kind of model needs: its options, validated at start, its HTTP road, a clock and an identity.</summary>
    /// <param name="road">The name of the HTTP client.</param>
    /// <param name="mostBytes">Of an answer that are read.</param>
    public static void AddModel<TOptions>(
        this IServiceCollection services, string road, long mostBytes, ModelSettings<TOptions> settings, ModelOptionsValidator<TOptions> validator)
        where TOptions : ModelOptions
    {
        services.AddOptions<TOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<TOptions>>(settings);
        services.AddSingleton<IValidateOptions<TOptions>>(validator);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddModelRoad<TOptions>(road, mostBytes);
    }
}
