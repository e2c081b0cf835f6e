using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Writing;

/// <summary>Puts the contents of documents together to the film.</summary>
public static class FilmAssembly
{
    /// <summary><paramref name="film"/> with one more document in it. A kind that the film has no place for leaves it as it is.</summary>
    /// <exception cref="JsonException">The content is not of the document's form.</exception>
    public static Screenplay With(this Screenplay film, DocumentId document, string content) => document switch
    {
        { Kind: "brief" } => film with { Brief = JsonSerializer.Deserialize(content, FilmJson.Readable.Brief) },
        { Kind: "ideas" } => film with { Idea = JsonSerializer.Deserialize(content, FilmJson.Readable.Idea) },
        { Kind: "synopsis" } => film with { Synopsis = JsonSerializer.Deserialize(content, FilmJson.Readable.Synopsis) },
        { Kind: "cast" } => film with { Cast = JsonSerializer.Deserialize(content, FilmJson.Readable.Cast) },
        { Kind: "plot" } => film with { Plot = JsonSerializer.Deserialize(content, FilmJson.Readable.Plot) },
        { Kind: "scenes" } => film with { Scenes = JsonSerializer.Deserialize(content, FilmJson.Readable.SceneList) },
        { Kind: "profile", Key: { } character } => film with
        {
            Profiles = film.Profiles.And(character, JsonSerializer.Deserialize(content, FilmJson.Readable.Profile)!),
        },
        { Kind: "dialogue", Key: { } scene } => film with
        {
            Dialogues = film.Dialogues.And(scene, JsonSerializer.Deserialize(content, FilmJson.Readable.Dialogue)!),
        },
        { Kind: "look" } => film with { Look = JsonSerializer.Deserialize(content, FilmJson.Readable.Look) },
        { Kind: "portrait", Key: { } character } => film with
        {
            Portraits = film.Portraits.And(character, JsonSerializer.Deserialize(content, FilmJson.Readable.Picture)!),
        },
        { Kind: "shots", Key: { } scene } => film with { Shots = film.Shots.And(scene, JsonSerializer.Deserialize(content, FilmJson.Readable.ShotList)!) },
        { Kind: "frame", Key: { } shot } => film with { Frames = film.Frames.And(shot, JsonSerializer.Deserialize(content, FilmJson.Readable.Picture)!) },
        _ => film,
    };

    private static Dictionary<string, T> And<T>(this IReadOnlyDictionary<string, T> entries, string key, T value) => new(entries) { [key] = value };
}
