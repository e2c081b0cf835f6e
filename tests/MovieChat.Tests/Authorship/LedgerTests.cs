using System.Text.Json;
using MovieChat.Core.Authorship;
using MovieChat.Core.Journey;
using static MovieChat.Tests.Authorship.Archive;

namespace MovieChat.Tests.Authorship;

public sealed class LedgerTests
{
    private const string Brief = """{"tone":"quiet and slow","genres":["drama"]}""", Cast = """{"characters":[{"id":"mara","name":"Mara","role":"protagonist"}]}""";

    [Fact]
    public void Documents_BroughtAtTheStart_AreTheWriters()
    {
        var entry = Only(new Archive().Begin(("brief", Brief)), "brief");
        Assert.Equal((Origin.Writer, 4, 1), (entry.Origin, entry.Words, entry.Draft));
        Assert.Equal([new Share("writer", Writer, 4, 100m)], entry.Shares);
        Assert.Equal(("bring", Writer), (entry.Approval?.Verb, entry.Approval?.By));
    }

    [Fact]
    public void Draft_OfAModel_ApprovedAsItIs_IsTheModels()
    {
        var ledger = Film().Approve("synopsis", 2).Ledger();
        var entry = ledger.Documents.Single(each => each.Id == DocumentId.Synopsis);
        Assert.Equal((Origin.Model, 1, 2), (entry.Origin, entry.Draft, entry.Option));
        Assert.Equal(Verb.Write, Assert.Single(entry.Drafts).Asked?.Verb);
        Assert.Equal(("approve", Writer, 1, 2), (entry.Approval?.Verb, entry.Approval?.By, entry.Approval?.Draft, entry.Approval?.Option));
        Assert.Contains("gpt", ledger.Statement[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_StartsFromTheDraftBeforeTheWriter()
    {
        var film = Film().Decide("synopsis", new Revise("Shorter.", 1, null, null) { Id = "", By = "", Document = default, Draft = 0 })
            .Deliver("synopsis", Synopsis("A boat goes."), Synopsis("A letter is late."))
            .Restore("synopsis", 1)
            .Edit("synopsis", Synopsis("A small boat goes out."));
        var entry = Only(film, "synopsis");
        Assert.Equal(Origin.ModelEditedByWriter, entry.Origin);
        Assert.Equal([1, 3], entry.Drafts.Select(draft => draft.Number));
        Assert.Equal(1, entry.Drafts[1].Base);
        Assert.Equal(1, entry.Shares.Single(share => share.By == "writer").Words);
        Assert.Equal(["restore", "approve"], entry.Decisions.Select(decision => decision.Verb));
    }

    [Fact]
    public void Revision_OfTheWritersText_IsToldAsSuch()
    {
        var film = new Archive().Begin(("brief", Brief), ("synopsis", Synopsis("Her boat never came home.")))
            .Decide("synopsis", new Revise("More weather.", null, null, "lines") { Id = "", By = "", Document = default, Draft = 0 })
            .Deliver("synopsis", Synopsis("Her boat never came home in the rain."))
            .Approve("synopsis");
        var entry = Only(film, "synopsis");
        Assert.Equal(Origin.WriterRevisedByModel, entry.Origin);
        Assert.Equal(("More weather.", "lines"), (entry.Drafts[^1].Asked?.Notes, entry.Drafts[^1].Asked?.Part));
        Assert.Equal(3, entry.Shares.Single(share => share.By == "model").Words);
    }

    [Fact]
    public void Proposal_OfTheCompanion_IsAModelsText()
    {
        var film = Film().Propose("synopsis", Synopsis("A boat goes out at night.")).Approve("synopsis");
        var entry = Only(film, "synopsis");
        Assert.Equal(Origin.Model, entry.Origin);
        Assert.Equal(new ChatTurn("c1", "t1"), entry.Drafts[^1].ProposedIn);
        Assert.Equal(1, entry.Drafts[^1].Base);
    }

    [Fact]
    public void Fork_GoesBackThroughItsSource()
    {
        var fork = Film().Edit("synopsis", Synopsis("A boat goes out, hers.")).Fork().Edit("synopsis", Synopsis("A boat goes out, hers alone."));
        var ledger = fork.Ledger();
        var entry = ledger.Documents.Single(each => each.Id == DocumentId.Synopsis);
        Assert.Equal("film", ledger.ForkedFrom?.Project);
        Assert.Equal([1, 2, 3], entry.Drafts.Select(draft => draft.Number));
        Assert.Equal(2, entry.Shares.Single(share => share.By == "writer").Words);
    }

    [Fact]
    public void WhatAwaits_StandsInOnlyWhereItIsAskedFor()
    {
        var film = Film();
        Assert.DoesNotContain(film.Ledger().Documents, entry => entry.Id == DocumentId.Synopsis);
        var entry = Only(film, "synopsis", withDrafts: true);
        Assert.Null(entry.Approval);
        Assert.Equal(DocumentStatus.AwaitingApproval, entry.Status);
    }

    [Fact]
    public void Skipped_IsToldWithItsReason()
    {
        var film = new Archive().Begin(("brief", Brief), ("synopsis", Synopsis("x")), ("cast", Cast)).Decide("look", new Skip("No pictures.") { Id = "", By = "", Document = default, Draft = 0 });
        var skipped = film.Ledger().Skipped;
        Assert.Equal(["ideas", "look", "portrait:mara"], skipped.Select(entry => entry.Id.ToString()));
        Assert.Equal(("No pictures.", Writer), (skipped[1].Reason, skipped[1].Decision?.By));
        Assert.Null(skipped[2].Decision);
    }

    [Fact]
    public void Picture_IsOfWhoeverBroughtItFirst()
    {
        var film = new Archive().Begin(("brief", Brief), ("synopsis", Synopsis("x")), ("cast", Cast), ("look", """{"summary":"Grey."}"""))
            .Deliver("portrait:mara", Picture('a'), Picture('b')).Approve("portrait:mara", 2);
        var rendered = Assert.Single(film.Ledger().Pictures);
        Assert.Equal(("model", "gpt", new string('b', 64), Writer), (rendered.By, rendered.Author, rendered.Picture, rendered.Approval?.By));
        film.Edit("portrait:mara", Picture('b'));
        Assert.Equal(("model", 2), (film.Ledger().Pictures[0].By, film.Ledger().Pictures[0].Draft));
        film.Edit("portrait:mara", Picture('c', ("mara", 'b')));
        Assert.Equal("writer", film.Ledger().Pictures[0].By);
        Assert.Equal(("mara", new string('b', 64)), (film.Ledger().Pictures[0].References[0].Character, film.Ledger().Pictures[0].References[0].Picture));
    }

    [Fact]
    public void Totals_AreOfTheWordsOfAllDocuments()
    {
        var ledger = Film().Approve("synopsis").Ledger();
        Assert.Equal(ledger.Documents.Sum(entry => entry.Words), ledger.Totals.Words.Words);
        Assert.Equal(100m, ledger.Totals.Words.Shares.Sum(share => share.Percent));
        Assert.Equal(0, ledger.Totals.Spoken.Words);
        Assert.Empty(ledger.Totals.Spoken.Shares);
    }

    [Fact]
    public void Json_IsCamelCaseAndOfTheFilmsTime()
    {
        var film = Film().Approve("synopsis");
        var json = JsonSerializer.SerializeToNode(film.Ledger(), AuthorshipJson.Readable.AuthorshipLedger)!;
        Assert.Equal(film.Project.ChangedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), json["asOf"]!.ToString());
        Assert.Equal("modelEditedByWriter", JsonNamingPolicy.CamelCase.ConvertName(nameof(Origin.ModelEditedByWriter)));
        Assert.Equal(["writer", "model", "model"], json["documents"]!.AsArray().Select(entry => entry!["origin"]!.ToString()));
        Assert.Equal("write", json["documents"]![1]!["drafts"]![0]!["asked"]!["verb"]!.ToString());
    }

    /// <summary>A brief, approved ideas, and a synopsis of two options that awaits the writer.</summary>
    private static Archive Film() => new Archive().Begin(("brief", Brief))
        .Deliver("ideas", """{"title":"The Ferry","logline":"A boat goes out.","why":"It fits."}""").Approve("ideas")
        .Deliver("synopsis", Synopsis("A boat goes out."), Synopsis("A letter comes late."));

    private static DocumentEntry Only(Archive film, string document, bool withDrafts = false) =>
        film.Ledger(withDrafts).Documents.Single(entry => entry.Id.ToString() == document);
}
