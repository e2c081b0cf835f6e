using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>Stale marks and completion.</summary>
public sealed class StalePropertyTests
{
    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_Always_IsStaleExactlyWhenAnInputIsApprovedOtherwise(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        var film = new FilmByHand(ledger, table != nameof(Tables.WordsAlone));
        var graph = new FilmGraph(step.After, branch.Table);
        foreach (var id in film.Documents)
        {
            var page = ledger[id];
            var changed = film.Changed(id).ToArray();
            var decided = page is { Skipped: false, Failed: false, Asked: null };

            Assert.Equal(changed, graph.StaleBecause(id).Select(cause => cause.Document));
            Assert.All(graph.StaleBecause(id), cause => Assert.Equal((page.MadeFrom.TryGetValue(cause.Document, out var was) ? was : (DraftRef?)null, ledger[cause.Document].InTheFilm), (cause.Was, cause.Now)));
            Assert.Equal(decided && changed.Length > 0, graph.Status(id) is DocumentStatus.Stale);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Draft_Always_IsMadeFromWhatIsApprovedThen(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        var before = step.Made.Count == 0 ? null : new Ledger(branch.Life(step.Entries));
        foreach (var entry in step.Made)
        {
            var film = new FilmByHand(before!, table != nameof(Tables.WordsAlone));
            if (entry.Event is DraftReceived received) Assert.Equal(film.Inputs(received.Document), received.Draft.MadeFrom);
            if (entry.Event is StaleKept kept) Assert.Equal(film.Inputs(kept.Document), kept.MadeFrom);
            before!.Enter(entry.Event);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void TurnedStale_Told_WhenItBecomesSoAndNotAgain(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Before.Revision == 0 || step.Made.Count == 0) return;
        var (before, after) = (new FilmGraph(step.Before, branch.Table), new FilmGraph(step.After, branch.Table));
        var told = step.Made.Select(entry => entry.Event).OfType<DocumentTurnedStale>().Select(each => each.Document);
        var became = after.Documents.Where(id => after.Status(id) is DocumentStatus.Stale && !(before.Has(id) && before.Status(id) is DocumentStatus.Stale));

        Assert.Equal(became, told);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Film_Always_IsCompleteExactlyWhenEveryDocumentIsSettled(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        if (step.After.Revision == 0) return;
        var film = new FilmByHand(ledger, table != nameof(Tables.WordsAlone));
        var settled = film.Documents.All(film.IsSettled);
        var told = step.Made.Any(entry => entry.Event is FilmCompleted);

        Assert.Equal(ledger.Paused ? ProjectStatus.Paused : settled ? ProjectStatus.Complete : null, Known(step.After.Status(branch.Table)));
        Assert.True(settled || !told, "Completion was told of an unfinished film.");
        if (step.Before.Revision == 0) return;
        var was = new FilmGraph(step.Before, branch.Table);
        Assert.Equal(settled && step.Made.Count > 0 && !was.Documents.All(id => was.Status(id) is DocumentStatus.Approved or DocumentStatus.Skipped), told);
    });

    /// <summary>The status where it tells of completion.</summary>
    private static ProjectStatus? Known(ProjectStatus status) => status is ProjectStatus.Paused or ProjectStatus.Complete ? status : null;
}
