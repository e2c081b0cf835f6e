using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Workflows.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MovieChat.Web.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, as far as there is somebody to receive them.</summary>
public static class ServiceTelemetry
{
    /// <summary>Exports each signal whose <c>OTEL_EXPORTER_OTLP_…_ENDPOINT</c> is set, and all three with <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>;
    /// without any, and without another receiver, registers nothing. The other <c>OTEL_…</c> settings are the SDK's
    /// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).</summary>
    /// <param name="receiver">Adds the head's own receiver, for all three signals.</param>
    /// <param name="meters">Adds what the head alone measures.</param>
    public static IServiceCollection AddMovieChatTelemetry(
        this IServiceCollection services, IConfiguration configuration, Action<IOpenTelemetryBuilder>? receiver = null, Action<MeterProviderBuilder>? meters = null)
    {
        var (traces, metrics, logs) = (new OtlpSettings(configuration, "TRACES"), new OtlpSettings(configuration, "METRICS"), new OtlpSettings(configuration, "LOGS"));
        if (receiver is null && !traces.HasReceiver && !metrics.HasReceiver && !logs.HasReceiver) return services;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(Describe);
        if (receiver is not null || traces.HasReceiver) telemetry.WithTracing(tracing => Trace(tracing, traces));
        if (receiver is not null || metrics.HasReceiver) telemetry.WithMetrics(metering => Measure(metering, metrics, meters));
        if (logs.HasReceiver) telemetry.WithLogging(logging => logging.AddOtlpExporter(logs.Apply));
        receiver?.Invoke(telemetry);
        return services;
    }

    /// <summary>What the environment says of the service is read last, and wins.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(Instrumentation.Name, serviceVersion: typeof(ServiceTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    private static void Trace(TracerProviderBuilder tracing, OtlpSettings settings)
    {
        tracing
            .AddSource(Instrumentation.Name, "Azure.Data.Tables.*", "Azure.Storage.Blobs.*")
            .AddAspNetCoreInstrumentation(Front)
            .AddHttpClientInstrumentation(back => back.FilterHttpRequestMessage = request => !IsWebhook(request));
        if (settings.HasReceiver) tracing.AddOtlpExporter(settings.Apply);
    }

    private static void Front(AspNetCoreTraceInstrumentationOptions front)
    {
        front.Filter = context => !IsUnseen(context.Request.Path);

        // The front door takes no key in a query, but somebody may try; and no setting is to show one then.
        front.EnrichWithHttpRequest = (span, request) =>
        {
            span.SetTag("url.query", null);
            if (IsSecret(request.Path)) span.SetTag("url.path", null);
        };
    }

    /// <summary>A receiver's address may hold what only the receiver is to know.</summary>
    private static bool IsWebhook(HttpRequestMessage request) => request.Headers.Contains("webhook-id");

    /// <summary>Who has such an address decides by it, or is taken for somebody, or sees a picture: the route tells enough.</summary>
    private static bool IsSecret(PathString path) => path.StartsWithSegments("/a") || path.StartsWithSegments("/bind") || path.StartsWithSegments("/pictures");

    /// <summary>Health is asked for all the time, and an event stream looks for news for hours: neither belongs into a trace.</summary>
    private static bool IsUnseen(PathString path) =>
        path.StartsWithSegments("/healthz") || path.Value?.EndsWith("/events", StringComparison.OrdinalIgnoreCase) is true;

    private static void Measure(MeterProviderBuilder metering, OtlpSettings settings, Action<MeterProviderBuilder>? meters)
    {
        metering
            .AddMeter(Instrumentation.Name, "Polly", "System.Runtime")
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation();
        meters?.Invoke(metering);
        if (settings.HasReceiver) metering.AddOtlpExporter(settings.Apply);
    }
}
