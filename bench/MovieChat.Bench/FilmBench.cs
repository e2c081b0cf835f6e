using System.Diagnostics;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>A whole film with the understudy: what it costs in storage writes, and how much of its time is not the model's.</summary>
internal static class FilmBench
{
    public static async Task RunAsync(Table table)
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        await head.MakeFilmAsync("warm", Briefs.Of("warm", 110));
        head.Writes.Reset();
        head.Model.Reset();
        var from = Stopwatch.GetTimestamp();
        var film = await head.MakeFilmAsync("film", Briefs.Of("film", 110));
        var wall = Stopwatch.GetElapsedTime(from);
        var (writes, calls) = (head.Writes.Counts, head.Model.Calls);
        var journal = writes.GetValueOrDefault("Journal");
        table.AddRow("film", "whole film of 110 minutes", $"{wall.TotalMilliseconds:0} ms", $"in the model {head.Model.Spent.TotalMilliseconds:0} ms", $"outside {1 - (head.Model.Spent / wall):P0}");
        table.AddRow("film", "journal writes (events of one command: one transaction)", $"{journal}", $"{film.Revision} events", $"{(double)journal / film.Revision:0.00} (≤ 1)");
        table.AddRow("film", "draft writes", $"{writes.GetValueOrDefault("Drafts")}", $"{calls} model calls", $"{(double)writes.GetValueOrDefault("Drafts") / calls:0.00}");
        foreach (var (place, count) in writes.Where(entry => entry.Key is not ("Journal" or "Drafts"))) table.AddRow("film", $"other writes: {place}", $"{count}", "", "");
    }
}
