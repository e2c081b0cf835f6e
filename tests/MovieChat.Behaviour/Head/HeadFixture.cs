using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Behaviour.Head;
using MovieChat.Local.Azurite;

[assembly: AssemblyFixture(typeof(HeadFixture))]
// Tests wait for a head far more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 8)]

namespace MovieChat.Behaviour.Head;

/// <summary>The head under test. <c>MOVIECHAT_BASE_URL</c> with <c>MOVIECHAT_OWNER_KEY</c> names one that runs already; without them the
/// embedded head is started. <c>MOVIECHAT_MODEL_PORT</c> says where a running head expects its model (provider <c>openai</c>).</summary>
public sealed class HeadFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-behaviour-{Guid.NewGuid():N}");
    private AzuriteProcess? _azurite;
    private HeadProcess? _head;
    private ModelServer? _models;

    /// <summary>A client as the owner.</summary>
    public Client Owner { get; private set; } = null!;

    /// <summary>The model that the head talks to.</summary>
    public ModelServer Models => _models
        ?? throw new InvalidOperationException("This test needs a model of its own: set MOVIECHAT_MODEL_PORT to the port at which the running head expects one.");

    public Client As(string key) => new(Owner.Address, key);

    /// <summary>A title of no other film, for a model's script to be found by.</summary>
    public static string NewTitle([CallerMemberName] string test = "") => $"{test} {Guid.NewGuid():N}";

    /// <summary>A client as a new writer with a key of their own.</summary>
    public async Task<Client> NewWriterAsync()
    {
        var writer = $"writer-{Guid.NewGuid():N}";
        var key = (await Owner.PostAsync("/api/keys", new JsonObject { ["writer"] = writer, ["name"] = "A desk" })).Ok();
        return As((string)key["key"]!);
    }

    public async ValueTask InitializeAsync()
    {
        if (Setting("MOVIECHAT_BASE_URL") is { } running)
        {
            if (Setting("MOVIECHAT_MODEL_PORT") is { } port) _models = await ModelServer.StartAsync(int.Parse(port, CultureInfo.InvariantCulture));
            Owner = new(new(running), Setting("MOVIECHAT_OWNER_KEY") ?? throw new InvalidOperationException("MOVIECHAT_BASE_URL needs MOVIECHAT_OWNER_KEY beside it."));
            return;
        }

        var key = Guid.NewGuid().ToString("N");
        _models = await ModelServer.StartAsync();
        _azurite = await AzuriteProcess.StartAsync(
            new() { DataFolder = _folder, Address = AzuriteAddress.FreePorts, InstallFolder = InstallFolder }, NullLogger.Instance, CancellationToken.None);
        _head = await HeadProcess.StartAsync(
            new Dictionary<string, string?>(_models.Settings)
            {
                ["AzureWebJobsStorage"] = _azurite.Address.ConnectionString,
                ["MOVIECHAT_OWNER_KEY"] = key,
                ["MovieChat__Runtime__MaxOrders"] = "64",
                ["MovieChat__DataFolder"] = Path.Combine(_folder, "data"),
                ["MovieChat__Text__MaxConcurrency"] = "64",
                ["MovieChat__Text__MaxRetries"] = "1",
                ["MovieChat__Text__RetryDelay"] = "00:00:00.050",
            },
            _folder);
        Owner = new(_head.Address, key);
    }

    public async ValueTask DisposeAsync()
    {
        if (_head is not null) await _head.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (_models is not null) await _models.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    internal static string InstallFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "moviechat-azurite");

    internal static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
