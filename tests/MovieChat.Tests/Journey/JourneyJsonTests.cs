using System.Text.Json;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What lies in storage for good.</summary>
public sealed class JourneyJsonTests
{
    [Fact]
    public void Entry_AsStored_HoldsWhatHappenedAndNothingDerived()
    {
        var draft = new Draft
        {
            Number = 2,
            Origin = "cast@2",
            Author = Author.Model("gpt"),
            Options = [new(1, [new("mara", [])])],
            MadeFrom = DocumentMap<DraftRef>.Empty.Set(DocumentId.Synopsis, new(1, 3)),
            SawAt = 7,
        };
        var entry = new JournalEntry(8, DateTimeOffset.UnixEpoch, "service", "cast@2", new DraftReceived(draft) { Document = DocumentId.Cast });

        Assert.Equal(
            """{"sequence":8,"at":"1970-01-01T00:00:00+00:00","by":"service","cause":"cast@2","event":{"type":"draftReceived","draft":{"number":2,"origin":"cast@2","author":{"kind":"model","name":"gpt"},"options":[{"number":1,"outline":[{"id":"mara","people":[]}]}],"madeFrom":{"synopsis":{"draft":1,"option":3}},"sawAt":7,"usage":{"tokens":0,"pictures":0}},"document":"cast"}}""",
            JsonSerializer.Serialize(entry, JourneyJson.Readable.JournalEntry));
    }

    [Fact]
    public void Text_InAnyScript_IsStoredAsItWasWritten()
    {
        var json = JsonSerializer.Serialize(new("s1", ["Zoë", "美咲"]), JourneyJson.Readable.Part);

        Assert.Equal("""{"id":"s1","people":["Zoë","美咲"]}""", json);
    }

    [Theory]
    [InlineData("""{"number":1,"request":{"verb":"write"},"document":"no such:id:here","madeFrom":{}}""")]
    [InlineData("""{"number":1,"request":{"verb":"write"},"document":"cast","madeFrom":{"ideas":null}}""")]
    [InlineData("""{"number":1,"request":{"verb":"write"},"document":"cast","madeFrom":[]}""")]
    [InlineData("""{"number":1,"document":"cast","madeFrom":{}}""")]
    public void Order_ThatIsDamaged_IsNotRead(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, JourneyJson.Readable.WorkOrder));
}
