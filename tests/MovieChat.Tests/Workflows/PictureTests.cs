using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Picturing;
using MovieChat.Tests.Local;
using MovieChat.Tests.Picturing;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

/// <summary>Portraits and frames from the order to the film, over a real storage.</summary>
public sealed class PictureTests(AzuriteFixture azurite)
{
    private static readonly string[] s_words = ["brief", "synopsis", "cast", "look", "profile:mara", "plot", "scenes"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frame_Ordered_NamesThePortraitsAndTheirPictures()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithFramesAsync(workshop);

        var film = await workshop.Films.ReadAsync(project, withDrafts: true, Ct);
        var frame = film.Frames["s2.1"];
        Assert.Equal([("jon", 1, film.Portraits["jon"].Hash), ("mara", 1, film.Portraits["mara"].Hash)], frame.References.Select(reference => (reference.Character, reference.Draft, reference.Picture)));
        Assert.Empty(film.Frames["s2.3"].References);
        Assert.NotNull(await workshop.ProjectPictures.FindAsync(project, frame.Hash, Ct));
        Assert.Equal(SoundPicture.HashOf((await workshop.Pictures.ReadAsync(frame.Hash, Ct)).Span), frame.Hash);
        // Three options for each of four people, and a frame for each of three shots.
        Assert.Equal((12 + 3, 0), (project.Budget.Pictures.Spent, project.Document(DocumentId.Parse("portrait:mara")).Draft!.Usage.Tokens));
    }

    [Fact]
    public async Task Portrait_Another_MakesFramesOfThatPersonStaleAndTheRedraftShowsIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await ApproveAsync(workshop, await WithFramesAsync(workshop), "frame");
        var before = (await workshop.Films.ReadAsync(project, withDrafts: false, Ct)).Frames["s2.2"];

        project = await workshop.DeliverAsync(await workshop.DecideAsync(project, "portrait:mara", new() { Verb = "revise", Notes = "Older.", Option = 1 }));
        project = await workshop.DecideAsync(project, "portrait:mara", new() { Verb = "approve", Option = 1 });
        var graph = new FilmGraph(project);
        Assert.Equal(["frame:s2.1", "frame:s2.2"], graph.Documents.Where(id => graph.Status(id) is DocumentStatus.Stale).Select(id => $"{id}"));

