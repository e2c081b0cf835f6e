using System.Globalization;
using System.Text;
using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>Draws the pages of a board into a document. Where everything stands is decided before; pictures are only named, and come when the file is written.</summary>
internal sealed class BoardPrinter(BoardLayout layout, string title) : IDisposable
{
    /// <summary>How much room a scene's number has, so that headings stand below one another.</summary>
    private const double LeastNumber = 22;

    private readonly PdfDocument document = new();
    private readonly Pen pen = new();
    private readonly PlacedPictures pictures = new();
    private readonly StringBuilder words = new();
    private readonly string title = CleanText.Line(title);

    public void Dispose() => document.Dispose();

    public void Describe(IReadOnlyList<string> authors) => PdfSeal.Describe(document, title, authors);

    public BoardFile Save(DateTimeOffset at)
    {
        PdfFonts.Complete(document, pen.Used);
        var file = PdfSeal.Save(document, words.ToString(), at);
        return new BoardFile(file, pictures.ByObject());
    }

    public void Draw(BoardCover cover)
    {
        using var sheet = NewSheet();
        if (cover.Frame is { } frame) sheet.Draw(frame);
        foreach (var mark in cover.Marks) sheet.Draw(mark);
    }

    public void Draw(BoardPage page)
    {
        using var sheet = NewSheet();
        sheet.Draw(new TextMark(BoardLayout.Left, BoardLayout.HeaderLine, FittedText.Line(title, 560, BoardInk.Header), BoardInk.Header));
        sheet.Draw(TextMark.EndingAt(BoardLayout.Right, BoardLayout.HeaderLine, page.Number.ToString(CultureInfo.InvariantCulture), BoardInk.Header));
        var y = BoardLayout.Top;
        foreach (var band in page.Bands)
        {
            Draw(sheet, band, y);
            y += band.Height + (band is BoardBand.Row ? page.Spread : 0);
        }
    }

    private void Draw(BoardSheet sheet, BoardBand band, double top)
    {
        switch (band)
        {
            case BoardBand.Heading heading:
                Draw(sheet, heading, top);
                break;
            case BoardBand.Summary summary:
                foreach (var (place, line) in summary.Lines.Index())
                    sheet.Draw(new TextMark(BoardLayout.Left, top + (BoardBand.Summary.LineHeight * (place + 0.8)), line, BoardInk.Summary));
                break;
            case BoardBand.Row row:
                foreach (var (place, panel) in row.Panels.Index())
                    Draw(sheet, panel, BoardLayout.Left + (place * (layout.PanelWidth + BoardLayout.Gutter)), top);
                break;
        }
    }

    private void Draw(BoardSheet sheet, BoardBand.Heading heading, double top)
    {
        var (scene, y) = (heading.Scene, top + 15);
        var number = new TextMark(BoardLayout.Left, y, scene.Number.ToString(CultureInfo.InvariantCulture), BoardInk.SceneNumber);
        var facts = TextMark.EndingAt(BoardLayout.Right, y, Facts(scene), BoardInk.Aside);
        var continued = heading.IsContinued ? "(continued)" : "";
        var left = BoardLayout.Left + Math.Max(LeastNumber, number.Lettering.Width(number.Text) + 8);
        var room = facts.X - left - BoardLayout.Gutter - BoardInk.Aside.Width(continued);
        var text = new TextMark(left, y, FittedText.Line(scene.Heading, room, BoardInk.Heading), BoardInk.Heading);
        sheet.Rule(top);
        sheet.Draw(number);
        sheet.Draw(text);
        if (heading.IsContinued) sheet.Draw(new TextMark(left + text.Lettering.Width(text.Text) + 8, y, continued, BoardInk.Aside));
        else document.Outlines.Add(string.Create(CultureInfo.InvariantCulture, $"{scene.Number}  {scene.Heading}"), sheet.Page);
        sheet.Draw(facts);
    }

    private static string Facts(BoardScene scene) => scene.Panels.Count switch
    {
        0 => "no shots yet",
        1 => $"1 shot   {RunningTime.Shown(scene.Seconds)}",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} shots   {RunningTime.Shown(scene.Seconds)}"),
    };

    private void Draw(BoardSheet sheet, Panel panel, double left, double top)
    {
        sheet.Draw(new FrameMark(new XRect(new XPoint(left, top), layout.Frame), panel.Picture?.Hash));
        var text = PanelWords.Of(panel, layout);
        foreach (var mark in text.Marks) sheet.Draw(mark.At(left, top));
        if (text.Bar is { } bar) sheet.Fill(bar with { X = bar.X + left, Y = bar.Y + top }, BoardInk.Accent);
    }

    private BoardSheet NewSheet() => new(document, pen, pictures, words);
}
