using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Bible;

/// <summary>A picture as it is printed.</summary>
/// <param name="Width">In points.</param>
internal sealed record BiblePicture(byte[] Bytes, double Width, double Height);

/// <summary>The pictures of a bible, each no larger than it is printed.</summary>
/// <param name="Cover">A frame; without frames the protagonist, or whoever has a portrait; without portraits none.</param>
/// <param name="Portraits">By character id.</param>
internal sealed record BiblePictures(BiblePicture? Cover, IReadOnlyDictionary<string, BiblePicture> Portraits)
{
    public const double CoverWidth = BibleType.Width, CoverHeight = 400, PortraitWidth = 150, PortraitHeight = 200;

    /// <summary>Pixels in a point: 216 to the inch.</summary>
    private const double Density = 3;

    public static async Task<BiblePictures> ReadAsync(Screenplay film, FramePictures pictures, CancellationToken cancellationToken)
    {
        var portraits = new Dictionary<string, BiblePicture>();
        foreach (var person in film.Cast?.Characters ?? [])
            if (film.Portraits.TryGetValue(person.Id, out var picture)) portraits[person.Id] = await ReadAsync(pictures, picture, PortraitWidth, PortraitHeight, cancellationToken);
        var cover = First(film);
        return new(cover is null ? null : await ReadAsync(pictures, cover, CoverWidth, CoverHeight, cancellationToken), portraits);
    }

    private static Picture? First(Screenplay film)
    {
        var frames =
            from scene in film.Scenes?.Scenes ?? []
            where film.Shots.ContainsKey(scene.Id)
            from shot in film.Shots[scene.Id].Shots
            let key = Screenplay.FrameKey(scene.Id, shot.N)
            where film.Frames.ContainsKey(key)
            select film.Frames[key];
        var portraits = (film.Cast?.Characters ?? []).OrderByDescending(person => Roles.IsProtagonist(person.Role)).Where(person => film.Portraits.ContainsKey(person.Id)).Select(person => film.Portraits[person.Id]);
        return frames.Concat(portraits).FirstOrDefault();
    }

    /// <summary>As large as the room allows in its own shape.</summary>
    private static async Task<BiblePicture> ReadAsync(FramePictures pictures, Picture picture, double width, double height, CancellationToken cancellationToken)
    {
        var ratio = picture is { Width: > 0, Height: > 0 } ? Math.Clamp((double)picture.Width / picture.Height, 0.25, 4) : width / height;
        var (across, down) = (Math.Min(width, height * ratio), Math.Min(height, width / ratio));
        var bytes = await pictures.FillingAsync(picture.Hash, (int)Math.Round(across * Density), (int)Math.Round(down * Density), cancellationToken);
        return new(bytes, across, down);
    }
}
