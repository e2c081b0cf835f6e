using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>That a draft is part of a project's history, and where its text is.</summary>
/// <param name="Home">The project in whose partition the text is stored, when that is another one.</param>
/// <param name="Sequence">The event that brought it.</param>
public sealed record DraftMark(DocumentId Document, int Number, string Origin, string? Home, long Sequence)
{
    public DraftKey Key => new(Number, Origin, Home);
}
