using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Storage;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Local;

/// <summary>A place for heads to run in as processes: a storage of its own, a data folder, and an owner's key.</summary>
internal sealed class HeadHome : IAsyncDisposable
{
    public const string Key = "the-owner-key-of-these-tests-is-long-enough";

    private readonly AzuriteProcess _azurite;

    private HeadHome(string folder, AzuriteProcess azurite)
    {
        (Folder, _azurite) = (folder, azurite);
        Clients = StorageClients.Create(StorageSettings.Of(azurite.Address.ConnectionString));
    }

    public string Folder { get; }

    /// <summary>Clients of the storage that no lease guards.</summary>
    public StorageClients Clients { get; }

    public static async Task<HeadHome> OpenAsync()
    {
        var folder = NewFolder();
        return new(folder, await AzuriteProcess.StartAsync(AzuriteFixture.Options(folder), NullLogger.Instance, CancellationToken.None));
    }

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"moviechat-head-{Guid.NewGuid():N}");

    /// <summary>Settings of a head here, with <paramref name="more"/>; a null takes one away.</summary>
    public Dictionary<string, string?> Settings(IReadOnlyDictionary<string, string?>? more = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = _azurite.Address.ConnectionString,
            ["MOVIECHAT_OWNER_KEY"] = Key,
            ["MOVIECHAT_AZURITE_FOLDER"] = AzuriteFixture.InstallFolder,
            ["MovieChat__DataFolder"] = Path.Combine(Folder, "data"),
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string?>()) settings[name] = value;
        return settings;
    }

    public Task<HeadProcess> StartAsync(IReadOnlyDictionary<string, string?>? more = null) => HeadProcess.StartAsync(Settings(more), Folder);

    /// <summary>Starts a head and kills it <paramref name="after"/> a while, however far it has come.</summary>
    public Task KillAtStartAsync(TimeSpan after, IReadOnlyDictionary<string, string?> more) => HeadProcess.KillAtStartAsync(Settings(more), Folder, after);

    public Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string?>? more = null) => HeadProcess.RunAsync(Settings(more), Folder);

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A writer at a head's API.</summary>
internal sealed class HeadClient(HeadProcess head) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = head.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", HeadHome.Key) } };

    public async Task<string> BeginAsync()
    {
        using var response = await _http.PostAsJsonAsync("/api/projects", new JsonObject { ["title"] = "The Ferry", ["brief"] = GoodFilm.Brief, ["pictures"] = false });
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 201, body);
        return (string)JsonNode.Parse(body)!["id"]!;
    }

    public async Task<JsonNode> ProjectAsync(string project) => (await _http.GetFromJsonAsync<JsonNode>($"/api/projects/{project}"))!;

    /// <returns>The status; 202 when the decision counts.</returns>
    public Task<int> ApproveAsync(string project, string document, int draft) => DecideAsync(project, document, draft, "approve", null);

    /// <summary>Decides on option 1 of a draft, with the same key each time.</summary>
    public async Task<int> DecideAsync(string project, string document, int draft, string verb, string? notes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/documents/{document}/decisions")
        {
            Content = JsonContent.Create(new JsonObject { ["verb"] = verb, ["draft"] = draft, ["option"] = 1, ["notes"] = notes }),
        };
        request.Headers.Add("Idempotency-Key", $"{verb}-{document}-{draft}");
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public Task UntilAsync(string project, string document, string status) => Desk.UntilAsync(
        async () => (await ProjectAsync(project))["documents"]!.AsArray().Any(found => (string?)found!["id"] == document && (string?)found["status"] == status),
        $"{document} to be {status}");

    public void Dispose() => _http.Dispose();
}
