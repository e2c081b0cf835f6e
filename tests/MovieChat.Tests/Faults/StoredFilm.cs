using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>All that is stored of one film at the end of a journey.</summary>
internal sealed record StoredFilm(WritingProject Project, IReadOnlyList<JournalEntry> Entries, IReadOnlyList<string> Lines)
{
    public static async Task<StoredFilm> ReadAsync(Workshop workshop, string project)
    {
        var entries = await workshop.EntriesAsync(project);
        var film = await workshop.ReadAsync(project);
        List<string> lines = [.. entries.Select(Line), .. await RowsAsync(workshop, "Journal", project), .. await RowsAsync(workshop, "Drafts", project)];
        foreach (var document in new FilmGraph(film).Documents) lines.Add(await DocumentAsync(workshop, film, document));
        return new(film, entries, [.. lines.Select(line => $"{project}: {line}").Order(StringComparer.Ordinal)]);
    }

    /// <summary>Everything of an event but its place and time, which drafts under way at once share out as it happens.</summary>
    private static string Line(JournalEntry entry)
    {
        var number = entry.Event switch
        {
            DraftOrdered ordered => ordered.Number,
            DraftReceived received => received.Draft.Number,
            DraftApproved approved => approved.Draft,
            TipsRequested asked => asked.Number,
            TipsReceived given => given.Number,
            _ => 0,
        };
        return $"event {entry.By} '{entry.Cause}' {entry.Event.GetType().Name} {(entry.Event as DocumentEvent)?.Document} {number}";
    }

    /// <summary>The keys of all rows but those of events, which begin with their place. A draft's ends with a hash of its project.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Workshop workshop, string table, string project)
    {
        var rows = workshop.Clients.Tables.GetTableClient(table).QueryAsync<TableEntity>(row => row.PartitionKey == project, select: ["RowKey"], cancellationToken: Workshop.Ct);
        return await rows.Where(row => !char.IsAsciiDigit(row.RowKey[0])).Select(row => $"row {table} {row.RowKey.Split('|')[0]}").ToListAsync(Workshop.Ct);
    }

    private static async Task<string> DocumentAsync(Workshop workshop, WritingProject film, DocumentId document)
    {
        var status = new FilmGraph(film).Status(document);
        if (film.Document(document).Approved is not { } approved) return $"document {document} {status}";
        var text = await workshop.Texts.ReadAsync(film.Id, document, approved.Draft.Key, Workshop.Ct);
        return $"document {document} {status} {approved.Ref} of {text.Draft.Author}: {text.Options.First(option => option.Number == approved.Option).Content}";
    }
}
