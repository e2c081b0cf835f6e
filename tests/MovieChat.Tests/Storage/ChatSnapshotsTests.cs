using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class ChatSnapshotsTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly ChatAddress _chat = ChatSamples.Chat();

    [Fact]
    public async Task Write_AndAgain_ReadsTheLastOne()
    {
        var snapshots = await SnapshotsAsync();
        await snapshots.WriteAsync(ChatSamples.Session(_chat, 5), Ct);
        var session = ChatSamples.Session(_chat, 12)
            .On(ChatSamples.Entry(26, new ChatFolded(0, 10, "They spoke of the ferry.")))
            .On(ChatSamples.Asked(27, "open"))
            .On(ChatSamples.Entry(28, new StopAsked("open")));
        await snapshots.WriteAsync(session, Ct);

        Assert.Equal(session, await snapshots.ReadAsync(_chat, Ct));
        Assert.Null(await snapshots.ReadAsync(_chat with { Chat = "other" }, Ct));
    }

    [Fact]
    public async Task Read_OtherFormat_IsNone()
    {
        var snapshots = await SnapshotsAsync();
        await snapshots.WriteAsync(ChatSamples.Session(_chat, 2), Ct);
        var json = JsonNode.Parse(await TextAsync())!;
        json["format"] = ChatSnapshots.Format + 1;

        await PutAsync(json.ToJsonString());

        Assert.Null(await snapshots.ReadAsync(_chat, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"1","session":{}}""")]
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":1,"session":null}""")]
    [InlineData("""{"format":1,"session":17}""")]
    [InlineData("""{"format":1,"session":{"id":"another"}}""")]
    [InlineData("""{"format":99999999999,"session":{}}""")]
    public async Task Read_NoSnapshot_IsNone(string content)
    {
        await PutAsync(content);

        Assert.Null(await (await SnapshotsAsync()).ReadAsync(_chat, Ct));
    }

    [Fact]
    public async Task Read_CutOrScrambled_IsNoneOrRead()
    {
        var snapshots = await SnapshotsAsync();
        await snapshots.WriteAsync(ChatSamples.Session(_chat, 2), Ct);
        var whole = await TextAsync();
        var random = new Random(20310517);
        for (var damage = 0; damage < 100; damage++)
        {
            var (start, length) = (random.Next(whole.Length), random.Next(1, 20));
            await PutAsync(damage % 2 == 0 ? whole[..start] : whole[..start] + whole[Math.Min(whole.Length, start + length)..]);
            var fault = await Record.ExceptionAsync(() => snapshots.ReadAsync(_chat, Ct));
            Assert.True(fault is null, $"{await TextAsync()}\n{fault}");
        }
    }

    [Fact]
    public async Task Delete_Twice_LeavesNone()
    {
        var snapshots = await SnapshotsAsync();
        await snapshots.WriteAsync(ChatSamples.Session(_chat, 2), Ct);

        await snapshots.DeleteAsync(_chat, Ct);
        await snapshots.DeleteAsync(_chat, Ct);

        Assert.Null(await snapshots.ReadAsync(_chat, Ct));
    }

    private async Task<ChatSnapshots> SnapshotsAsync() => new(await azurite.ClientsAsync());

    private async Task<BlobClient> BlobAsync() => (await azurite.ClientsAsync()).Blobs.GetBlobContainerClient("projects").GetBlobClient($"{_chat.Project}/chats/{_chat.Chat}.json");

    private async Task<string> TextAsync() => Encoding.UTF8.GetString((await (await BlobAsync()).DownloadContentAsync(Ct)).Value.Content);

    private async Task PutAsync(string content) => await (await BlobAsync()).UploadAsync(BinaryData.FromString(content), overwrite: true, Ct);
}
