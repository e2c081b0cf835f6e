using System.Diagnostics;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

/// <summary>A board of a whole film: as large as it is, one of its pictures is held.</summary>
[Collection(MeasuredAlone.Name)]
public class BoardMemoryTests
{
    private const int ShotsPerScene = 6;
    private const long MebiByte = 1 << 20;

    [Fact]
    public async Task Board_OfThreeHundredFrames_HoldsOnePicture() =>
        await MeasureAsync(mostBytes: 40 * MebiByte, opened: 301, (source, output) => StoryboardPdf.WriteAsync(Film(scenes: 50), source, new() { ChangedAt = DateTimeOffset.UnixEpoch }, output, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Animatic_OfAHundredFrames_HoldsOnePicture() =>
        await MeasureAsync(mostBytes: 60 * MebiByte, opened: 102, (source, output) => Animatic.WriteAsync(Film(scenes: 17), source, output, TestContext.Current.CancellationToken));

    private static async Task MeasureAsync(long mostBytes, int opened, Func<IPictureSource, Stream, Task> write)
    {
        await using var output = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        var before = WorkingSet();
        var most = 0L;
        var source = new PaintedPictures(PaintedPictures.Paint(1536, 830)) { Opening = () => most = Math.Max(most, WorkingSet()) };
        await write(source, output);
        Assert.Equal(opened, source.Opened.Count);
        Assert.InRange(output.Length, MebiByte, mostBytes);
        Assert.True(most - before < 100 * MebiByte, $"The process grew by {(most - before) / MebiByte} MiB.");
    }

    private static Screenplay Film(int scenes) =>
        Of([.. Enumerable.Range(0, scenes).Select(_ => Enumerable.Range(1, ShotsPerScene).Select(number => Shot(number, "She waits.")).ToArray())])
            .WithFrames(Enumerable.Range(1, scenes).SelectMany(scene => Enumerable.Range(1, ShotsPerScene).Select(shot => $"s{scene}.{shot}")));

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
