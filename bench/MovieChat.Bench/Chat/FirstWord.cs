using System.Diagnostics;
using Azure.Data.Tables;
using MovieChat.Tests.Shared;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Chat;

/// <summary>The time to the first word by HTTP and Server-Sent Events through a running head, beside the same request sent to the same model.</summary>
internal static class FirstWord
{
    private const int Turns = 400;
    private const int WarmUp = 200;

    /// <summary>A writer reads before they answer: what is stored after a turn does not stand in the next one's way.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

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
        var used = TimeSpan.Zero;
        List<double> through = [], asked = [], beside = [], inserts = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var calls = model.Asked.Count;
            var heard = await writer.SayAsync(chat, $"Turn {turn}: what does she want here, and what would it cost her to say so in the second half?");
            var alone = await BenchWriter.AskAsync(direct, model.Address, model.Request);
            await Task.Delay(Pause);
            var insert = await InsertTwoAsync(raw, turn);
            if (turn < WarmUp) continue;
            if (turn == WarmUp) used = ProcessorTime(head);
            through.Add(heard.ToFirst);
            asked.Add(Stopwatch.GetElapsedTime(heard.From, model.Asked[calls]).TotalMilliseconds);
            beside.Add(alone.ToFirst);
            inserts.Add(insert);
        }

        Add("10th of 100", 0.1);
        Add("median", 0.5);
        Add("95th of 100", 0.95);
        Ask("10th of 100", 0.1);
        Ask("median", 0.5);
        table.AddRow("chat", "processor time of the head, a turn of 20 words", $"{(ProcessorTime(head) - used).TotalMilliseconds / (Turns - WarmUp - 1):0.0} ms", "", "");

        void Add(string name, double share)
        {
            var (by, without) = (Figures.Quantile(through, share), Figures.Quantile(beside, share));
            table.AddRow("chat", $"first word through the head, {name}", $"{by:0.0} ms", $"the model itself {without:0.0} ms", $"+{by - without:0.0} ms{(share == 0.5 ? " (≤ 5)" : "")}");
        }

        // Nothing is asked of a model before the message is stored for good.
        void Ask(string name, double share)
        {
            var (by, without) = (Figures.Quantile(asked, share), Figures.Quantile(inserts, share));
            table.AddRow("chat", $"of it, until the model is asked, {name}", $"{by:0.0} ms", $"raw transaction of two rows {without:0.0} ms", $"{by / without:0.0}");
        }
    }

    private static async Task<double> InsertTwoAsync(TableClient raw, int number)
    {
        var from = Stopwatch.GetTimestamp();
        await raw.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("chat", $"{number:D19}") { ["Event"] = new string('x', 400) }),
            new(TableTransactionActionType.Add, new TableEntity("chat", $"turn-{number}") { ["Asked"] = (long)number }),
        ]);
        return Figures.Milliseconds(from);
    }

    private static TimeSpan ProcessorTime(HeadProcess head)
    {
        using var process = Process.GetProcessById(head.Id);
        return process.TotalProcessorTime;
    }
}
