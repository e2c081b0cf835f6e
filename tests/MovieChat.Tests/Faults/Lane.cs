using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MovieChat.Local.Azurite;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Faults;

/// <summary>How often the client tries again, as <see cref="StorageClients.Create"/> has it, but at once.</summary>
internal static class StorageRetries
{
    public const int Most = 3;

    public static T WithQuickRetries<T>(this T options) where T : ClientOptions
    {
        options.Retry.MaxRetries = Most;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}

/// <summary>A place on a shared Azurite where one journey after the other happens. Its heads see the active and the waiting projects of no other lane.</summary>
internal sealed class Lane
{
    private readonly string _connection;
    private readonly string _suffix = $"{Guid.NewGuid():N}";

    private Lane(string connection)
    {
        _connection = connection;
        Clients = Connect(new FaultyWire(null));
    }

    /// <summary>Clients without faults.</summary>
    public StorageClients Clients { get; }

    public static async Task<Lane> OpenAsync(AzuriteFixture azurite, CancellationToken ct)
    {
        var shared = await azurite.ClientsAsync();
        var lane = new Lane(new AzuriteAddress(shared.Tables.Uri.Host, shared.Blobs.Uri.Port, 0, shared.Tables.Uri.Port).ConnectionString);
        foreach (var table in OwnTables.Names) await lane.Clients.Tables.CreateTableIfNotExistsAsync(table + lane._suffix, ct);
        return lane;
    }

    /// <param name="wire">Sees every attempt right before it is sent.</param>
    public StorageClients Connect(HttpPipelinePolicy wire) => new(
        new(_connection, With(new TableClientOptions().WithQuickRetries(), wire)), new(_connection, With(new BlobClientOptions().WithQuickRetries(), wire)));

    private T With<T>(T options, HttpPipelinePolicy wire) where T : ClientOptions
    {
        options.AddPolicy(new OwnTables(_suffix), HttpPipelinePosition.PerCall);
        options.AddPolicy(wire, HttpPipelinePosition.BeforeTransport);
        return options;
    }

    /// <summary>Leads what is asked of the tables of active and of waiting projects to the lane's own.</summary>
    private sealed class OwnTables(string suffix) : HttpPipelineSynchronousPolicy
    {
        public static string[] Names { get; } = ["Active", "Due"];

        public override void OnSendingRequest(HttpMessage message)
        {
            foreach (var table in Names) message.Request.Uri.Path = message.Request.Uri.Path.Replace($"/{table}(", $"/{table}{suffix}(", StringComparison.Ordinal);
        }
    }
}
