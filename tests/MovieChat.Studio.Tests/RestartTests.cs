using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using MovieChat.Behaviour.Head;
using MovieChat.Local.Azurite;
using static Microsoft.Playwright.Assertions;

namespace MovieChat.Studio.Tests;

/// <summary>The service is killed and started again while somebody writes.</summary>
public sealed class RestartTests(Chromium chromium) : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-studio-{Guid.NewGuid():N}");
    private readonly string _key = Guid.NewGuid().ToString("N");
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private AzuriteProcess _azurite = null!;
    private HeadProcess? _head;

    public async ValueTask InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(
        new() { DataFolder = _folder, Address = AzuriteAddress.FreePorts, InstallFolder = HeadFixture.InstallFolder }, NullLogger.Instance, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_head is not null) await _head.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothingThatIsTypedAndTheFilmGoesOn()
    {
        _head = await StartAsync();
        using var writer = new Client(new(_address), _key);
        var project = await writer.BeginFilmAsync();
        await writer.UntilAsync(project, "ideas", "awaitingApproval");
        await using var visit = await Visit.OpenAsync(chromium, writer, path: $"/films/{project}/documents/ideas");
        await visit.Button("Ask for changes").ClickAsync();
        await visit.Page.GetByLabel("What should change?").FillAsync("Half a sentence that nobody has sent");
        await visit.Page.Locator("mc-chats mc-composer textarea").FillAsync("Half a question");
        var other = await visit.AnotherTabAsync($"/films/{project}/documents/brief");
        await other.Button("Edit").ClickAsync();
        var thought = other.Page.GetByRole(AriaRole.Textbox, new() { Name = "What it is about" });
        await thought.FillAsync("Half a thought");

        await _head.KillAsync();
        await _head.DisposeAsync();
        await visit.SeeAsync("Connection lost");
        await Expect(visit.Page.GetByLabel("What should change?")).ToHaveValueAsync("Half a sentence that nobody has sent");
        _head = await StartAsync();
        await Expect(visit.Text("Connection lost")).ToHaveCountAsync(0);

        // A decision elsewhere arrives by the stream that was opened again.
        await writer.DecideAsync(project, "ideas", "options", body => body["count"] = 1);
        await visit.SeeAsync("Draft 2");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("What should change?")).ToHaveValueAsync("Half a sentence that nobody has sent");
        await visit.Button("Ask for it").ClickAsync();
        await visit.SeeAsync("asked for changes");
        Assert.Equal(3, (await writer.DocumentAsync(project, "ideas")).Draft());

        await Expect(visit.Page.Locator("mc-chats mc-composer textarea")).ToHaveValueAsync("Half a question");
        await Expect(thought).ToHaveValueAsync("Half a thought");
        await other.Page.ReloadAsync();
        await Expect(thought).ToHaveValueAsync("Half a thought");
        await other.Button("Save and approve").ClickAsync();
        await other.SeeAsync("Brief: saved and approved.");
        Assert.Equal("Half a thought", (await writer.DocumentAsync(project, "brief"))["draft"]!.List("options")[0]["content"]!.Text("message"));
    }

    private Task<HeadProcess> StartAsync() => HeadProcess.StartAsync(
        new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = _azurite.Address.ConnectionString,
            ["MOVIECHAT_OWNER_KEY"] = _key,
            ["MovieChat__DataFolder"] = Path.Combine(_folder, "data"),
        },
        _folder,
        _address);

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
