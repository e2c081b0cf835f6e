using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>Approved documents in a few lines each, for whoever talks about one beside them.</summary>
internal static class DocumentDigest
{
    /// <summary>Most characters of one digest, and of all together.</summary>
    private const int Most = 1_200, MostTogether = 5_000;

    /// <summary>The documents that <paramref name="focus"/> is made from and shown; for the whole film, those it rests on.</summary>
    public static IReadOnlyDictionary<string, string>? Around(Screenplay film, FilmGraph graph, DocumentId? focus)
    {
        IEnumerable<DocumentId> ids = focus is { } id ? graph.Needs(id).Concat(graph.Sees(id)) : [DocumentId.Brief, DocumentId.Ideas, DocumentId.Synopsis, DocumentId.Cast];
        var digests = new Dictionary<string, string>();
        var room = MostTogether;
        foreach (var document in ids.Where(each => each != focus).Distinct())
        {
            if (Of(film, document) is not { Length: > 0 } text) continue;
            if (text.Length > Most) text = text[..Most] + "…";
            room -= text.Length;
            if (room < 0) break;
            digests[document.ToString()] = text;
        }

        return digests.Count > 0 ? digests : null;
    }

    private static string? Of(Screenplay film, DocumentId id) => id switch
    {
        { Kind: "brief" } when film.Brief is { } brief => $"{string.Join(", ", brief.Genres)}; {brief.Tone}; {brief.LengthMinutes} minutes; to say: {brief.Message}; likes: {string.Join(", ", brief.Likes)}; avoid: {string.Join(", ", brief.Avoid)}",
        { Kind: "ideas" } when film.Idea is { } idea => $"{idea.Title}: {idea.Logline}",
        { Kind: "synopsis" } when film.Synopsis is { } synopsis => string.Join(' ', synopsis.Lines),
        { Kind: "cast" } when film.Cast is { } cast => string.Join("; ", cast.Characters.Select(person => $"{person.Name} ({person.Id}, {person.Role}, {person.Age}): {person.OneLine}")),
        { Kind: "profile", Key: { } key } when film.Profiles.TryGetValue(key, out var profile) => $"wants: {profile.Wants} struggles: {profile.Struggles}",
        { Kind: "plot" } when film.Plot is { } plot => string.Join("; ", plot.Beats.Select(beat => $"{beat.Name}: {beat.Text}")),
        { Kind: "scenes" } when film.Scenes is { } scenes => string.Join("; ", scenes.Scenes.Select(scene => $"{scene.Number} {scene.Heading.Place}: {scene.Summary}")),
        { Kind: "look" } when film.Look is { } look => $"{look.Summary} {string.Join(", ", look.Palette)}; {look.AspectRatio}",
        { Kind: "shots", Key: { } key } when film.Shots.TryGetValue(key, out var list) => string.Join("; ", list.Shots.Select(shot => $"{shot.N} {shot.Size}: {shot.Action}")),
        _ => null,
    };
}
