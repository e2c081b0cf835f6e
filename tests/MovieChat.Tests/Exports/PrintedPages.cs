using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace MovieChat.Tests.Exports;

/// <summary>A piece of text in a PDF: where it begins, in points from the page's lower left corner, and what a reader copies from it.</summary>
internal sealed record Printed(double X, double Y, string Text);

/// <summary>Reads our own PDF back: text as its fonts say that their glyphs stand for it.</summary>
internal static partial class PrintedPages
{
    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|(?<x>-?[\d.]+) (?<y>-?[\d.]+) Td|<(?<text>[0-9a-fA-F\s]*)>\s*Tj|(?<begin>\bBT\b)")] private static partial Regex Operator();
    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>")] private static partial Regex Character();

    public static PdfDocument Open(byte[] file) => PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);

    public static List<List<Printed>> Read(byte[] file)
    {
        using var document = Open(file);
        return [.. document.Pages.Cast<PdfPage>().Select(page => Read(page).ToList())];
    }

    /// <summary>Every line of every page, from the top, pieces of a line joined.</summary>
    public static List<List<string>> Lines(byte[] file) =>
        [.. Read(file).Select(page => page.GroupBy(piece => piece.Y).OrderByDescending(line => line.Key)
            .Select(line => string.Concat(line.OrderBy(piece => piece.X).Select(piece => piece.Text))).ToList())];

    /// <summary>All of the text without space.</summary>
    public static string Words(byte[] file) => Solid(string.Concat(Read(file).SelectMany(page => page).Select(piece => piece.Text)));

    public static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static IEnumerable<Printed> Read(PdfPage page)
    {
        var maps = new Dictionary<string, Dictionary<string, string>>();
        var (font, x, y) = ("", 0.0, 0.0);
        foreach (Match match in Operator().Matches(Content(page)))
        {
            if (match.Groups["font"].Success) font = match.Groups["font"].Value;
            else if (match.Groups["begin"].Success) (x, y) = (0, 0);
            else if (match.Groups["x"].Success) (x, y) = (x + Number(match.Groups["x"]), y + Number(match.Groups["y"]));
            else
            {
                if (!maps.TryGetValue(font, out var map)) maps[font] = map = Map(page, font);
                yield return new(Math.Round(x, 1), Math.Round(y, 1), string.Concat(Solid(match.Groups["text"].Value).ToUpperInvariant().Chunk(4).Select(glyph => map[new string(glyph)])));
            }
        }
    }

    private static string Content(PdfPage page) =>
        string.Join('\n', Enumerable.Range(0, page.Contents.Elements.Count).Select(at => Encoding.Latin1.GetString(page.Contents.Elements.GetDictionary(at)!.Stream!.UnfilteredValue)));

    private static Dictionary<string, string> Map(PdfPage page, string font)
    {
        var map = page.Elements.GetDictionary("/Resources")!.Elements.GetDictionary("/Font")!.Elements.GetDictionary($"/{font}")!.Elements.GetDictionary("/ToUnicode")!;
        return Character().Matches(Encoding.ASCII.GetString(map.Stream!.UnfilteredValue))
            .ToDictionary(match => match.Groups[1].Value, match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)));
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
}
