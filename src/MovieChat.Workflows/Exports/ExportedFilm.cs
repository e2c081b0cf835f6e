using MovieChat.Core.Authorship;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Pictures;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Exports;

/// <summary>How a film is written into a file.</summary>
public sealed record ExportOptions
{
    /// <summary>Where nothing is approved, or what is was reopened, the first option of what awaits stands in.</summary>
    public bool WithDrafts { get; init; }

    /// <summary>Fountain: the scenes' summaries as synopses.</summary>
    public bool Synopses { get; init; }

    /// <summary>The printed screenplay: the scenes' numbers in both margins.</summary>
    public bool SceneNumbers { get; init; }

    /// <summary>The storyboard: panels on a page, one of <see cref="StoryboardPdfOptions.PanelCounts"/>.</summary>
    public int Panels { get; init; } = 3;
}

/// <summary>Opens a film to be taken home.</summary>
public sealed class FilmExports(FilmReader films, DraftTexts texts, AuthorshipReader ledgers, ProjectPictures pictures, PictureStore store)
{
    public ExportedFilm Open(WritingProject project, ExportOptions options) => new(project, options, new FilmPictures(project, pictures, store))
    {
        ReadFilm = cancellationToken => films.ReadAsync(project, options.WithDrafts, cancellationToken),
        ReadLedger = cancellationToken => ledgers.ReadAsync(project, options.WithDrafts, cancellationToken),
        ReadDocuments = cancellationToken => FilmExport.ReadAsync(project, texts, options.WithDrafts, cancellationToken),
    };
}

/// <summary>A film that is taken home, in one file or many. What they are made from is read when one first asks, and once.</summary>
public sealed class ExportedFilm(WritingProject project, ExportOptions options, IPictureSource pictures)
{
    private Task<Screenplay>? _film;
    private Task<AuthorshipLedger>? _ledger;

    public WritingProject Project => project;

    public ExportOptions Options => options;

    public IPictureSource Pictures => pictures;

    public required Func<CancellationToken, Task<Screenplay>> ReadFilm { private get; init; }

    public required Func<CancellationToken, Task<AuthorshipLedger>> ReadLedger { private get; init; }

    public required Func<CancellationToken, Task<FilmExport>> ReadDocuments { private get; init; }

    public CoverPage Cover => new()
    {
        Authors = project.TitlePage.Authors,
        Source = project.TitlePage.Source,
        Contact = project.TitlePage.Contact,
        DraftDate = DateOnly.FromDateTime(project.ChangedAt.UtcDateTime),
    };

    public Task<Screenplay> FilmAsync(CancellationToken cancellationToken) => _film ??= ReadFilm(cancellationToken);

    public Task<AuthorshipLedger> LedgerAsync(CancellationToken cancellationToken) => _ledger ??= ReadLedger(cancellationToken);

    public Task<FilmExport> DocumentsAsync(CancellationToken cancellationToken) => ReadDocuments(cancellationToken);
}
