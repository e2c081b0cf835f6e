using System.Net;
using System.Net.Sockets;
using MovieChat.Local.Azurite;

namespace MovieChat.Tests.Local;

/// <summary>How the embedded head starts, or says why it does not.</summary>
public sealed class HeadStartTests : IAsyncLifetime
{
    private HeadHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Start_TheFirst_MakesAKeyForTheOwnerAloneAndPrintsTheLink()
    {
        await using var head = await _home.StartAsync(With("MOVIECHAT_OWNER_KEY", null));

        var file = Path.Combine(_home.Folder, "data", "owner-key");
        var key = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.True(key.Length >= 32);
        Assert.Contains($"{head.Address.ToString().TrimEnd('/')}/#key={key}", head.Output, StringComparison.Ordinal);
        Assert.Equal(0, await head.StopAsync());
        await using var again = await _home.StartAsync(With("MOVIECHAT_OWNER_KEY", null));
        Assert.Contains($"#key={key}", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MOVIECHAT_OWNER_KEY", "short", "MOVIECHAT_OWNER_KEY", "32")]
    [InlineData("MovieChat__Runtime__MaxOrders", "0", "MovieChat__Runtime__MaxOrders", "1 to 1000")]
    [InlineData("MovieChat__Runtime__MaxOrders", "many", "MovieChat:Runtime:MaxOrders", "many")]
    [InlineData("MovieChat__Text__Provider", "nobody", "MovieChat__Text__Provider", "understudy")]
    [InlineData("MovieChat__Runtime__ReminderCheck", "00:00:00.010", "MovieChat__Runtime__ReminderCheck", "a tenth of a second")]
    [InlineData("AzureWebJobsStorage", "nonsense", "AzureWebJobsStorage", "connection string")]
    [InlineData("MovieChat__DataFolder", "/proc/nothing", "MovieChat__DataFolder", "data folder")]
    public async Task Start_WrongSetting_IsRefusedByItsName(string name, string value, string named, string says)
    {
        var (exitCode, output) = await _home.RunAsync(With(name, value));

        Assert.Equal(1, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhileAnotherHeadRuns_IsRefusedWithItsName()
    {
        await using var head = await _home.StartAsync();

        var (exitCode, output) = await _home.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"process {head.Id} on '{Environment.MachineName}'", output, StringComparison.Ordinal);
        Assert.False(head.HasExited);
    }

    [Fact]
    public async Task Start_PortInUse_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (exitCode, output) = await _home.RunAsync(With("Kestrel__Endpoints__Http__Url", address));

        Assert.Equal(1, exitCode);
        Assert.Contains(address, output, StringComparison.Ordinal);
        Assert.Contains("--urls", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output.Split("Another program", 2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutNode_SaysWhatToDo()
    {
        var more = With("PATH", _home.Folder);
        more["AzureWebJobsStorage"] = new AzuriteAddress("127.0.0.1", FreePort(), FreePort(), FreePort()).ConnectionString;

        var (exitCode, output) = await _home.RunAsync(more);

        Assert.Equal(1, exitCode);
        Assert.Contains("Node", output, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NothingAtTheStorage_StartsAzuriteAndEndsItToo()
    {
        var address = new AzuriteAddress("127.0.0.1", FreePort(), FreePort(), FreePort());
        await using var head = await _home.StartAsync(With("AzureWebJobsStorage", address.ConnectionString));
        Assert.True(await AnswersAsync(address.Table));
        using (var client = new HeadClient(head)) await client.UntilAsync(await client.BeginAsync(), "ideas", "awaitingApproval");

        Assert.Equal(0, await head.StopAsync());

        Assert.False(await AnswersAsync(address.Table));
        Assert.False(await AnswersAsync(address.Blob));
    }

    private static Dictionary<string, string?> With(string name, string? value) => new() { [name] = value };

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
