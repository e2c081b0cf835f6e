namespace MovieChat.Core.Journey;

/// <summary>Something that the writer stated about the film, such as that she never learned to swim. Whatever is written later keeps to it.</summary>
/// <param name="Id">1 to 40 letters, digits and dashes.</param>
/// <param name="Text">In a sentence, at most <see cref="MostText"/> characters.</param>
/// <param name="About">The ids of the characters or documents that it is about; empty for the whole film.</param>
public sealed record StatedFact(string Id, string Text, ValueList<string> About)
{
    public const int MostText = 500;
    public const int MostAbout = 12;

    /// <summary>Where the writer said it; null when they wrote it into the list.</summary>
    public ChatTurn? From { get; init; }

    /// <summary>Whether whoever writes <paramref name="document"/> is to know of it.</summary>
    /// <param name="people">The characters of whom the document tells; empty for a document about the whole film.</param>
    public bool Concerns(DocumentId document, IReadOnlyCollection<string> people) =>
        About.Count == 0
        || About.Any(about => DocumentId.TryParse(about, out var id) && (id == document || (id.Key is null && id.Kind == document.Kind)))
        || (people.Count == 0 && document.Key is null)
        || About.Any(people.Contains);

    /// <summary>The facts with this one among them, in the place of an earlier one with its id.</summary>
    internal ValueList<StatedFact> In(ValueList<StatedFact> facts) => facts.Any(fact => fact.Id == Id)
        ? facts.Select(fact => fact.Id == Id ? this : fact).ToValueList()
        : facts.Add(this);
}

/// <summary>A turn of a chat: what the writer said, and what was answered.</summary>
/// <param name="Chat">The chat's id.</param>
/// <param name="Turn">The id of the writer's message.</param>
public sealed record ChatTurn(string Chat, string Turn);
