using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>Decisions over many projects by many writers at once, with a model that answers at once, beside as many raw conditional writes.</summary>
internal static class DecisionsBench
{
    private const int Projects = 1_000;
    private const int Writers = 16;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new InstantModel(new UnderstudyChatClient(), "film"));
        await DecideAsync(head, "film0", 50);
        var raw = await Figures.RawTableAsync(head.Clients);
        var from = Stopwatch.GetTimestamp();
        var inserts = await WritersAsync(Projects * Steps.Length, row => Figures.InsertAsync(raw, "many", row));
        var insertRate = inserts.Count / Stopwatch.GetElapsedTime(from).TotalSeconds;
        from = Stopwatch.GetTimestamp();
        var decisions = await DecideAsync(head, "film1", Projects);
        var rate = decisions.Count / Stopwatch.GetElapsedTime(from).TotalSeconds;
        table.AddRow("decisions", $"decisions a second, {Writers} at once over {Projects:N0} projects, every draft written and stored", $"{rate:0}", $"raw inserts a second {insertRate:0}", $"{rate / insertRate:0.00}");
        foreach (var share in new[] { 0.5, 0.99 })
        {
            var (decision, insert) = (Figures.Quantile(decisions, share), Figures.Quantile(inserts, share));
            table.AddRow("decisions", $"handed over → answered, p{share * 100:0}", $"{decision:0.0} ms", $"raw insert {insert:0.0} ms", $"{decision / insert:0.00}");
        }
    }

    private static DocumentId[] Steps { get; } = [DocumentId.Ideas, DocumentId.Synopsis, DocumentId.Cast];

    /// <summary>Each project is begun, and its first documents are approved as they come.</summary>
    /// <returns>Milliseconds of each decision.</returns>
    private static async Task<IReadOnlyCollection<double>> DecideAsync(BenchHead head, string name, int projects)
    {
        var times = await WritersAsync(projects, async number =>
        {
            var project = $"{name}{number}";
            await head.BeginAsync(project, Briefs.Of("The Same Film", 20));
            var spent = new List<double>();
            foreach (var document in Steps)
            {
                await head.UntilAsync(project, film => film.Document(document).Draft is not null);
                var from = Stopwatch.GetTimestamp();
                await head.ApproveAsync(project, document, 1);
                spent.Add(Figures.Milliseconds(from));
            }

            return spent;
        });
        return [.. times.SelectMany(each => each)];
    }

    private static async Task<IReadOnlyCollection<T>> WritersAsync<T>(int count, Func<int, Task<T>> act)
    {
        var results = new T[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (number, _) => results[number] = await act(number));
        return results;
    }
}
