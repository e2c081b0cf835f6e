#pragma warning disable MEAI001 // Image generators are still an experiment of Microsoft.Extensions.AI.

using System.Drawing;
using Microsoft.Extensions.AI;
using MovieChat.Understudy;
using SkiaSharp;

namespace MovieChat.Tests.Sketching;

/// <summary>Asks the sketch artist as the film's requests do.</summary>
internal static class Sketches
{
    /// <summary>Small, so that a test may draw many.</summary>
    public static readonly Size Small = new(256, 138);

    public const string Opening = "A portrait for the casting of a film: one person, head and shoulders, plain background. No lettering, no border.\n";

    public static string Portrait(string person = "Mara Voss, 34.", string appearance = "Wiry, cropped dark hair; oilskin coat.", int option = 1, string? change = null, string look = "Palette: slate grey, amber, bone.") =>
        $"{Opening}Person: {person}\nRole: protagonist.\nAppearance: {appearance}\nLook: {look}\nOption: {option} of 3.\n{(change is null ? "" : $"Change: {change}\n")}";

    public static string Frame(
        string scene = "INT. KITCHEN - DAY", string size = "medium", string angle = "eye level", string move = "static", int lens = 35,
        string action = "Mara counts the letters.", string people = "Mara, 34 (reference 1): Wiry, cropped dark hair", string look = "Palette: slate grey, amber, bone.") =>
        $"A storyboard frame for a film, composed for 1.85:1. No lettering, no border.\nScene: {scene}\nSize: {size}\nAngle: {angle}\nMove: {move}\nLens: {lens} mm\nAction: {action}\n"
        + (people.Length == 0 ? "People: nobody\n" : $"People, left to right:\n- {people}\n") + $"Look: {look}\n";

    public static byte[] Draw(string prompt, Size? size = null, string? type = null, params byte[][] references) =>
        All(prompt, new() { ImageSize = size, MediaType = type }, references)[0].Data.ToArray();

    public static List<DataContent> All(string prompt, ImageGenerationOptions options, params byte[][] references)
    {
        using var artist = new UnderstudyImageGenerator();
        var request = new ImageGenerationRequest(prompt, references.Select(AIContent (bytes) => new DataContent(bytes, "image/png")));
        var response = artist.GenerateAsync(request, options, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return [.. response.Contents.Cast<DataContent>()];
    }

    /// <summary>The share of a region's points whose colour is near to one.</summary>
    /// <param name="region">In shares of the picture.</param>
    public static double Share(byte[] picture, RectangleF region, int rgb, int tolerance = 46)
    {
        using var bitmap = SKBitmap.Decode(picture);
        var (near, all) = (0, 0);
        for (var y = (int)(region.Top * bitmap.Height); y < (int)(region.Bottom * bitmap.Height); y += 2)
            for (var x = (int)(region.Left * bitmap.Width); x < (int)(region.Right * bitmap.Width); x += 2)
            {
                var colour = bitmap.GetPixel(x, y);
                all++;
                if (Math.Abs(colour.Red - (rgb >> 16)) <= tolerance && Math.Abs(colour.Green - (rgb >> 8 & 255)) <= tolerance && Math.Abs(colour.Blue - (rgb & 255)) <= tolerance) near++;
            }
        return near / (double)all;
    }
}
