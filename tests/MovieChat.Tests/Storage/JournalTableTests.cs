using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class JournalTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _project = Samples.Project();

    [Fact]
    public async Task Append_SeveralEntries_ReadBackEqualInOrder()
    {
        var journal = await JournalAsync();
        JournalEntry[] entries = [Samples.Started(_project), Samples.Skipped(2, cause: "command 1"), Samples.Received(3, DocumentId.Synopsis, 1)];

        Assert.IsType<Append.Appended>(await journal.AppendAsync(_project, entries, isOneOff: false, Ct));

        Assert.Equal(entries, await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
        Assert.Equal(entries[2..], await journal.ReadAsync(_project, 2, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Append_EventsOfOneCommand_ShareARow()
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        JournalEntry[] entries = [.. Enumerable.Range(1, 20).Select(sequence => Samples.Skipped(sequence, $"reason {sequence}", "one") with { At = DateTimeOffset.UnixEpoch })];

        await journal.AppendAsync(_project, entries, isOneOff: true, Ct);

        var rows = await clients.Tables.GetTableClient("Journal").QueryAsync<TableEntity>(row => row.PartitionKey == _project, cancellationToken: Ct).ToListAsync(Ct);
        Assert.Equal([$"{1:D19}.{_project}", $"{17:D19}.{_project}"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Read_FromTheMiddleOfARow_GivesWhatIsAfter()
    {
        var journal = await JournalAsync();
        JournalEntry[] entries = [.. Enumerable.Range(1, 40).Select(sequence => Samples.Skipped(sequence, $"reason {sequence}", $"cause {(sequence - 1) / 20}") with { At = DateTimeOffset.UnixEpoch })];
        await journal.AppendAsync(_project, entries[..20], isOneOff: false, Ct);
        await journal.AppendAsync(_project, entries[20..], isOneOff: false, Ct);

        for (var after = 0; after <= 40; after++) Assert.Equal(entries[after..], await journal.ReadAsync(_project, after, Ct).ToListAsync(Ct));
        foreach (var end in new[] { 0, 20, 40 }) Assert.Equal(entries[end..], await journal.FollowAsync(_project, end, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Find_WhereverTheEventStandsInItsRow_GivesThatOne()
    {
        var journal = await JournalAsync();
        JournalEntry[] entries = [.. Enumerable.Range(1, 60).Select(sequence => Samples.Skipped(sequence, $"reason {sequence}", sequence > 40 ? $"alone {sequence}" : $"cause {(sequence - 1) / 20}") with { At = DateTimeOffset.UnixEpoch })];
        await journal.AppendAsync(_project, entries[..20], isOneOff: true, Ct);
        await journal.AppendAsync(_project, entries[20..40], isOneOff: true, Ct);
        foreach (var entry in entries[40..]) await journal.AppendAsync(_project, [entry], isOneOff: true, Ct);

        foreach (var entry in entries) Assert.Equal(entry, await journal.FindAsync(_project, entry.Sequence, Ct));
        Assert.Null(await journal.FindAsync(_project, 61, Ct));
        Assert.Null(await journal.FindAsync(_project, 0, Ct));
    }

    [Fact]
    public async Task Append_OneOffCommand_IsNotRemembered()
    {
        var journal = await JournalAsync();

        await journal.AppendAsync(_project, [Samples.Skipped(1, cause: "once")], isOneOff: true, Ct);

        Assert.Null(await journal.SequenceOfAsync(_project, "once", Ct));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(17, 1)]
    public async Task Append_RowsOfOtherLengths_StillMeet(int first, int second)
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [.. Enumerable.Range(1, first).Select(sequence => Samples.Skipped(sequence, cause: "first") with { At = DateTimeOffset.UnixEpoch })], isOneOff: true, Ct);

        var late = await journal.AppendAsync(_project, [.. Enumerable.Range(1, second).Select(sequence => Samples.Skipped(sequence, cause: "second") with { At = DateTimeOffset.UnixEpoch })], isOneOff: true, Ct);

        Assert.IsType<Append.SequenceTaken>(late);
    }

    [Fact]
    public async Task Append_NumberTaken_AppendsNothing()
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Started(_project)], isOneOff: false, Ct);

        var late = await journal.AppendAsync(_project, [Samples.Skipped(1, cause: "other"), Samples.Skipped(2, cause: "other")], isOneOff: false, Ct);

        Assert.IsType<Append.SequenceTaken>(late);
        Assert.Single(await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
        Assert.Null(await journal.SequenceOfAsync(_project, "other", Ct));
    }

    [Fact]
    public async Task Append_ManyAtOnce_OneWinsEachNumber()
    {
        var journal = await JournalAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            index => journal.AppendAsync(_project, [Samples.Skipped(1, $"writer {index}", $"cause {index}")], isOneOff: false, Ct)));

        Assert.Single(results.OfType<Append.Appended>());
        Assert.Equal(15, results.OfType<Append.SequenceTaken>().Count());
    }

    [Fact]
    public async Task Append_CommandCountedBefore_IsTold()
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Started(_project), Samples.Skipped(2, cause: "k?y/#\\ 🎬")], isOneOff: false, Ct);

        var again = await journal.AppendAsync(_project, [Samples.Skipped(3, cause: "k?y/#\\ 🎬")], isOneOff: false, Ct);

        Assert.Equal(new Append.AlreadyAppended(2), again);
        Assert.Equal(2, await journal.SequenceOfAsync(_project, "k?y/#\\ 🎬", Ct));
    }

    [Fact]
    public async Task Append_ServiceCause_MayComeAgain()
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Received(1, DocumentId.Synopsis, 1)], isOneOff: false, Ct);

        var again = Samples.Received(2, DocumentId.Synopsis, 2) with { Cause = "synopsis@1" };

        Assert.IsType<Append.Appended>(await journal.AppendAsync(_project, [again], isOneOff: false, Ct));
        Assert.Null(await journal.SequenceOfAsync(_project, "synopsis@1", Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_ResponseLost_IsRecognisedAsOwn(bool isTorn)
    {
        await azurite.ClientsAsync();
        var faults = new LostResponses(request => request.Method == Azure.Core.RequestMethod.Post, times: 1, isTorn);
        var journal = new JournalTable(await azurite.ConnectAsync(faults));

        Assert.IsType<Append.Appended>(await journal.AppendAsync(_project, [Samples.Started(_project), Samples.Skipped(2)], isOneOff: false, Ct));

        Assert.Equal(2, faults.Passed);
        Assert.Equal(2, await journal.ReadAsync(_project, 0, Ct).CountAsync(Ct));
    }

    [Fact]
    public async Task Append_EveryResponseLost_RepetitionIsTold()
    {
        await azurite.ClientsAsync();
        var faults = new LostResponses(request => request.Method == Azure.Core.RequestMethod.Post, times: 4);
        var journal = new JournalTable(await azurite.ConnectAsync(faults));
        var entry = Samples.Skipped(1, cause: "decide");

        await Assert.ThrowsAnyAsync<Exception>(() => journal.AppendAsync(_project, [entry], isOneOff: false, Ct));
        var later = await journal.AppendAsync(_project, [entry with { At = entry.At.AddMinutes(1) }], isOneOff: false, Ct);

        Assert.Equal(new Append.AlreadyAppended(1), later);
    }

    [Fact]
    public async Task Append_LargeEvent_GoesToABlobAndBack()
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        var large = Samples.Skipped(1, string.Concat(Enumerable.Repeat("ściana \"żółć\" 🎥\n", 3000)));

        await journal.AppendAsync(_project, [large], isOneOff: false, Ct);

        Assert.Equal([large], await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
        var blob = Assert.Single(await BlobsAsync(clients));
        Assert.StartsWith($"{_project}/journal/0000000000000000001-", blob, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_LargeEventsAtOnce_KeepTheWinnersText()
    {
        var journal = await JournalAsync();
        var rivals = Enumerable.Range(0, 6).Select(index => Samples.Skipped(1, new string((char)('a' + index), 40_000), $"rival {index}")).ToArray();

        var results = await Task.WhenAll(rivals.Select(rival => journal.AppendAsync(_project, [rival], isOneOff: false, Ct)));

        var winner = rivals[Array.FindIndex(results, result => result is Append.Appended)];
        Assert.Equal([winner], await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
    }

    [Theory]
    [InlineData(16_384, 0)]
    [InlineData(16_385, 1)]
    public async Task Append_AroundTheInlineLimit_ChoosesRowOrBlob(int characters, int blobs)
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        var frame = System.Text.Json.JsonSerializer.Serialize(Samples.Skipped(1, "").Event, JourneyJson.Readable.ProjectEvent).Length;

        await journal.AppendAsync(_project, [Samples.Skipped(1, new string('é', characters - frame))], isOneOff: false, Ct);

        Assert.Equal(blobs, (await BlobsAsync(clients)).Count);
        Assert.Single(await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Append_TooManyRows_IsRefusedAndStoresNothing()
    {
        var journal = await JournalAsync();
        var entries = Enumerable.Range(1, 99).Select(sequence => Samples.Skipped(sequence, cause: $"cause {sequence}")).ToArray();

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => journal.AppendAsync(_project, entries, isOneOff: false, Ct));

        Assert.Contains("198 rows", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Append_TooManyBytes_IsRefusedAndStoresNothing()
    {
        var journal = await JournalAsync();
        var entries = Enumerable.Range(1, 50).Select(sequence => Samples.Skipped(sequence, new string('é', 16_000), $"cause {sequence}")).ToArray();

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => journal.AppendAsync(_project, entries, isOneOff: false, Ct));

        Assert.Contains("a transaction takes 4194304", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Append_OversizeCause_IsRefused()
    {
        var journal = await JournalAsync();

        await Assert.ThrowsAsync<StorageLimitException>(() => journal.AppendAsync(_project, [Samples.Skipped(1, cause: new('x', 32_769))], isOneOff: false, Ct));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(1L, 3L)]
    [InlineData(new long[0])]
    public async Task Append_SequencesWithGaps_AreRefused(params long[] sequences)
    {
        var journal = await JournalAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(_project, [.. sequences.Select(each => Samples.Skipped(each))], isOneOff: false, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public async Task Append_UnsafeProjectId_IsRefused(string project)
    {
        var journal = await JournalAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(project, [Samples.Skipped(1)], isOneOff: false, Ct));
    }

    [Fact]
    public async Task Read_MoreThanAPage_GivesEveryEventOnce()
    {
        var journal = await JournalAsync();
        for (var first = 1; first <= 451; first += 50)
        {
            var entries = Enumerable.Range(first, 50).Select(sequence => Samples.Skipped(sequence, cause: $"page {first}")).ToArray();
            await journal.AppendAsync(_project, entries, isOneOff: false, Ct);
        }

        var sequences = await journal.ReadAsync(_project, 3, Ct).Select(entry => entry.Sequence).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(4, 497).Select(each => (long)each), sequences);
    }

    [Fact]
    public async Task Drafts_OfOneDocument_AreListedByNumber()
    {
        var journal = await JournalAsync();
        var profile = DocumentId.Profile("Mara.v-2_x");
        await journal.AppendAsync(
            _project,
            [Samples.Received(1, profile, 2), Samples.Received(2, DocumentId.Profile("Mara"), 1), Samples.Received(3, profile, 11, "elsewhere")],
            isOneOff: false,
            Ct);

        var marks = await journal.DraftsAsync(_project, profile, 0, Ct).ToListAsync(Ct);

        Assert.Equal([new(profile, 2, "profile:Mara.v-2_x@2", null, 1), new DraftMark(profile, 11, "profile:Mara.v-2_x@11", "elsewhere", 3)], marks);
        Assert.Equal(marks[1], await journal.DraftAsync(_project, profile, 11, Ct));
        Assert.Equal([marks[1]], await journal.DraftsAsync(_project, profile, 2, Ct).ToListAsync(Ct));
        Assert.Null(await journal.DraftAsync(_project, profile, 3, Ct));
    }

    [Fact]
    public async Task Append_DraftNumberOfAnother_Throws()
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Received(1, DocumentId.Plot, 1)], isOneOff: false, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync(_project, [Samples.Received(2, DocumentId.Plot, 1)], isOneOff: false, Ct));
    }

    [Theory]
    [InlineData("{\"type\":\"castInStone\",\"secret\":\"the butler\"}")]
    [InlineData("{\"type\":\"documentSkipped\",\"document\":\"the butler!\"}")]
    [InlineData("{\"document\":\"ideas\"}")]
    [InlineData("the butler")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData(null)]
    public async Task Read_UndecodableEvent_NamesTheRowAndNotItsContent(string? json)
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Started(_project), Samples.Skipped(2, cause: "other")], isOneOff: false, Ct);
        await MergeAsync(clients, 2, row => row["Event"] = json ?? (object)17);

        var fault = await Assert.ThrowsAsync<StoredValueException>(async () => await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));

        Assert.Equal("Journal", fault.Place);
        Assert.Equal($"{_project} / {2:D19}.{_project}", fault.Key);
        Assert.DoesNotContain("butler", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_DamagedBlob_NamesTheBlob()
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Skipped(1, new string('x', 40_000))], isOneOff: false, Ct);
        var name = Assert.Single(await BlobsAsync(clients));
        await clients.Blobs.GetBlobContainerClient("projects").GetBlobClient(name).UploadAsync(BinaryData.FromString("{}"), true, Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(async () => await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));

        Assert.Equal(("projects", name), (fault.Place, fault.Key));
    }

    [Fact]
    public async Task Read_EventWithUnknownFields_IsReadAndTheyStay()
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        await journal.AppendAsync(_project, [Samples.Skipped(1, "r")], isOneOff: false, Ct);
        const string Newer = """{"type":"documentSkipped","reason":"r","document":"ideas","mood":{"of":"tomorrow"}}""";
        await MergeAsync(clients, 1, row => row["Event"] = Newer);

        Assert.Equal([Samples.Skipped(1, "r")], await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));

        var row = await clients.Tables.GetTableClient("Journal").GetEntityAsync<TableEntity>(_project, $"{1:D19}.{_project}", cancellationToken: Ct);
        Assert.Equal(Newer, row.Value.GetString("Event"));
    }

    [Fact]
    public async Task Delete_ALongJournal_LeavesNothingAndNobodyElsesGone()
    {
        var clients = await azurite.ClientsAsync();
        var journal = await JournalAsync();
        var neighbour = _project + "2";
        await journal.AppendAsync(neighbour, [Samples.Skipped(1, new string('x', 40_000))], isOneOff: false, Ct);
        for (var first = 1; first <= 201; first += 50)
        {
            await journal.AppendAsync(_project, [.. Enumerable.Range(first, 50).Select(each => Samples.Skipped(each, cause: $"page {first}"))], isOneOff: false, Ct);
        }

        await journal.AppendAsync(_project, [Samples.Skipped(251, new string('y', 40_000))], isOneOff: false, Ct);
        await journal.DeleteAsync(_project, Ct);
        await journal.DeleteAsync(_project, Ct);

        Assert.Empty(await clients.Tables.GetTableClient("Journal").QueryAsync<TableEntity>(row => row.PartitionKey == _project, cancellationToken: Ct).ToListAsync(Ct));
        Assert.Equal(1, await journal.ReadAsync(neighbour, 0, Ct).CountAsync(Ct));
        Assert.Single(await BlobsAsync(clients), blob => blob.StartsWith(neighbour, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forks_AddedAndRemoved_AreKnown()
    {
        var journal = await JournalAsync();
        Assert.Empty(await journal.ForksAsync(_project, Ct).ToListAsync(Ct));

        await journal.AddForkAsync(_project, "f1", Ct);
        await journal.AddForkAsync(_project, "f1", Ct);
        await journal.AddForkAsync(_project, "f-2", Ct);
        Assert.Equal(["f-2", "f1"], await journal.ForksAsync(_project, Ct).ToListAsync(Ct));

        await journal.RemoveForkAsync(_project, "f1", Ct);
        await journal.RemoveForkAsync(_project, "f1", Ct);
        Assert.Equal(["f-2"], await journal.ForksAsync(_project, Ct).ToListAsync(Ct));
    }

    private async Task<JournalTable> JournalAsync() => new(await azurite.ClientsAsync());

    private async Task<IReadOnlyList<string>> BlobsAsync(StorageClients clients) =>
        await clients.Blobs.GetBlobContainerClient("projects")
            .GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, _project, Ct)
            .Select(blob => blob.Name).ToListAsync(Ct);

    private async Task MergeAsync(StorageClients clients, long sequence, Action<TableEntity> change)
    {
        var row = new TableEntity(_project, $"{sequence:D19}.{_project}");
        change(row);
        await clients.Tables.GetTableClient("Journal").UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge, Ct);
    }
}
