using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>A writer's own script becomes part of the film.</summary>
public sealed class ImportScriptTests
{
    private static readonly DocumentId s_first = DocumentId.Dialogue("s1");

    [Fact]
    public void Import_IntoAnEmptyFilm_BringsItsScenesAndNoModelWritesTheirDialogue()
    {
        var desk = new Desk().Begin();

        var made = desk.Take(Importing(desk, ["scenes", "dialogue:s1"]));

        var imported = Assert.IsType<ScriptImported>(Assert.Single(made).Event);
        Assert.Equal(["dialogue:s1", "scenes"], imported.Drafts.Keys.Select(id => id.ToString()));
        Assert.Equal([KeyValuePair.Create(DocumentId.Scenes, new DraftRef(1, 1))], imported.Drafts[s_first].MadeFrom);
        Assert.Equal((DocumentStatus.Approved, DocumentStatus.Approved), (desk.Status("scenes"), desk.Status("dialogue:s1")));
        Assert.Empty(desk.Owed);
        desk.ApproveAll();
        Assert.DoesNotContain(desk.Branch.Journal, entry => entry.Event is DraftOrdered { Document: var ordered } && (ordered == s_first || ordered == DocumentId.Scenes));
    }

    [Fact]
    public void Import_WhileADialogueIsDrafted_TakesItsPlace()
    {
        var desk = new Desk().Begin().ApproveAll("dialogue");
        var order = desk.Owed.Single();
        var document = order.Split('@')[0];
        var late = desk.Answer(desk.Project.Owed(desk.Branch.Table)[0]);

        desk.Take(Importing(desk, [document]));

        Assert.Equal((DocumentStatus.Approved, 2), (desk.Status(document), desk.Seen(document)));
        Assert.IsType<UsageCharged>(Assert.Single(desk.Take(late)).Event);
        Assert.Equal(2, desk.Seen(document));
    }

    [Fact]
    public void Import_OfAnotherListOfScenes_KeepsTheDialoguesThatTheScriptHasAsTheyAre()
    {
        var desk = new Desk().Begin().ApproveAll();
        var dialogue = desk.Graph.Documents.First(id => id.Kind == "dialogue");

        var made = desk.Take(Importing(desk, ["scenes"], dialogue));

        Assert.Contains(made, entry => entry.Event is StaleKept kept && kept.Document == dialogue);
        Assert.Equal(DocumentStatus.Approved, desk.Status(dialogue.ToString()));
        Assert.Equal(new DraftRef(2, 1), desk.Project.Document(dialogue).Draft!.MadeFrom[DocumentId.Scenes]);
    }

    [Fact]
    public void Import_ByAnOlderDifference_IsRefused()
    {
        var desk = new Desk().Begin().ApproveAll();
        var (import, reapproved) = (Importing(desk, ["scenes"]), Importing(desk, ["scenes"]));
        desk.Edit("scenes");

        Assert.Equal((RejectionKinds.StaleDecision, "revision"), Told(desk.Refuse(import)));
        Assert.Equal((RejectionKinds.StaleDecision, "revision"), Told(desk.Refuse(reapproved with { Id = "again", Seen = reapproved.Seen.Set(DocumentId.Scenes, desk.Seen("scenes")) })));
        Assert.Single(desk.Take(Importing(desk, ["scenes"])), entry => entry.Event is ScriptImported);
    }

    [Fact]
    public void Import_OfNothingOrOfWhatTheFilmHasNot_IsRefused()
    {
        var desk = new Desk().Begin();

        Assert.Equal(RejectionKinds.VerbDoesNotFit, desk.Refuse(Importing(desk, [])).Kind);
        Assert.Equal(RejectionKinds.UnknownDocument, desk.Refuse(Importing(desk, ["dialogue:s1"])).Kind);
    }

    [Fact]
    public void Import_OfManyLongScripts_EndsWithARefusal()
    {
        var desk = new Desk().Begin();
        for (var count = 0; count < WritingProject.MostScripts; count++) desk.Take(Long(desk));

        Assert.Equal(RejectionKinds.VerbDoesNotFit, desk.Refuse(Long(desk)).Kind);
        Assert.Equal(WritingProject.MostScripts, desk.Project.Scripts.Count);
        Assert.All(desk.Fork().Project.Scripts, script => Assert.Equal("film", script.Home));
    }

    private static (string, string?) Told(Rejection rejection) => (rejection.Kind, rejection.Path);

    private static ImportScript Importing(Desk desk, string[] documents, params DocumentId[] kept) => Import(desk, documents.Select(DocumentId.Parse).Select(id => (id, Desk.Written(id))), kept);

    /// <summary>A script of more scenes than there are rows for their drafts.</summary>
    private static ImportScript Long(Desk desk)
    {
        var scenes = Enumerable.Range(1, ScriptImported.MostMarked).Select(number => $"s{number}").ToArray();
        var list = Desk.Written(DocumentId.Scenes) with { Options = [new(1, scenes.Select(scene => new Part(scene, [])).ToValueList())] };
        return Import(desk, scenes.Select(scene => (DocumentId.Dialogue(scene), Desk.Written(s_first))).Append((DocumentId.Scenes, list)), []);
    }

    private static ImportScript Import(Desk desk, IEnumerable<(DocumentId Document, Draft Draft)> written, DocumentId[] kept)
    {
        var drafts = written.Select(each => KeyValuePair.Create(each.Document, each.Draft)).ToDocumentMap();
        var seen = drafts.Keys.Select(id => KeyValuePair.Create(id, desk.Project.Document(id).Draft?.Number ?? 0)).ToDocumentMap();
        return new("script", desk.Project.Revision, seen, drafts, kept.ToValueList()) { Id = $"import {desk.Branch.Steps.Count}", By = "writer" };
    }
}
