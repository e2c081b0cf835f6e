using System.Diagnostics;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>From the moment a decision is handed over until the next order begins, beside one raw insert into the same storage.</summary>
internal static class StepBench
{
    private const int Films = 150;

    /// <summary>Films whose figures do not count: the runtime compiles what is used often a second time.</summary>
    private const int WarmUp = 100;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        var raw = head.Clients.Tables.GetTableClient("Raw");
        await raw.CreateIfNotExistsAsync();
        var (decisions, inserts) = (new List<double>(), new List<double>());
        for (var film = 0; film < Films; film++)
        {
            var project = $"step{film}";
            await head.BeginAsync(project, Briefs.Of(project, 20));
            foreach (var (document, next) in new[] { (DocumentId.Ideas, "synopsis@1"), (DocumentId.Synopsis, "cast@1") })
            {
                await head.UntilAsync(project, found => found.Document(document).Draft is not null);
                inserts.Add(await InsertAsync(raw, inserts.Count));
                decisions.Add(await DecideAsync(head, project, document, next));
            }
        }

        decisions.RemoveRange(0, WarmUp * 2);
        inserts.RemoveRange(0, WarmUp * 2);
        table.AddRow("step", "decision handed over → next order begun, median", $"{Median(decisions):0.00} ms", $"raw insert {Median(inserts):0.00} ms", $"{Median(decisions) / Median(inserts):0.00} (≤ 1.5)");
    }

    private static async Task<double> DecideAsync(BenchHead head, string project, DocumentId document, string next)
    {
        var from = Stopwatch.GetTimestamp();
        await head.ApproveAsync(project, document, 1);
        return Stopwatch.GetElapsedTime(from, await head.Orders.BeganAsync(project, next)).TotalMilliseconds;
    }

    private static async Task<double> InsertAsync(TableClient raw, int row)
    {
        var from = Stopwatch.GetTimestamp();
        await raw.AddEntityAsync(new TableEntity("step", $"{row:D19}") { ["Event"] = new string('x', 400) });
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
