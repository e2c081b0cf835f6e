using System.Diagnostics;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>A start with many projects that wait and some that owe work, beside a start with those that owe alone.</summary>
internal static class StartBench
{
    private const int Waiting = 10_000;
    private const int Owing = 100;

    public static async Task RunAsync(Table table)
    {
        await using var storage = await BenchStorage.StartAsync();
        await using var seed = new BenchSeed(storage.Connect());
        await seed.OwingAsync("warm", Owing);
        await MeasureAsync(storage, "warm");
        await seed.RestAsync("warm", Owing);
        await seed.OwingAsync("alone", Owing);
        var alone = await MeasureAsync(storage, "alone");
        await seed.RestAsync("alone", Owing);
        await seed.WaitingAsync("waiting", Waiting);
        await seed.OwingAsync("among", Owing);
        var among = await MeasureAsync(storage, "among");
        table.AddRow("start", $"first of {Owing} owed begun, {Waiting:N0} projects waiting", $"{among.First:0} ms", $"none waiting {alone.First:0} ms", $"{among.First / alone.First:0.00}");
        table.AddRow("start", $"all {Owing} owed done", $"{among.All:0} ms", $"none waiting {alone.All:0} ms", $"{among.All / alone.All:0.00}");
        table.AddRow("start", "storage requests until then", $"{among.Requests}", $"none waiting {alone.Requests}", $"{(double)among.Requests / alone.Requests:0.00}");
        table.AddRow("start", "memory in use afterwards", $"{among.After:0.0} MiB", $"before {among.Before:0.0} MiB; none waiting {alone.Before:0.0} → {alone.After:0.0}", $"{among.After / alone.After:0.00}");
    }

    private static async Task<Measured> MeasureAsync(BenchStorage storage, string name)
    {
        var before = Memory();
        var from = Stopwatch.GetTimestamp();
        await using var head = await BenchHead.StartAsync(storage, new UnderstudyChatClient());
        var began = Enumerable.Range(0, Owing).Select(number => head.Orders.BeganAsync($"{name}{number}", "ideas@1"));
        var first = Stopwatch.GetElapsedTime(from, await await Task.WhenAny(began));
        var drafted = await Task.WhenAll(Enumerable.Range(0, Owing).Select(number => head.Orders.DraftedAsync($"{name}{number}")));
        return new(first.TotalMilliseconds, Stopwatch.GetElapsedTime(from, drafted.Max()).TotalMilliseconds, head.Writes.Requests, before, Memory());
    }

    /// <summary>MiB of objects in use.</summary>
    private static double Memory() => GC.GetTotalMemory(forceFullCollection: true) / 1024d / 1024d;

    /// <param name="First">Milliseconds from the start to the first order begun.</param>
    /// <param name="All">Milliseconds from the start to the last order done.</param>
    private sealed record Measured(double First, double All, int Requests, double Before, double After);
}
