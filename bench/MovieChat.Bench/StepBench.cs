using System.Diagnostics;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>From the moment a decision is handed over until the next order begins, beside one raw insert into the same storage.</summary>
internal static class StepBench
{
    private const int Films = 40;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        await head.MakeFilmAsync("warm", Briefs.Of("warm", 20));
        var raw = head.Clients.Tables.GetTableClient("Raw");
        await raw.CreateIfNotExistsAsync();
        var (decisions, inserts) = (new List<double>(), new List<double>());
        for (var film = 0; film < Films; film++)
        {
            var project = $"step{film}";
            await head.BeginAsync(project, Briefs.Of(project, 20));
            decisions.Add(await DecideAsync(head, project, new("ideas"), "synopsis@1"));
            inserts.Add(await InsertAsync(raw, film));
            decisions.Add(await DecideAsync(head, project, new("synopsis"), "cast@1"));
            inserts.Add(await InsertAsync(raw, film + Films));
        }

        table.AddRow("step", "decision handed over → next order begun, median", $"{Median(decisions):0.00} ms", $"raw insert {Median(inserts):0.00} ms", $"{Median(decisions) / Median(inserts):0.00} (≤ 1.5)");
    }

    private static async Task<double> DecideAsync(BenchHead head, string project, DocumentId document, string next)
    {
        var film = await head.UntilAsync(project, found => found.Document(document).Draft is not null);
        var from = Stopwatch.GetTimestamp();
        await head.ApproveAsync(project, document, film.Document(document).Draft!.Number);
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
