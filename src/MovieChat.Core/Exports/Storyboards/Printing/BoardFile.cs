using System.Globalization;
using System.Text;
using MovieChat.Core.Exports.Pages;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>A saved board whose pictures are still to come.</summary>
/// <param name="file">As PDFsharp saved it.</param>
/// <param name="pictures">By the number of the object that stands for each.</param>
internal sealed class BoardFile(byte[] file, IReadOnlyDictionary<int, PlacedPicture> pictures)
{
    /// <summary>Writes the file from its beginning to its end: of the pictures, one at a time is held.</summary>
    public async Task WriteAsync(FramePictures source, Stream output, CancellationToken cancellationToken)
    {
        var parts = new PdfParts(file);
        var starts = new Dictionary<int, long>();
        var at = await WriteAsync(output, [parts.Head], cancellationToken);
        foreach (var number in parts.Numbers)
        {
            starts[number] = at;
            var part = pictures.TryGetValue(number, out var picture) ? await PictureAsync(number, picture, source, cancellationToken) : [parts.Object(number)];
            at += await WriteAsync(output, part, cancellationToken);
        }
        await WriteAsync(output, [parts.Tail(starts, at)], cancellationToken);
    }

    /// <returns>How many bytes were written.</returns>
    private static async Task<long> WriteAsync(Stream output, ReadOnlyMemory<byte>[] pieces, CancellationToken cancellationToken)
    {
        foreach (var piece in pieces)
            await output.WriteAsync(piece, cancellationToken);
        return pieces.Sum(piece => (long)piece.Length);
    }

    private static async Task<ReadOnlyMemory<byte>[]> PictureAsync(int number, PlacedPicture picture, FramePictures source, CancellationToken cancellationToken)
    {
        var bytes = await source.FillingAsync(picture.Hash, picture.Width, picture.Height, cancellationToken);
        var begin = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {bytes.Length}>>\nstream\n");
        return [Encoding.ASCII.GetBytes(begin), bytes, "\nendstream\nendobj\n"u8.ToArray()];
    }
}
