using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

/// <summary>What the writer stated travels to whoever writes of it.</summary>
public sealed class StatedTests(AzuriteFixture azurite)
{
    private static readonly string[] s_upToScenes = ["brief", "ideas", "synopsis", "cast", "profile:mara", "profile:jon", "profile:ada", "profile:lou", "plot", "scenes"];

    /// <summary>Mara and Jon are in s1 and s2, Ada and Lou in s3.</summary>
    [Theory]
    [InlineData("dialogue:s1", "Of Mara. Of Jon and Ada. Of the film.")]
    [InlineData("dialogue:s2", "Of Mara. Of Jon and Ada. Of the film. Of s2.")]
    [InlineData("dialogue:s3", "Of Ada. Of Jon and Ada. Of the film.")]
    public async Task Request_OfADialogue_HasWhatIsStatedOfItsPeople(string document, string facts)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        string[] before = [.. new[] { "dialogue:s1", "dialogue:s2", "dialogue:s3" }.TakeWhile(each => each != document)];
        var project = await BeginAsync(workshop, [.. s_upToScenes, .. before]);
        foreach (var (text, about) in new[] { ("Of Mara.", "mara"), ("Of Ada.", "ada"), ("Of Jon and Ada.", "jon ada"), ("Of the film.", ""), ("Of s2.", "dialogue:s2"), ("Of the plot.", "plot") })
        {
            var fact = new StatedFact($"f{project.Revision}", text, about.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToValueList());
            project = await workshop.SubmitAsync(project.Id, project, new KeepFact(fact) { Id = $"keep {text}", By = Workshop.Writer });
        }

        await workshop.Work.CarryOutAsync(project, project.Owed().Single(order => $"{order.Document}" == document), Workshop.Ct);

        Assert.Equal(facts, string.Join(' ', workshop.Model.Calls[0].Film["stated"]!.AsArray().Select(each => (string?)each)));
    }

    [Fact]
    public async Task Request_AfterAFactWasDropped_IsWithoutIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        project = await workshop.SubmitAsync(project.Id, project, new KeepFact(new("f1", "She can swim.", [])) { Id = "keep", By = Workshop.Writer });
        project = await workshop.SubmitAsync(project.Id, project, new DropFact("f1") { Id = "drop", By = Workshop.Writer });

        await workshop.Work.CarryOutAsync(project, project.Owed()[0], Workshop.Ct);

        Assert.Null(workshop.Model.Calls[0].Film["stated"]);
    }

    private static async Task<WritingProject> BeginAsync(Workshop workshop, IEnumerable<string> brought)
    {
        var id = Samples.Project();
        var start = brought.ToDictionary(name => name, name => Workshop.Element(ContentOf(DocumentId.Parse(name))));
        var intake = await workshop.Start.PrepareAsync(id, new() { Title = "The Ferry", Start = start }, Budget.Of(1_000_000, 10), Workshop.Writer, $"begin {id}", Workshop.Ct);
        return await workshop.SubmitAsync(id, WritingProject.None, Assert.IsType<Intake.Ready>(intake).Command);
    }

    private static JsonObject ContentOf(DocumentId id) => id switch
    {
        { Kind: "profile", Key: { } person } => GoodFilm.ProfileOf(person, person == "mara" ? "jon" : "mara"),
        { Kind: "dialogue", Key: "s3" } => DialogueOfAda(),
        { Kind: "dialogue", Key: { } scene } => GoodFilm.DialogueOf(scene),
        _ => GoodFilm.Of(id.Kind),
    };

    private static JsonObject DialogueOfAda() => JsonNode.Parse(GoodFilm.DialogueOf("s3").ToJsonString().Replace("mara", "ada", StringComparison.Ordinal).Replace("MARA", "ADA", StringComparison.Ordinal))!.AsObject();
}
