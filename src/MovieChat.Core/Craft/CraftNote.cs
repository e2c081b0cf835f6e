using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Core.Craft;

/// <summary>Something about a draft that its writer may want to look at. It is shown, never in the way, and the writer can say that it is meant so.</summary>
/// <param name="Id">Made of what the note is about and not of the draft, so that it stays the same from draft to draft.</param>
/// <param name="Kind">One of <see cref="NoteKinds"/>.</param>
/// <param name="Text">What it is, and what could be done.</param>
/// <param name="Evidence">Where it is seen, the draft itself first.</param>
public sealed record CraftNote(string Id, string Kind, string Text, IReadOnlyList<Evidence> Evidence)
{
    private const int IdLetters = 12;

    /// <param name="about">What tells this note from all others of its kind, such as a person, a property and its two values.</param>
    internal static CraftNote Of(string kind, string about, string text, params IEnumerable<Evidence> evidence)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{about.ToLowerInvariant()}"));
        return new($"{kind}-{Convert.ToHexStringLower(hash)[..IdLetters]}", kind, text, [.. evidence]);
    }
}

/// <param name="Document">The id of the document that says so.</param>
/// <param name="Quote">Its words; a long text is cut.</param>
public sealed record Evidence(string Document, string Quote);

/// <summary>The values of <see cref="CraftNote.Kind"/>.</summary>
public static class NoteKinds
{
    /// <summary>The draft contradicts what the film has stated elsewhere.</summary>
    public const string Continuity = "continuity";

    /// <summary>Somebody speaks of what they can not know.</summary>
    public const string Knowledge = "knowledge";

    /// <summary>Something is planted and does not return, or returns and was not planted.</summary>
    public const string SetUp = "setUp";

    /// <summary>A main character wants nothing that one can see, or what they need is what they want.</summary>
    public const string Want = "want";

    /// <summary>Nothing differs at a scene's end.</summary>
    public const string Turn = "turn";

    /// <summary>It is as in many films.</summary>
    public const string Formula = "formula";

    /// <summary>A rule of writing for the screen.</summary>
    public const string Screen = "screen";
}
