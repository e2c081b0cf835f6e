using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The writer is at the helm, whatever happens and in whatever order.</summary>
public sealed class DecisionPropertyTests
{
    public static TheoryData<string> Names => Tables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_WithoutADecisionOnIt_IsNeverApproved(string table) => Histories.HoldInEveryState(table, (ledger, branch, step) =>
    {
        foreach (var entry in step.Made.Where(entry => entry.Event is DraftApproved))
        {
            var approved = (DraftApproved)entry.Event;
            Assert.True(DecidesOn(step.Command, approved), $"{step.Command} approved {approved}.");
            Assert.Equal(step.Command.By, entry.By);
        }

        foreach (var (id, document) in step.After.Documents) Assert.Equal(ledger[id].Approved, document.Approved?.Ref);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Approve_Taken_MakesTheOptionPartOfTheFilm(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step is not { Command: Approve approve, Outcome: Outcome.Accepted } || IsRepeated(step)) return;

        Assert.Equal(approve.Draft, step.After.ApprovedRef(approve.Document)?.Draft);
        Assert.Contains(new FilmGraph(step.After, branch.Table).Status(approve.Document), new[] { DocumentStatus.Approved, DocumentStatus.Stale });
        if (approve.Option is { } option) Assert.Equal(option, step.After.ApprovedRef(approve.Document)?.Option);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Decision_OnAnotherDraftThanTheCurrent_IsRefusedWithTheCurrentNumber(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Command is not Decide decide || decide is Restore || IsRepeated(step) || step.Before.Deleted) return;
        if (!new FilmGraph(step.Before, branch.Table).Has(decide.Document)) return;
        var current = step.Before.Documents.TryGetValue(decide.Document, out var document) && document.Draft is { } draft ? draft.Number : 0;
        var refused = step.Outcome is Outcome.Rejected { Rejection: { Kind: RejectionKinds.StaleDecision } rejection } ? rejection : null;

        Assert.Equal(decide.Draft != current, refused is not null);
        if (refused is null) return;
        Assert.Equal(current, refused.CurrentDraft);
        Assert.Contains($"draft {current} is the current one", refused.Message, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Command_Repeated_MakesNothing(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Outcome is not Outcome.Accepted || step.Made.Count == 0) return;
        var again = Assert.IsType<Outcome.Accepted>(step.After.Decide(step.Command, DateTimeOffset.UnixEpoch, branch.Table));

        Assert.Empty(again.Entries);
        Assert.Equal(step.After, again.Project);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Command_Refused_NamesAReasonAndChangesNothing(string table) => Histories.HoldAtEveryStep(table, (ledger, branch, step) =>
    {
        if (step.Outcome is not Outcome.Rejected { Rejection: var rejection }) return;

        Assert.Equal(step.Entries, step.Before.Revision);
        Assert.NotEmpty(rejection.Kind);
        Assert.EndsWith(".", rejection.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", rejection.Message, StringComparison.Ordinal);
        Assert.True(step.Command is not (Result or WaitingCommand) || step.Before.Deleted || step.Before.Revision == 0);
    });

    /// <summary>The same id was taken before.</summary>
    private static bool IsRepeated(Step step) => step.Before.Commands.Contains(step.Command.Id);

    private static bool DecidesOn(Command command, DraftApproved approved) => command switch
    {
        Approve approve => approve.Document == approved.Document && approve.Draft == approved.Draft && (approve.Option ?? approved.Option) == approved.Option,
        Edit edit => edit.Document == approved.Document,
        StartProject start => start.Brought.ContainsKey(approved.Document),
        _ => false,
    };
}
