using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;

namespace MovieChat.Core.Insights.Charts;

/// <summary>A chart as SVG 1.1: words are text, which can be searched, read aloud and translated.</summary>
internal static partial class ChartSvg
{
    /// <summary>The house's own face first; it is not in the file, so each word says how wide it is and fits in whatever face it is shown.</summary>
    private const string Family = "'Source Sans 3','Source Sans Pro','Segoe UI','Helvetica Neue',Arial,sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static byte[] Of(ChartSheet sheet)
    {
        var root = Marks(sheet);
        root.SetAttributeValue("viewBox", $"0 0 {sheet.Width} {sheet.Height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("font-family", Family);
        root.AddFirst(new XElement(Svg + "title", sheet.Title), new XElement(Svg + "desc", sheet.Note));
        root.Add(sheet.Words.Select(Word));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" }))
            root.Save(writer);
        return bytes.ToArray();
    }

    private static XElement Marks(ChartSheet sheet)
    {
        using var stream = new MemoryStream();
        // A plot is drawn twice the first time, one over the other, which SVG would keep.
        sheet.Plot.RenderInMemory(sheet.Width, sheet.Height);
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, sheet.Width, sheet.Height), stream))
            sheet.Plot.Render(canvas, new PixelRect(0, sheet.Width, sheet.Height, 0));
        return XElement.Parse(Renumbered(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)));
    }

    /// <summary>Skia counts its clips over the life of the process; here they begin anew, so that the same figures are the same file. No text of the film is in it yet.</summary>
    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, int>();
        return Clip().Replace(svg, match =>
        {
            if (!numbers.TryGetValue(match.Value, out var number)) numbers[match.Value] = number = numbers.Count;
            return string.Create(CultureInfo.InvariantCulture, $"clip{number}");
        });
    }

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b")]
    private static partial Regex Clip();

    private static XElement Word(ChartWord word) => new(
        Svg + "text",
        new XAttribute("x", Number(word.X)),
        new XAttribute("y", Number(word.Y)),
        new XAttribute("font-size", Number(word.Style.Size)),
        new XAttribute("fill", word.Style.Colour),
        new XAttribute("text-anchor", word.Anchor.ToString().ToLowerInvariant()),
        new XAttribute("textLength", Number(word.Width)),
        new XAttribute("lengthAdjust", "spacingAndGlyphs"),
        word.Style.Face == Exports.Pages.TypeFace.SansBold ? new XAttribute("font-weight", "bold") : null,
        word.Text);

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
