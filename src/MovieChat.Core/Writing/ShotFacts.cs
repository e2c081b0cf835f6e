using MovieChat.Core.Film;

namespace MovieChat.Core.Writing;

/// <summary>What the shots of a scene are written from: the scene, its people as one sees them, the look, and its page where there is one.</summary>
internal static class ShotFacts
{
    /// <returns>Null when the film has no such scene.</returns>
    public static FilmFacts? For(string? key, Screenplay film) => key is null || film.SceneById(key) is not { } scene ? null : new()
    {
        Look = film.Look,
        Scene = scene,
        Cast = film.Cast is null ? null : film.Cast with { Characters = [.. film.Cast.Characters.Where(person => scene.Characters.Contains(person.Id))] },
        Dialogues = film.Dialogues.TryGetValue(key, out var page) ? [page] : null,
    };
}
