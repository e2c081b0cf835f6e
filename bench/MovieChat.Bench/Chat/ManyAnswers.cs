using System.Globalization;
using MovieChat.Tests.Shared;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Chat;

/// <summary>Many answers at once, each in a chat of its own, followed word by word.</summary>
internal static class ManyAnswers
{
    private const int Streams = 500;
    private const string Project = "film";

    public static async Task RunAsync(BenchStorage storage, Table table)
    {
        await using (var maker = await BenchHead.StartAsync(storage, new UnderstudyChatClient())) await maker.MakeFilmAsync(Project, Briefs.Of(Project, 20), "owner");
        await using var model = await new BenchModel(20, TimeSpan.FromMilliseconds(100)).StartAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-bench-head-{Guid.NewGuid():N}");
        var settings = FirstWord.Settings(storage, model, folder);
        settings["MovieChat__Limits__EventStreams"] = "1000";
        settings["MovieChat__Text__MaxConcurrency"] = "256";
        await using (var head = await HeadProcess.StartAsync(settings, folder)) await MeasureAsync(head, model, table);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync(HeadProcess head, BenchModel model, Table table)
    {
        using var writer = new BenchWriter(head);
        var chats = new List<string>();
        for (var chat = 0; chat < Streams; chat++) chats.Add(await writer.BeginAsync(Project));
        await Task.WhenAll(chats.Take(50).Select(chat => writer.SayAsync(chat, "Warm: what does she want?")));
        var alone = await writer.SayAsync(chats[0], "Alone: what does she want?");
        var idle = Peak(head);

        var heard = await Task.WhenAll(chats.Select(chat => writer.SayAsync(chat, "What does she want here, and what would it cost her to say so?")));

        var first = heard.Select(each => each.ToFirst).ToArray();
        table.AddRow("chat", $"{Streams} answers at once: those that came whole", $"{heard.Count(each => each.IsAnswered)}", $"{Streams}", $"{(double)heard.Count(each => each.IsAnswered) / Streams:0.00}");
        table.AddRow("chat", "… first word, median", $"{Figures.Median(first):0} ms", $"one alone {alone.ToFirst:0} ms", $"{Figures.Median(first) / alone.ToFirst:0.0}");
        table.AddRow("chat", "… first word, 95th of 100", $"{Figures.Quantile(first, 0.95):0} ms", $"one alone {alone.ToFirst:0} ms", $"{Figures.Quantile(first, 0.95) / alone.ToFirst:0.0}");
        table.AddRow("chat", "… all of it", $"{heard.Max(each => each.Whole):0} ms", $"one alone {alone.Whole:0} ms, {model.MostAtOnce} written at once", $"{heard.Max(each => each.Whole) / alone.Whole:0.0}");
        table.AddRow("chat", "… most memory of the head", $"{Peak(head):0} MiB", $"before {idle:0} MiB", $"{Peak(head) / idle:0.00}");
    }

    /// <summary>MiB that the process has had in memory at the most.</summary>
    private static double Peak(HeadProcess head)
    {
        var line = File.ReadLines($"/proc/{head.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
