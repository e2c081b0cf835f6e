using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Tests.Shared.Surfaces;

namespace MovieChat.Behaviour.Head;

/// <summary>The head under test. <c>MOVIECHAT_BASE_URL</c> with <c>MOVIECHAT_OWNER_KEY</c> names one that runs already; without them the
/// embedded head is started. <c>MOVIECHAT_MODEL_PORT</c> says where a running head expects its model (provider <c>openai</c>), <c>MOVIECHAT_SLACK_PORT</c> where it expects
/// Slack, whose app it is by <c>MOVIECHAT_SLACK_SIGNING_SECRET</c> and <c>MOVIECHAT_SLACK_BOT_TOKEN</c>; <c>MOVIECHAT_TEAMS_PLAYGROUND=true</c> says that it lets a playground in.</summary>
public sealed class HeadFixture : IAsyncLifetime
{
    public const string WithoutSlack =
        "This test needs a Slack of its own: set MOVIECHAT_SLACK_PORT to the port at which the running head expects one, and MOVIECHAT_SLACK_SIGNING_SECRET and MOVIECHAT_SLACK_BOT_TOKEN to what it is set up with.";

    public const string WithoutTeams = "This test speaks as the playground of Teams: set MOVIECHAT_TEAMS_PLAYGROUND=true where the running head has MovieChat__Teams__Playground=true.";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-behaviour-{Guid.NewGuid():N}");
    private AzuriteProcess? _azurite;
    private HeadProcess? _head;
    private ModelServer? _models;

    /// <summary>A client as the owner.</summary>
    public Client Owner { get; private set; } = null!;

    /// <summary>The model that the head talks to.</summary>
    public ModelServer Models => _models
        ?? throw new InvalidOperationException("This test needs a model of its own: set MOVIECHAT_MODEL_PORT to the port at which the running head expects one.");

    /// <summary>The Slack that the head talks to; null where a running head has none of ours.</summary>
    internal FakeSlack? Slack { get; private set; }

    /// <summary>A playground that the head lets in; null where a running head lets none in.</summary>
    internal TeamsPlayground? Teams { get; private set; }

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
        if (Setting("MOVIECHAT_BASE_URL") is { } running) await JoinAsync(new(running));
        else await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_head is not null) await _head.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (_models is not null) await _models.DisposeAsync();
        if (Slack is not null) await Slack.DisposeAsync();
        if (Teams is not null) await Teams.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task JoinAsync(Uri running)
    {
        Owner = new(running, Beside("MOVIECHAT_BASE_URL", "MOVIECHAT_OWNER_KEY"));
        if (Setting("MOVIECHAT_MODEL_PORT") is { } modelPort) _models = await ModelServer.StartAsync(int.Parse(modelPort, CultureInfo.InvariantCulture));
        if (Setting("MOVIECHAT_SLACK_PORT") is { } slackPort)
        {
            var (secret, token) = (Beside("MOVIECHAT_SLACK_PORT", "MOVIECHAT_SLACK_SIGNING_SECRET"), Beside("MOVIECHAT_SLACK_PORT", "MOVIECHAT_SLACK_BOT_TOKEN"));
            Slack = await FakeSlack.StartAsync(int.Parse(slackPort, CultureInfo.InvariantCulture), secret, token);
        }

        if (Setting("MOVIECHAT_TEAMS_PLAYGROUND") is "true") Teams = await TeamsPlayground.StartAsync();
    }

    private async Task StartAsync()
    {
        var key = Guid.NewGuid().ToString("N");
        (_models, Slack, Teams) = (await ModelServer.StartAsync(), await FakeSlack.StartAsync(), await TeamsPlayground.StartAsync());
        _azurite = await AzuriteProcess.StartAsync(
            new() { DataFolder = _folder, Address = AzuriteAddress.FreePorts, InstallFolder = InstallFolder }, NullLogger.Instance, CancellationToken.None);
        _head = await HeadProcess.StartAsync(
            new Dictionary<string, string?>([.. _models.Settings, .. Slack.Settings, .. TeamsPlayground.Settings])
            {
                ["AzureWebJobsStorage"] = _azurite.Address.ConnectionString,
                ["MOVIECHAT_OWNER_KEY"] = key,
                ["MovieChat__Runtime__MaxOrders"] = "64",
                ["MovieChat__DataFolder"] = Path.Combine(_folder, "data"),
                ["MovieChat__Notices__AllowLoopback"] = "true",
                ["MovieChat__Notices__RetryAfter"] = "00:00:00.200, 00:00:00.400, 00:00:01",
                ["MovieChat__Text__MaxConcurrency"] = "64",
                ["MovieChat__Text__MaxRetries"] = "1",
                ["MovieChat__Text__RetryDelay"] = "00:00:00.050",
            },
            _folder);
        Owner = new(_head.Address, key);
    }

    /// <summary>A setting without which another one tells nothing.</summary>
    private static string Beside(string given, string needed) => Setting(needed) ?? throw new InvalidOperationException($"{given} needs {needed} beside it.");

    internal static string InstallFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "moviechat-azurite");

    internal static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
