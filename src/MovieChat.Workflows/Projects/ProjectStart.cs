using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>What a writer begins a project with.</summary>
public sealed record StartRequest
{
    public required string Title { get; init; }

    public JsonElement? Brief { get; init; }

    /// <summary>Documents that the writer already has, by id.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Start { get; init; }

    /// <summary>False for a film of words alone: its look is skipped, and with it every portrait, shot list and frame. Reopening the look brings them.</summary>
    public bool? Pictures { get; init; }
}

/// <summary>Turns the beginning of a project, or of a fork, into a command; what the writer brings is checked and stored first.</summary>
public sealed class ProjectStart(DraftTexts texts, JournalTable journal, TimeProvider clock)
{
    /// <summary>Most documents that a writer can bring: as many as one transaction of the journal can name, with the first orders beside.</summary>
    public const int MostBrought = 80;

    /// <param name="budget">What a new project may spend.</param>
    public async Task<Intake> PrepareAsync(string project, StartRequest request, Budget budget, string writer, string id, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<DocumentId, string>();
        foreach (var (name, content) in Contents(request))
        {
            if (!DocumentId.TryParse(name, out var document) || DocumentTable.Film.Rule(document.Kind) is not { } rule) return Unknown(name);
            if (rule.IsPicture) return Invalid($"'{document}' is a picture, which is sent to a project: begin it, send the picture to …/pictures, and edit '{document}' with what that answers.");
            if (!contents.TryAdd(document, content.GetRawText())) return Invalid($"'{document}' is given twice: give it once.");
        }

        if (contents.Count > MostBrought) return Invalid($"{contents.Count} documents are brought and {MostBrought} can be: bring the rest with edits.");
        var film = new Screenplay { Title = request.Title };
        var brought = new List<StoredDraft>();
        foreach (var (document, content) in contents.OrderBy(entry => Place(entry.Key)))
        {
            var found = DocumentCraft.For(document.Kind).Check(content, document.Key, film);
            if (found.Faults.Count > 0) return new Intake.Faulty(document, found.Faults);
            brought.Add(WrittenText.By(writer, document, $"start:{id}", content, found.Outline, clock.GetUtcNow()));
            film = film.With(document, content);
        }

        var start = new StartProject(project, request.Title, budget, brought.ToDictionary(each => each.Document, each => each.Draft).ToDocumentMap()) { Id = id, By = writer, Pictures = request.Pictures ?? true };
        if (WritingProject.None.Decide(start, clock.GetUtcNow()) is Outcome.Rejected rejected) return new Intake.Refused(rejected.Rejection);
        var stored = new Dictionary<DocumentId, Draft>();
        foreach (var draft in brought) stored[draft.Document] = (await texts.AddAsync(project, draft, cancellationToken)).Draft;
        return new Intake.Ready(start with { Brought = stored.ToDocumentMap() });
    }

    /// <summary>A copy of <paramref name="source"/>, whose drafts stay stored with it, and so as long as the copy lives.</summary>
    public async Task<Intake> ForkAsync(WritingProject source, string project, string title, string writer, string id, CancellationToken cancellationToken)
    {
        var fork = new ForkProject(project, title, source) { Id = id, By = writer };
        if (WritingProject.None.Decide(fork, clock.GetUtcNow()) is Outcome.Rejected rejected) return new Intake.Refused(rejected.Rejection);
        await journal.AddForkAsync(source.Id, project, cancellationToken);
        if (await IsThereAsync(source, cancellationToken)) return new Intake.Ready(fork);
        await journal.RemoveForkAsync(source.Id, project, cancellationToken);
        return new Intake.Refused(new(RejectionKinds.NotStarted, $"Project '{source.Id}' was deleted meanwhile."));
    }

    /// <summary>Looked at after the mark is set: whoever ended the project before may not have seen the mark.</summary>
    private async Task<bool> IsThereAsync(WritingProject project, CancellationToken cancellationToken)
    {
        var isThere = false;
        await foreach (var entry in journal.ReadAsync(project.Id, project.Revision - 1, cancellationToken)) isThere = entry.Event is not ProjectDeleted;
        return isThere;
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Contents(StartRequest request)
    {
        if (request.Brief is { ValueKind: not JsonValueKind.Null } brief) yield return new("brief", brief);
        foreach (var entry in request.Start ?? new Dictionary<string, JsonElement>()) yield return entry;
    }

    private static int Place(DocumentId document) => DocumentTable.Film.Rules.Index().First(rule => rule.Item.Kind == document.Kind).Index;

    private static Intake.Refused Unknown(string name) =>
        new(new Rejection(RejectionKinds.UnknownDocument, $"'{(name.Length > 60 ? name[..60] + "…" : name)}' is no document of a film: bring {string.Join(", ", DocumentTable.Film.Rules.Select(rule => rule.PartsOf is null ? rule.Kind : rule.Kind + ":…"))}."));

    private static Intake.Refused Invalid(string message) => new(new Rejection(RejectionKinds.InvalidValue, message, Path: "start"));
}
