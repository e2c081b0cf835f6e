using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Craft;

/// <summary>Reads a draft as an editor would, beside the film that is approved: what it contradicts, who knows too much, what is planted and
/// forgotten, where nothing turns, what is formula, what no camera can see.</summary>
/// <remarks>Pure, and made anew whenever somebody looks: a note is about the film as it is now. What depends on the words is looked for in
/// English only.</remarks>
public static class CraftNotes
{
    /// <summary>More would not be read.</summary>
    public const int Most = 60;

    /// <param name="film">What is approved.</param>
    /// <param name="document">The draft's document; what the film has of it is not looked at.</param>
    /// <param name="content">The draft, in the form of its kind.</param>
    /// <exception cref="System.Text.Json.JsonException">The content is not of the document's form.</exception>
    public static IReadOnlyList<CraftNote> Of(Screenplay film, DocumentId document, string content)
    {
        var read = film.With(document, content);
        IEnumerable<CraftNote> notes =
        [
            .. Continuity.Notes(read, document),
            .. Knowledge.Notes(read, document),
            .. SetUps.Notes(read, document),
            .. Wants.Notes(read, document),
            .. ScreenRules.Notes(read, document),
            .. Formula.Notes(read, document),
        ];
        return [.. notes.DistinctBy(note => note.Id).Take(Most)];
    }

    internal static bool IsEnglish(Screenplay film) =>
        film.Brief?.Language is not { Length: > 0 } language || language.Trim().StartsWith("English", StringComparison.OrdinalIgnoreCase);
}
