using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>One command and what became of it.</summary>
/// <param name="Entries">How many entries the journal held before.</param>
internal sealed record Step(Command Command, WritingProject Before, Outcome Outcome, int Entries)
{
    public WritingProject After => Outcome is Outcome.Accepted accepted ? accepted.Project : Before;

    public ValueList<JournalEntry> Made => Outcome is Outcome.Accepted accepted ? accepted.Entries : [];
}

/// <summary>One project as it is played: its journal, and every command it was given.</summary>
internal sealed class Branch(DocumentTable table, Branch? source = null)
{
    private static readonly DateTimeOffset s_start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DocumentTable Table { get; } = table;

    /// <summary>The branch it was forked from, as it was then.</summary>
    public Branch? Source { get; } = source;

    public int SourceEntries { get; } = source?.Journal.Count ?? 0;

    public WritingProject? SourceProject { get; } = source?.Project;

    public List<Step> Steps { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public WritingProject Project { get; private set; } = WritingProject.None;

    /// <summary>The drafts as storage holds them, those of the source included.</summary>
    public List<(DocumentId Document, Draft Draft)> Stored { get; } =
        source is null ? [] : [.. source.Stored.Select(each => (each.Document, each.Draft with { Home = each.Draft.Home ?? source.Project.Id }))];

    public FilmGraph Graph => new(Project, Table);

    public Outcome Do(Command command)
    {
        var outcome = Project.Decide(command, s_start.AddMinutes(Steps.Count), Table);
        Steps.Add(new(command, Project, outcome, Journal.Count));
        if (outcome is not Outcome.Accepted accepted) return outcome;
        Journal.AddRange(accepted.Entries);
        Stored.AddRange(accepted.Entries.Select(entry => entry.Event).OfType<DraftReceived>().Select(each => (each.Document, each.Draft)));
        Stored.AddRange(accepted.Entries.Select(entry => entry.Event).OfType<DocumentsBrought>().SelectMany(each => each.Drafts).Select(each => (each.Key, each.Value)));
        Stored.AddRange(accepted.Entries.Select(entry => entry.Event).OfType<ScriptImported>().SelectMany(each => each.Drafts).Select(each => (each.Key, each.Value)));
        Project = accepted.Project;
        return outcome;
    }

    /// <summary>Every event of the film's life, those before a fork first.</summary>
    public IEnumerable<ProjectEvent> Life(int entries) =>
        (Source?.Life(SourceEntries) ?? []).Concat(Journal.Take(entries).Select(entry => entry.Event));
}
