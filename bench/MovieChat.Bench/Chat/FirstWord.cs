using System.Diagnostics;
using MovieChat.Tests.Shared;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Chat;

/// <summary>The time to the first word by HTTP and Server-Sent Events through a running head, beside the same request sent to the same model.</summary>
internal static class FirstWord
{
    private const int Turns = 400;
    private const int WarmUp = 200;
    private const string Project = "film";

    public static async Task RunAsync(BenchStorage storage, Table table)
    {
        await using (var maker = await BenchHead.StartAsync(storage, new UnderstudyChatClient())) await maker.MakeFilmAsync(Project, Briefs.Of(Project, 20), "owner");
        await using var model = await new BenchModel(20, TimeSpan.Zero).StartAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-bench-head-{Guid.NewGuid():N}");
        await using (var head = await HeadProcess.StartAsync(Settings(storage, model, folder), folder)) await MeasureAsync(head, model, storage, table);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Settings of a head of the bench's.</summary>
    public static Dictionary<string, string?> Settings(BenchStorage storage, BenchModel model, string folder) => new(model.Settings)
    {
        ["AzureWebJobsStorage"] = storage.ConnectionString,
        ["MOVIECHAT_OWNER_KEY"] = BenchWriter.Key,
        ["MovieChat__DataFolder"] = folder,
    };

    private static async Task MeasureAsync(HeadProcess head, BenchModel model, BenchStorage storage, Table table)
    {
        using var writer = new BenchWriter(head);
        using var direct = new HttpClient();
        var raw = await Figures.RawTableAsync(storage.Connect());
        var chat = await writer.BeginAsync(Project, "plot");
        List<double> through = [], asked = [], beside = [], inserts = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var calls = model.Asked.Count;
            var heard = await writer.SayAsync(chat, $"Turn {turn}: what does she want here, and what would it cost her to say so in the second half?");
            var alone = await BenchWriter.AskAsync(direct, model.Address, model.Request);
            var insert = await Figures.InsertAsync(raw, "chat", turn);
            if (turn < WarmUp) continue;
            through.Add(heard.ToFirst);
            asked.Add(Stopwatch.GetElapsedTime(heard.From, model.Asked[calls]).TotalMilliseconds);
            beside.Add(alone.ToFirst);
            inserts.Add(insert);
        }

        Add("median", 0.5);
        Add("95th of 100", 0.95);
        table.AddRow("chat", "of it, until the model is asked, median", $"{Figures.Median(asked):0.0} ms", $"raw insert {Figures.Median(inserts):0.0} ms", $"{Figures.Median(asked) / Figures.Median(inserts):0.0}");

        void Add(string name, double share)
        {
            var (by, without) = (Figures.Quantile(through, share), Figures.Quantile(beside, share));
            table.AddRow("chat", $"first word through the head, {name}", $"{by:0.0} ms", $"the model itself {without:0.0} ms", $"+{by - without:0.0} ms{(share == 0.5 ? " (≤ 5)" : "")}");
        }
    }
}
