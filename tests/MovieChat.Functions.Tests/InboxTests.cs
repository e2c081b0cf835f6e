using MovieChat.Functions.Inbox;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Functions.Tests;

/// <summary>What came from other surfaces is answered by an orchestration each, which leaves nothing.</summary>
public sealed class InboxTests(AzuriteFixture azurite)
{
    private readonly Handler _handler = new();
    private readonly string _id = CloudDesk.NewId();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_ThatCameTwice_IsAnsweredOnce()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), handler: _handler);

        Assert.True(await desk.Get<InboxDoor>().AcceptAsync(Handler.Name, _id, "hello", Ct));
        await UntilHandledAsync("hello");
        Assert.False(await desk.Get<InboxDoor>().AcceptAsync(Handler.Name, _id, "hello", Ct));

        await desk.Get<InboxDoor>().AcceptAsync(Handler.Name, CloudDesk.NewId(), "and on", Ct);
        await UntilHandledAsync("and on");
        Assert.Equal(["hello", "and on"], _handler.Handled);
    }

    [Fact]
    public async Task Message_WhileTheSurfaceDoesNotAnswer_IsTriedAgain()
    {
        _handler.Troubles = 1;
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), handler: _handler);

        await desk.Get<InboxDoor>().AcceptAsync(Handler.Name, _id, "hello", Ct);

        await UntilHandledAsync("hello");
    }

    [Fact]
    public async Task Message_AnsweredLongAgo_IsForgottenWithItsOrchestration()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), handler: _handler);
        var inbox = desk.Get<InboxTable>();
        var (old, _) = await inbox.AddAsync(Handler.Name, _id, "long ago", DateTimeOffset.UtcNow - InboxTable.Kept - TimeSpan.FromHours(1), Ct);
        await inbox.DoneAsync(old, Ct);
        await desk.Get<IInboxHost>().AnnounceAsync(old);
        await desk.Client.WaitForInstanceCompletionAsync(InboxFunctions.InstanceOf(old), Ct);

        await desk.Get<InboxDoor>().AcceptAsync(Handler.Name, CloudDesk.NewId(), "hello", Ct);

        await CloudDesk.UntilAsync(() => inbox.OldAsync(DateTimeOffset.UtcNow, Ct).ContainsAsync(old, cancellationToken: Ct).AsTask(), isThere => !isThere, "the row to go");
        Assert.Null(await desk.Client.GetInstanceAsync(InboxFunctions.InstanceOf(old), Ct));
        Assert.Equal(["hello"], _handler.Handled);
    }

    private Task<bool> UntilHandledAsync(string body) => CloudDesk.UntilAsync(() => Task.FromResult(_handler.Handled.Contains(body)), isThere => isThere, $"'{body}' to be answered");

    private sealed class Handler : IInboxHandler
    {
        public const string Name = "board";

        private readonly List<string> _handled = [];

        /// <summary>How often the surface does not answer first.</summary>
        public int Troubles { get; set; }

        public IReadOnlyList<string> Handled
        {
            get
            {
                lock (_handled) return [.. _handled];
            }
        }

        public string Surface => Name;

        public Task HandleAsync(InboxItem item, CancellationToken cancellationToken)
        {
            if (Troubles-- > 0) throw new HttpRequestException("It is closed.");
            lock (_handled) _handled.Add(item.Body);
            return Task.CompletedTask;
        }
    }
}
