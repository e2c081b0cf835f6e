using System.Diagnostics;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>Films at once beside films one at a time, each of 20 minutes.</summary>
internal static class ManyFilmsBench
{
    private const int AtOnce = 200;
    private const int OneByOne = 20;

    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        await head.MakeFilmAsync("warm", Briefs.Of("warm", 20));
        var from = Stopwatch.GetTimestamp();
        for (var film = 0; film < OneByOne; film++) await head.MakeFilmAsync($"one{film}", Briefs.Of($"one{film}", 20));
        var single = Stopwatch.GetElapsedTime(from) / OneByOne;
        from = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(film => head.MakeFilmAsync($"many{film}", Briefs.Of($"many{film}", 20))));
        var many = Stopwatch.GetElapsedTime(from) / AtOnce;
        table.AddRow("many", $"{AtOnce} films at once, per film", $"{many.TotalMilliseconds:0} ms", $"one at a time {single.TotalMilliseconds:0} ms", $"{many / single:0.00}");
    }
}
