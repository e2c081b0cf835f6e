using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What the service owes, and what becomes of the results.</summary>
public sealed class OwedPropertyTests
{
    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Owed_Always_HasItsNeedsSettledAndItsInputsApproved(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        var film = new FilmByHand(ledger, table != nameof(Tables.WordsAlone));
        foreach (var order in Every(branch, step))
        {
            Assert.Contains(order.Document, film.Documents);
            Assert.True(film.NeedsAreSettled(order.Document), $"{order.Id} is owed too early.");
            if (!order.IsTips) Assert.Equal(film.Inputs(order.Document), order.MadeFrom);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Owed_WhateverIsAskedForAndCanBeDrafted_IsThere(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        if (step.After.Revision == 0 || ledger.Deleted) return;
        var film = new FilmByHand(ledger, table != nameof(Tables.WordsAlone));
        var due = film.Documents.Where(id =>
            ledger[id] is { Skipped: false } page
            && !film.IsLeftOut(id)
            && (page.Asked is not null || (page.Untouched && id != DocumentId.Brief))
            && film.NeedsAreSettled(id)
            && (page.Asked is { Verb: not Verb.Write } || !film.WaitsItsTurn(id)));

        Assert.Equal(due.Order(), Every(branch, step).Where(order => !order.IsTips).Select(order => order.Document).Order());
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Owed_WhilePausedOrPastTheBudgetOrDeleted_IsNothing(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        var owed = step.After.Owed(branch.Table);
        var (tokens, pictures) = (ledger.TokensSpent >= ledger.Limits.Tokens, ledger.PicturesSpent >= ledger.Limits.Pictures);

        Assert.Equal(ledger.Paused, step.After.Paused);
        Assert.Equal(ledger.Deleted, step.After.Deleted);
        if (ledger.Paused || ledger.Deleted) Assert.Empty(owed);
        Assert.DoesNotContain(owed, order => NeedsPictures(order) ? pictures : tokens);
        Assert.DoesNotContain(step.After.Parked(branch.Table), order => NeedsPictures(order) ? !pictures : !tokens);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Budget_Spent_IsTheSumOverTheResultsTaken(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        Assert.Equal(ledger.TokensSpent, step.After.Budget.Tokens.Spent);
        Assert.Equal(ledger.PicturesSpent, step.After.Budget.Pictures.Spent);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void OrderId_Always_IsGivenOnce(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        if (!step.Made.Any(entry => entry.Event is DraftOrdered or TipsRequested)) return;

        Assert.Equal(ledger.Orders.Count, ledger.Orders.Select(order => order.Id).Distinct().Count());
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Result_OfWhatIsNotOwed_ChangesTheBudgetAtTheMostAndOnce(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Command is not Result result) return;
        var before = new Ledger(branch.Life(step.Entries));
        var film = new FilmByHand(before, table != nameof(Tables.WordsAlone));

        if (Answers(result, before, film))
        {
            Assert.NotEmpty(step.Made);
        }
        else if (before.Deleted || !IsUnpaid(before, result))
        {
            Assert.Empty(step.Made);
            Assert.Equal(step.Before, step.After);
        }
        else
        {
            var charged = Assert.IsType<UsageCharged>(Assert.Single(step.Made).Event);
            Assert.Equal((result.Document, result.Number), (charged.Document, charged.Number));
            Assert.Equal(step.Before.Budget.Spend(charged.Usage), step.After.Budget);
            Assert.Equal(WithoutMoney(step.Before), WithoutMoney(step.After));
        }
    });

    /// <summary>The result's order was given, and is among those of its document that are remembered as not charged yet.</summary>
    private static bool IsUnpaid(Ledger ledger, Result result)
    {
        var mark = $"{result.Document}{(result is TipsDone or TipsNotDone ? '~' : '@')}";
        return ledger.Unpaid.Where(id => id.StartsWith(mark, StringComparison.Ordinal)).TakeLast(DocumentState.MostUnpaid).Contains($"{mark}{result.Number}");
    }

    private static WritingProject WithoutMoney(WritingProject project) => project with
    {
        Revision = 0,
        ChangedAt = default,
        Budget = Budget.Of(0, 0),
        Documents = project.Documents.Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { Unpaid = [], Tips = entry.Value.Tips with { Unpaid = [] } })).ToDocumentMap(),
    };

    private static bool Answers(Result result, Ledger ledger, FilmByHand film)
    {
        if (ledger.Deleted || !film.Documents.Contains(result.Document) || film.IsLeftOut(result.Document) || !film.NeedsAreSettled(result.Document)) return false;
        var page = ledger[result.Document];
        if (result is TipsDone or TipsNotDone) return page.TipsOrder == result.Number;
        return page.Order is { } order
            && order.Number == result.Number
            && order.MadeFrom.Equals(film.Inputs(result.Document))
            && (order.Request.Verb != Verb.Write || !film.WaitsItsTurn(result.Document));
    }

    private static IEnumerable<WorkOrder> Every(Branch branch, Step step)
    {
        var resumed = step.After with { Paused = false };
        return resumed.Owed(branch.Table).Concat(resumed.Parked(branch.Table));
    }

    private static bool NeedsPictures(WorkOrder order) => !order.IsTips && order.Document.Kind is "portrait" or "frame";
}
