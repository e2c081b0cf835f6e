using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>Something that happened in a project and that whoever subscribed is told of.</summary>
/// <param name="Type">One of <see cref="NoticeTypes"/>.</param>
/// <param name="Entry">Where it stands in the project's journal.</param>
public sealed record Notice(string Type, JournalEntry Entry)
{
    /// <summary>The document that it is about; null for the whole project.</summary>
    public DocumentId? Document => (Entry.Event as DocumentEvent)?.Document;

    /// <summary>What is to be told of an event; null for what is nobody's news. What writers do themselves is none to them.</summary>
    public static Notice? Of(JournalEntry entry) => TypeOf(entry.Event) is { } type ? new(type, entry) : null;

    private static string? TypeOf(ProjectEvent happened) => happened switch
    {
        DraftReceived { Draft.Author.IsWriter: false } => NoticeTypes.DraftReady,
        DocumentTurnedStale => NoticeTypes.DraftStale,
        DraftFailed or TipsFailed => NoticeTypes.DraftFailed,
        TipsReceived => NoticeTypes.TipsReady,
        WriterReminded => NoticeTypes.WriterReminded,
        FilmCompleted => NoticeTypes.FilmComplete,
        ChatCharged => NoticeTypes.ChatAnswered,
        _ => null,
    };
}
