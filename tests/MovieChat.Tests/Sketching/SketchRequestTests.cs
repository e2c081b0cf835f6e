#pragma warning disable MEAI001 // Image generators are still an experiment of Microsoft.Extensions.AI.

using Microsoft.Extensions.AI;
using MovieChat.Understudy;
using SkiaSharp;

namespace MovieChat.Tests.Sketching;

public class SketchRequestTests
{
    [Fact]
    public void Picture_OfTheSameRequest_HasTheSameBytes()
    {
        Assert.Equal(Sketches.Draw(Sketches.Portrait()), Sketches.Draw(Sketches.Portrait()));
        Assert.Equal(Sketches.Draw(Sketches.Frame(), Sketches.Small), Sketches.Draw(Sketches.Frame(), Sketches.Small));
    }

    [Fact]
    public void Options_OfOneRequest_DifferFromEachOther()
    {
        var pictures = Sketches.All(Sketches.Portrait(), new() { Count = 4, ImageSize = new(256, 256) });
        Assert.Equal(4, pictures.Select(picture => Convert.ToBase64String(picture.Data.Span)).Distinct().Count());
        Assert.Equal(Sketches.Draw(Sketches.Portrait(option: 2), new(256, 256)), pictures[1].Data.ToArray());
    }

    [Theory]
    [InlineData(null, null, "image/png", 1024, 1024)]
    [InlineData(1536, 642, "image/jpeg", 1536, 642)]
    [InlineData(1, 9000, "image/png", 64, 4096)]
    public void Portrait_OfASizeAndType_HasThem(int? wide, int? high, string type, int seenWide, int seenHigh)
    {
        var picture = Sketches.All(Sketches.Portrait(), new() { ImageSize = wide is { } w && high is { } h ? new(w, h) : null, MediaType = type })[0];
        Assert.Equal(type, picture.MediaType);
        using var data = SKData.CreateCopy(picture.Data.Span);
        using var codec = SKCodec.Create(data);
        Assert.Equal((seenWide, seenHigh), (codec.Info.Width, codec.Info.Height));
        Assert.Equal(type == "image/jpeg" ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, codec.EncodedFormat);
    }

    [Fact]
    public void Frame_WithoutASize_IsAFrame()
    {
        using var picture = SKBitmap.Decode(Sketches.Draw(Sketches.Frame()));
        Assert.Equal((1536, 830), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task Picture_OfAnUnknownType_IsRefused()
    {
        using var artist = new UnderstudyImageGenerator();
        var asked = artist.GenerateAsync(new(Sketches.Portrait()), new() { MediaType = "image/webp" }, TestContext.Current.CancellationToken);
        Assert.Contains("image/webp", (await Assert.ThrowsAsync<NotSupportedException>(() => asked)).Message);
    }

    [Fact]
    public async Task Picture_Cancelled_IsNotDrawn()
    {
        using var artist = new UnderstudyImageGenerator();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => artist.GenerateAsync(new(Sketches.Portrait()), cancellationToken: new(canceled: true)));
    }

    [Fact]
    public void Generator_AskedForServices_GivesItsNameAndItself()
    {
        using var artist = new UnderstudyImageGenerator();
        Assert.Equal(UnderstudyImageGenerator.Model, ((ImageGeneratorMetadata)artist.GetService(typeof(ImageGeneratorMetadata))!).DefaultModelId);
        Assert.Same(artist, artist.GetService(typeof(IImageGenerator)));
        Assert.Null(artist.GetService(typeof(string)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u202e\ud83d\ude00\ud83d")]
    [InlineData("Person:")]
    [InlineData("Person: ,,,\nOption: 99999999999999 of -1\nAppearance: no no no without : ; .")]
    [InlineData("Scene: \nSize: \nLens: 99999999999 mm\nPeople, left to right:\n- (reference 99999999999999):\n- :\n-\n(")]
    [InlineData("Scene: ВНУТР. КУХНЯ - НОЧЬ\nAction: 彼女は走る。\nPeople: никто")]
    public void Picture_OfOddText_IsDrawn(string prompt) => Assert.NotEmpty(Sketches.Draw(prompt, Sketches.Small));

    [Fact]
    public void Picture_OfAVeryLongText_IsDrawn()
    {
        var flood = string.Concat(Enumerable.Repeat("red hair, no beard: - (", 200_000));
        Assert.NotEmpty(Sketches.Draw("Person: " + flood, Sketches.Small));
        Assert.NotEmpty(Sketches.Draw("Scene: " + flood + "\nPeople, left to right:\n" + string.Concat(Enumerable.Repeat("- Ann, 30: tall\n", 5000)), Sketches.Small));
    }
}
