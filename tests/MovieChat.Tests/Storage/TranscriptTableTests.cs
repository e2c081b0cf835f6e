using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class TranscriptTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly ChatAddress _chat = ChatSamples.Chat();

    [Fact]
    public async Task Append_EveryKindOfEvent_ReadsBackEqualInOrder()
    {
        var transcripts = await TranscriptsAsync();
        ChatEntry[] entries =
        [
            ChatSamples.Started(_chat),
            ChatSamples.Asked(2, "t1"),
            ChatSamples.Entry(3, new StopAsked("t1")),
            ChatSamples.Ended(4, "t1"),
            ChatSamples.Entry(5, new ChatNamed("The ferry", ByWriter: true)),
            ChatSamples.Entry(6, new FocusChanged(null)),
            ChatSamples.Entry(7, new ChatFolded(0, 2, "They spoke of the ferry.")),
            ChatSamples.Entry(8, new ChatDeleted()),
        ];

        await transcripts.AppendAsync(_chat, entries[..2]);
        Assert.IsType<Append.Appended>(await transcripts.AppendAsync(_chat, entries[2..], Ct));

        Assert.Equal(entries, await ReadAsync(transcripts, 0));
        Assert.Equal(entries[3], await transcripts.FindAsync(_chat, 4, Ct));
        Assert.Null(await transcripts.FindAsync(_chat, 9, Ct));
        Assert.Null(await transcripts.FindAsync(_chat with { Chat = "other" }, 1, Ct));
    }

    [Fact]
    public async Task Append_ABranchOfALongChat_KeepsItsState()
    {
        var transcripts = await TranscriptsAsync();
        var state = ChatSamples.Session(_chat, 40).BranchedAs(_chat.Chat, "Elsewhere");
        var branched = ChatSamples.Entry(1, new ChatBranched("source", 81, state));

        await transcripts.AppendAsync(_chat, branched);

        Assert.Equal(branched, await transcripts.FindAsync(_chat, 1, Ct));
        Assert.Equal(81, ChatSession.None.On(branched).Revision);
    }

    [Fact]
    public async Task Read_ARange_GivesWhatIsWithin()
    {
        var transcripts = await TranscriptsAsync();
        var entries = ChatSamples.Transcript(_chat, 20);
        await transcripts.ImportAsync(_chat, entries, Ct);

        Assert.Equal(entries[5..9], await transcripts.ReadAsync(_chat, 5, 10, Ct).ToListAsync(Ct));
        Assert.Equal(entries[38..], await ReadAsync(transcripts, 38));
        Assert.Empty(await transcripts.ReadAsync(_chat, 5, 6, Ct).ToListAsync(Ct));
        Assert.Empty(await ReadAsync(transcripts, 41));
        foreach (var end in (int[])[0, 1, 20, 40, 41]) Assert.Equal(entries[end..], await transcripts.FollowAsync(_chat, end, Ct).ToListAsync(Ct));
    }

    /// <summary>Also over more rows than a page holds, and than one follows one by one.</summary>
    [Fact]
    public async Task Read_ALongTranscript_GivesAllOfItAndNothingElse()
    {
        var transcripts = await TranscriptsAsync();
        var entries = ChatSamples.Transcript(_chat, 225);
        await transcripts.ImportAsync(_chat, entries, Ct);
        await transcripts.PutPartialAsync(_chat, new("t9", "aa", "half"), Ct);
        await transcripts.ImportAsync(_chat with { Chat = _chat.Chat + "2" }, ChatSamples.Transcript(_chat, 2), Ct);

        Assert.Equal(entries, await ReadAsync(transcripts, 0));
        Assert.Equal(entries, await transcripts.FollowAsync(_chat, 0, Ct).ToListAsync(Ct));
        Assert.Equal(entries[200..], await transcripts.FollowAsync(_chat, 200, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Append_SequenceTaken_AppendsNothing()
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Started(_chat));
        await transcripts.AppendAsync(_chat, ChatSamples.Asked(2, "t1"));

        Assert.IsType<Append.SequenceTaken>(await transcripts.AppendAsync(_chat, [ChatSamples.Asked(2, "t2"), ChatSamples.Entry(3, new StopAsked("t2"))], Ct));

        Assert.Equal(2, (await ReadAsync(transcripts, 0)).Count);
        Assert.Null(await transcripts.FindTurnAsync(_chat, "t2", Ct));
    }

    [Fact]
    public async Task Append_ManyAtOnce_OneWins()
    {
        var transcripts = await TranscriptsAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => transcripts.AppendAsync(_chat, [ChatSamples.Asked(1, $"t{writer}", new string((char)('a' + writer), 20_000))], Ct)));

        Assert.Single(results.OfType<Append.Appended>());
        Assert.Equal(15, results.OfType<Append.SequenceTaken>().Count());
        var winner = Array.FindIndex(results, result => result is Append.Appended);
        Assert.Equal(ChatSamples.Asked(1, $"t{winner}", new string((char)('a' + winner), 20_000)), await transcripts.FindAsync(_chat, 1, Ct));
    }

    [Fact]
    public async Task Append_TurnThatWasAsked_IsToldWhere()
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Transcript(_chat, 3));

        var again = await transcripts.AppendAsync(_chat, [ChatSamples.Asked(8, "t1", "the same once more")], Ct);

        Assert.Equal(new Append.AlreadyAppended(4), again);
        Assert.Null(await transcripts.FindAsync(_chat, 8, Ct));
        Assert.Equal(new(4, 5), await transcripts.FindTurnAsync(_chat, "t1", Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_AnswerLost_IsRecognisedAsAppended(bool isTorn)
    {
        await azurite.ClientsAsync();
        var faults = new LostResponses(request => request.Method == RequestMethod.Post, times: 1, isTorn);
        var transcripts = new TranscriptTable(await azurite.ConnectAsync(faults));

        await transcripts.AppendAsync(_chat, ChatSamples.Asked(1, "t1", new string('é', 20_000)));

        Assert.Equal(2, faults.Passed);
        Assert.Single(await ReadAsync(transcripts, 0));
    }

    [Fact]
    public async Task Append_EveryAnswerLost_TheMessageSentAgainIsTold()
    {
        await azurite.ClientsAsync();
        var faults = new LostResponses(request => request.Method == RequestMethod.Post, times: 4);
        var transcripts = new TranscriptTable(await azurite.ConnectAsync(faults));
        var asked = ChatSamples.Asked(1, "t1");

        await Assert.ThrowsAnyAsync<Exception>(() => transcripts.AppendAsync(_chat, [asked], Ct));
        var later = await transcripts.AppendAsync(_chat, [asked with { At = asked.At.AddMinutes(1) }], Ct);

        Assert.Equal(new Append.AlreadyAppended(1), later);
    }

    [Theory]
    [InlineData(16_384, 0)]
    [InlineData(16_385, 1)]
    public async Task Append_AroundTheInlineLimit_ChoosesRowOrBlob(int characters, int blobs)
    {
        var transcripts = await TranscriptsAsync();
        var frame = System.Text.Json.JsonSerializer.Serialize(ChatSamples.Asked(1, "t1", "").Event, ChatJson.Readable.ChatEvent).Length;
        var asked = ChatSamples.Asked(1, "t1", new string('é', characters - frame));

        await transcripts.AppendAsync(_chat, asked);

        Assert.Equal(asked, await transcripts.FindAsync(_chat, 1, Ct));
        Assert.Equal(blobs, (await BlobsAsync(_chat)).Count);
    }

    [Fact]
    public async Task Append_TextsBeyondARow_GoToBlobsAndBack()
    {
        var transcripts = await TranscriptsAsync();
        var text = string.Concat(Enumerable.Repeat("ściana \"żółć\" 🎥\n", 3000));
        ChatEntry[] entries = [ChatSamples.Asked(1, "t1", text), ChatSamples.Ended(2, "t1", text + "2")];

        await transcripts.AppendAsync(_chat, entries);

        Assert.Equal(entries, await ReadAsync(transcripts, 0));
        Assert.Equal([$"{1:D19}-", $"{2:D19}-"], (await BlobsAsync(_chat)).Select(blob => blob.Split('/')[^1][..20]).Order());
    }

    [Theory]
    [InlineData("{\"type\":\"castInStone\",\"secret\":\"the butler\"}")]
    [InlineData("{\"type\":\"messageAsked\",\"turn\":{\"of\":\"the butler\"}}")]
    [InlineData("{\"turn\":\"t1\"}")]
    [InlineData("the butler")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData(null)]
    public async Task Read_DamagedEvent_NamesTableAndKeyAndNotItsContent(string? json)
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Transcript(_chat, 1));
        await MergeAsync($"{2:D19}.{_chat}", row => row["Event"] = json ?? (object)17);

        var fault = await Assert.ThrowsAsync<StoredValueException>(async () => await ReadAsync(transcripts, 0));

        Assert.Equal(("Messages", $"{_chat} / {2:D19}.{_chat}"), (fault.Place, fault.Key));
        Assert.DoesNotContain("butler", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_DamagedRowsBesideTheEvents_NameTableAndKey()
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Transcript(_chat, 1));
        await transcripts.PutPartialAsync(_chat, new("t1", "aa", "half"), Ct);
        await MergeAsync($"turn-t0.{_chat}", row => row["Ended"] = "soon");
        await MergeAsync($"partial.{_chat}", row => row["Attempt"] = 17);
        await MergeAsync($"{1:D19}.{_chat}", row => row["At"] = "yesterday");

        var faults = new[]
        {
            await Assert.ThrowsAsync<StoredValueException>(() => transcripts.FindTurnAsync(_chat, "t0", Ct)),
            await Assert.ThrowsAsync<StoredValueException>(() => transcripts.FindPartialAsync(_chat, "t1", Ct)),
            await Assert.ThrowsAsync<StoredValueException>(() => transcripts.FindAsync(_chat, 1, Ct)),
        };

        Assert.All(faults, fault => Assert.Equal("Messages", fault.Place));
        Assert.Equal([$"{_chat} / turn-t0.{_chat}", $"{_chat} / partial.{_chat}", $"{_chat} / {1:D19}.{_chat}"], faults.Select(fault => fault.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_DamagedOrMissingBlob_NamesTheBlob(bool isMissing)
    {
        var clients = await azurite.ClientsAsync();
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Asked(1, "t1", new string('x', 40_000)));
        var name = Assert.Single(await BlobsAsync(_chat));
        var blob = clients.Blobs.GetBlobContainerClient("projects").GetBlobClient(name);
        if (isMissing) await blob.DeleteAsync(cancellationToken: Ct);
        else await blob.UploadAsync(BinaryData.FromString("{}"), overwrite: true, Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(async () => await ReadAsync(transcripts, 0));

        Assert.Equal(("projects", name), (fault.Place, fault.Key));
    }

    [Fact]
    public async Task Read_EventWithUnknownFields_IsRead()
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Asked(1, "t1", "r"));
        await MergeAsync($"{1:D19}.{_chat}", row => row["Event"] = """{"type":"messageAsked","text":"r","turn":"t1","mood":{"of":"tomorrow"}}""");

        Assert.Equal([ChatSamples.Asked(1, "t1", "r")], await ReadAsync(transcripts, 0));
    }

    /// <summary>As a chat is branched: everything after the first event, then the first. Twice, as after a crash in between.</summary>
    [Fact]
    public async Task Import_OfManyEventsTwice_HasEachOnceAndItsTurns()
    {
        var transcripts = await TranscriptsAsync();
        var entries = ChatSamples.Transcript(_chat, 80);

        await transcripts.ImportAsync(_chat, entries[1..90], Ct);
        await transcripts.ImportAsync(_chat, entries[1..], Ct);
        await transcripts.AppendAsync(_chat, entries[0]);

        Assert.Equal(entries, await ReadAsync(transcripts, 0));
        Assert.Equal(new(2, 3), await transcripts.FindTurnAsync(_chat, "t0", Ct));
        Assert.Equal(new(160, 161), await transcripts.FindTurnAsync(_chat, "t79", Ct));
        Assert.Equal(new Append.AlreadyAppended(2), await transcripts.AppendAsync(_chat, [ChatSamples.Asked(162, "t0")], Ct));
    }

    [Fact]
    public async Task Turn_AskedAndEnded_IsFoundByItsId()
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.AppendAsync(_chat, ChatSamples.Started(_chat), ChatSamples.Asked(2, "t1"));
        var asked = await transcripts.FindTurnAsync(_chat, "t1", Ct);
        await transcripts.AppendAsync(_chat, ChatSamples.Ended(3, "t1"));

        Assert.Equal(new(2, null), asked);
        Assert.Equal(new(2, 3), await transcripts.FindTurnAsync(_chat, "t1", Ct));
        Assert.Null(await transcripts.FindTurnAsync(_chat, "t2", Ct));
    }

    [Theory]
    [InlineData("half an answer")]
    [InlineData("")]
    public async Task Partial_PutAgain_IsTheLastOneOfItsTurnAlone(string text)
    {
        var transcripts = await TranscriptsAsync();
        await transcripts.PutPartialAsync(_chat, new("t1", "aa", "half"), Ct);
        await transcripts.PutPartialAsync(_chat, new("t2", "bb", text), Ct);

        Assert.Equal(new("t2", "bb", text), await transcripts.FindPartialAsync(_chat, "t2", Ct));
        Assert.Null(await transcripts.FindPartialAsync(_chat, "t1", Ct));
        Assert.Empty(await ReadAsync(transcripts, 0));
    }

    /// <summary>It is written over every few seconds: a blob each time would be left behind.</summary>
    [Fact]
    public async Task Partial_OfTheLongestAnswer_NeedsNoBlob()
    {
        var transcripts = await TranscriptsAsync();
        var partial = new PartialAnswer("t1", "aa", new string('ż', Companion.MostAnswer));

        await transcripts.PutPartialAsync(_chat, partial, Ct);

        Assert.Equal(partial, await transcripts.FindPartialAsync(_chat, "t1", Ct));
        Assert.Empty(await BlobsAsync(_chat));
    }

    [Fact]
    public async Task Delete_ALongTranscript_LeavesNothingAndNobodyElsesGone()
    {
        var clients = await azurite.ClientsAsync();
        var transcripts = await TranscriptsAsync();
        var neighbour = _chat with { Chat = _chat.Chat + "2" };
        foreach (var chat in (ChatAddress[])[_chat, neighbour])
        {
            await transcripts.ImportAsync(chat, [.. ChatSamples.Transcript(chat, 120), ChatSamples.Asked(242, "last", new string('x', 40_000))], Ct);
            await transcripts.PutPartialAsync(chat, new("last", "aa", "half"), Ct);
        }

        await transcripts.DeleteAsync(_chat, Ct);
        await transcripts.DeleteAsync(_chat, Ct);

        Assert.False(await clients.Tables.GetTableClient("Messages").QueryAsync<TableEntity>(row => row.PartitionKey == $"{_chat}", cancellationToken: Ct).AnyAsync(Ct));
        Assert.Empty(await BlobsAsync(_chat));
        Assert.Equal(242, await transcripts.ReadAsync(neighbour, 0, long.MaxValue, Ct).CountAsync(Ct));
        Assert.Single(await BlobsAsync(neighbour));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task Append_UnsafeIds_AreRefused(string id)
    {
        var transcripts = await TranscriptsAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => transcripts.AppendAsync(_chat, [ChatSamples.Asked(1, id)], Ct));
        if (id.Length > 0) await Assert.ThrowsAsync<ArgumentException>(() => transcripts.AppendAsync(_chat with { Chat = id }, [ChatSamples.Started(_chat)], Ct));
    }

    private async Task<TranscriptTable> TranscriptsAsync() => new(await azurite.ClientsAsync());

    private Task<List<ChatEntry>> ReadAsync(TranscriptTable transcripts, long after) => transcripts.ReadAsync(_chat, after, long.MaxValue, Ct).ToListAsync(Ct).AsTask();

    private async Task<IReadOnlyList<string>> BlobsAsync(ChatAddress chat) =>
        await (await azurite.ClientsAsync()).Blobs.GetBlobContainerClient("projects")
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{chat.Project}/chats/{chat.Chat}/", Ct)
            .Select(blob => blob.Name).ToListAsync(Ct);

    private async Task MergeAsync(string key, Action<TableEntity> change)
    {
        var row = new TableEntity($"{_chat}", key);
        change(row);
        await (await azurite.ClientsAsync()).Tables.GetTableClient("Messages").UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge, Ct);
    }
}
