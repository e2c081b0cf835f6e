using System.Globalization;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>Documents as one calls them in a sentence.</summary>
public static class DocumentNames
{
    /// <summary>With a capital letter: <c>Synopsis</c>, <c>Profile of Mara</c>, <c>Frame 2 of scene s3</c>.</summary>
    public static string Of(DocumentId id) => id switch
    {
        { Kind: "profile", Key: { } person } => $"Profile of {Name(person)}",
        { Kind: "portrait", Key: { } person } => $"Portrait of {Name(person)}",
        { Kind: "scenes" } => "Key scenes",
        { Kind: "shots", Key: { } scene } => $"Shots of scene {scene}",
        { Kind: "dialogue", Key: { } scene } => $"Dialogue of scene {scene}",
        { Kind: "frame", Key: { } key } when key.LastIndexOf('.') is var dot and > 0 => $"Frame {key[(dot + 1)..]} of scene {key[..dot]}",
        { Key: null } => Capital(id.Kind),
        _ => id.ToString(),
    };

    /// <summary>As it stands in the middle of a sentence: <c>the synopsis</c>.</summary>
    public static string Within(DocumentId id) => $"the {char.ToLowerInvariant(Of(id)[0])}{Of(id)[1..]}";

    private static string Name(string id) => string.Join(' ', id.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Capital));

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
