using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace MovieChat.Storage;

/// <summary>The clients of one storage account, made once by the head and shared by everything that stores.</summary>
public sealed record StorageClients(TableServiceClient Tables, BlobServiceClient Blobs)
{
    /// <summary>Whether the account is one of Azurite, which has its account's name in the path and not in the host.</summary>
    public bool IsEmulator => Tables.Uri.AbsolutePath.Trim('/').Length > 0;

    /// <summary>Makes the clients. No request is sent.</summary>
    /// <param name="credential">Used when the settings name addresses instead of a connection string.</param>
    /// <param name="policies">See every attempt of every request right before it is sent, retries included.</param>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public static StorageClients Create(StorageSettings settings, TokenCredential? credential = null, params IReadOnlyList<HttpPipelinePolicy> policies)
    {
        var tables = WithPolicies(new TableClientOptions(), policies);
        var blobs = WithPolicies(new BlobClientOptions(), policies);
        if (settings.ConnectionString is { } connection) return new(new(connection, tables), new(connection, blobs));
        if (credential is null) throw new ArgumentException("Storage given by its addresses needs a credential.", nameof(credential));
        return new(new(settings.TableService, credential, tables), new(settings.BlobService, credential, blobs));
    }

    /// <summary>A few quick retries: what fails longer is the runtime's to try again, and a writer who waits is told.</summary>
    private static T WithPolicies<T>(T options, IReadOnlyList<HttpPipelinePolicy> policies) where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(20);
        options.Diagnostics.IsTelemetryEnabled = false;
        options.AddPolicy(new TornAnswerPolicy(), HttpPipelinePosition.PerRetry);
        foreach (var policy in policies) options.AddPolicy(policy, HttpPipelinePosition.BeforeTransport);
        return options;
    }
}
