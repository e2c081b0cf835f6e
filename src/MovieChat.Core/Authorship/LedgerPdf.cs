using System.Text.Json;
using MovieChat.Core.Authorship.Print;

namespace MovieChat.Core.Authorship;

/// <summary>The ledger as it is printed: US Letter, the statement first, then totals, documents, pictures, how each document came about, and the method.</summary>
public static class LedgerPdf
{
    /// <summary>The same ledger gives the same bytes.</summary>
    public static byte[] Write(AuthorshipLedger ledger)
    {
        using var sheet = new LedgerSheet();
        LedgerFront.Draw(sheet, ledger);
        LedgerTables.Draw(sheet, ledger);
        LedgerChains.Draw(sheet, ledger);
        LedgerChains.DrawMethod(sheet, ledger);
        return sheet.Save($"{ledger.Title} – authorship ledger", JsonSerializer.Serialize(ledger, AuthorshipJson.Readable.AuthorshipLedger), ledger.AsOf);
    }
}
