using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Slack;

/// <summary>What the tests of Slack share: a storage of their own, because a head takes up whatever stands in its storage's inbox; and every message and view that any of them led to,
/// which Slack's own types judge at the end.</summary>
public sealed class SlackFixture : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly ConcurrentQueue<JsonObject> _collected = new();

    internal StorageClients Clients { get; private set; } = null!;

    /// <param name="kind"><c>message</c>, <c>modal</c> or <c>response</c>.</param>
    internal void Collect(string kind, string name, JsonNode sent) => _collected.Enqueue(new() { ["kind"] = kind, ["name"] = name, ["sent"] = sent.DeepClone() });

    public async ValueTask InitializeAsync() => Clients = await _azurite.ClientsAsync();

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        if (_collected.IsEmpty) return;
        var faults = await SlackPrograms.CheckAsync(_collected);
        Assert.True(faults.Count == 0, $"Slack would not take what these tests sent:\n{string.Join('\n', faults.Take(20))}");
    }
}

/// <summary>One after the other: each has a head of its own, and two cores are soon busy.</summary>
[CollectionDefinition(nameof(SlackTests))]
public sealed class SlackTests : ICollectionFixture<SlackFixture>;
