using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Authorship.Print;

/// <summary>Pages of US Letter that fill from the top, with a foot on each. All lengths are in points.</summary>
internal sealed class LedgerSheet : IDisposable
{
    public const double Left = 54, Right = 558, Width = Right - Left;

    private const double Top = 60, Bottom = 738, Foot = 762;

    public static readonly XBrush Ink = Brush(0x1C, 0x23, 0x2B), Soft = Brush(0x5E, 0x68, 0x73), Writers = Brush(0x1F, 0x4E, 0x79), Models = Brush(0xE3, 0xA5, 0x4A), Paper = Brush(0xEC, 0xEE, 0xF1);

    private readonly PdfDocument _document = new();
    private readonly SansPen _pen = new();
    private XGraphics _page;

    public LedgerSheet() => _page = NewPage();

    /// <summary>How far down the page is filled.</summary>
    public double Y { get; private set; } = Top;

    /// <summary>Begins a new page when the rest of this one is less than that.</summary>
    /// <returns>Whether it did.</returns>
    public bool Need(double height)
    {
        if (Y + height <= Bottom) return false;
        _page.Dispose();
        _page = NewPage();
        Y = Top;
        return true;
    }

    public void Skip(double height) => Y += height;

    /// <summary>Draws on the line that stands <paramref name="down"/> below what is filled.</summary>
    public void Write(string text, double x, double down, double size, XBrush brush) => _pen.Draw(_page, text, x, Y + down, size, brush);

    /// <param name="x">Where the text ends.</param>
    public void WriteTo(string text, double x, double down, double size, XBrush brush) => Write(text, x - SansPen.Width(text, size), down, size, brush);

    public void Rule(double down, XBrush brush, double thickness = 0.5) => _page.DrawRectangle(brush, Left, Y + down, Width, thickness);

    /// <summary>A paragraph that may go on upon the next page.</summary>
    public void Paragraph(string text, double x, double width, double size, XBrush brush, int most = 200)
    {
        foreach (var line in SansPen.Lines(text, width, size, most))
        {
            Need(size * 1.45);
            Write(line, x, size, size, brush);
            Skip(size * 1.45);
        }
    }

    /// <summary>A bar whose left part is the writer's share and the rest a model's. Empty when there is nothing to share.</summary>
    /// <param name="writer">In percent; null for nothing.</param>
    public void Bar(double x, double down, double width, double height, decimal? writer)
    {
        _page.DrawRectangle(writer is null ? Paper : Models, x, Y + down, width, height);
        if (writer > 0) _page.DrawRectangle(Writers, x, Y + down, width * (double)writer.Value / 100, height);
    }

    /// <param name="words">All that the file says.</param>
    public byte[] Save(string title, string words, DateTimeOffset at)
    {
        _page.Dispose();
        for (var number = 0; number < _document.PageCount; number++) DrawFoot(_document.Pages[number], title, $"{number + 1} / {_document.PageCount}");
        _document.Info.Title = SansPen.Line(title);
        _document.Info.Creator = "Movie Chat";
        PdfFonts.Complete(_document, _pen.Used);
        return PdfParts.Complete(PdfSeal.Save(_document, words, at));
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private void DrawFoot(PdfPage page, string title, string number)
    {
        using var graphics = XGraphics.FromPdfPage(page);
        _pen.Draw(graphics, SansPen.Fit(title, Width - 60, 7.5), Left, Foot, 7.5, Soft);
        _pen.Draw(graphics, number, Right - SansPen.Width(number, 7.5), Foot, 7.5, Soft);
    }

    private XGraphics NewPage()
    {
        var page = _document.AddPage();
        page.Width = XUnit.FromPoint(PageRules.Width);
        page.Height = XUnit.FromPoint(PageRules.Height);
        return XGraphics.FromPdfPage(page);
    }

    private static XSolidBrush Brush(int red, int green, int blue) => new(XColor.FromArgb(red, green, blue));
}
