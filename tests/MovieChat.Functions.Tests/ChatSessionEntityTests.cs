using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using MovieChat.Core.Chatting;
using MovieChat.Functions.Chats;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Chats;

namespace MovieChat.Functions.Tests;

/// <summary>What a chat's entity remembers, and whom it tells.</summary>
public sealed class ChatSessionEntityTests(AzuriteFixture azurite)
{
    [Fact]
    public void Entity_IsAFunctionOfItsName()
    {
        var run = typeof(ChatFunctions).GetMethod(nameof(ChatFunctions.RunAsync))!;

        Assert.Equal(ChatFunctions.ChatSession, run.GetCustomAttribute<FunctionAttribute>()!.Name);
        Assert.Equal(ChatFunctions.ChatSession, run.GetParameters()[0].GetCustomAttribute<EntityTriggerAttribute>()!.EntityName);
    }

    [Fact]
    public async Task Announcements_ScheduleOneLook()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var operation = new Operation("p:c");

        await RunAsync(desk, operation, "announce");
        await RunAsync(desk, operation, "announce");

        var (name, options) = Assert.Single(operation.Signals);
        Assert.Equal("Look", name);
        Assert.InRange(options!.SignalTime!.Value - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(21));
    }

    [Fact]
    public async Task Look_AtAChatThatOwesNothing_ForgetsIt()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var operation = new Operation($"{new ChatAddress(CloudDesk.NewProject(), CloudDesk.NewProject())}");
        await RunAsync(desk, operation, "announce");

        await RunAsync(desk, operation, "look");

        Assert.Single(operation.Signals);
        Assert.Null(operation.Stored);
    }

    [Fact]
    public async Task Look_AtADamagedChat_FailsNothingAndComesAgain()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync());
        var project = await desk.BeginAsync("""{"synopsis":{"lines":["A.","B.","C.","D.","E."]}}""");
        var chat = new ChatAddress(project, CloudDesk.NewProject());
        await desk.Get<ChatJournal>().AdvanceAsync(chat, ChatSession.None, new StartChat(chat.Chat, project, null, null), TestContext.Current.CancellationToken);
        var row = new Azure.Data.Tables.TableEntity($"{chat}", $"{2:D19}.{chat}") { ["Sequence"] = 2L, ["At"] = "yesterday", ["Event"] = "{" };
        await (await azurite.ClientsAsync()).Tables.GetTableClient("Messages").AddEntityAsync(row, TestContext.Current.CancellationToken);
        var operation = new Operation($"{chat}");

        await RunAsync(desk, operation, "look");

        Assert.True(Assert.Single(operation.Signals).Options!.SignalTime > DateTimeOffset.UtcNow + TimeSpan.FromHours(1));
    }

    private static async Task RunAsync(CloudDesk desk, Operation operation, string name) =>
        await ((ITaskEntity)new ChatSessionEntity(desk.Get<ChatDesk>())).RunAsync(operation.Named(name));

    /// <summary>An operation as the worker hands it to an entity, and what becomes of it.</summary>
    private sealed class Operation(string key) : TaskEntityOperation
    {
        private string _name = "";

        public List<(string Name, SignalEntityOptions? Options)> Signals { get; } = [];

        public object? Stored { get; private set; }

        public override string Name => _name;

        public override TaskEntityContext Context => new Recorder(this, key);

        public override TaskEntityState State => new Memory(this);

        public override bool HasInput => false;

        public override object? GetInput(Type inputType) => null;

        public Operation Named(string name)
        {
            _name = name;
            return this;
        }

        private sealed class Recorder(Operation operation, string key) : TaskEntityContext
        {
            public override EntityInstanceId Id => new(ChatFunctions.ChatSession, key);

            public override void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
            {
                Assert.Equal(Id, id);
                operation.Signals.Add((operationName, options));
            }

            public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null) => throw new NotSupportedException("No orchestration is begun by a chat.");
        }

        private sealed class Memory(Operation operation) : TaskEntityState
        {
            public override bool HasState => operation.Stored is not null;

            public override object? GetState(Type type) => operation.Stored;

            public override void SetState(object? state) => operation.Stored = state;
        }
    }
}
