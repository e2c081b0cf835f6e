namespace MovieChat.Storage;

/// <summary>Where the storage account is: a connection string, or the addresses of its services.</summary>
public sealed record StorageSettings
{
    /// <summary>The setting that holds the connection string; its parts hold the addresses.</summary>
    public const string Name = "AzureWebJobsStorage";

    /// <summary>The connection string of Azurite at its default ports.</summary>
    public const string Development = "UseDevelopmentStorage=true";

    private StorageSettings()
    {
    }

    /// <summary>Null when the account is given by its addresses.</summary>
    public string? ConnectionString { get; private init; }

    public Uri? TableService { get; private init; }

    public Uri? BlobService { get; private init; }

    public static StorageSettings Of(string connectionString) => new() { ConnectionString = connectionString };

    public static StorageSettings Of(Uri tableService, Uri blobService) => new() { TableService = tableService, BlobService = blobService };

    /// <summary>Reads <c>AzureWebJobsStorage</c>; when that is empty <c>AzureWebJobsStorage:tableServiceUri</c> with
    /// <c>:blobServiceUri</c>, or <c>:accountName</c>; when nothing is set, the development storage.</summary>
    /// <param name="setting">Gives a setting by its name with colons, as configuration does; null when it is not set.</param>
    /// <exception cref="FormatException">A setting holds no address, or one of two addresses is missing.</exception>
    public static StorageSettings Read(Func<string, string?> setting)
    {
        if (setting(Name) is { Length: > 0 } connection) return Of(connection);
        var account = setting($"{Name}:accountName");
        var tables = Address("table");
        var blobs = Address("blob");
        if (tables is not null && blobs is not null) return Of(tables, blobs);
        if (tables is null && blobs is null) return Of(Development);
        throw new FormatException($"{Name}__tableServiceUri and {Name}__blobServiceUri belong together: set both, or {Name}__accountName.");

        Uri? Address(string service)
        {
            var text = setting($"{Name}:{service}ServiceUri") is { Length: > 0 } given ? given
                : account is { Length: > 0 } ? $"https://{account}.{service}.core.windows.net"
                : null;
            if (text is null) return null;
            return Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? address
                : throw new FormatException($"{Name}__{service}ServiceUri is '{text}' and must be an address such as https://account.{service}.core.windows.net.");
        }
    }
}
