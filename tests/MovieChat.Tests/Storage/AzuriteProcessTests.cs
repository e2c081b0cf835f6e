using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;

namespace MovieChat.Tests.Storage;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-azurite-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Dispose_RightAfterAWrite_KeepsTheWrite()
    {
        await using (var first = await StartAsync(AzuriteAddress.FreePorts))
        {
            var table = new TableClient(first.Address.ConnectionString, "Kept");
            await table.CreateAsync(Ct);
            await table.AddEntityAsync(new TableEntity("p", "r"), Ct);
        }

        await using var second = await StartAsync(AzuriteAddress.FreePorts);

        Assert.True((await new TableClient(second.Address.ConnectionString, "Kept").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct)).HasValue);
    }

    [Fact]
    public async Task Start_WhereOneAnswers_UsesItAndLeavesItRunning()
    {
        await using var first = await StartAsync(AzuriteAddress.FreePorts);

        await using (var second = await StartAsync(first.Address)) Assert.False(second.IsOwn);

        Assert.True(first.IsOwn);
        Assert.True(await AnswersAsync(first.Address));
    }

    [Fact]
    public async Task Adopt_OneThatAnEarlierHeadLeft_EndsItInTheEnd()
    {
        await using var left = await StartAsync(AzuriteAddress.FreePorts);

        await using (var second = await StartAsync(left.Address))
        {
            second.Adopt();
            Assert.True(second.IsOwn);
        }

        Assert.False(await AnswersAsync(left.Address));
    }

    [Fact]
    public async Task Adopt_OneThatNobodyHereStarted_LeavesItAlone()
    {
        await using var others = await StartAsync(AzuriteAddress.FreePorts);
        File.Delete(Path.Combine(_folder, "azurite.pid"));

        await using (var second = await StartAsync(others.Address))
        {
            second.Adopt();
            Assert.False(second.IsOwn);
        }

        Assert.True(await AnswersAsync(others.Address));
    }

    [Fact]
    public async Task Start_WithAPortInUse_SaysWhatAzuriteSaid()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var fault = await Assert.ThrowsAsync<AzuriteException>(() => StartAsync(AzuriteAddress.FreePorts with { Blob = port }));

        Assert.Contains("EADDRINUSE", fault.Message, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", 10000, 10002)]
    [InlineData("AccountName=devstoreaccount1;AccountKey=k==;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://localhost:8/devstoreaccount1;", 9, 8)]
    [InlineData("AccountName=devstoreaccount1;BlobEndpoint=http://storage.example:9/x;TableEndpoint=http://storage.example:8/x", null, null)]
    [InlineData("AccountName=films;AccountKey=k==;BlobEndpoint=http://127.0.0.1:9/films;TableEndpoint=http://127.0.0.1:8/films", null, null)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=films;AccountKey=k==;EndpointSuffix=core.windows.net", null, null)]
    [InlineData("nonsense", null, null)]
    [InlineData("", null, null)]
    public void Address_OfAConnectionString_IsKnownWhenItIsAzuriteHere(string connection, int? blob, int? table)
    {
        var address = AzuriteAddress.TryParse(connection);

        Assert.Equal((blob, table), (address?.Blob, address?.Table));
        Assert.Equal(address, address is null ? null : AzuriteAddress.TryParse(address.ConnectionString));
    }

    private Task<AzuriteProcess> StartAsync(AzuriteAddress address) =>
        AzuriteProcess.StartAsync(AzuriteFixture.Options(_folder) with { Address = address }, NullLogger.Instance, Ct);

    private static async Task<bool> AnswersAsync(AzuriteAddress address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Blob, Ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
