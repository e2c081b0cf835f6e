using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Picturing;

/// <summary>A feature with its pictures: what it takes to order them through the head, to draw them, and to take them home.</summary>
internal static class PicturesBench
{
    private const string Project = "pictures";
    private const int Pages = 120, Frames = 300;

    public static async Task RunAsync(Table table)
    {
        await using var storage = await BenchStorage.StartAsync();
        await using (var head = await BenchHead.StartAsync(storage, new UnderstudyChatClient()))
        {
            await new PictureFilm(head, "warm").MakeAsync(Briefs.Of("warm", 5), 20);
            var key = await new PictureFilm(head, "key").MakeAsync(Briefs.Of("key", Pages), 0);
            var film = LongFilm.Of(await head.Films.ReadAsync(key.Project, withDrafts: false, CancellationToken.None), Pages);
            var made = await new PictureFilm(head, Project).MakeAsync(LongFilm.Request(film, Project), Frames);
            var alone = await SketchBench.RunAsync(table, head, made.Project);
            Report(table, "frames", made.Frames, alone);
            Report(table, "portraits", key.Portraits, null);
            film = await head.Films.ReadAsync(made.Project, withDrafts: false, CancellationToken.None);
            table.AddRow("home", "the film taken home: pages", $"{LongFilm.PagesOf(LongFilm.Print(film))}", $"{film.Scenes!.Scenes.Count} scenes, {film.Frames.Count} frames, {film.Portraits.Count} portraits", "");
        }

        await TakenHomeBench.RunAsync(table, storage, Project);
    }

    /// <param name="alone">Pictures a minute that the artist draws on two threads, without a head.</param>
    private static void Report(Table table, string what, Ordered ordered, double? alone)
    {
        var aMinute = ordered.Pictures / ordered.Took.TotalMinutes;
        table.AddRow("orders", $"{ordered.Pictures} {what} through the head, a minute", $"{aMinute:0}", alone is null ? "" : $"the artist alone, on two threads {alone:0}", alone is null ? "" : $"{aMinute / alone:0.00}");
        table.AddRow("orders", "… requests to storage, each", $"{(double)ordered.Requests / ordered.Pictures:0.0}", $"writes {(double)ordered.Writes / ordered.Pictures:0.0}; {ordered.Documents} documents", $"{(double)ordered.Requests / ordered.Writes:0.00}");
    }
}
