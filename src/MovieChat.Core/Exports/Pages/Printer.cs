using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Draws the pages of a script into a document. Where everything stands is decided before.</summary>
internal sealed class Printer(bool sceneNumbers) : IDisposable
{
    private static readonly Lettering Script = new(TypeFace.Courier, PageRules.FontSize, XBrushes.Black);

    private readonly PdfDocument document = new();
    private readonly Pen pen = new();

    public byte[] Save(string words, DateTimeOffset at)
    {
        PdfFonts.Complete(document, pen.Used);
        return PdfParts.Complete(PdfSeal.Save(document, words, at));
    }

    public void Dispose() => document.Dispose();

    public void Describe(string title, IReadOnlyList<string> authors) => PdfSeal.Describe(document, title, authors);

    public void DrawTitle(TitleLines title)
    {
        foreach (var lines in title.Pages())
        {
            using var graphics = NewPage(out _);
            foreach (var (line, text) in lines)
                Draw(graphics, text, (PageRules.Width - Script.Width(text)) / 2, line);
            if (document.PageCount == 1) DrawFoot(graphics, title);
        }
    }

    // Contact and date end on the last line of the page, however many lines they are.
    private void DrawFoot(XGraphics graphics, TitleLines title)
    {
        for (var at = 0; at < title.FootLeft.Count; at++)
            Draw(graphics, title.FootLeft[at], PageRules.Left, PageRules.Lines - title.FootLeft.Count + at);
        for (var at = 0; at < title.FootRight.Count; at++)
            DrawTo(graphics, title.FootRight[at], PageRules.ActionWidth, PageRules.Lines - title.FootRight.Count + at);
    }

    public void Draw(ScriptPage page)
    {
        using var graphics = NewPage(out var sheet);
        if (page.Number > 1) DrawTo(graphics, string.Create(CultureInfo.InvariantCulture, $"{page.Number}."), PageRules.ActionWidth, -3);
        for (var at = 0; at < page.Lines.Count; at++)
        {
            var line = page.Lines[at];
            if (line.IsFlushRight) DrawTo(graphics, line.Text, line.Column, at);
            else Draw(graphics, line.Text, X(line.Column), at);
            if (line.Scene is not null) MarkScene(graphics, sheet, line, at);
        }
    }

    private void MarkScene(XGraphics graphics, PdfPage sheet, PageLine line, int at)
    {
        document.Outlines.Add($"{line.Scene}  {line.Text}", sheet);
        if (!sceneNumbers) return;
        Draw(graphics, line.Scene!, X(-6), at);
        DrawTo(graphics, line.Scene!, PageRules.ActionWidth + 5, at);
    }

    /// <param name="line">The line of the page, the first is 0.</param>
    private void Draw(XGraphics graphics, string text, double left, double line) =>
        pen.Draw(graphics, text, left, PageRules.FirstLine + (line * PageRules.LineHeight), Script);

    private void DrawTo(XGraphics graphics, string text, int column, double line) => Draw(graphics, text, X(column) - Script.Width(text), line);

    private static double X(int column) => PageRules.Left + (column * PageRules.ColumnWidth);

    private XGraphics NewPage(out PdfPage sheet)
    {
        sheet = document.AddPage();
        sheet.Width = XUnit.FromPoint(PageRules.Width);
        sheet.Height = XUnit.FromPoint(PageRules.Height);
        return XGraphics.FromPdfPage(sheet);
    }
}
