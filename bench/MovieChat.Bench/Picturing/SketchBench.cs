using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Picturing;
using MovieChat.Understudy;
using SkiaSharp;
using Spectre.Console;
using Size = System.Drawing.Size;

namespace MovieChat.Bench.Picturing;

/// <summary>The sketch artist alone: every size of shot in several places of a film, with its portraits for references, beside decoding and encoding the same pictures.</summary>
internal static class SketchBench
{
    private const int Places = 6, Quality = 88;

    private static readonly Size Frame = new(1536, 830), Portrait = new(1024, 1024);

    /// <returns>Frames a minute on two threads.</returns>
    public static async Task<double> RunAsync(Table table, BenchHead head, WritingProject project)
    {
        var film = await head.Films.ReadAsync(project, withDrafts: false, CancellationToken.None);
        var frames = await FramesAsync(film, head);
        var portraits = Portraits(film);
        await DrawAsync(frames, Frame, "image/jpeg", threads: 2);
        var one = await DrawAsync(frames, Frame, "image/jpeg", threads: 1);
        Report(table, $"{frames.Count} frames of 1536×830, one thread", one, "≤ 150");
        var two = await DrawAsync(frames, Frame, "image/jpeg", threads: 2);
        Report(table, $"{frames.Count} frames of 1536×830, two threads", two, "≤ 150");
        Report(table, $"{portraits.Count} portraits of 1024×1024, JPEG, one thread", await DrawAsync(portraits, Portrait, "image/jpeg", threads: 1), null);
        Report(table, $"{portraits.Count} portraits of 1024×1024, PNG, one thread", await DrawAsync(portraits, Portrait, "image/png", threads: 1), null);
        return frames.Count / two.Took.TotalMinutes;
    }

    private static void Report(Table table, string what, Drawn drawn, string? goal)
    {
        var (median, copied) = (Figures.Median(drawn.Times), Figures.Median(drawn.Copied));
        var (late, lateCopied) = (Figures.Quantile(drawn.Times, 0.95), Figures.Quantile(drawn.Copied, 0.95));
        table.AddRow("sketch", $"{what}: median", $"{median:0} ms", $"decoded and encoded {copied:0} ms", $"{median / copied:0.0}{(goal is null ? "" : $" ({goal} ms)")}");
        table.AddRow("sketch", "… the 95th of 100", $"{late:0} ms", $"{lateCopied:0} ms", $"{late / lateCopied:0.0}");
        table.AddRow("sketch", "… of the processor, on average", $"{drawn.Processor.TotalMilliseconds / drawn.Times.Count:0} ms", $"{drawn.Times.Count / drawn.Took.TotalSeconds:0.0} a second", "");
    }

    private static async Task<Drawn> DrawAsync(IReadOnlyList<ImageGenerationRequest> requests, Size size, string mediaType, int threads)
    {
        using var artist = new UnderstudyImageGenerator();
        var options = new ImageGenerationOptions { Count = 1, ImageSize = size, MediaType = mediaType, ResponseFormat = ImageGenerationResponseFormat.Data };
        var (times, pictures) = (new ConcurrentBag<double>(), new ConcurrentBag<byte[]>());
        var (from, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = threads }, async (request, cancellationToken) =>
        {
            var began = Stopwatch.GetTimestamp();
            var response = await artist.GenerateAsync(request, options, cancellationToken);
            times.Add(Figures.Milliseconds(began));
            pictures.Add(((DataContent)response.Contents[0]).Data.ToArray());
        });
        var (took, spent) = (Stopwatch.GetElapsedTime(from), Environment.CpuUsage.TotalTime - processor);
        return new([.. times], took, spent, [.. pictures.Select(Copy)]);
    }

    /// <summary>What a picture of that size costs when nothing is drawn.</summary>
    /// <returns>Milliseconds.</returns>
    private static double Copy(byte[] picture)
    {
        var from = Stopwatch.GetTimestamp();
        using var decoded = SKBitmap.Decode(picture);
        using var encoded = decoded.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return Figures.Milliseconds(from);
    }

    /// <summary>Shots of the film as they are listed, each told in another size.</summary>
    private static async Task<IReadOnlyList<ImageGenerationRequest>> FramesAsync(Screenplay film, BenchHead head)
    {
        var portraits = new Dictionary<string, DataContent>();
        foreach (var (person, portrait) in film.Portraits) portraits[person] = new(await head.Pictures.ReadAsync(portrait.Hash, CancellationToken.None), portrait.MediaType);
        var scenes = film.Scenes!.Scenes.Where(scene => film.Shots.ContainsKey(scene.Id)).DistinctBy(scene => scene.Heading.Place).Take(Places);
        return
        [
            .. from scene in scenes
               let shots = film.Shots[scene.Id].Shots
               from size in ShotWords.Sizes.Index()
               let shot = shots[size.Index % shots.Count] with { N = 1, Size = size.Item, Angle = ShotWords.Angles[size.Index % ShotWords.Angles.Count] }
               select Request(film with { Shots = new Dictionary<string, ShotList> { [scene.Id] = new() { Scene = scene.Id, Shots = [shot] } } }, scene, shot, portraits),
        ];
    }

    private static ImageGenerationRequest Request(Screenplay film, Scene scene, Shot shot, Dictionary<string, DataContent> portraits)
    {
        string[] people = [.. shot.Characters.Distinct().Where(portraits.ContainsKey).Take(Core.Film.Pictures.MostReferences)];
        var places = people.Index().ToDictionary(each => each.Item, each => each.Index + 1);
        return new(PicturePrompt.Frame(film, $"{scene.Id}.{shot.N}", 1, null, places, null, [])!, people.Select(person => portraits[person]));
    }

    private static IReadOnlyList<ImageGenerationRequest> Portraits(Screenplay film) =>
    [
        .. from person in film.Cast!.Characters
           from take in Enumerable.Range(1, 3)
           select new ImageGenerationRequest(PicturePrompt.Portrait(film, person.Id, take, null, null, [])!),
    ];

    /// <param name="Times">Milliseconds of each picture.</param>
    /// <param name="Took">All of them.</param>
    /// <param name="Processor">What all of them took of it.</param>
    /// <param name="Copied">Milliseconds of each picture, decoded and encoded alone.</param>
    private sealed record Drawn(IReadOnlyList<double> Times, TimeSpan Took, TimeSpan Processor, IReadOnlyList<double> Copied);
}
