using MovieChat.Core.Authorship;
using MovieChat.Core.Journey;
using MovieChat.Tests.Exports;

namespace MovieChat.Tests.Authorship;

public sealed class LedgerPdfTests
{
    [Fact]
    public void Pdf_SaysWhatTheLedgerHas()
    {
        var words = PrintedPages.Words(LedgerPdf.Write(Ledger(20)));
        foreach (var said in (string[])["The Ferry", "85.0 % are the writer's", "the model understudy-1", "Profile of Person 7", "a model's draft, edited by the writer", "approved 22 November 2026", "rendered by sketch-1", "mara aaaaaaaaaa", "No crowds.", "The writer's notes: “Colder, please.”", "no legal advice"])
            Assert.Contains(PrintedPages.Solid(said), words, StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_OfTheSameLedger_IsTheSameFile() => Assert.Equal(LedgerPdf.Write(Ledger(3)), LedgerPdf.Write(Ledger(3)));

    [Fact]
    public void Pdf_OfNothing_IsAPage()
    {
        var nothing = new LedgerBook(WritingProject.None, false).Close();
        Assert.Contains(PrintedPages.Solid("No word of the film is approved yet."), PrintedPages.Words(LedgerPdf.Write(nothing)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("李雷 & <b>Łódź</b> שלום สวัสดี 🎬")]
    [InlineData("\0\u202e\ud800")]
    public void Pdf_OfAnyNames_IsPrinted(string name)
    {
        var ledger = Ledger(2);
        var entry = ledger.Documents[0] with { Name = string.Concat(Enumerable.Repeat(name + " x", 400)) };
        using var document = PrintedPages.Open(LedgerPdf.Write(ledger with { Title = string.Concat(Enumerable.Repeat(name + "x", 500)), Documents = [entry] }));
        Assert.InRange(document.PageCount, 1, 4);
    }

    internal static AuthorshipLedger Ledger(int count)
    {
        var at = new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);
        var approval = new LedgerDecision("approve", "wren", at, 2, 1, null);
        Share[] shares = [new("writer", "wren", 255, 85m), new("model", "understudy-1", 45, 15m)];
        LedgerDraft[] drafts =
        [
            new(1, "model", "understudy-1", at.AddDays(-2), null, new(Verb.Write, null, null, null), null),
            new(2, "model", "understudy-1", at.AddDays(-1), 1, new(Verb.Revise, "Colder, please.", "She smiles.", null), null),
            new(3, "writer", "wren", at, 2, null, null),
        ];
        var documents = Enumerable.Range(1, count).Select(at => new DocumentEntry(
            DocumentId.Profile($"p{at}"), $"Profile of Person {at}", DocumentStatus.Approved, at % 3 == 0 ? Origin.Writer : Origin.ModelEditedByWriter, 3, 1, 300, shares, null, at % 5 == 4 ? null : approval, drafts, [approval]));
        PictureEntry[] pictures =
        [
            new(new("frame", "s1.1"), "Frame 1-1", DocumentStatus.Approved, "model", "sketch-1", at, 1, 1, new string('b', 64), [new("mara", 1, new string('a', 64))], approval, [approval]),
            new(new("portrait", "mara"), "Portrait of Mara", DocumentStatus.Approved, "writer", "wren", at, 1, 1, new string('a', 64), [], approval, [approval]),
        ];
        var total = new LedgerTotal(300 * count, [new("writer", "wren", 255 * count, 85m), new("model", "understudy-1", 45 * count, 15m)]);
        var ledger = new AuthorshipLedger(
            "p1", "The Ferry", at, 42, false, null, [], new(total, total, total with { Words = 900, Shares = [new("writer", "wren", 900, 100m)] }), [.. documents], pictures,
            [new(new("frame", "s1.2"), "Frame 1-2", "No crowds.", approval)], LedgerWords.Method);
        return ledger with { Statement = LedgerWords.Statement(ledger) };
    }
}
