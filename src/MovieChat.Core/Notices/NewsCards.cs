using System.Text.Json;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>What a writer is told without being asked about one draft.</summary>
public static class NewsCards
{
    /// <summary>Most documents that are named one by one.</summary>
    private const int MostNamed = 10;

    public static Card Reminder(WritingProject project, WriterReminded reminded) => new()
    {
        Title = project.Title,
        Lead = reminded.Awaiting.Count == 0
            ? "The film waits for you: its budget is spent, and what it owes goes on once you raise it."
            : $"The film waits for you: {Counted(reminded.Awaiting.Count)} to decide on.",
        Blocks = Named(reminded.Awaiting),
        Actions = reminded.Awaiting.Count > 0 ? [new CardAction.Say("Show what awaits me", "status") { IsPrimary = true }] : [],
    };

    public static Card Complete(WritingProject project) => new()
    {
        Title = project.Title,
        Lead = "The film is complete: every document is approved or skipped. Its production bundle is ready to be taken home.",
    };

    public static Card Answered(WritingProject project, string chat, string text) => new()
    {
        Title = project.Title,
        Lead = chat.Length > 0 ? $"The companion answered in “{chat}”." : "The companion answered.",
        Blocks = text.Length > 0 ? [new CardBlock.Paragraph(text)] : [],
    };

    /// <param name="tips">As the tips are stored; null where they are not to be found.</param>
    public static Card Tips(WritingProject project, DocumentId document, string? tips) => new()
    {
        Title = project.Title,
        Lead = $"Tips for {DocumentNames.Within(document)}, as you asked.",
        Blocks = tips is null ? [] : [.. Said(tips)],
    };

    public static Card TipsFailed(WritingProject project, DocumentId document, Failure failure) => new()
    {
        Title = project.Title,
        Lead = $"The tips for {DocumentNames.Within(document)} could not be given.",
        Blocks = [new CardBlock.Paragraph(failure.Message), new CardBlock.Fact("What to do", failure.Remedy)],
    };

    private static ValueList<CardBlock> Named(ValueList<DocumentId> documents) =>
    [
        .. documents.Take(MostNamed).Select(document => (CardBlock)new CardBlock.Entry(DocumentNames.Of(document))),
        .. documents.Count > MostNamed ? [new CardBlock.Entry($"and {documents.Count - MostNamed} more")] : (CardBlock[])[],
    ];

    private static string Counted(int documents) => documents == 1 ? "one document" : $"{documents} documents";

    private static IEnumerable<CardBlock> Said(string tips)
    {
        using var json = JsonDocument.Parse(tips);
        var said = json.RootElement.GetProperty("tips").EnumerateArray().Select(tip => (CardBlock)new CardBlock.Entry(tip.GetString() ?? ""));
        var ways = json.RootElement.GetProperty("ways").EnumerateArray().Select(way => (CardBlock)new CardBlock.Fact(way.GetProperty("title").GetString() ?? "", way.GetProperty("text").GetString() ?? ""));
        return [.. said, new CardBlock.Heading("Three ways forward"), .. ways];
    }
}
