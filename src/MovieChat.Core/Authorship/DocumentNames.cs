using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>Names of documents, as people call them.</summary>
public static class DocumentNames
{
    /// <param name="film">Tells the people's names and the scenes' numbers; where it does not, ids stand for them.</param>
    public static string Of(Screenplay film, DocumentId id) => id switch
    {
        { Key: null, Kind: "scenes" } => "List of scenes",
        { Key: null } => Capital(id.Kind),
        { Kind: "profile" or "portrait" } => $"{Capital(id.Kind)} of {film.CharacterById(id.Key)?.Name ?? id.Key}",
        { Kind: "frame" } => $"Frame {FrameNumber(film, id.Key)}",
        { Kind: "shots" } => $"Shots of {Scene(film, id.Key)}",
        _ => $"{Capital(id.Kind)} of {Scene(film, id.Key)}",
    };

    private static string Scene(Screenplay film, string scene) => film.SceneById(scene) is { } found ? $"scene {found.Number}, {found.Heading}" : $"scene {scene}";

    /// <summary>A frame's key is the scene's id and the shot's number: <c>s3.2</c>.</summary>
    private static string FrameNumber(Screenplay film, string key) =>
        key.LastIndexOf('.') is > 0 and var dot && film.SceneById(key[..dot]) is { } scene ? $"{scene.Number}-{key[(dot + 1)..]}" : key;

    private static string Capital(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..];
}
