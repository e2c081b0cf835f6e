using MovieChat.Core.Exports;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Pictures;

namespace MovieChat.Workflows.Exports;

/// <summary>A film's pictures, read from where they are stored.</summary>
public sealed class FilmPictures(WritingProject project, ProjectPictures pictures, PictureStore store) : IPictureSource
{
    /// <summary>Those found once: a bundle opens each picture for several of its files, one after the other.</summary>
    private readonly HashSet<string> _found = [];

    private IReadOnlyList<string>? _homes;

    /// <exception cref="StoredValueException">The film has no such picture, or its bytes are missing.</exception>
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        if (!_found.Contains(hash))
        {
            _homes ??= await pictures.HomesAsync(project, cancellationToken);
            if (await pictures.FindAsync(_homes, hash, cancellationToken) is null) throw new StoredValueException("Pictures", $"{project.Id}/{hash}", "a document names it and the project does not have it");
            _found.Add(hash);
        }

        return await store.OpenAsync(hash, cancellationToken);
    }
}
