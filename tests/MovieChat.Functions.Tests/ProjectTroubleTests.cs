using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Functions.Projects;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Understudy;
using MovieChat.Workflows.Projects;
using Writing = MovieChat.Tests.Shared.Api.Writing;

namespace MovieChat.Functions.Tests;

/// <summary>A project's orchestration while a model hangs, and while storage fails.</summary>
public sealed class ProjectTroubleTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Project_DeletedWhileAModelWrites_IsRemovedWhenTheModelHasStopped()
    {
        var model = new HangingModel();
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), model);
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());
        await model.Asked;

        await desk.SubmitAsync(project, new DeleteProject { Id = CloudDesk.NewId(), By = CloudDesk.Writer });

        Assert.Null(await desk.Host.FindAsync(project, Ct));
        await CloudDesk.UntilAsync(() => desk.InstanceAsync(project), found => found?.RuntimeStatus is OrchestrationRuntimeStatus.Completed, "the orchestration's end");
        Assert.True(model.IsStopped);
        Assert.Empty(await desk.EntriesAsync(project));
        Assert.Null(await desk.Get<ProjectTable>().FindAsync(CloudDesk.Writer, project, Ct));
    }

    [Fact]
    public async Task Order_WithdrawnWhileAModelWrites_StopsTheModel()
    {
        var model = new HangingModel();
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), model);
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());
        await model.Asked;

        var brief = Writing.Brief();
        brief["tone"] = "warmer";
        await desk.EditAsync(project, DocumentId.Brief, 1, brief.ToJsonString());

        await CloudDesk.UntilAsync(() => Task.FromResult(model), found => found.IsStopped, "the model to be stopped");
        await desk.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft?.Number == 2, "the second draft");
    }

    [Fact]
    public async Task Project_ThatCanNotBeRead_RestsAndTheOthersGoOn()
    {
        var clients = await azurite.ClientsAsync();
        var plan = new ReminderPlan([TimeSpan.FromSeconds(1)], TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        string damaged, healthy;
        await using (var first = await CloudDesk.OpenAsync(clients, plan: plan)) (damaged, healthy) = (await first.BeginAsync("{}"), await first.BeginAsync("{}"));
        var journal = clients.Tables.GetTableClient("Journal");
        await foreach (var row in journal.QueryAsync<TableEntity>(row => row.PartitionKey == damaged, cancellationToken: Ct))
        {
            row["Event"] = "the butler";
            await journal.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);
        }

        // What a process has read itself it need not read again.
        await using var desk = await CloudDesk.OpenAsync(clients, plan: plan);
        foreach (var project in (string[])[damaged, healthy])
        {
            await desk.Client.ScheduleNewOrchestrationInstanceAsync(ProjectFunctions.WritingProject, new LoopState(), new(ProjectInstance.IdOf(project)), Ct);
        }

        await CloudDesk.UntilAsync(() => desk.InstanceAsync(damaged), found => found?.SerializedCustomStatus?.Contains("\"Revision\":0", StringComparison.Ordinal) is true, "the damage to be seen");
        var (looks, reminders) = (desk.Looks(damaged), (await desk.ReadAsync(healthy)).LastReminder?.Number ?? 0);
        await desk.UntilAsync(healthy, film => film.LastReminder?.Number >= reminders + 3, "more reminders");

        Assert.Equal(looks, desk.Looks(damaged));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await desk.InstanceAsync(damaged))!.RuntimeStatus);
    }

    [Fact]
    public async Task Storage_ThatFailsForAWhile_DelaysTheWorkAndLosesNothing()
    {
        var outage = new Outage();
        await azurite.ClientsAsync();
        await using var desk = await CloudDesk.OpenAsync(await azurite.ConnectAsync(outage));
        await using var calm = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = CloudDesk.NewProject();
        await calm.Get<ProjectJournal>().AdvanceAsync(project, WritingProject.None, await calm.StartOfAsync(project, Writing.Start("brief").ToJsonString()), Ct);

        outage.Fail(requests: 4);
        await desk.Client.ScheduleNewOrchestrationInstanceAsync(ProjectFunctions.WritingProject, new LoopState(Announced: 0), new(ProjectInstance.IdOf(project)), Ct);

        await calm.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null, "ideas");
        Assert.Equal(0, outage.Left);
        Assert.Single(await calm.EntriesAsync(project), entry => entry.Event is DraftReceived);
    }

    /// <summary>Never answers its first call, and every later one as the understudy.</summary>
    private sealed class HangingModel() : DelegatingChatClient(new UnderstudyChatClient())
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;

        public Task Asked => _asked.Task;

        public bool IsStopped { get; private set; }

        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _calls) > 1) return await base.GetResponseAsync(messages, options, cancellationToken);
            _asked.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                IsStopped = true;
            }

            throw new InvalidOperationException("It waits for ever.");
        }
    }

    /// <summary>A storage that refuses some requests.</summary>
    private sealed class Outage : HttpPipelineSynchronousPolicy
    {
        private int _left;

        public int Left => Math.Max(0, Volatile.Read(ref _left));

        public void Fail(int requests) => _left = requests;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (Interlocked.Decrement(ref _left) >= 0) throw new Azure.RequestFailedException(503, "Busy", "ServerBusy", null);
        }
    }
}
