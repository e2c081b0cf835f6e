using System.Data.Common;
using System.Globalization;

namespace MovieChat.Local.Azurite;

/// <summary>Where an Azurite on this machine listens, or is to listen.</summary>
/// <param name="Host">A loopback address.</param>
/// <param name="Blob">A port; 0 for any free one.</param>
/// <param name="Queue">A port; 0 for any free one.</param>
/// <param name="Table">A port; 0 for any free one.</param>
public sealed record AzuriteAddress(string Host, int Blob, int Queue, int Table)
{
    public static readonly AzuriteAddress Default = new("127.0.0.1", 10000, 10001, 10002);

    public static readonly AzuriteAddress FreePorts = new("127.0.0.1", 0, 0, 0);

    private const string Account = "devstoreaccount1";

    /// <summary>The key of every Azurite, as its documentation gives it. It protects nothing.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Url(Blob)};QueueEndpoint={Url(Queue)};TableEndpoint={Url(Table)};";

    /// <summary>The address of the Azurite that <paramref name="connectionString"/> names; null when it names anything else.</summary>
    public static AzuriteAddress? TryParse(string connectionString)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (Text(parts, "UseDevelopmentStorage") is "true") return Default;
        if (Text(parts, "AccountName") != Account || Endpoint(parts, "Blob") is not { } blob || Endpoint(parts, "Table") is not { } table) return null;
        var host = blob.Host == "localhost" ? Default.Host : blob.Host;
        return new(host, blob.Port, Endpoint(parts, "Queue")?.Port ?? 0, table.Port);
    }

    private string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{port}/{Account}");

    private static Uri? Endpoint(DbConnectionStringBuilder parts, string service) =>
        Uri.TryCreate(Text(parts, $"{service}Endpoint"), UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true } ? uri : null;

    private static string? Text(DbConnectionStringBuilder parts, string name) => parts.TryGetValue(name, out var value) ? value as string : null;
}
