using Microsoft.Extensions.Time.Testing;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Notices;

public sealed class NoticeDeliveryTests(AzuriteFixture azurite)
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly SurfaceDouble _surface = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_ThatIsReady_IsToldOnceWithWhatItOffers()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);

        await delivery.DeliverAsync(project, Ct);
        await delivery.DeliverAsync(project, Ct);

        var told = Assert.Single(_surface.Told);
        Assert.Equal(NoticeTypes.DraftReady, told.Notice.Type);
        Assert.Equal(new Offer(project.Id, DocumentId.Ideas, 1, DocumentStatus.AwaitingApproval), told.Offer);
        Assert.Equal(4, told.Card.Options.Count);
        Assert.StartsWith("https://film.example/a/", told.Card.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfAnOfferThatWasAnswered_TellsWhatBecameOfIt()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        await delivery.DeliverAsync(project, Ct);

        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 2 });
        await delivery.DeliverAsync(project, Ct);

        var message = Assert.Single(_surface.Messages).Value;
        Assert.StartsWith("Approved, option 2. (wren, ", message.Outcome, StringComparison.Ordinal);
        Assert.Empty(message.Actions);
        Assert.Empty(message.Options);
    }

    [Fact]
    public async Task Offer_AnsweredBeforeItIsTold_IsNoQuestionAnyMore()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 2 });

        await delivery.DeliverAsync(project, Ct);

        Assert.Empty(_surface.Told);
    }

    [Fact]
    public async Task Events_WhileASurfaceFails_WaitInTheirOrder()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop, NoticeTypes.DraftReady, NoticeTypes.WriterReminded);
        project = await shop.SubmitAsync(project.Id, project, new RemindWriter(1, project.ChangedAt.AddDays(1)) { Id = "reminder@1", By = WritingProject.Service, WaitingSince = project.ChangedAt });
        _surface.Fail(new Delivery.Failed("It is closed."), new Delivery.Failed("It is closed."));

        var first = await delivery.DeliverAsync(project, Ct);
        Assert.Equal(1, _surface.Calls);
        var early = await delivery.DeliverAsync(project, Ct);
        Assert.Equal(1, _surface.Calls);
        _clock.SetUtcNow(first.Next!.Value);
        var second = await delivery.DeliverAsync(project, Ct);
        _clock.SetUtcNow(second.Next!.Value);
        var third = await delivery.DeliverAsync(project, Ct);

        Assert.Equal(first.Next, early.Next);
        Assert.Null(third.Next);
        Assert.Equal([NoticeTypes.DraftReady, NoticeTypes.WriterReminded], _surface.Told.Select(told => told.Notice.Type));
    }

    [Fact]
    public async Task Failure_WithAWishOfTheReceiver_WaitsAsLong()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        _surface.Fail(new Delivery.Failed("Too much.", TimeSpan.FromMinutes(7)));

        var deliveries = await delivery.DeliverAsync(project, Ct);

        Assert.Equal(_clock.GetUtcNow().AddMinutes(7), deliveries.Next);
    }

    [Fact]
    public async Task Receiver_ThatIsGone_IsToldNothingUntilTheWriterSaysSo()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        _surface.Fail(new Delivery.Gone("The channel was deleted."));

        await delivery.DeliverAsync(project, Ct);
        var after = await delivery.DeliverAsync(project, Ct);

        Assert.Null(after.Next);
        Assert.Equal(1, _surface.Calls);
        var (progress, tag) = (await table.ProgressAsync(project.Id, "board1", Ct))!.Value;
        Assert.Equal("The channel was deleted.", progress.Disabled);
        await table.PutProgressAsync(project.Id, "board1", progress with { Disabled = null }, tag, Ct);
        await delivery.DeliverAsync(project, Ct);
        Assert.Single(_surface.Told);
    }

    [Fact]
    public async Task Event_ThatFailsForDays_IsGivenUpListedAndDeliveredWhenAskedFor()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        var most = RetryPlan.Usual.Delays.Count + 1;
        _surface.Fail(Enumerable.Repeat<Delivery>(new Delivery.Failed("It is closed."), most + 1));

        while ((await delivery.DeliverAsync(project, Ct)).Next is { } next) _clock.SetUtcNow(next);

        var given = Assert.Single(await table.ListUndeliveredAsync(project.Id, "board1", Ct).ToListAsync(Ct));
        Assert.Equal((NoticeTypes.DraftReady, most, "It is closed."), (given.Type, given.Attempts, given.Reason));
        var subscription = SurfaceDouble.Of(project);
        Assert.IsType<Delivery.Failed>(await delivery.ReplayAsync(project, subscription, given.Sequence, Ct));
        Assert.Equal(most + 1, (await table.FindUndeliveredAsync(project.Id, "board1", given.Sequence, Ct))!.Attempts);
        _surface.Fail([new Delivery.Gone("It was closed for good.")]);
        Assert.IsType<Delivery.Gone>(await delivery.ReplayAsync(project, subscription, given.Sequence, Ct));
        Assert.Equal("It was closed for good.", (await table.FindUndeliveredAsync(project.Id, "board1", given.Sequence, Ct))!.Reason);
        Assert.IsType<Delivery.Delivered>(await delivery.ReplayAsync(project, subscription, given.Sequence, Ct));
        Assert.Empty(await table.ListUndeliveredAsync(project.Id, "board1", Ct).ToListAsync(Ct));
        Assert.Null(await delivery.ReplayAsync(project, subscription, given.Sequence, Ct));
        Assert.Single(_surface.Told);
    }

    /// <summary>What one command made is one row of the journal: a cursor in the middle of it is no place where a row begins.</summary>
    [Fact]
    public async Task Cursor_BetweenTwoEventsOfOneCommand_GoesOnWithTheSecond()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var project = await shop.DeliverAsync(await shop.BeginAsync("brief", "ideas", "synopsis"));
        project = await shop.DeliverAsync(await shop.DecideAsync(project, "cast", new() { Verb = "approve", Option = 1 }));
        project = await shop.EditAsync(project, "synopsis", Shared.Api.Writing.Synopsis());
        var stale = (await shop.EntriesAsync(project.Id)).Where(entry => entry.Event is DocumentTurnedStale).ToArray();
        Assert.True(stale.Length > 1);
        var table = new SubscriptionTable(shop.Clients);
        await table.AddAsync(SurfaceDouble.Of(project, "board1", NoticeTypes.DraftStale), stale[0].Sequence, Ct);

        await shop.NoticesBy(_clock, _surface).DeliverAsync(project, Ct);

        Assert.Equal(stale.Skip(1).Select(entry => entry.Sequence), _surface.Told.Select(told => told.Notice.Entry.Sequence));
    }

    [Fact]
    public async Task Subscriptions_OfOneProject_DoNotWaitForOneAnother()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        await table.AddAsync(SurfaceDouble.Of(project, "board2"), 0, Ct);
        _surface.Fail(new Delivery.Failed("It is closed."));

        await delivery.DeliverAsync(project, Ct);

        Assert.Equal(2, _surface.Calls);
        Assert.Single(_surface.Told);
    }

    [Fact]
    public async Task Deliveries_OfTwoProcessesAtOnce_AreAllMadeAndEndAtTheSamePlace()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        var other = new SurfaceDouble();

        await Task.WhenAll(delivery.DeliverAsync(project, Ct), shop.NoticesBy(_clock, other).DeliverAsync(project, Ct));

        Assert.InRange(_surface.Told.Count + other.Told.Count, 1, 2);
        await delivery.DeliverAsync(project, Ct);
        Assert.Equal(project.Revision, (await table.ProgressAsync(project.Id, "board1", Ct))!.Value.Progress.Cursor);
    }

    [Fact]
    public async Task Message_OfADraftThatCameBack_TellsWhatBecameOfItThen()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        await delivery.DeliverAsync(project, Ct);
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 2 });
        await delivery.DeliverAsync(project, Ct);
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "reopen" });
        await shop.PostsOn(_surface).RememberAsync(Offer.Of(project, DocumentId.Ideas)!, "board1", "the second message", Ct);
        await delivery.DeliverAsync(project, Ct);
        Assert.DoesNotContain("the second message", _surface.Messages);

        project = await shop.DecideAsync(project, "ideas", new() { Verb = "revise", Notes = "More rain." });
        await delivery.DeliverAsync(project, Ct);

        Assert.StartsWith("Approved, option 2.", _surface.Messages["message 1"].Outcome, StringComparison.Ordinal);
        Assert.StartsWith("Changes were asked for: More rain.", _surface.Messages["the second message"].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfAnOfferThatEndsByAnotherDocument_IsClosedAsWell()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        project = await shop.DeliverAsync(await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 1 }));
        project = await shop.DecideAsync(project, "synopsis", new() { Verb = "approve", Option = 1 });
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "reopen" });
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 2 });
        await delivery.DeliverAsync(project, Ct);
        var asked = Assert.Single(_surface.Told, told => told.Offer is { Status: DocumentStatus.Stale } offer && offer.Document == DocumentId.Synopsis);

        // What it was made from stands there again: nothing of the synopsis itself happens.
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "reopen" });
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 1 });
        await delivery.DeliverAsync(project, Ct);

        Assert.Null(Offer.Of(project, DocumentId.Synopsis));
        Assert.StartsWith("It fits what it was made from again.", _surface.Messages[$"message {_surface.Told.IndexOf(asked) + 1}"].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_RememberedAfterItsAnswer_IsClosedWhenItIsLookedAt()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, _, table) = await SubscribedAsync(shop);
        var (posts, offer) = (shop.PostsOn(_surface), Offer.Of(project, DocumentId.Ideas)!);
        project = await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 3 });
        await posts.RememberAsync(offer, "board1", "a late message", Ct);

        Assert.Null(await posts.SettleAsync(project, SurfaceDouble.Of(project), Ct));

        Assert.StartsWith("Approved, option 3.", _surface.Messages["a late message"].Outcome, StringComparison.Ordinal);
        Assert.Empty(await table.ListPostsAsync(project.Id, "board1", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Event_ThatIsRefused_IsListedAndHoldsUpNothing()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop, NoticeTypes.DraftReady, NoticeTypes.WriterReminded);
        project = await shop.SubmitAsync(project.Id, project, new RemindWriter(1, project.ChangedAt.AddDays(1)) { Id = "reminder@1", By = WritingProject.Service, WaitingSince = project.ChangedAt });
        _surface.Fail(new Delivery.Refused("It is too large."));

        Assert.Null((await delivery.DeliverAsync(project, Ct)).Next);

        Assert.Equal([NoticeTypes.WriterReminded], _surface.Told.Select(told => told.Notice.Type));
        var given = Assert.Single(await table.ListUndeliveredAsync(project.Id, "board1", Ct).ToListAsync(Ct));
        Assert.Equal((NoticeTypes.DraftReady, 1, "It is too large."), (given.Type, given.Attempts, given.Reason));
    }

    [Fact]
    public async Task Message_ThatCanNotBeChanged_IsLeftAsItIs()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        await delivery.DeliverAsync(project, Ct);
        project = await shop.DeliverAsync(await shop.DecideAsync(project, "ideas", new() { Verb = "approve", Option = 2 }));
        _surface.Fail(new Delivery.Refused("It is another's."));

        Assert.Null((await delivery.DeliverAsync(project, Ct)).Next);

        Assert.Equal(["ideas", "synopsis"], _surface.Told.Select(told => told.Offer!.Document.ToString()));
        Assert.Equal("synopsis", Assert.Single(await table.ListPostsAsync(project.Id, "board1", Ct).ToListAsync(Ct)).Document.ToString());
        Assert.Empty(await table.ListUndeliveredAsync(project.Id, "board1", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Changes_OfASubscriptionAtTheSameMoment_AreAllMade()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, _, table) = await SubscribedAsync(shop, NoticeTypes.DraftReady);
        var subscription = SurfaceDouble.Of(project);
        var names = Enumerable.Range(1, 8).Select(number => $"event {number}").ToList();

        await Task.WhenAll(names.Select(name => table.ChangeAsync(subscription, now => now with { Events = [.. now.Events, name] }, Ct)));

        Assert.Equal(names.Prepend(NoticeTypes.DraftReady).Order(), (await table.FindAsync(project.Id, subscription.Id, Ct))!.Events.Order());
    }

    [Fact]
    public async Task Delivery_ThatAnotherProcessCameBefore_IsLookedAtAgain()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop);
        _surface.Meanwhile = async () =>
        {
            // A process that is ending stores that it failed, and does no more.
            var (progress, tag) = (await table.ProgressAsync(project.Id, "board1", Ct))!.Value;
            await table.PutProgressAsync(project.Id, "board1", progress with { Attempts = 4, NextAt = _clock.GetUtcNow() + TimeSpan.FromMinutes(5) }, tag, Ct);
        };

        var first = await delivery.DeliverAsync(project, Ct);
        _surface.Meanwhile = () => Task.CompletedTask;
        _clock.Advance(first.Next!.Value - _clock.GetUtcNow());
        var second = await delivery.DeliverAsync(project, Ct);

        Assert.Equal(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1), second.Next - _clock.GetUtcNow());
    }

    [Fact]
    public async Task Cursor_OfWhoIsToldOfLittle_FollowsTheJournalAllTheSame()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, table) = await SubscribedAsync(shop, NoticeTypes.FilmComplete);

        await delivery.DeliverAsync(project, Ct);

        Assert.Empty(_surface.Told);
        Assert.Null(await delivery.NextAsync(project, Ct));
        Assert.Equal(project.Revision, (await table.ProgressAsync(project.Id, "board1", Ct))!.Value.Progress.Cursor);
    }

    [Fact]
    public async Task Project_ThatIsDeleted_LeavesNothingOfItsSubscriptions()
    {
        using var shop = await Workshop.OpenAsync(azurite);
        var (project, delivery, _) = await SubscribedAsync(shop);
        await delivery.DeliverAsync(project, Ct);

        project = await shop.SubmitAsync(project.Id, project, new DeleteProject { Id = "the end", By = Workshop.Writer });
        await shop.End.RemoveAsync(project, Ct);

        Assert.Empty(await shop.LeftAsync(project.Id));
    }

    /// <summary>A project whose ideas are drafted, and a board that is told of it from its beginning.</summary>
    private async Task<(WritingProject Project, NoticeDelivery Delivery, SubscriptionTable Table)> SubscribedAsync(Workshop shop, params string[] events)
    {
        var project = await shop.DeliverAsync(await shop.BeginAsync("brief"));
        var table = new SubscriptionTable(shop.Clients);
        await table.AddAsync(SurfaceDouble.Of(project, "board1", events), 0, Ct);
        return (project, shop.NoticesBy(_clock, _surface), table);
    }
}
