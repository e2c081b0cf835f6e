using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Pictures;

/// <summary>The pictures of a project, those from before a fork among them.</summary>
public sealed class ProjectPictures(PictureStore pictures, JournalTable journal)
{
    /// <summary>Null when neither the project nor what it was forked from has such a picture.</summary>
    public async Task<StoredPicture?> FindAsync(WritingProject project, string hash, CancellationToken cancellationToken)
    {
        if (await FindAsync([project.Id], hash, cancellationToken) is { } own) return own;
        return project.ForkedFrom is null ? null : await FindAsync([.. (await HomesAsync(project, cancellationToken)).Skip(1)], hash, cancellationToken);
    }

    /// <summary>The project and those that it was forked from: whose pictures are its own. For whoever looks for many.</summary>
    public async Task<IReadOnlyList<string>> HomesAsync(WritingProject project, CancellationToken cancellationToken) =>
        project.ForkedFrom is null ? [project.Id] : [.. (await Lineage.OfAsync(project, journal, cancellationToken)).Select(each => each.Home)];

    /// <param name="homes">See <see cref="HomesAsync"/>.</param>
    public async Task<StoredPicture?> FindAsync(IReadOnlyList<string> homes, string hash, CancellationToken cancellationToken)
    {
        if (!Core.Film.Pictures.IsHash(hash)) return null;
        foreach (var home in homes)
        {
            if (await pictures.FindAsync(home, hash, cancellationToken) is { } found) return found;
        }

        return null;
    }

    /// <summary>Stores a picture that the writer sends.</summary>
    /// <exception cref="UnsoundPictureException">It is no picture, or none that may be used.</exception>
    public async Task<SoundPicture> AddAsync(WritingProject project, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var picture = PictureReader.Read(bytes);
        await pictures.AddAsync(project.Id, picture, cancellationToken);
        return picture;
    }

    /// <summary>What is wrong with a portrait or frame of the writer's own beside the pictures that there are.</summary>
    public async Task<IReadOnlyList<Fault>> CheckAsync(WritingProject project, Picture picture, CancellationToken cancellationToken)
    {
        var homes = await HomesAsync(project, cancellationToken);
        if (await FindAsync(homes, picture.Hash, cancellationToken) is not { } stored)
        {
            return [new("picture", $"'{picture.Hash}' is no picture of this project: send its bytes to …/pictures first, and give the 'picture' of the answer.")];
        }

        var faults = new List<Fault>();
        if (picture.MediaType != stored.MediaType) faults.Add(new("mediaType", $"is '{picture.MediaType}': the picture is '{stored.MediaType}'."));
        if (picture.Width != stored.Width) faults.Add(new("width", $"is {picture.Width}: the picture is {stored.Width} pixels wide."));
        if (picture.Height != stored.Height) faults.Add(new("height", $"is {picture.Height}: the picture is {stored.Height} pixels high."));
        foreach (var (place, reference) in picture.References.Index())
        {
            if (await FindAsync(homes, reference.Picture, cancellationToken) is null) faults.Add(new($"references[{place}].picture", $"'{reference.Picture}' is no picture of this project: name none that it was not made from."));
        }

        return faults;
    }
}
