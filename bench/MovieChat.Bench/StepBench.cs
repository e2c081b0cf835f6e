using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>From the moment a decision is handed over until the next order begins, beside one raw insert into the same storage.</summary>
internal static class StepBench
{
    private const int Films = 200;

    /// <summary>Films whose figures do not count: the runtime compiles what is used often a second time.</summary>
    private const int WarmUp = 100;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        var raw = await Figures.RawTableAsync(head.Clients);
        List<double> inserts = [];
        Dictionary<bool, List<double>> decisions = new() { [true] = [], [false] = [] };
        for (var film = 0; film < Films; film++)
        {
            var project = $"step{film}";
            await head.BeginAsync(project, Briefs.Of(project, 20));
            foreach (var (document, next) in new[] { (DocumentId.Ideas, "synopsis@1"), (DocumentId.Synopsis, "cast@1") })
            {
                await head.UntilAsync(project, found => found.Document(document).Draft is not null);
                inserts.Add(await Figures.InsertAsync(raw, "step", inserts.Count));
                var isOneOff = film % 2 == 0;
                decisions[isOneOff].Add(await DecideAsync(head, project, document, next, isOneOff));
            }
        }

        var insert = Figures.Median(inserts[(WarmUp * 2)..]);
        foreach (var (isOneOff, times) in decisions)
        {
            var decision = Figures.Median(times[WarmUp..]);
            var name = isOneOff ? "decision handed over → next order begun, median" : "the same with an idempotency key, remembered for ever";
            table.AddRow("step", name, $"{decision:0.00} ms", $"raw insert {insert:0.00} ms", $"{decision / insert:0.00}{(isOneOff ? " (≤ 1.5)" : "")}");
        }
    }

    private static async Task<double> DecideAsync(BenchHead head, string project, DocumentId document, string next, bool isOneOff)
    {
        var from = Stopwatch.GetTimestamp();
        await head.ApproveAsync(project, document, 1, isOneOff);
        return Stopwatch.GetElapsedTime(from, await head.Orders.BeganAsync(project, next)).TotalMilliseconds;
    }
}
