using System.Globalization;
using System.Security.Cryptography;
using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Bible;

/// <summary>Draws the pages of a bible into a document. Where everything stands is decided before.</summary>
internal sealed class BiblePrinter(string title) : IDisposable
{
    private readonly PdfDocument document = new();
    private readonly Pen pen = new();
    private readonly List<string> words = [];

    public void Dispose() => document.Dispose();

    public void Describe(IReadOnlyList<string> authors) => PdfSeal.Describe(document, title, authors);

    public byte[] Save(DateTimeOffset at)
    {
        PdfFonts.Complete(document, pen.Used);
        return PdfParts.Complete(PdfSeal.Save(document, string.Join('\n', words), at));
    }

    public void Draw(BibleBook book)
    {
        var sheets = book.Pages.Select(_ => NewPage()).ToList();
        foreach (var (at, (page, sheet)) in book.Pages.Zip(sheets).Index())
            Draw(page, sheet, at + 1, book.Body);
        PdfOutline? section = null;
        foreach (var entry in book.Entries)
        {
            var sheet = sheets[book.Body + entry.Page];
            if (entry.Level == 0 || section is null) section = document.Outlines.Add(entry.Title, sheet);
            else section.Outlines.Add(entry.Title, sheet);
        }
    }

    private void Draw(BiblePage page, PdfPage sheet, int at, int body)
    {
        using var graphics = XGraphics.FromPdfPage(sheet);
        foreach (var mark in page.Marks)
            Draw(mark, graphics, sheet, body);
        if (!page.HasFoot) return;
        var number = at.ToString(CultureInfo.InvariantCulture);
        Write(graphics, BibleFlow.Fit(title, BibleType.Small, 360), BibleType.Left, BibleType.Foot, BibleType.Small);
        Write(graphics, number, BibleType.Right - BibleType.Small.Width(number), BibleType.Foot, BibleType.Small);
    }

    private void Draw(BibleMark mark, XGraphics graphics, PdfPage sheet, int body)
    {
        switch (mark)
        {
            case BibleMark.Words text:
                Write(graphics, text.Text, text.X, text.Y, text.Lettering);
                break;
            case BibleMark.Box box:
                graphics.DrawRectangle(box.Brush, box.X, box.Y, box.Width, box.Height);
                break;
            case BibleMark.Image picture:
                Draw(picture, graphics);
                break;
            case BibleMark.Link link:
                // Measured from the lower edge, and counted from 1.
                var lead = sheet.AddDocumentLink(new PdfRectangle(new XRect(link.X, BibleType.Height - link.Y - link.Height, link.Width, link.Height)), body + link.Page + 1);
                // A name by lot, and the time of the clock: nobody asks for them.
                lead.Elements.Remove("/NM");
                lead.Elements.Remove("/M");
                break;
        }
    }

    private void Draw(BibleMark.Image picture, XGraphics graphics)
    {
        words.Add(Convert.ToHexString(SHA256.HashData(picture.Bytes)));
        using var stream = new MemoryStream(picture.Bytes);
        using var image = XImage.FromStream(stream);
        graphics.DrawImage(image, picture.X, picture.Y, picture.Width, picture.Height);
    }

    private void Write(XGraphics graphics, string text, double x, double y, Lettering lettering)
    {
        words.Add(text);
        pen.Draw(graphics, text, x, y, lettering);
    }

    private PdfPage NewPage()
    {
        var sheet = document.AddPage();
        sheet.Width = XUnit.FromPoint(BibleType.Width);
        sheet.Height = XUnit.FromPoint(BibleType.Height);
        return sheet;
    }
}
