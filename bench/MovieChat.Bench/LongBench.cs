using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>Thousands of decisions on one project: whether the last costs what the first did.</summary>
internal static class LongBench
{
    private const int Decisions = 5_000;
    private const int Share = 500;

    /// <summary>Decisions that do not count: the runtime compiles what is used often a second time.</summary>
    private const int WarmUp = 1_000;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        await DecideAsync(head, "warm", WarmUp);
        var (decisions, inserts) = await DecideAsync(head, "long", Decisions);
        var (first, last) = (Figures.Median(decisions[..Share]), Figures.Median(decisions[^Share..]));
        var (firstInsert, lastInsert) = (Figures.Median(inserts[..Share]), Figures.Median(inserts[^Share..]));
        table.AddRow("long", $"one decision, median of the last {Share} of {Decisions:N0} on one project", $"{last:0.00} ms", $"of the first {Share} {first:0.00} ms", $"{last / first:0.00}");
        table.AddRow("long", "the same beside raw inserts in between", $"{last / lastInsert:0.00} inserts", $"first {first / firstInsert:0.00} inserts", $"{last / lastInsert / (first / firstInsert):0.00}");
        var (cold, young) = (await ReadAsync(head, "long"), await ReadAsync(head, "warm"));
        table.AddRow("long", $"reading the project with {cold.Revision:N0} events", $"{cold.Milliseconds:0.0} ms", $"with {young.Revision:N0} events {young.Milliseconds:0.0} ms", $"{cold.Milliseconds / young.Milliseconds:0.00}");
    }

    private static async Task<(List<double> Decisions, List<double> Inserts)> DecideAsync(BenchHead head, string project, int count)
    {
        var raw = await Figures.RawTableAsync(head.Clients);
        await head.BeginAsync(project, Briefs.Of(project, 20));
        await head.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null);
        await head.ApproveAsync(project, DocumentId.Ideas, 1);
        await head.UntilAsync(project, film => film.Owed().Count == 0);
        var (decisions, inserts) = (new List<double>(), new List<double>());
        for (var number = 0; number < count; number++)
        {
            inserts.Add(await Figures.InsertAsync(raw, project, number));
            var from = Stopwatch.GetTimestamp();
            if (number % 2 == 0) await head.ReopenAsync(project, DocumentId.Ideas, 1);
            else await head.ApproveAsync(project, DocumentId.Ideas, 1);
            decisions.Add(Figures.Milliseconds(from));
        }

        return (decisions, inserts);
    }

    /// <summary>Reads a project as a start does, from its snapshot and the journal's tail.</summary>
    private static async Task<(long Revision, double Milliseconds)> ReadAsync(BenchHead head, string project)
    {
        var times = new List<double>();
        WritingProject film = WritingProject.None;
        for (var round = 0; round < 21; round++)
        {
            var from = Stopwatch.GetTimestamp();
            film = await head.Journal.ReadAsync(project, CancellationToken.None);
            times.Add(Figures.Milliseconds(from));
        }

        return (film.Revision, Figures.Median(times));
    }
}
