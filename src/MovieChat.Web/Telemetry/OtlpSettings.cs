using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace MovieChat.Web.Telemetry;

/// <summary>Where the OTLP settings of the environment send one signal
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/). The exporter itself reads those that are for all signals.</summary>
/// <param name="signal"><c>TRACES</c>, <c>METRICS</c> or <c>LOGS</c>.</param>
internal sealed class OtlpSettings(IConfiguration configuration, string signal)
{
    /// <summary>Whether a receiver is named: for this signal, or for all.</summary>
    public bool HasReceiver => Own("ENDPOINT") is not null || !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    /// <exception cref="SettingException">A setting has a value it can not have.</exception>
    public void Apply(OtlpExporterOptions options)
    {
        if (Own("PROTOCOL") is { } protocol) options.Protocol = Protocol(protocol);
        if (Own("HEADERS") is { } headers) options.Headers = headers;
        if (Own("ENDPOINT") is { } endpoint) options.Endpoint = Address(endpoint);
    }

    private string? Own(string setting) => configuration[Name(setting)] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private string Name(string setting) => $"OTEL_EXPORTER_OTLP_{signal}_{setting}";

    private Uri Address(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new SettingException($"{Name("ENDPOINT")} must be an http(s) address, such as http://127.0.0.1:4318/v1/{signal.ToLowerInvariant()}.");

    private OtlpExportProtocol Protocol(string protocol) => protocol switch
    {
        "grpc" => OtlpExportProtocol.Grpc,
        "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
        _ => throw new SettingException($"{Name("PROTOCOL")} must be grpc or http/protobuf, not '{protocol}'."),
    };
}
