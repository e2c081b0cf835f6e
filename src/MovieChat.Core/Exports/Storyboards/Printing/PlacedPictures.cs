using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>A picture as it is printed.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PlacedPicture(string Hash, int Width, int Height);

/// <summary>The pictures that a document names, each with an empty object in its place until the file is written.</summary>
internal sealed class PlacedPictures
{
    /// <summary>Pixels to the inch: more are not seen on paper.</summary>
    private const double Resolution = 220, PointsPerInch = 72;

    private readonly Dictionary<PlacedPicture, PdfDictionary> objects = [];

    /// <param name="size">In points.</param>
    public PdfDictionary Place(PdfDocument document, string hash, XSize size)
    {
        var picture = new PlacedPicture(hash, Pixels(size.Width), Pixels(size.Height));
        if (objects.TryGetValue(picture, out var placed)) return placed;
        objects[picture] = placed = new PdfDictionary(document);
        document.Internals.AddObject(placed);
        return placed;
    }

    /// <summary>By the number of the object that stands for each: numbers are given when the document is saved.</summary>
    public IReadOnlyDictionary<int, PlacedPicture> ByObject() => objects.ToDictionary(each => each.Value.Reference!.ObjectNumber, each => each.Key);

    private static int Pixels(double points) => (int)Math.Round(points * Resolution / PointsPerInch);
}
