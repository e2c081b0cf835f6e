using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Imports;

namespace MovieChat.Tests.Workflows;

/// <summary>Scripts from the file to the film, over a real storage.</summary>
public sealed class ImportTests(AzuriteFixture azurite)
{
    private static readonly string[] s_words = ["brief", "synopsis", "cast", "profile:mara", "plot", "scenes"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfTheExport_ChangesNothing()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);

        var import = await SendAsync(workshop, project, await FountainAsync(workshop, project));

        Assert.Empty(import.Difference.Changes);
        Assert.Equal(["dialogue:s2", "scenes"], import.Difference.Same.Select(document => document.ToString()).Order());
        Assert.Equal(RejectionKinds.VerbDoesNotFit, await RefusedAsync(workshop, project, import, new("approve", project.Revision)));
    }

    [Fact]
    public async Task Approve_OfAWholeScript_IsOneCommandAndNoModelWritesItsDialogue()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        var import = await SendAsync(workshop, project, Long(100));

        project = await ApproveAsync(workshop, project, import, new("approve", project.Revision));

        Assert.Equal(100, project.Document(DocumentId.Scenes).Approved!.Outline.Count);
        Assert.Single(await workshop.EntriesAsync(project.Id), entry => entry.Event is ScriptImported { Drafts.Count: 101, IsMarked: false });
        Assert.DoesNotContain(project.Owed(), order => order.Document.Kind == "dialogue");
        var film = await workshop.Films.ReadAsync(project, withDrafts: false, Ct);
        Assert.Equal("It rains, and rains (77).", film.Dialogues["s77"].Elements[0].Text);
        Assert.Equal(project, await workshop.FoldAsync(project.Id));
        var draft = await workshop.Texts.FindAsync(project, DocumentId.Dialogue("s77"), 1, Ct);
        Assert.Equal([draft!], await workshop.Texts.ListAsync(project, DocumentId.Dialogue("s77"), 0, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Drafts_OfALongScript_AreListedInOrderAndInForks()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        project = await ApproveAsync(workshop, project, await SendAsync(workshop, project, Long(60)), new("approve", project.Revision));
        project = await workshop.EditAsync(project, "dialogue:s7", Dialogue("s7", "It stops."));
        project = await ApproveAsync(workshop, project, await SendAsync(workshop, project, Long(60)), new("approve", project.Revision));
        project = await ApproveAsync(workshop, project, await SendAsync(workshop, project, Long(60, "It snows")), new("approve", project.Revision));

        var fork = await workshop.ForkAsync(project);
        project = await workshop.EditAsync(project, "dialogue:s7", Dialogue("s7", "It stops again."));

        Assert.Equal([1, 2, 3, 4, 5], await NumbersAsync(workshop, project));
        Assert.Equal([1, 2, 3, 4], await NumbersAsync(workshop, fork));
        var first = (await workshop.Texts.FindAsync(fork, DocumentId.Dialogue("s7"), 1, Ct))!;
        Assert.Contains("It rains", (await workshop.Texts.ReadAsync(fork.Id, DocumentId.Dialogue("s7"), first.Key, Ct)).Options[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfAChangedLine_TouchesThatDialogueAlone()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var import = await SendAsync(workshop, project, (await FountainAsync(workshop, project)).Replace("Said in s2.", "Never said.", StringComparison.Ordinal));
        Assert.Equal("dialogue:s2", Assert.Single(import.Difference.Changes).Document.ToString());

        var after = await ApproveAsync(workshop, project, import, new("approve", project.Revision));

        Assert.Equal(project.Document(DocumentId.Scenes), after.Document(DocumentId.Scenes));
        Assert.Contains("Never said.", await FountainAsync(workshop, after), StringComparison.Ordinal);
        Assert.Equal(Author.Writer(Workshop.Writer), after.Document(DocumentId.Dialogue("s2")).Draft!.Author);
    }

    [Fact]
    public async Task Approve_OfANewScene_LeavesTheOtherDialoguesFresh()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var import = await SendAsync(workshop, project, await FountainAsync(workshop, project) + "\nINT. CABIN - NIGHT\n\nThe lamp goes out.\n\nMARA\nJon?\n");
        Assert.Equal(["scenes", "dialogue:s5"], import.Difference.Changes.Select(change => change.Document.ToString()));

        project = await ApproveAsync(workshop, project, import, new("approve", project.Revision));

        var graph = new FilmGraph(project);
        Assert.Equal(DocumentStatus.Approved, graph.Status(DocumentId.Dialogue("s2")));
        Assert.Equal(DocumentStatus.Approved, graph.Status(DocumentId.Dialogue("s5")));
        Assert.Equal(["mara"], (await workshop.Films.ReadAsync(project, withDrafts: false, Ct)).SceneById("s5")!.Characters);
    }

    [Theory]
    [InlineData("dialogue:s5", "scenes")]
    [InlineData("poster", "poster")]
    public async Task Only_WhatDoesNotStandByItself_IsRefusedWithTheReason(string only, string named)
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var import = await SendAsync(workshop, project, await FountainAsync(workshop, project) + "\nINT. CABIN - NIGHT\n\nThe lamp goes out.\n");

        var outcome = await workshop.ImportIntake.PrepareAsync(project, import, new("approve", project.Revision, [only]), Workshop.Writer, "take", Ct);

        Assert.Contains(named, Assert.IsType<ImportOutcome.Refused>(outcome).Rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfSomeChanges_TakesThoseAlone()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var script = (await FountainAsync(workshop, project)).Replace("Said in s2.", "Never said.", StringComparison.Ordinal) + "\nINT. CABIN - NIGHT\n\nThe lamp goes out.\n";

        var after = await ApproveAsync(workshop, project, await SendAsync(workshop, project, script), new("approve", project.Revision, ["dialogue:s2"]));

        Assert.Equal(4, after.Document(DocumentId.Scenes).Approved!.Outline.Count);
        Assert.Contains("Never said.", await FountainAsync(workshop, after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfAnOlderDifference_IsRefused()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var import = await SendAsync(workshop, project, (await FountainAsync(workshop, project)).Replace("Said in s2.", "Never said.", StringComparison.Ordinal));

        var edited = await workshop.EditAsync(project, "dialogue:s2", Dialogue("s2", "Something else."));
        var seen = (await workshop.Imports.FindAsync(edited, import.Stored.Id, Ct))!;
        Assert.Equal(RejectionKinds.StaleDecision, await RefusedAsync(workshop, edited, seen, new("approve", import.Revision)));

        var command = Assert.IsType<ImportOutcome.Ready>(await workshop.ImportIntake.PrepareAsync(project, import, new("approve", import.Revision), Workshop.Writer, "late", Ct)).Command;
        Assert.Equal(RejectionKinds.StaleDecision, (await workshop.Journal.AdvanceAsync(project.Id, project, command, Ct)).Rejection!.Kind);
        await ApproveAsync(workshop, edited, seen, new("approve", seen.Revision));
    }

    [Fact]
    public async Task Speakers_InNoCast_AreAddedToIt()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await WithDialogueAsync(workshop);
        var script = await FountainAsync(workshop, project) + "\nINT. CABIN - NIGHT\n\nÉLISE ROUX (61), the last pilot, holds the lamp.\n\nÉLISE ROUX\nQuiet.\n\nMARA (V.O.)\nWhy?\n";

        project = await ApproveAsync(workshop, project, await SendAsync(workshop, project, script), new("approve", project.Revision));

        var film = await workshop.Films.ReadAsync(project, withDrafts: false, Ct);
        var added = Assert.Single(film.Cast!.Characters, person => person.Role == Roles.Supporting);
        Assert.Equal(("elise-roux", "Élise Roux", 61, "ÉLISE ROUX (61), the last pilot, holds the lamp."), (added.Id, added.Name, added.Age, added.OneLine));
        Assert.Equal(["elise-roux", "mara"], film.SceneById("s5")!.Characters);
        Assert.Contains(project.Owed(), order => order.Document == DocumentId.Profile("elise-roux"));
    }

    [Fact]
    public async Task Imports_AreKeptListedAndRemovedWithTheProject()
    {
        using var workshop = await Workshop.OpenAsync(azurite);
        var project = await workshop.BeginAsync("brief");
        var (first, second) = (await SendAsync(workshop, project, Long(2)), await SendAsync(workshop, project, Long(3)));

        Assert.Equal([second.Stored.Id, first.Stored.Id], (await workshop.Imports.ListAsync(project, Ct)).Select(import => import.Id));
        Assert.True(await workshop.Imports.DeleteAsync(project, first.Stored.Id, Ct));
        Assert.False(await workshop.Imports.DeleteAsync(project, first.Stored.Id, Ct));
        Assert.Null(await workshop.Imports.FindAsync(project, first.Stored.Id, Ct));

        project = await ApproveAsync(workshop, project, second, new("approve", project.Revision));
        var fork = await workshop.ForkAsync(project);
        Assert.Empty(await workshop.Imports.ListAsync(fork, Ct));
        foreach (var each in (WritingProject[])[project, fork])
        {
            await workshop.End.RemoveAsync(await workshop.SubmitAsync(each.Id, each, new DeleteProject { Id = $"end {each.Id}", By = Workshop.Writer }), Ct);
        }

        Assert.Empty(await workshop.LeftAsync(project.Id));
        Assert.Empty(await workshop.LeftAsync(fork.Id));
    }

    private static async Task<WritingProject> WithDialogueAsync(Workshop workshop) =>
        await workshop.BeginAsync([.. s_words, "dialogue:s2"]);

    private static async Task<string> FountainAsync(Workshop workshop, WritingProject project) =>
        Fountain.Write(await workshop.Films.ReadAsync(project, withDrafts: false, Ct), new());

    private static async Task<Import> SendAsync(Workshop workshop, WritingProject project, string fountain)
    {
        var id = Samples.Project();
        return (await workshop.Imports.AddAsync(project, id, Encoding.UTF8.GetBytes(fountain), ScriptFormat.Fountain, Ct))!;
    }

    private static async Task<WritingProject> ApproveAsync(Workshop workshop, WritingProject project, Import import, ImportDecision decision)
    {
        var outcome = await workshop.ImportIntake.PrepareAsync(project, import, decision, Workshop.Writer, $"take {import.Stored.Id}", Ct);
        return await workshop.SubmitAsync(project.Id, project, Assert.IsType<ImportOutcome.Ready>(outcome).Command);
    }

    private static async Task<string> RefusedAsync(Workshop workshop, WritingProject project, Import import, ImportDecision decision) =>
        Assert.IsType<ImportOutcome.Refused>(await workshop.ImportIntake.PrepareAsync(project, import, decision, Workshop.Writer, "refused", Ct)).Rejection.Kind;

    private static async Task<IEnumerable<int>> NumbersAsync(Workshop workshop, WritingProject project) =>
        (await workshop.Texts.ListAsync(project, DocumentId.Dialogue("s7"), 0, Ct).ToListAsync(Ct)).Select(draft => draft.Number);

    private static string Long(int scenes, string what = "It rains") => string.Concat(Enumerable.Range(1, scenes).Select(number =>
        string.Create(CultureInfo.InvariantCulture, $"INT. ROOM {number} - DAY #{number}#\n\n{what}, and rains ({number}).\n\nMARA\nStill?\n\n")));

    private static JsonObject Dialogue(string scene, string action) => new()
    {
        ["scene"] = scene,
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "action", ["text"] = action }),
    };
}
