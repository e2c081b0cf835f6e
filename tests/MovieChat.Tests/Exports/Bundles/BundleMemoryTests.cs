using MovieChat.Workflows.Exports;
using static MovieChat.Tests.Exports.Bundles.ProductionBundleTests;

namespace MovieChat.Tests.Exports.Bundles;

/// <summary>A package of a whole film, which holds no picture while it is written.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class BundleMemoryTests
{
    /// <summary>As many pictures as a feature has: one at a time is held, in pieces.</summary>
    [Fact]
    public async Task Bundle_OfManyPictures_HoldsNone()
    {
        var album = new Album { Length = 200 * 1024 };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        album.Opened = () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: album.Count % 50 == 0) - before);
        var output = new ForwardStream(keeps: false);
        await FilmFile.Find("bundle.zip")!.WriteAsync(Film(60, 5, album), output, TestContext.Current.CancellationToken);
        // For the bundle itself, and once more for what is drawn from them.
        Assert.True(album.Count >= 602);
        Assert.True(output.Written > 300 * 200 * 1024);
        Assert.InRange(most, 0, 300 * 1024 * 1024);
    }
}
