using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Memory;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Stores the texts of a project's drafts and finds them again, those from before a fork in the project where they are stored.</summary>
public sealed class DraftTexts(JournalTable journal, DraftTable drafts) : IDisposable
{
    private const long CachedCharacters = 32 * 1024 * 1024;

    /// <summary>Drafts never change, so what was stored or read once is right for ever.</summary>
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedCharacters });

    /// <summary>Stores a draft, before the journal names it. When its document and origin have one already, the first stays and is given back.</summary>
    public async Task<StoredDraft> AddAsync(string project, StoredDraft draft, CancellationToken cancellationToken)
    {
        var stored = await drafts.AddAsync(project, draft, cancellationToken);
        return Keep((project, draft.Document, draft.Draft.Origin), stored);
    }

    /// <summary>The text of a draft that the journal names.</summary>
    /// <exception cref="StoredValueException">It is not stored.</exception>
    public async Task<StoredDraft> ReadAsync(string project, DocumentId document, DraftKey key, CancellationToken cancellationToken)
    {
        var home = key.Home ?? project;
        var address = (home, document, key.Origin);
        if (_cache.TryGetValue(address, out StoredDraft? known)) return known!;
        var stored = await drafts.FindAsync(home, document, key.Origin, cancellationToken)
            ?? throw new StoredValueException("Drafts", $"{home}/{document}/{key.Origin}", "the journal names it and it is not stored");
        return Keep(address, stored);
    }

    /// <summary>What the journal says of draft <paramref name="number"/>; null when it names none.</summary>
    public async Task<Draft?> FindAsync(WritingProject project, DocumentId document, int number, CancellationToken cancellationToken)
    {
        foreach (var (home, reach) in await Lineage.OfAsync(project, journal, cancellationToken))
        {
            if (await journal.DraftAsync(home, document, number, cancellationToken) is not { } mark || mark.Sequence > reach) continue;
            return await NamedAsync(project.Id, home, mark, cancellationToken);
        }

        return (await InScriptsAsync(project, document, number - 1, cancellationToken)).FirstOrDefault(draft => draft.Number == number);
    }

    /// <summary>The drafts of <paramref name="document"/> with numbers above <paramref name="after"/>, oldest first.</summary>
    public async IAsyncEnumerable<Draft> ListAsync(
        WritingProject project, DocumentId document, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var inScripts = new Queue<Draft>(await InScriptsAsync(project, document, after, cancellationToken));
        foreach (var (home, reach) in (await Lineage.OfAsync(project, journal, cancellationToken)).Reverse())
        {
            await foreach (var mark in journal.DraftsAsync(home, document, after, cancellationToken))
            {
                if (mark.Sequence > reach) continue;
                while (inScripts.TryPeek(out var earlier) && earlier.Number < mark.Number) yield return inScripts.Dequeue();
                if (await NamedAsync(project.Id, home, mark, cancellationToken) is { } draft) yield return draft;
            }
        }

        foreach (var later in inScripts) yield return later;
    }

    /// <summary>The drafts of long scripts, which have no mark each: those of <paramref name="document"/> with numbers above <paramref name="after"/>, oldest first.</summary>
    private async Task<IReadOnlyList<Draft>> InScriptsAsync(WritingProject project, DocumentId document, int after, CancellationToken cancellationToken)
    {
        var found = new List<Draft>();
        foreach (var (home, sequence) in project.Scripts)
        {
            if ((await journal.FindAsync(home ?? project.Id, sequence, cancellationToken))?.Event is not ScriptImported imported) continue;
            if (imported.Drafts.TryGetValue(document, out var draft) && draft.Number > after) found.Add(home is null ? draft : draft with { Home = draft.Home ?? home });
        }

        return found;
    }

    public void Dispose() => _cache.Dispose();

    private StoredDraft Keep((string Home, DocumentId Document, string Origin) address, StoredDraft stored) =>
        _cache.Set(address, stored, new MemoryCacheEntryOptions { Size = stored.Options.Sum(option => option.Content.Length) + 200 });

    private async Task<Draft?> NamedAsync(string project, string home, DraftMark mark, CancellationToken cancellationToken)
    {
        var draft = (await journal.FindAsync(home, mark.Sequence, cancellationToken))?.Event switch
        {
            DraftReceived received => received.Draft,
            DocumentsBrought brought => brought.Drafts[mark.Document],
            ScriptImported imported => imported.Drafts[mark.Document],
            _ => null,
        };
        return home == project || draft is null ? draft : draft with { Home = draft.Home ?? home };
    }
}
