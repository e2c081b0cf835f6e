using Microsoft.DurableTask.Client;
using MovieChat.Core.Journey;
using MovieChat.Functions.Projects;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Projects;
using Writing = MovieChat.Tests.Shared.Api.Writing;

namespace MovieChat.Functions.Tests;

/// <summary>A project's orchestration on the durable engine.</summary>
public sealed class ProjectLoopTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Film_FromBriefToLastScene_IsCarriedOnByNamedActivities()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());

        await MakeFilmAsync(desk, project);

        await AssertNamedActivitiesAsync(desk, project, "ideas", "synopsis", "cast", "profile", "plot", "scenes", "dialogue");
    }

    [Fact]
    public async Task Pictures_FromLookToLastFrame_AreCarriedOnByNamedActivities()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync(Writing.WholeFilm.ToJsonString(), hasPictures: true);

        await MakeFilmAsync(desk, project);

        await AssertNamedActivitiesAsync(desk, project, "look", "portrait", "shots", "frame");
    }

    private static async Task AssertNamedActivitiesAsync(CloudDesk desk, string project, params string[] kinds)
    {
        var entries = await desk.EntriesAsync(project);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        var orders = entries.Select(entry => entry.Event).OfType<DraftOrdered>().ToArray();
        Assert.Equal(kinds, orders.Select(order => order.Document.Kind).Distinct());
        Assert.Equal(orders.Length, entries.Count(entry => entry.Event is DraftReceived));
        Assert.Equal(
            orders.Select(order => NameOf(order.Document.Kind)).Order(),
            desk.Activities.Where(name => name != ProjectFunctions.Advance).Order());
    }

    [Fact]
    public async Task History_OfAFilm_HoldsNoWordOfIt()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync(Writing.Before("plot").ToJsonString());
        var film = await desk.UntilAsync(project, film => film.Document(DocumentId.Plot).Draft is not null, "a plot");

        var seen = await CloudDesk.UntilAsync(() => desk.InstanceAsync(project), found => found?.SerializedCustomStatus?.Contains("[]", StringComparison.Ordinal) is true, "an instance at rest");

        Assert.Equal($$"""{"Revision":{{film.Revision}},"Orders":[]}""", seen!.SerializedCustomStatus);
        Assert.Equal("""{"Standing":null,"Announced":0,"Version":1}""", seen.SerializedInput);
        Assert.Null(seen.SerializedOutput);
    }

    [Fact]
    public async Task Append_ThatCameAfterItsAnnouncement_IsFound()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = CloudDesk.NewProject();
        var start = await desk.StartOfAsync(project, Writing.Start("brief").ToJsonString());
        await desk.Client.ScheduleNewOrchestrationInstanceAsync(ProjectFunctions.WritingProject, new LoopState(Announced: 0), new(ProjectInstance.IdOf(project)), Ct);
        await CloudDesk.UntilAsync(() => Task.FromResult(desk.Activities), found => found.Contains(ProjectFunctions.Advance), "a first look");

        await desk.Get<ProjectJournal>().AdvanceAsync(project, WritingProject.None, start, Ct);

        await desk.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null, "ideas");
    }

    [Fact]
    public async Task Project_ThatWaits_RemindsAndFallsSilent()
    {
        var plan = new ReminderPlan([TimeSpan.FromSeconds(1)], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), plan: plan);
        var project = await desk.BeginAsync("{}");

        await desk.UntilAsync(project, film => film.ParkedAt is not null, "silence");

        var waiting = (await desk.EntriesAsync(project)).Select(entry => entry.Event).OfType<WaitingEvent>().ToArray();
        Assert.IsType<ProjectParked>(waiting[^1]);
        Assert.Equal(Enumerable.Range(1, waiting.Length - 1), waiting.SkipLast(1).Select(each => Assert.IsType<WriterReminded>(each).Number));
        Assert.True(waiting.Length > 1, "There was no reminder.");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await desk.InstanceAsync(project))!.RuntimeStatus);
    }

    [Fact]
    public async Task History_OfManyTurns_BeginsAnewAndTheFilmGoesOn()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());
        for (var turn = 1; turn <= 25; turn++)
        {
            var looks = desk.Activities.Count;
            await desk.SubmitAsync(project, new ChangeBudget(1_000_000 + turn, 10) { Id = CloudDesk.NewId(), By = CloudDesk.Writer, IsOneOff = true });
            await desk.UntilAsync(project, _ => desk.Activities.Count > looks, "a look");
        }

        await CloudDesk.UntilAsync(() => desk.InstanceAsync(project), found => found?.SerializedInput?.Contains("\"Revision\":", StringComparison.Ordinal) is true, "a history begun anew");
        await desk.ApproveAsync(project, DocumentId.Ideas, 1);

        await desk.UntilAsync(project, film => film.Document(DocumentId.Synopsis).Draft is not null, "a synopsis");
    }

    [Fact]
    public async Task History_OfANewerVersion_IsRefusedAndTheNextDecisionBeginsAnew()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = CloudDesk.NewProject();
        await desk.Client.ScheduleNewOrchestrationInstanceAsync(ProjectFunctions.WritingProject, new LoopState(Version: ProjectLoop.Version + 1), new(ProjectInstance.IdOf(project)), Ct);
        var failed = await CloudDesk.UntilAsync(() => desk.InstanceAsync(project), found => found?.IsCompleted is true, "the orchestration's end");
        Assert.Contains("deploy the newer version", failed!.FailureDetails?.ErrorMessage, StringComparison.Ordinal);

        await desk.SubmitAsync(project, await desk.StartOfAsync(project, Writing.Start("brief").ToJsonString()));

        await desk.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null, "ideas");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orchestration_ThatIsGone_IsBegunByTheNextDecision(bool isPurged)
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());
        var ideas = await desk.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null, "ideas");
        await desk.Client.TerminateInstanceAsync(ProjectInstance.IdOf(project), cancellation: Ct);
        await CloudDesk.UntilAsync(() => desk.InstanceAsync(project), found => found?.IsCompleted is true, "the orchestration's end");
        if (isPurged) await desk.Client.PurgeInstanceAsync(ProjectInstance.IdOf(project), Ct);

        await desk.ApproveAsync(project, DocumentId.Ideas, ideas.Document(DocumentId.Ideas).Draft!.Number);

        await desk.UntilAsync(project, film => film.Document(DocumentId.Synopsis).Draft is not null, "a synopsis");
    }

    private static async Task MakeFilmAsync(CloudDesk desk, string project)
    {
        while (true)
        {
            var film = await desk.UntilAsync(project, found => found.Status() is ProjectStatus.Complete or ProjectStatus.AwaitingWriter, "a decision to make");
            if (film.Status() is ProjectStatus.Complete) return;
            var awaiting = new FilmGraph(film).Awaiting.ToArray();
            Assert.NotEmpty(awaiting);
            foreach (var document in awaiting) await desk.ApproveAsync(project, document, film.Document(document).Draft!.Number);
        }
    }

    private static string NameOf(string kind) => kind switch
    {
        "ideas" => "WriteIdeas",
        "synopsis" => "WriteSynopsis",
        "cast" => "CreateCast",
        "profile" => "DescribeCharacter",
        "plot" => "WritePlot",
        "scenes" => "SelectScenes",
        "dialogue" => "WriteDialogue",
        "look" => "DesignLook",
        "portrait" => "RenderPortraits",
        "shots" => "ListShots",
        "frame" => "RenderFrame",
        _ => throw new ArgumentException(kind),
    };
}
