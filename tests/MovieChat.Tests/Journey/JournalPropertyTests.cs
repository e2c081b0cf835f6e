using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The journal is the truth: folded, repeated, stored and read back.</summary>
public sealed class JournalPropertyTests
{
    /// <summary>Every so many states are written and read: thousands in a run.</summary>
    private const int EachState = 3;

    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Journal_Folded_GivesTheStateOfDecidingStepByStep(string table) => Histories.Hold(table, history =>
    {
        foreach (var branch in history.Branches)
        {
            var folded = WritingProject.None;
            foreach (var (place, entry) in branch.Journal.Index())
            {
                Assert.Equal(place + 1, entry.Sequence);
                folded = folded.On(entry);
                foreach (var step in branch.Steps.Where(step => step.Entries + step.Made.Count == place + 1 && step.Made.Count > 0))
                {
                    Assert.Equal(step.After, folded);
                    Assert.Equal(step.After.GetHashCode(), folded.GetHashCode());
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_Repeated_ChangesNothing(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        Assert.All(step.Made, entry => Assert.Same(step.After, step.After.On(entry)));
        Assert.Same(step.After, branch.Journal.Take(step.Entries).Aggregate(step.After, (project, entry) => project.On(entry)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_AfterAMissingOne_IsRefused(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        foreach (var entry in step.Made.Skip(1))
        {
            var fault = Assert.Throws<InvalidOperationException>(() => step.Before.On(entry));
            Assert.Contains($"Event {entry.Sequence} ", fault.Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void State_ThroughJson_EqualsItself(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        if (step.After.Revision % EachState != 0) return;
        var json = JsonSerializer.Serialize(step.After, JourneyJson.Readable.WritingProject);

        Assert.Equal(step.After, JsonSerializer.Deserialize(json, JourneyJson.Readable.WritingProject));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_ThroughJson_EqualsItselfAndFieldsOfLaterVersionsAreOverlooked(string table) => Histories.Hold(table, history =>
    {
        foreach (var entry in history.Branches.SelectMany(branch => branch.Journal))
        {
            var json = JsonSerializer.SerializeToNode(entry, JourneyJson.Readable.JournalEntry)!;
            Assert.Equal(entry, json.Deserialize(JourneyJson.Readable.JournalEntry));

            AddFields(json);
            Assert.Equal(entry, json.Deserialize(JourneyJson.Readable.JournalEntry));
        }
    });

    /// <summary>Adds fields that no version knows to every object but the maps, whose names are documents.</summary>
    private static void AddFields(JsonNode? node, string name = "")
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) AddFields(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (key, value) in fields) AddFields(value, key);
            if (name is not ("madeFrom" or "documents" or "drafts")) fields["unknownToThisVersion"] = new JsonObject { ["value"] = 1 };
        }
    }
}
