using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

/// <summary>Values to store.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset At = new DateTimeOffset(2031, 5, 17, 9, 30, 15, TimeSpan.Zero).AddTicks(1234567);

    public static string Project() => $"p-{Guid.NewGuid():N}";

    public static JournalEntry Entry(long sequence, ProjectEvent @event, string by = "wren", string? cause = null) =>
        new(sequence, At.AddSeconds(sequence), by, cause ?? $"command {sequence}", @event);

    public static JournalEntry Started(string project) => Entry(1, new ProjectStarted(project, "wren", "Żółw i Δελφίνι 🐢", Budget.Of(1000, 10)));

    public static JournalEntry Skipped(long sequence, string reason = "not this time", string? cause = null) =>
        Entry(sequence, new DocumentSkipped(reason) { Document = DocumentId.Ideas }, cause: cause);

    public static JournalEntry Received(long sequence, DocumentId document, int number, string? home = null) => Entry(
        sequence,
        new DraftReceived(Meta(number, $"{document}@{number}") with { Home = home }) { Document = document },
        WritingProject.Service,
        $"{document}@{number}");

    public static Draft Meta(int number, string origin) => new()
    {
        Number = number,
        Origin = origin,
        Author = Author.Model("understudy"),
        Options = [new DraftOption(1, [new Part("mara", ["mara", "jon"])]), DraftOption.Plain(2)],
        MadeFrom = DocumentMap<DraftRef>.Empty.Set(DocumentId.Brief, new(1, 1)),
        SawAt = 7,
        Usage = new(120, 0),
    };

    public static StoredDraft Draft(string content, string origin = "synopsis@3") => new()
    {
        Document = DocumentId.Synopsis,
        Draft = Meta(3, origin),
        Options = [new(1, content), new(2, "{ }")],
        Model = "understudy",
        Latency = TimeSpan.FromMilliseconds(12.5),
        InputTokens = 100,
        OutputTokens = 20,
        Asked = new() { Verb = Verb.Revise, Notes = "shorter", Base = new(2, "synopsis@2", "other") },
        Notes = [new("limit", "The understudy can not do irony.")],
        At = At,
    };
}
