namespace MovieChat.Core.Authorship.Print;

/// <summary>The first page's head: title, statement and totals.</summary>
internal static class LedgerFront
{
    public static void Draw(LedgerSheet sheet, AuthorshipLedger ledger)
    {
        sheet.Write("A U T H O R S H I P   L E D G E R", LedgerSheet.Left, 8, 8, LedgerSheet.Soft);
        sheet.Skip(22);
        sheet.Paragraph(ledger.Title, LedgerSheet.Left, LedgerSheet.Width, 22, LedgerSheet.Ink, most: 3);
        sheet.Skip(2);
        sheet.Paragraph(Subtitle(ledger), LedgerSheet.Left, LedgerSheet.Width, 8.5, LedgerSheet.Soft);
        sheet.Skip(8);
        sheet.Rule(0, LedgerSheet.Writers, 1.5);
        sheet.Skip(12);
        foreach (var paragraph in ledger.Statement)
        {
            sheet.Paragraph(paragraph, LedgerSheet.Left, LedgerSheet.Width, 10.5, LedgerSheet.Ink);
            sheet.Skip(5);
        }

        sheet.Skip(6);
        DrawTotals(sheet, ledger.Totals);
    }

    private static string Subtitle(AuthorshipLedger ledger) =>
        $"As of {LedgerWords.Time(ledger.AsOf)} · project {ledger.Project}, entry {ledger.Revision} of its journal"
        + (ledger.ForkedFrom is { } from ? $" · forked from project {from.Project}, entry {from.Sequence}" : "")
        + (ledger.WithDrafts ? " · with what still awaits the writer" : "");

    private static void DrawTotals(LedgerSheet sheet, LedgerTotals totals)
    {
        sheet.Need(110);
        DrawLegend(sheet);
        DrawTotal(sheet, "All words", totals.Words);
        DrawTotal(sheet, "Written scenes", totals.Scenes);
        DrawTotal(sheet, "Spoken words", totals.Spoken);
        sheet.Skip(8);
    }

    private static void DrawLegend(LedgerSheet sheet)
    {
        sheet.Bar(LedgerSheet.Left + 110, 0, 8, 8, 100);
        sheet.Write("the writer", LedgerSheet.Left + 122, 7.5, 8, LedgerSheet.Soft);
        sheet.Bar(LedgerSheet.Left + 180, 0, 8, 8, 0);
        sheet.Write("a model", LedgerSheet.Left + 192, 7.5, 8, LedgerSheet.Soft);
        sheet.Skip(16);
    }

    private static void DrawTotal(LedgerSheet sheet, string name, LedgerTotal total)
    {
        decimal? writer = total.Words == 0 ? null : LedgerWords.OfWriter(total.Shares);
        sheet.Write(name, LedgerSheet.Left, 11, 10, LedgerSheet.Ink);
        sheet.Bar(LedgerSheet.Left + 110, 1, 264, 13, writer);
        sheet.WriteTo(writer is { } share ? LedgerWords.Percent(share) : "–", LedgerSheet.Left + 425, 11.5, 10, LedgerSheet.Writers);
        sheet.WriteTo($"{LedgerWords.Number(total.Words)} words", LedgerSheet.Right, 11.5, 9, LedgerSheet.Soft);
        sheet.Skip(22);
    }
}
