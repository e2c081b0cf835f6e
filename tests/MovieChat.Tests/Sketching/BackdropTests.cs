using MovieChat.Understudy.Sketching.Places;
using SkiaSharp;

namespace MovieChat.Tests.Sketching;

public class BackdropTests
{
    [Fact]
    public void CloseUp_AtEveryPlace_HintsAtThePlace()
    {
        foreach (var place in PlaceBook.Places.Where(place => place.Words.Count > 0 && place.Name != "car"))
            Assert.True(Spread(Close($"{(place.Inside ? "INT" : "EXT")}. {place.Words[0].ToUpperInvariant()} - DAY")) > 12, place.Name);
    }

    [Fact]
    public void CloseUp_ByNight_IsDarker() => Assert.True(Light(Close("EXT. BEACH - NIGHT")) < Light(Close("EXT. BEACH - DAY")) - 20);

    private static SKBitmap Close(string scene) => SKBitmap.Decode(Sketches.Draw(Sketches.Frame(scene, "close-up", people: "Mara, 34: wiry", lens: 85), Sketches.Small));

    // How far light and dark lie apart at both sides of the face.
    private static double Spread(SKBitmap picture)
    {
        using (picture)
        {
            var tones = Sides(picture).ToList();
            var middle = tones.Average();
            return Math.Sqrt(tones.Average(tone => (tone - middle) * (tone - middle)));
        }
    }

    private static double Light(SKBitmap picture)
    {
        using (picture) return Sides(picture).Average();
    }

    private static IEnumerable<double> Sides(SKBitmap picture)
    {
        for (var y = 2; y < picture.Height * 0.6; y += 3)
            for (var x = 2; x < picture.Width; x += 3)
                if (x < picture.Width * 0.28 || x > picture.Width * 0.72) yield return picture.GetPixel(x, y) is var pixel ? 0.3 * pixel.Red + 0.59 * pixel.Green + 0.11 * pixel.Blue : 0;
    }
}
