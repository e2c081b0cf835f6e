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
    /// <summary>Exports each signal whose <c>OTEL_EXPORTER_OTLP_…_ENDPOINT</c> is set, and all three with <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>;
    /// without any, registers nothing. The other <c>OTEL_…</c> settings are the SDK's
    /// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).</summary>
    public static IServiceCollection AddMovieChatTelemetry(this IServiceCollection services, IConfiguration configuration, HeadLease lease)
    {
        var (traces, metrics, logs) = (new OtlpSettings(configuration, "TRACES"), new OtlpSettings(configuration, "METRICS"), new OtlpSettings(configuration, "LOGS"));
        if (!traces.HasReceiver && !metrics.HasReceiver && !logs.HasReceiver) return services;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(Describe);
        if (traces.HasReceiver) telemetry.WithTracing(tracing => Trace(tracing).AddOtlpExporter(traces.Apply));
        if (metrics.HasReceiver) telemetry.WithMetrics(metering => Measure(metering, lease).AddOtlpExporter(metrics.Apply));
        if (logs.HasReceiver) telemetry.WithLogging(logging => logging.AddOtlpExporter(logs.Apply));
        return services;
    }

    /// <summary>What the environment says of the service is read last, and wins.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(Instrumentation.Name, serviceVersion: typeof(HeadTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    private static TracerProviderBuilder Trace(TracerProviderBuilder tracing) => tracing
        .AddSource(Instrumentation.Name, "Azure.Data.Tables.*", "Azure.Storage.Blobs.*")
        .AddAspNetCoreInstrumentation(Front)
        .AddHttpClientInstrumentation();

    private static void Front(AspNetCoreTraceInstrumentationOptions front)
    {
        front.Filter = context => !IsUnseen(context.Request.Path);

        // The front door takes no key in a query, but somebody may try; and no setting is to show one then.
        front.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
    }

    /// <summary>Health is asked for all the time, and an event stream looks for news for hours: neither belongs into a trace.</summary>
    private static bool IsUnseen(PathString path) =>
        path.StartsWithSegments("/healthz") || path.Value?.EndsWith("/events", StringComparison.OrdinalIgnoreCase) is true;

    private static MeterProviderBuilder Measure(MeterProviderBuilder metering, HeadLease lease) => metering
        .AddMeter(Instrumentation.Name, "Polly", "System.Runtime")
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddInstrumentation(services => new HeadMetrics(services.GetRequiredService<EmbeddedHost>(), lease));
}
