namespace MovieChat.Core.Authorship.Print;

/// <summary>The tables: a row for each document, picture, and document that the film does without.</summary>
internal static class LedgerTables
{
    private const double Bars = LedgerSheet.Left + 300, BarWidth = 96, RowHeight = 27;

    public static void Draw(LedgerSheet sheet, AuthorshipLedger ledger)
    {
        Table(sheet, "Documents", "words", ledger.Documents, DrawDocument);
        Table(sheet, "Pictures", "", ledger.Pictures, DrawPicture);
        SkippedEntry[] decided = [.. ledger.Skipped.Where(entry => entry.Decision is not null)];
        Table(sheet, "Done without", "", decided, DrawSkipped);
        if (ledger.Skipped.Count - decided.Length is > 0 and var more) sheet.Paragraph($"With these the film does without {more} more that would be made from them.", LedgerSheet.Left, LedgerSheet.Width, 8.5, LedgerSheet.Soft);
    }

    /// <summary>A heading that never stands alone at the foot of a page.</summary>
    public static void Heading(LedgerSheet sheet, string text, double follows = RowHeight)
    {
        sheet.Need(34 + follows);
        sheet.Skip(12);
        sheet.Write(text, LedgerSheet.Left, 11, 12, LedgerSheet.Writers);
        sheet.Rule(17, LedgerSheet.Writers);
        sheet.Skip(22);
    }

    private static void Table<T>(LedgerSheet sheet, string name, string last, IReadOnlyList<T> rows, Action<LedgerSheet, T> draw)
    {
        if (rows.Count == 0) return;
        Heading(sheet, name);
        foreach (var row in rows)
        {
            if (sheet.Need(RowHeight))
            {
                sheet.Write($"{name}, continued", LedgerSheet.Left, 7, 8, LedgerSheet.Soft);
                if (last.Length > 0) sheet.WriteTo(last, LedgerSheet.Right, 7, 8, LedgerSheet.Soft);
                sheet.Skip(16);
            }

            draw(sheet, row);
            sheet.Rule(RowHeight - 4, LedgerSheet.Paper);
            sheet.Skip(RowHeight);
        }
    }

    private static void DrawDocument(LedgerSheet sheet, DocumentEntry entry)
    {
        decimal? writer = entry.Words == 0 ? null : LedgerWords.OfWriter(entry.Shares);
        sheet.Write(SansPen.Fit(entry.Name, 290, 9.5), LedgerSheet.Left, 9, 9.5, LedgerSheet.Ink);
        sheet.Write(SansPen.Fit($"{LedgerWords.Of(entry.Origin)} · {Models(entry)}draft {entry.Draft}", 290, 7.5), LedgerSheet.Left, 20, 7.5, LedgerSheet.Soft);
        sheet.Bar(Bars, 2, BarWidth, 8, writer);
        sheet.Write(Standing(entry.Approval, 204), Bars, 20, 7.5, LedgerSheet.Soft);
        sheet.WriteTo(writer is { } share ? LedgerWords.Percent(share) : "–", Bars + 144, 9, 9, LedgerSheet.Writers);
        sheet.WriteTo($"{LedgerWords.Number(entry.Words)} words", LedgerSheet.Right, 9, 8, LedgerSheet.Soft);
    }

    private static void DrawPicture(LedgerSheet sheet, PictureEntry entry)
    {
        var isRendered = entry.By == TextAuthor.Model;
        sheet.Write(SansPen.Fit(entry.Name, 200, 9.5), LedgerSheet.Left, 9, 9.5, LedgerSheet.Ink);
        sheet.Write($"draft {entry.Draft} · {Short(entry.Picture)}", LedgerSheet.Left, 20, 7.5, LedgerSheet.Soft);
        sheet.Bar(LedgerSheet.Left + 210, 2, 8, 8, isRendered ? 0 : 100);
        sheet.Write(SansPen.Fit(isRendered ? $"rendered by {entry.Author}, {LedgerWords.Time(entry.At)}" : "the writer's own picture", 284, 8.5), LedgerSheet.Left + 224, 9, 8.5, LedgerSheet.Ink);
        sheet.Write(SansPen.Fit(From(entry) + Standing(entry.Approval, 284), 284, 7.5), LedgerSheet.Left + 224, 20, 7.5, LedgerSheet.Soft);
    }

    private static void DrawSkipped(LedgerSheet sheet, SkippedEntry entry)
    {
        sheet.Write(SansPen.Fit(entry.Name, 200, 9.5), LedgerSheet.Left, 9, 9.5, LedgerSheet.Ink);
        sheet.Write(SansPen.Fit(entry.Reason, 284, 8.5), LedgerSheet.Left + 210, 9, 8.5, LedgerSheet.Ink);
        sheet.Write(SansPen.Fit($"decided by {entry.Decision!.By}, {LedgerWords.Time(entry.Decision.At)}", 284, 7.5), LedgerSheet.Left + 210, 20, 7.5, LedgerSheet.Soft);
    }

    private static string Models(DocumentEntry entry) =>
        string.Concat(entry.Shares.Where(share => share.By == TextAuthor.Model).Select(share => $"{share.Name} {LedgerWords.Percent(share.Percent)} · "));

    private static string Standing(LedgerDecision? approval, double width) => approval is null
        ? "awaits the writer"
        : SansPen.Fit($"{(approval.Verb switch { "bring" => "brought", "import" => "taken from a script", _ => "approved" })} {LedgerWords.Time(approval.At)} by {approval.By}", width, 7.5);

    private static string From(PictureEntry entry) => entry.References.Count == 0
        ? ""
        : $"from {string.Join(", ", entry.References.Select(each => $"{each.Character ?? "an earlier one"} {Short(each.Picture)}"))} · ";

    private static string Short(string hash) => hash.Length > 10 ? hash[..10] : hash;
}
