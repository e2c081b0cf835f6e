using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

/// <summary>Drafts on their way into storage and back: orders, edits, forks, starts, ends.</summary>
public sealed class DraftTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CarryOut_TwiceAtOnce_StoresOneDraftAndCountsOnce()
    {
        var both = new Barrier(2);
        using var workshop = await Workshop.OpenAsync(azurite, ModelDouble.Understudy((_, ct) => Task.Run(() => both.SignalAndWait(ct), ct)));
        var project = await workshop.BeginAsync("brief");
        var order = Assert.Single(project.Owed());

        var results = await Task.WhenAll(workshop.Work.CarryOutAsync(project, order, Ct), workshop.Work.CarryOutAsync(project, order, Ct));
        var advances = await Task.WhenAll(results.Select(result => workshop.Journal.AdvanceAsync(project.Id, project, result, Ct)));

        Assert.Equal(2, workshop.Model.Calls.Count);
        Assert.Equal(results[0], results[1]);
        Assert.Single(advances, advance => advance.Entries.Count > 0);
        Assert.Single(await workshop.EntriesAsync(project.Id), entry => entry.Event is DraftReceived { Document.Kind: "ideas" });
        Assert.Equal(110, (await workshop.ReadAsync(project.Id)).Budget.Tokens.Spent);
    }

    [Fact]
    public async Task CarryOut_DraftStoredBefore_AsksNoModel()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        var order = Assert.Single(project.Owed());
        var first = await workshop.Work.CarryOutAsync(project, order, Ct);

        using var later = await Workshop.OpenAsync(azurite, new ModelDouble());

        Assert.Equal(first, await later.Work.CarryOutAsync(project, order, Ct));
        Assert.Empty(later.Model.Calls);
    }

    [Fact]
    public async Task CarryOut_TipsStoredBefore_AsksNoModel()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.DeliverAsync(await workshop.BeginAsync("brief"));
        project = await workshop.DecideAsync(project, "ideas", new() { Verb = "stuck" });
        var order = Assert.Single(project.Owed());
        var first = Assert.IsType<TipsDone>(await workshop.Work.CarryOutAsync(project, order, Ct));

        using var later = await Workshop.OpenAsync(azurite, new ModelDouble());

        Assert.Equal(first, await later.Work.CarryOutAsync(project, order, Ct));
        Assert.Equal(110, first.Usage.Tokens);
    }

    [Fact]
    public async Task CarryOut_ModelNeverRight_FailsTheDocumentAndChargesIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite, new ModelDouble("no", "no", "no"));
        var project = await workshop.DeliverAsync(await workshop.BeginAsync("brief"));

        Assert.Equal(FailureKinds.Invalid, project.Document(DocumentId.Ideas).Failed?.Failure.Kind);
        Assert.Equal(330, project.Budget.Tokens.Spent);
        Assert.Null(await workshop.Drafts.FindAsync(project.Id, DocumentId.Ideas, "ideas@1", Ct));
    }

    [Fact]
    public async Task Edit_IsStoredBeforeTheProjectHearsOfIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync();

        var edit = Assert.IsType<Edit>(Assert.IsType<Intake.Ready>(await workshop.PrepareAsync(project, "brief", EditOf(GoodFilm.Brief), "edit-1")).Command);

        Assert.Equal(project.Revision, (await workshop.ReadAsync(project.Id)).Revision);
        Assert.Equal(GoodFilm.Brief.ToJsonString(), (await workshop.Drafts.FindAsync(project.Id, DocumentId.Brief, edit.Written.Origin, Ct))?.Options[0].Content);
        project = await workshop.SubmitAsync(project.Id, project, edit);
        Assert.Equal(90, (await workshop.Films.ReadAsync(project, withDrafts: false, Ct)).Brief?.LengthMinutes);
    }

    /// <summary>An attempt was cut off after its text was stored; the next one under the same key brings another text.</summary>
    [Fact]
    public async Task Edit_SameKeyWithAnotherText_SaysWhatIsStored()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief", "ideas", "synopsis");
        var other = GoodFilm.Cast;
        other["characters"]![2]!["id"] = "zoe";
        await workshop.PrepareAsync(project, "cast", EditOf(GoodFilm.Cast), "same");

        var second = Assert.IsType<Intake.Ready>(await workshop.PrepareAsync(project, "cast", EditOf(other), "same"));

        project = await workshop.SubmitAsync(project.Id, project, second.Command);
        var film = await workshop.Films.ReadAsync(project, withDrafts: false, Ct);
        Assert.Equal(film.Cast!.Characters.Select(person => person.Id), project.Document(DocumentId.Cast).Approved!.Outline.Select(part => part.Id));
    }

    [Fact]
    public async Task Edit_Faulty_SaysWhereAndStoresNothing()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief", "ideas");
        var synopsis = GoodFilm.Synopsis;
        synopsis["lines"]![3] = null;

        var faulty = Assert.IsType<Intake.Faulty>(await workshop.PrepareAsync(project, "synopsis", EditOf(synopsis), "bad"));

        Assert.Equal("lines[3]", Assert.Single(faulty.Faults).Path);
        Assert.Null(await workshop.Drafts.FindAsync(project.Id, DocumentId.Synopsis, "edit:bad", Ct));
    }

    [Theory]
    [InlineData("dance", RejectionKinds.InvalidValue)]
    [InlineData("reopen", RejectionKinds.StaleDecision)]
    public async Task Decision_ThatDoesNotFit_IsRefused(string verb, string kind)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");

        var intake = await workshop.PrepareAsync(project, "brief", new() { Verb = verb, Draft = 9 });

        var rejection = intake is Intake.Ready ready
            ? (await workshop.Journal.AdvanceAsync(project.Id, project, ready.Command, Ct)).Rejection
            : Assert.IsType<Intake.Refused>(intake).Rejection;
        Assert.Equal(kind, rejection?.Kind);
    }

    [Theory]
    [InlineData("nowhere to be found", "stands 0 times")]
    [InlineData("e", "stands")]
    public async Task Revise_PassageNotThereOnce_IsRefusedBeforeAnythingIsOwed(string passage, string says)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief", "ideas", "synopsis");

        var refused = Assert.IsType<Intake.Refused>(await workshop.PrepareAsync(project, "synopsis", new() { Verb = "revise", Notes = "n", Passage = passage }));

        Assert.Contains(says, refused.Rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_FromBeforeAForkOfAFork_IsFoundWhereItIsStored()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await workshop.BeginAsync("brief");
        var longer = GoodFilm.Brief;
        longer["lengthMinutes"] = 120;
        source = await workshop.EditAsync(source, "brief", longer);
        var fork = await workshop.ForkAsync(source);
        fork = await workshop.EditAsync(fork, "brief", Minutes(130));
        var second = await workshop.ForkAsync(fork);
        await workshop.EditAsync(source, "brief", Minutes(140));
        second = await workshop.EditAsync(second, "brief", Minutes(150));

        var drafts = await workshop.Texts.ListAsync(second, DocumentId.Brief, 0, Ct).ToListAsync(Ct);
        Assert.Equal([1, 2, 3, 4], drafts.Select(draft => draft.Number));
        Assert.Equal([source.Id, source.Id, fork.Id, null], drafts.Select(draft => draft.Home));
        foreach (var (number, minutes) in ((int, int)[])[(1, 90), (3, 130), (2, 120), (4, 150)])
        {
            second = await workshop.DecideAsync(second, "brief", new() { Verb = "restore", Draft = number });
            second = await workshop.DecideAsync(second, "brief", new() { Verb = "approve" });
            Assert.Equal(minutes, (await workshop.Films.ReadAsync(second, withDrafts: false, Ct)).Brief?.LengthMinutes);
        }
    }

    [Fact]
    public async Task Restore_ADraftThatIsNotThere_IsRefused()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await workshop.BeginAsync("brief");
        var fork = await workshop.ForkAsync(source);
        await workshop.EditAsync(source, "brief", Minutes(140));

        var refused = Assert.IsType<Intake.Refused>(await workshop.PrepareAsync(fork, "brief", new() { Verb = "restore", Draft = 2 }));

        Assert.Equal(RejectionKinds.UnknownDraft, refused.Rejection.Kind);
    }

    [Fact]
    public async Task Start_WithBroughtDocuments_BeginsAfterThem()
    {
        using var workshop = await Workshop.OpenAsync(azurite);

        var project = await workshop.BeginAsync("cast", "synopsis", "profile:mara");

        var graph = new FilmGraph(project);
        Assert.Equal(DocumentStatus.Skipped, graph.Status(DocumentId.Ideas));
        Assert.Equal(DocumentStatus.Approved, graph.Status(DocumentId.Cast));
        Assert.Equal(DocumentStatus.Approved, graph.Status(DocumentId.Profile("mara")));
        Assert.Equal(["look", "profile:jon", "profile:ada", "profile:lou"], project.Owed().Select(order => order.Document.ToString()));
        var film = await workshop.Films.ReadAsync(project, withDrafts: false, Ct);
        Assert.Equal((4, 5, 1), (film.Cast?.Characters.Count, film.Synopsis?.Lines.Count, film.Profiles.Count));
    }

    [Theory]
    [InlineData("profile:zoe", RejectionKinds.UnknownDocument)]
    [InlineData("dance", RejectionKinds.UnknownDocument)]
    [InlineData("BRIEF ", RejectionKinds.UnknownDocument)]
    public async Task Start_WithWhatTheFilmHasNot_IsRefusedAndStoresNothing(string document, string kind)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var id = Samples.Project();
        var profile = GoodFilm.ProfileOf("zoe", "mara");
        var start = new StartRequest { Title = "t", Start = new Dictionary<string, System.Text.Json.JsonElement> { [document] = Workshop.Element(profile) } };

        var intake = await workshop.Start.PrepareAsync(id, start, Budget.Of(1, 1), Workshop.Writer, "start", Ct);

        Assert.Equal(kind, Assert.IsType<Intake.Refused>(intake).Rejection.Kind);
        Assert.Empty(await workshop.LeftAsync(id));
    }

    [Fact]
    public async Task Start_SameKeyWithAnotherText_SaysWhatIsStored()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var id = Samples.Project();
        var other = GoodFilm.Cast;
        other["characters"]![2]!["id"] = "zoe";
        await workshop.Start.PrepareAsync(id, With(GoodFilm.Cast), Budget.Of(1, 1), Workshop.Writer, "same", Ct);

        var second = await workshop.Start.PrepareAsync(id, With(other), Budget.Of(1, 1), Workshop.Writer, "same", Ct);

        var project = await workshop.SubmitAsync(id, WritingProject.None, Assert.IsType<Intake.Ready>(second).Command);
        var film = await workshop.Films.ReadAsync(project, withDrafts: false, Ct);
        Assert.Equal(film.Cast!.Characters.Select(person => person.Id), project.Document(DocumentId.Cast).Approved!.Outline.Select(part => part.Id));

        static StartRequest With(JsonObject cast) => new()
        {
            Title = "t",
            Start = new Dictionary<string, System.Text.Json.JsonElement> { ["synopsis"] = Workshop.Element(GoodFilm.Synopsis), ["cast"] = Workshop.Element(cast) },
        };
    }

    [Fact]
    public async Task ReadFor_ADraftThatIsGone_NamesIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        await workshop.Drafts.DeleteAllAsync(project.Id, Ct);

        // What a process has stored itself it need not read again.
        using var later = new Workshop(workshop.Clients);
        var fault = await Assert.ThrowsAsync<StoredValueException>(() => later.Films.ReadForAsync(project, DocumentId.Ideas, Ct));

        Assert.Equal("Drafts", fault.Place);
        Assert.Contains("brief", fault.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadFor_ADialogue_SeesNoTalkThatIsNotApproved()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief", "ideas", "synopsis", "cast", "plot", "scenes");
        foreach (var person in (string[])["mara", "jon", "ada", "lou"]) project = await workshop.EditAsync(project, $"profile:{person}", GoodFilm.ProfileOf(person, person == "mara" ? "jon" : "mara"));
        project = await workshop.EditAsync(project, "dialogue:s1", GoodFilm.DialogueOf("s1"));
        project = await workshop.DeliverAsync(project);

        var film = await workshop.Films.ReadForAsync(project, DocumentId.Dialogue("s4"), Ct);

        Assert.Equal(["s1"], film.Dialogues.Keys);
        Assert.Equal(4, film.Profiles.Count);
    }

    private static DecisionRequest EditOf(JsonObject content) => new() { Verb = "edit", Content = Workshop.Element(content) };

    private static JsonObject Minutes(int minutes)
    {
        var brief = GoodFilm.Brief;
        brief["lengthMinutes"] = minutes;
        return brief;
    }
}
