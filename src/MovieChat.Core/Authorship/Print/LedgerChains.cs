namespace MovieChat.Core.Authorship.Print;

/// <summary>How each document came about, draft by draft, and how the ledger was made.</summary>
internal static class LedgerChains
{
    private const double Indent = LedgerSheet.Left + 14, TextWidth = LedgerSheet.Right - Indent, Small = 8;

    private const int MostNoteLines = 4;

    public static void Draw(LedgerSheet sheet, AuthorshipLedger ledger)
    {
        if (ledger.Documents.Count == 0) return;
        LedgerTables.Heading(sheet, "How the documents came about", 60);
        foreach (var entry in ledger.Documents)
        {
            sheet.Need(42);
            sheet.Write(SansPen.Fit(entry.Name, LedgerSheet.Width, 9.5), LedgerSheet.Left, 10, 9.5, LedgerSheet.Ink);
            sheet.Skip(16);
            foreach (var draft in entry.Drafts) Draw(sheet, draft);
            sheet.Paragraph(Decisions(entry), Indent, TextWidth, Small, LedgerSheet.Soft, most: 12);
            sheet.Skip(8);
        }
    }

    public static void DrawMethod(LedgerSheet sheet, AuthorshipLedger ledger)
    {
        LedgerTables.Heading(sheet, "How this was found out", 60);
        foreach (var paragraph in ledger.Method)
        {
            sheet.Paragraph(paragraph, LedgerSheet.Left, LedgerSheet.Width, 8.5, LedgerSheet.Ink);
            sheet.Skip(4);
        }
    }

    private static void Draw(LedgerSheet sheet, LedgerDraft draft)
    {
        sheet.Need(24);
        sheet.Bar(LedgerSheet.Left, 3, 6, 6, draft.By == TextAuthor.Writer ? 100 : 0);
        sheet.Paragraph($"Draft {draft.Number}, {LedgerWords.Time(draft.At)}: {Making(draft)}", Indent, TextWidth, Small, LedgerSheet.Ink, most: 3);
        foreach (var asked in Asked(draft.Asked)) sheet.Paragraph(asked, Indent + 10, TextWidth - 10, Small, LedgerSheet.Soft, MostNoteLines);
    }

    private static string Making(LedgerDraft draft)
    {
        var from = draft.Base is { } start ? $" from draft {start}" : "";
        if (draft.By == TextAuthor.Writer) return draft.Base is null ? $"written by the writer ({draft.Author})" : $"edited by the writer ({draft.Author}){from}";
        if (draft.ProposedIn is not null) return $"proposed in a chat by {draft.Author}{from}";
        return $"written by {draft.Author}{from}{(draft.Asked is { } asked ? $", asked to {asked.Verb.ToString().ToLowerInvariant()}" : "")}";
    }

    private static IEnumerable<string> Asked(LedgerRequest? asked)
    {
        if (asked?.Notes is { Length: > 0 } notes) yield return $"The writer's notes: “{notes}”";
        if (asked?.Passage is { } passage) yield return $"Only this passage: “{passage}”";
        if (asked?.Part is { } part) yield return $"Only this part: {part}";
    }

    private static string Decisions(DocumentEntry entry) => entry.Decisions.Count == 0
        ? "No decision of the writer yet."
        : $"Decided by the writer: {string.Join("; ", entry.Decisions.Select(Told))}.";

    private static string Told(LedgerDecision decision)
    {
        var what = decision.Verb switch
        {
            "bring" => "brought",
            "import" => "taken from a script",
            "approve" => "approved",
            "restore" => "restored",
            "keep" => "kept as it is",
            "reopen" => "reopened",
            _ => "skipped",
        };
        return $"{what}{(decision.Draft is { } draft ? $" draft {draft}" : "")}, {LedgerWords.Time(decision.At)}, {decision.By}";
    }
}
