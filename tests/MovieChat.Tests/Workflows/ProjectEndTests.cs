using Azure;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Tests.Local;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

public sealed class ProjectEndTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_WithoutForks_LeavesNothing()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.DeliverAsync(await workshop.BeginAsync("brief"));
        await workshop.Snapshots.WriteAsync(project, Ct);

        project = await EndAsync(workshop, project);
        await workshop.End.RemoveAsync(project, Ct);

        Assert.Empty(await workshop.LeftAsync(project.Id));
    }

    [Fact]
    public async Task End_OfAForkedProject_KeepsItsTextsUntilTheLastForkIsGone()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await workshop.BeginAsync("brief");
        var fork = await workshop.ForkAsync(source);
        var second = await workshop.ForkAsync(fork);

        source = await EndAsync(workshop, source);
        fork = await EndAsync(workshop, fork);

        using var reader = await Workshop.OpenAsync(azurite);
        Assert.Equal(90, (await reader.Films.ReadAsync(await reader.ReadAsync(second.Id), withDrafts: false, Ct)).Brief?.LengthMinutes);
        second = await EndAsync(workshop, second);
        foreach (var id in (string[])[source.Id, fork.Id, second.Id]) Assert.Empty(await workshop.LeftAsync(id));
    }

    /// <summary>A journal of several transactions' rows, so that an interruption can leave its end without its beginning.</summary>
    [Fact]
    public async Task End_InterruptedAtAnyOperation_IsFinishedFromWhatIsLeft()
    {
        var troubles = new Troubles();
        using var interrupted = new Workshop(await azurite.ConnectAsync(troubles));
        using var workshop = await Workshop.OpenAsync(azurite);
        var (steps, isDone) = (0, false);
        while (!isDone)
        {
            var project = await LongAsync(workshop);
            var left = ++steps;
            troubles.Failing = _ => --left <= 0;
            isDone = await Record.ExceptionAsync(() => interrupted.End.RemoveAsync(project, Ct)) is not RequestFailedException;

            var found = await workshop.ReadAsync(project.Id);
            Assert.True(found.Revision == 0 || found.Deleted, $"Interrupted at operation {steps}, the project lives at revision {found.Revision}.");
            if (found.Revision > 0) await workshop.End.RemoveAsync(found, Ct);
            Assert.Empty(await workshop.LeftAsync(project.Id));
        }

        Assert.True(steps > 10, $"{steps} operations remove no journal of several transactions.");
    }

    [Fact]
    public async Task End_OfAProjectWhoseForkNeverBegan_LeavesNothingAndItNeverBegins()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var (source, fork) = (await workshop.BeginAsync("brief"), Samples.Project());
        var begin = Assert.IsType<Intake.Ready>(await workshop.Start.ForkAsync(source, fork, "The Bridge", Workshop.Writer, "fork", Ct)).Command;

        source = await EndAsync(workshop, source);
        var late = await workshop.Journal.AdvanceAsync(fork, WritingProject.None, begin, Ct);
        await workshop.End.RemoveAsync(late.Project, Ct);
        var later = await workshop.Journal.AdvanceAsync(fork, WritingProject.None, begin, Ct);

        Assert.Empty(await workshop.LeftAsync(source.Id));
        Assert.Equal([RejectionKinds.AlreadyStarted, RejectionKinds.AlreadyStarted], ((Advance[])[late, later]).Select(advance => advance.Rejection?.Kind));
        Assert.True(later.Project.Deleted);
    }

    [Fact]
    public async Task End_OfAForkWhoseSourceIsGone_RemovesBothAndForksThatNeverBegan()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await workshop.BeginAsync("brief");
        var fork = await workshop.ForkAsync(source);
        await workshop.Start.ForkAsync(source, Samples.Project(), "The Dam", Workshop.Writer, "fork", Ct);
        await workshop.Start.ForkAsync(fork, Samples.Project(), "The Dam", Workshop.Writer, "fork", Ct);

        source = await EndAsync(workshop, source);
        fork = await EndAsync(workshop, fork);

        foreach (var id in (string[])[source.Id, fork.Id]) Assert.Empty(await workshop.LeftAsync(id));
    }

    [Fact]
    public async Task End_OfAProjectWithADamagedFork_KeepsItsTexts()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await workshop.BeginAsync("brief");
        var fork = await workshop.ForkAsync(source);
        var first = new TableEntity(fork.Id, $"{1:D19}.{fork.Id}") { ["Event"] = "{}" };
        await workshop.Clients.Tables.GetTableClient("Journal").UpdateEntityAsync(first, ETag.All, TableUpdateMode.Merge, Ct);

        source = await EndAsync(workshop, source);

        Assert.Contains(await workshop.LeftAsync(source.Id), place => place.StartsWith("Drafts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fork_OfAProjectDeletedMeanwhile_IsRefusedAndLeavesNothing()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var (gone, kept) = (await workshop.BeginAsync("brief"), await workshop.BeginAsync("brief"));
        await workshop.ForkAsync(kept);
        await EndAsync(workshop, gone);
        await EndAsync(workshop, kept);

        foreach (var source in (WritingProject[])[gone, kept])
        {
            var id = Samples.Project();
            var refused = Assert.IsType<Intake.Refused>(await workshop.Start.ForkAsync(source, id, "The Bridge", Workshop.Writer, "fork", Ct));
            Assert.Equal(RejectionKinds.NotStarted, refused.Rejection.Kind);
            Assert.DoesNotContain($"Journal: fork-{id}", await workshop.LeftAsync(source.Id));
        }
    }

    /// <summary>A deleted project of 250 events, of which nothing is removed yet.</summary>
    private static async Task<WritingProject> LongAsync(Workshop workshop)
    {
        var project = await workshop.BeginAsync("brief");
        foreach (var some in Enumerable.Range((int)project.Revision + 1, 250).Chunk(90))
        {
            await workshop.Table.AppendAsync(project.Id, [.. some.Select(place => Samples.Entry(place, new BudgetChanged(1_000_000, place), WritingProject.Service))], isOneOff: true, Ct);
        }

        project = await workshop.ReadAsync(project.Id);
        return await workshop.SubmitAsync(project.Id, project, new DeleteProject { Id = "end", By = Workshop.Writer });
    }

    private static async Task<WritingProject> EndAsync(Workshop workshop, WritingProject project)
    {
        var ended = await workshop.SubmitAsync(project.Id, project, new DeleteProject { Id = $"end {project.Id}", By = Workshop.Writer });
        await workshop.End.RemoveAsync(ended, Ct);
        return ended;
    }
}
