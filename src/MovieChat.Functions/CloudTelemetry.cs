using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Telemetry;
using OpenTelemetry;

namespace MovieChat.Functions;

/// <summary>Where the cloud head's traces, metrics and logs go: to Application Insights when it is named, and by OTLP as on every head.</summary>
internal static class CloudTelemetry
{
    /// <summary>As the platform names it.</summary>
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set when Application Insights takes telemetry from identities alone.</summary>
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IServiceCollection AddCloudTelemetry(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMovieChatTelemetry(configuration, string.IsNullOrEmpty(configuration[Connection]) ? null : telemetry => Receive(telemetry, configuration));

    private static void Receive(IOpenTelemetryBuilder telemetry, IConfiguration configuration) => telemetry
        .UseFunctionsWorkerDefaults()
        .UseAzureMonitorExporter(options =>
        {
            options.ConnectionString = configuration[Connection];
            if (!string.IsNullOrEmpty(configuration[Authentication])) options.Credential = new DefaultAzureCredential();
        });
}
