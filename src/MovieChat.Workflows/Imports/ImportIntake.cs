using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Core.Scripts.Comparing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Imports;

/// <summary>A decision on an import as a front-end sends it.</summary>
/// <param name="Verb"><c>approve</c>.</param>
/// <param name="Revision">Of the project, as the difference told it.</param>
/// <param name="Only">The documents to take of the changes; left out for all of them.</param>
public sealed record ImportDecision(string Verb, long Revision, IReadOnlyList<string>? Only = null);

/// <summary>Turns a writer's decision on an import into a command: checks that they decided on what they saw and that what they take stands by itself, and stores the
/// new drafts, before the project hears of it.</summary>
public sealed class ImportIntake(DraftTexts texts, JournalTable journal, TimeProvider clock)
{
    private const int StoredAtOnce = 8;

    /// <param name="import">Worked out against <paramref name="project"/> as it is now.</param>
    /// <param name="id">The decision's idempotency key.</param>
    public async Task<ImportOutcome> PrepareAsync(WritingProject project, Import import, ImportDecision decision, string writer, string id, CancellationToken cancellationToken)
    {
        if (decision.Verb != "approve") return Invalid("verb", $"'{Excerpt.Of(decision.Verb, 60)}' is no verb of an import: use approve. To leave it, delete it.");
        if (decision.Revision < 1 || decision.Revision > project.Revision) return Invalid("revision", $"The project has no revision {decision.Revision}: give the one that came with the difference.");
        var changes = import.Difference.Changes;
        if (Taken(changes, decision.Only, out var taken) is { } refused) return refused;
        if (await ChangedSinceAsync(project, decision.Revision, [DocumentId.Cast, DocumentId.Scenes, .. taken.Select(change => change.Document)], cancellationToken) is { } changed)
        {
            return new ImportOutcome.Refused(new(RejectionKinds.StaleDecision, $"'{changed}' has changed since revision {decision.Revision}, by which the decision was made: look at the difference and decide again.", Path: "revision"));
        }

        if (taken.Any(change => change.Faults.Count > 0)) return new ImportOutcome.Faulty([.. taken.Where(change => change.Faults.Count > 0)]);
        ScriptChange[] written = [.. taken.Where(change => change.Content is not null)];
        if (written.FirstOrDefault(change => change.Content!.Length > DecisionIntake.MostContent) is { } tooLong)
        {
            return Invalid("only", $"'{tooLong.Document}' would have {tooLong.Content!.Length} characters and may have {DecisionIntake.MostContent}: shorten the script.");
        }

        var seen = written.Select(change => change.Document).Union([DocumentId.Cast, DocumentId.Scenes]).Select(document => KeyValuePair.Create(document, project.Document(document).Draft?.Number ?? 0)).ToDocumentMap();
        var drafts = written.Select(change => KeyValuePair.Create(change.Document, Draft(change, writer, id))).ToArray();
        var kept = import.Difference.Same.Where(document => document.Key is not null).ToValueList();
        var command = new ImportScript(import.Stored.Id, project.Revision, seen, drafts.Select(each => KeyValuePair.Create(each.Key, each.Value.Draft)).ToDocumentMap(), kept) { Id = id, By = writer };
        if (project.Decide(command, clock.GetUtcNow()) is Outcome.Rejected rejected) return new ImportOutcome.Refused(rejected.Rejection);
        var storing = new ParallelOptions { MaxDegreeOfParallelism = StoredAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(drafts, storing, async (each, token) => await texts.AddAsync(project.Id, each.Value, token));
        return new ImportOutcome.Ready(command);
    }

    /// <summary>The changes that the writer takes; null when that stands by itself.</summary>
    private static ImportOutcome.Refused? Taken(IReadOnlyList<ScriptChange> changes, IReadOnlyList<string>? only, out IReadOnlyList<ScriptChange> taken)
    {
        taken = changes;
        if (only is null) return null;
        var named = only.ToHashSet(StringComparer.Ordinal);
        if (named.FirstOrDefault(name => changes.All(change => change.Document.ToString() != name)) is { } unknown) return Invalid("only", $"The script does not change '{Excerpt.Of(unknown, 60)}': name documents that the difference lists.");
        var chosen = changes.Where(change => named.Contains(change.Document.ToString())).ToArray();
        taken = chosen;
        foreach (var change in chosen)
        {
            if (change.Needs.FirstOrDefault(need => !named.Contains(need.ToString())) is { Kind: not null } missing)
            {
                return Invalid("only", $"'{change.Document}' can not be taken without '{missing}', {Why(change, missing)}: take both, or neither.");
            }
        }

        return null;
    }

    private static string Why(ScriptChange change, DocumentId missing) => missing == DocumentId.Cast ? "which brings the people who are new in it"
        : change.Kind is ChangeKind.Added ? "which brings its scene"
        : change.Kind is ChangeKind.Removed ? "which leaves its scene out"
        : "which brings those who speak in it into the scene";

    /// <summary>The first of the documents in which anything happened after a revision that the writer would see.</summary>
    private async Task<DocumentId?> ChangedSinceAsync(WritingProject project, long revision, IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken)
    {
        if (revision == project.Revision) return null;
        await foreach (var entry in journal.ReadAsync(project.Id, revision, cancellationToken))
        {
            if (entry.Sequence > project.Revision) break;
            IEnumerable<DocumentId> touched = entry.Event switch
            {
                DraftReceived or DraftApproved or DraftRestored or DocumentReopened or DocumentSkipped => [((DocumentEvent)entry.Event).Document],
                ScriptImported imported => imported.Drafts.Keys,
                _ => [],
            };
            foreach (var document in touched.Where(documents.Contains)) return document;
        }

        return null;
    }

    /// <summary>The origin tells the content as well: worked out against another state of the film, the same decision may come to other texts.</summary>
    private StoredDraft Draft(ScriptChange change, string writer, string id)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(change.Content!)))[..16];
        return WrittenText.By(writer, change.Document, $"import:{id}:{hash}", change.Content!, change.Outline, clock.GetUtcNow());
    }

    private static ImportOutcome.Refused Invalid(string path, string message) => new(new Rejection(RejectionKinds.InvalidValue, message, Path: path));
}

/// <summary>What a decision on an import comes to before it is handed to the project.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    public sealed record Ready(ImportScript Command) : ImportOutcome;

    public sealed record Refused(Rejection Rejection) : ImportOutcome;

    /// <summary>What is taken breaks the rules of its documents.</summary>
    public sealed record Faulty(IReadOnlyList<ScriptChange> Changes) : ImportOutcome;
}
