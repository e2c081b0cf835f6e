using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Slack;

/// <summary>What the tests of Slack share: a storage of their own, because a head takes up whatever stands in its storage's inbox; and every message and view that any of them led to,
/// which Slack's own types judge at the end.</summary>
public sealed class SlackFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-slack-tests-{Guid.NewGuid():N}");
    private readonly ConcurrentQueue<JsonObject> _collected = new();
    private AzuriteProcess? _azurite;

    internal StorageClients Clients { get; private set; } = null!;

    /// <param name="kind"><c>message</c>, <c>modal</c> or <c>response</c>.</param>
    internal void Collect(string kind, string name, JsonNode sent) => _collected.Enqueue(new() { ["kind"] = kind, ["name"] = name, ["sent"] = sent.DeepClone() });

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(AzuriteFixture.Options(_folder), NullLogger.Instance, CancellationToken.None);
        Clients = StorageClients.Create(StorageSettings.Of(_azurite.Address.ConnectionString), null);
        await StorageSetup.CreateAsync(Clients, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        if (_collected.IsEmpty) return;
        var faults = await SlackPrograms.CheckAsync(_collected);
        Assert.True(faults.Count == 0, $"Slack would not take what these tests sent:\n{string.Join('\n', faults.Take(20))}");
    }
}

/// <summary>One after the other: each has a head of its own, and two cores are soon busy.</summary>
[CollectionDefinition(nameof(SlackTests))]
public sealed class SlackTests : ICollectionFixture<SlackFixture>;