        project = await workshop.DeliverAsync(await workshop.DecideAsync(project, "frame:s2.2", new() { Verb = "redraft" }));
        var after = (await workshop.Films.ReadAsync(project, withDrafts: true, Ct)).Frames["s2.2"];
        Assert.Equal(2, Assert.Single(after.References).Draft);
        Assert.NotEqual(before.References[0].Picture, after.References[0].Picture);
    }

    [Fact]
    public async Task Edit_WithAPictureOfTheWritersOwn_IsPartOfTheFilm()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.DeliverAsync(await workshop.BeginAsync(s_words));
        var own = await workshop.ProjectPictures.AddAsync(project, PictureDouble.Bytes(300, 300, 0xFF00FF00), Ct);

        project = await workshop.EditAsync(project, "portrait:mara", Content(own.Hash, 300));

        Assert.Equal(own.Hash, (await workshop.Films.ReadAsync(project, withDrafts: false, Ct)).Portraits["mara"].Hash);
    }

    [Theory]
    [InlineData("unknown", 300, "picture", "is no picture of this project")]
    [InlineData("another's", 300, "picture", "is no picture of this project")]
    [InlineData("own", 301, "width", "is 301: the picture is 300 pixels wide.")]
    [InlineData("no hash", 300, "picture", "is no SHA-256")]
    public async Task Edit_WithAPictureThatIsNotThere_IsRefused(string which, int width, string path, string message)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.DeliverAsync(await workshop.BeginAsync(s_words));
        var bytes = PictureDouble.Bytes(300, 300, 0xFF00FF00 + (uint)which.Length);
        var hash = which switch { "own" or "another's" => SoundPicture.HashOf(bytes), "no hash" => "../secret", _ => new string('b', 64) };
        await workshop.ProjectPictures.AddAsync(which == "own" ? project : await workshop.BeginAsync("brief"), bytes, Ct);

        var faulty = Assert.IsType<Intake.Faulty>(await workshop.PrepareAsync(project, "portrait:mara", new() { Verb = "edit", Content = Workshop.Element(Content(hash, width)) }));

        var fault = Assert.Single(faulty.Faults);
        Assert.Equal(path, fault.Path);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A grey coat.", null)]
    [InlineData(null, "prompt")]
    public async Task Revise_APartOfAPicture_IsRefused(string? passage, string? part)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.DeliverAsync(await workshop.BeginAsync(s_words));

        var refused = Assert.IsType<Intake.Refused>(await workshop.PrepareAsync(project, "portrait:mara", new() { Verb = "revise", Notes = "Blue.", Passage = passage, Part = part, Option = 1 }));

        Assert.Equal((passage is null ? "part" : "passage", "'portrait:mara' is a picture and has no passages or parts: say in the notes what is to change in it."), (refused.Rejection.Path, refused.Rejection.Message));
    }

    [Fact]
    public async Task Start_WithAPicture_IsRefusedWithTheRemedy()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var start = new Dictionary<string, JsonElement> { ["cast"] = Workshop.Element(GoodFilm.Cast), ["portrait:mara"] = Workshop.Element(GoodFilm.Picture) };

        var refused = Assert.IsType<Intake.Refused>(await workshop.Start.PrepareAsync(Samples.Project(), new() { Title = "The Ferry", Start = start }, Budget.Of(1, 1), Workshop.Writer, "start", Ct));

        Assert.Contains("send the picture to …/pictures", refused.Rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fork_OfAFilmWithPictures_HasThemAlsoWhenTheSourceIsDeleted()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var source = await WithFramesAsync(workshop);
        var fork = await workshop.ForkAsync(source);
        var hash = (await workshop.Films.ReadAsync(source, withDrafts: true, Ct)).Frames["s2.1"].Hash;
        source = await workshop.SubmitAsync(source.Id, source, new DeleteProject { Id = "end", By = Workshop.Writer });
        await workshop.End.RemoveAsync(source, Ct);

        Assert.NotNull(await workshop.ProjectPictures.FindAsync(fork, hash, Ct));
        var again = await workshop.DeliverAsync(await workshop.DecideAsync(fork, "frame:s2.1", new() { Verb = "revise", Notes = "Nearer." }));
        Assert.Equal(3, (await workshop.Films.ReadAsync(again, withDrafts: true, Ct)).Frames["s2.1"].References.Count);
    }

    [Fact]
    public async Task Portrait_WhoseBytesAreGone_FailsTheFrameWithTheReason()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await ApproveAsync(workshop, await WithFramesAsync(workshop), "frame");
        var portrait = (await workshop.Films.ReadAsync(project, withDrafts: false, Ct)).Portraits["mara"];
        await workshop.Clients.Blobs.GetBlobContainerClient("pictures").GetBlobClient(portrait.Hash).DeleteAsync(cancellationToken: Ct);
        project = await workshop.DecideAsync(project, "frame:s2.2", new() { Verb = "revise", Notes = "Nearer." });

        var failed = await Record.ExceptionAsync(() => workshop.Work.CarryOutAsync(project, project.Owed().First(order => $"{order.Document}" == "frame:s2.2"), Ct));

        Assert.Contains("it is missing", Assert.IsType<MovieChat.Storage.StoredValueException>(failed).Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever of storage fails first, the order is carried out in the end, and its draft names nothing that is not there.</summary>
    [Fact]
    public async Task Order_InterruptedAtAnyOperation_IsCarriedOutInTheEndAndLeavesNothingBehind()
    {
        var troubles = new Troubles();
        using var interrupted = new Workshop(await azurite.ConnectAsync(troubles));
        using var workshop = await Workshop.OpenAsync(azurite);
        var (steps, isDone) = (0, false);
        while (!isDone)
        {
            var project = await WithFramesAsync(workshop);
            project = await workshop.DecideAsync(project, "frame:s2.1", new() { Verb = "options", Count = 2 });
            var order = project.Owed().Single(each => $"{each.Document}" == "frame:s2.1");
            var left = ++steps;
            troubles.Failing = _ => --left <= 0;
            isDone = await Record.ExceptionAsync(() => interrupted.Work.CarryOutAsync(project, order, Ct)) is null;

            project = await workshop.SubmitAsync(project.Id, project, await workshop.Work.CarryOutAsync(project, order, Ct));
            var draft = project.Document(order.Document).Draft!;
            var stored = await workshop.Texts.ReadAsync(project.Id, order.Document, draft.Key, Ct);
            Assert.Equal(3, stored.Options.Count);
            foreach (var option in stored.Options) await workshop.Pictures.ReadAsync(JsonSerializer.Deserialize(option.Content, FilmJson.Readable.Picture)!.Hash, Ct);

            project = await workshop.SubmitAsync(project.Id, project, new DeleteProject { Id = $"end{steps}", By = Workshop.Writer });
            await workshop.End.RemoveAsync(project, Ct);
            Assert.Empty(await workshop.LeftAsync(project.Id));
        }

        Assert.True(steps > 10, $"{steps} operations render and store no two pictures.");
    }

    private static JsonObject Content(string hash, int width) => new() { ["picture"] = hash, ["mediaType"] = "image/png", ["width"] = width, ["height"] = 300 };

    /// <summary>A film whose second scene has shots, with its portraits approved and its frames drawn.</summary>
    private static async Task<WritingProject> WithFramesAsync(Workshop workshop)
    {
        var project = await workshop.DeliverAsync(await workshop.BeginAsync(s_words));
        project = await ApproveAsync(workshop, project, "portrait");
        return await workshop.DeliverAsync(await workshop.EditAsync(project, "shots:s2", GoodFilm.Shots));
    }

    private static async Task<WritingProject> ApproveAsync(Workshop workshop, WritingProject project, string kind)
    {
        foreach (var id in new FilmGraph(project).Awaiting.Where(id => id.Kind == kind).ToArray()) project = await workshop.DecideAsync(project, $"{id}", new() { Verb = "approve", Option = 1 });
        return project;
    }
}
