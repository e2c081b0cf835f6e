using System.Globalization;
using System.Text;
using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>One page of the document while it is drawn.</summary>
internal sealed class BoardSheet : IDisposable
{
    private const string NotDrawn = "not drawn";

    private readonly Pen pen;
    private readonly PlacedPictures pictures;
    private readonly StringBuilder words;
    private readonly XGraphics graphics;
    private readonly List<(PdfDictionary Picture, XRect Place)> placed = [];

    /// <param name="words">Gets all that the page says.</param>
    public BoardSheet(PdfDocument document, Pen pen, PlacedPictures pictures, StringBuilder words)
    {
        (this.pen, this.pictures, this.words) = (pen, pictures, words);
        Page = document.AddPage();
        Page.Width = XUnit.FromPoint(BoardLayout.Width);
        Page.Height = XUnit.FromPoint(BoardLayout.Height);
        graphics = XGraphics.FromPdfPage(Page);
    }

    public PdfPage Page { get; }

    public void Draw(TextMark mark)
    {
        words.Append(mark.Text).Append('\n');
        pen.Draw(graphics, mark.Text, mark.X, mark.Y, mark.Lettering);
    }

    public void Draw(FrameMark frame)
    {
        var place = frame.Place;
        if (frame.Hash is { } hash)
        {
            words.Append(hash).Append('\n');
            placed.Add((pictures.Place(Page.Owner, hash, place.Size), place));
        }
        else
        {
            graphics.DrawRectangle(BoardInk.Empty, place);
            var (text, ink) = (NotDrawn, BoardInk.Placeholder);
            Draw(new TextMark(place.X + ((place.Width - ink.Width(text)) / 2), place.Y + (place.Height / 2) + 3, text, ink));
        }

        graphics.DrawRectangle(BoardInk.Border, place);
    }

    public void Fill(XRect place, XBrush brush) => graphics.DrawRectangle(brush, place);

    /// <summary>A line from margin to margin.</summary>
    public void Rule(double y) => graphics.DrawLine(BoardInk.Rule, BoardLayout.Left, y, BoardLayout.Right, y);

    public void Dispose()
    {
        graphics.Dispose();
        if (placed.Count > 0) DrawPictures();
    }

    /// <summary>Below all else, so that borders are upon them. PDFsharp draws only pictures that it holds; these are named, and drawn by their names.</summary>
    private void DrawPictures()
    {
        var named = new PdfDictionary(Page.Owner);
        Page.Elements.GetDictionary("/Resources")!.Elements["/XObject"] = named;
        var drawing = new StringBuilder();
        foreach (var (at, (picture, place)) in placed.Index())
        {
            named.Elements.SetReference($"/Frame{at}", picture);
            drawing.Append(CultureInfo.InvariantCulture, $"q {place.Width:0.###} 0 0 {place.Height:0.###} {place.X:0.###} {BoardLayout.Height - place.Bottom:0.###} cm /Frame{at} Do Q\n");
        }
        Page.Contents.PrependContent().CreateStream(Encoding.ASCII.GetBytes(drawing.ToString()));
    }
}
