using System.Reflection;
using MovieChat.Local.Runtime;
using MovieChat.Workflows.Telemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MovieChat.Local.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, as far as the environment names a receiver of OTLP for them.</summary>
internal static class HeadTelemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Exports each signal whose <c>OTEL_EXPORTER_OTLP_…_ENDPOINT</c> is set, and all three with <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>;
    /// without any, registers nothing. The other <c>OTEL_…</c> settings are the SDK's
    /// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).</summary>
    public static IServiceCollection AddMovieChatTelemetry(this IServiceCollection services, IConfiguration configuration, HeadLease lease)
    {
        var (traces, metrics, logs) = (IsWanted(configuration, "TRACES"), IsWanted(configuration, "METRICS"), IsWanted(configuration, "LOGS"));
        if (!traces && !metrics && !logs) return services;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(Describe);
        if (traces) telemetry.WithTracing(Trace);
        if (metrics) telemetry.WithMetrics(metering => Measure(metering, lease));
        if (logs) telemetry.WithLogging(logging => logging.AddOtlpExporter(), options => options.IncludeScopes = false);
        return services;
    }

    private static bool IsWanted(IConfiguration configuration, string signal) =>
        !string.IsNullOrWhiteSpace(configuration[Endpoint]) || !string.IsNullOrWhiteSpace(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]);

    /// <summary>What the environment says of the service is read last, and wins.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(Instrumentation.Name, serviceVersion: typeof(HeadTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    private static void Trace(TracerProviderBuilder tracing) => tracing
        .AddSource(Instrumentation.Name, "Azure.Data.Tables.*", "Azure.Storage.Blobs.*")
        .AddAspNetCoreInstrumentation(Front)
        .AddHttpClientInstrumentation()
        .AddOtlpExporter();

    private static void Front(AspNetCoreTraceInstrumentationOptions front)
    {
        front.Filter = context => !IsUnseen(context.Request.Path);

        // The front door takes no key in a query, but somebody may try; and no setting is to show one then.
        front.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
    }

    /// <summary>Health is asked for all the time, and an event stream looks for news for hours: neither belongs into a trace.</summary>
    private static bool IsUnseen(PathString path) =>
        path.StartsWithSegments("/healthz") || path.Value?.EndsWith("/events", StringComparison.OrdinalIgnoreCase) is true;

    private static void Measure(MeterProviderBuilder metering, HeadLease lease) => metering
        .AddMeter(Instrumentation.Name, "Polly", "System.Runtime")
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddInstrumentation(services => new HeadMetrics(services.GetRequiredService<EmbeddedHost>(), lease))
        .AddOtlpExporter();
}
