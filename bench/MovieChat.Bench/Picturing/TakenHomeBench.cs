using Spectre.Console;

namespace MovieChat.Bench.Picturing;

/// <summary>A film of many frames taken home, each file by a process of its own, beside copying its pictures out of storage.</summary>
internal static class TakenHomeBench
{
    private const int Rounds = 3;

    private static readonly string[] Files = ["storyboard.pdf", "bible.pdf", "animatic.html"];

    public static async Task RunAsync(Table table, BenchStorage storage, string project)
    {
        var copied = await RunAsync(storage, project, ExportProbe.Copy);
        Report(table, "bundle.zip", await RunAsync(storage, project, "bundle.zip"), copied);
        var small = await RunAsync(storage, project, "bundle.zip", isServer: false);
        table.AddRow("home", "… with the workstation's garbage collection", $"{small.Peak:0} MB", $"at its start {small.Start:0} MB; {small.Seconds:0.0} s", $"{small.Peak - small.Start:+0} MB (< 300 MB)");
        foreach (var file in Files) Report(table, file, await RunAsync(storage, project, file), copied);
    }

    private static void Report(Table table, string file, Taken taken, Taken copied)
    {
        table.AddRow("home", $"{file}, median of {Rounds}", $"{taken.Seconds:0.0} s", $"copying its {copied.Pictures} pictures {copied.Seconds:0.0} s", $"{taken.Seconds / copied.Seconds:0.0}");
        table.AddRow("home", "… megabytes", $"{taken.Bytes / 1e6:0.0}", $"the pictures {copied.Bytes / 1e6:0.0}", $"{(double)taken.Bytes / copied.Bytes:0.0}");
        table.AddRow("home", "… requests to storage", $"{taken.Requests}", $"{copied.Requests}", $"{(double)taken.Requests / copied.Requests:0.0}");
        table.AddRow("home", "… most memory of the process", $"{taken.Peak:0} MB", $"at its start {taken.Start:0} MB; copying {copied.Peak:0} MB", $"{taken.Peak - taken.Start:+0} MB (< 300 MB)");
    }

    /// <summary>The median of the seconds, and the most memory of all rounds.</summary>
    /// <param name="isServer">Whether memory is collected as the head does it: the server's way.</param>
    private static async Task<Taken> RunAsync(BenchStorage storage, string project, string file, bool isServer = true)
    {
        var rounds = new List<Taken>();
        for (var round = 0; round < Rounds; round++) rounds.Add(await ExportProbe.StartAsync(storage, project, file, isServer));
        return rounds.MaxBy(round => round.Peak)! with { Seconds = Figures.Median([.. rounds.Select(round => round.Seconds)]) };
    }
}
