using Microsoft.Extensions.Configuration;
using MovieChat.Web;
using MovieChat.Web.Telemetry;
using OpenTelemetry.Exporter;

namespace MovieChat.Tests.Telemetry;

public sealed class OtlpSettingsTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("ENDPOINT=", false)]
    [InlineData("ENDPOINT=http://127.0.0.1:4318", true)]
    [InlineData("TRACES_ENDPOINT=http://127.0.0.1:4318/v1/traces", true)]
    [InlineData("METRICS_ENDPOINT=http://127.0.0.1:4318/v1/metrics", false)]
    public void Receiver_OfASignal_IsItsOwnOrThatOfAll(string settings, bool isThere) => Assert.Equal(isThere, Of(settings).HasReceiver);

    [Fact]
    public void Apply_OfASignalsOwnSettings_TakesThemAsTheyAre()
    {
        var options = new OtlpExporterOptions();

        Of("TRACES_ENDPOINT=https://collector:9/here TRACES_PROTOCOL=http/protobuf TRACES_HEADERS=a=b").Apply(options);

        Assert.Equal((new Uri("https://collector:9/here"), OtlpExportProtocol.HttpProtobuf, "a=b"), (options.Endpoint, options.Protocol, options.Headers));
    }

    [Theory]
    [InlineData("TRACES_ENDPOINT=collector:4318", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an http(s) address")]
    [InlineData("TRACES_PROTOCOL=http/json", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL must be grpc or http/protobuf")]
    public void Apply_OfAWrongSetting_SaysWhatItMayBe(string settings, string said) =>
        Assert.StartsWith(said, Assert.Throws<SettingException>(() => Of(settings).Apply(new())).Message, StringComparison.Ordinal);

    private static OtlpSettings Of(string settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(setting => KeyValuePair.Create($"OTEL_EXPORTER_OTLP_{setting[0]}", (string?)setting[1]))).Build(),
        "TRACES");
}
