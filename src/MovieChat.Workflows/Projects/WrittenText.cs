using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Drafts as they are stored.</summary>
internal static class WrittenText
{
    /// <summary>A draft of one option that the writer wrote.</summary>
    public static StoredDraft By(string writer, DocumentId document, string origin, string content, ValueList<Part> outline, DateTimeOffset at) => new()
    {
        Document = document,
        Draft = new() { Number = 1, Origin = origin, Author = Author.Writer(writer), Options = [new(1, outline)] },
        Options = [new(1, content)],
        At = at,
    };
}
