using System.Globalization;

namespace MovieChat.Tests.Telemetry;

/// <summary>A span as it was exported. The numbers of fields are those of opentelemetry/proto/trace/v1/trace.proto.</summary>
/// <param name="Parent">The id of the span above; empty for a root.</param>
/// <param name="Kind">1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
/// <param name="IsError">Whether its status is an error.</param>
internal sealed record ExportedSpan(
    string Source, string Trace, string Id, string Parent, string Name, int Kind, bool IsError, IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, string> Resource)
{
    public static IEnumerable<ExportedSpan> In(WireMessage request) =>
        from resource in request.Messages(1)
        let about = Attributes.Of(resource.Message(1), 1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new ExportedSpan(
            scope.Message(1).Text(1), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), (int)span.Number(6), span.Message(15).Number(3) == 2, Attributes.Of(span, 9), about);
}

/// <summary>One series of a metric as it was exported. The numbers of fields are those of opentelemetry/proto/metrics/v1/metrics.proto.</summary>
/// <param name="Value">The number, or of a histogram the count.</param>
internal sealed record ExportedPoint(string Meter, string Name, string Unit, long Value, IReadOnlyDictionary<string, string> Tags)
{
    public static IEnumerable<ExportedPoint> In(WireMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        from point in Points(metric)
        select new ExportedPoint(scope.Message(1).Text(1), metric.Text(1), metric.Text(3), point.Value, point.Tags);

    private static IEnumerable<(long Value, IReadOnlyDictionary<string, string> Tags)> Points(WireMessage metric) =>
    [
        .. metric.Message(5).Messages(1).Concat(metric.Message(7).Messages(1)).Select(point => (Number(point), Attributes.Of(point, 7))),
        .. metric.Message(9).Messages(1).Select(point => ((long)point.Number(4), Attributes.Of(point, 9))),
    ];

    private static long Number(WireMessage point) => point.Has(6) ? (long)point.Number(6) : (long)BitConverter.UInt64BitsToDouble(point.Number(4));
}

internal static class Attributes
{
    /// <summary>Attributes with their values as text; of lists and maps nothing.</summary>
    public static IReadOnlyDictionary<string, string> Of(WireMessage message, int field) =>
        message.Messages(field).ToDictionary(each => each.Text(1), each => Value(each.Message(2)));

    private static string Value(WireMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(2) ? (value.Number(2) == 1).ToString()
        : value.Has(4) ? BitConverter.UInt64BitsToDouble(value.Number(4)).ToString(CultureInfo.InvariantCulture)
        : ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture);
}
