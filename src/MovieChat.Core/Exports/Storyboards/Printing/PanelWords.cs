using System.Globalization;
using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>What stands in words on a panel, laid out in its room: number and seconds, the camera's direction, who is seen, what happens, what is heard.</summary>
internal sealed class PanelWords
{
    /// <summary>How far what is heard stands in.</summary>
    private const double Indent = 9;

    private static readonly Sizes Large = new(12, 8.5, 9.5, 13), Small = new(10.5, 7.5, 8.5, 11);

    private readonly List<TextMark> marks = [];
    private readonly Sizes sizes;
    private readonly XRect room;
    private double y;

    private PanelWords(BoardLayout layout)
    {
        sizes = layout.IsBeside ? Large : Small;
        room = layout.Words;
        y = room.Top + (sizes.Number * 0.75);
    }

    public IReadOnlyList<TextMark> Marks => marks;

    /// <summary>The bar in front of what is heard; null when nothing is.</summary>
    public XRect? Bar { get; private set; }

    /// <summary>All places are from the panel's upper left corner.</summary>
    public static PanelWords Of(Panel panel, BoardLayout layout)
    {
        var words = new PanelWords(layout);
        words.AddNumber(panel);
        words.AddAside(panel.Camera, BoardInk.Grey, words.sizes.Aside + 4.5);
        words.AddAside(string.Join(", ", panel.People), BoardInk.Black, words.sizes.Aside + 3);
        words.AddStory(panel.Action, panel.Line);
        return words;
    }

    private void AddNumber(Panel panel)
    {
        var number = new Lettering(TypeFace.SansBold, sizes.Number, BoardInk.Black);
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{panel.Seconds:0.#} s");
        marks.Add(new(room.Left, y, panel.Number, number));
        marks.Add(TextMark.EndingAt(room.Right, y, seconds, new(TypeFace.SansBold, sizes.Aside, BoardInk.Black)));
        marks.Add(TextMark.EndingAt(marks[^1].X - 6, y, $"at {RunningTime.Shown(panel.Start)}", new(TypeFace.Sans, sizes.Aside, BoardInk.Grey)));
    }

    private void AddAside(string text, XBrush ink, double step)
    {
        var lettering = new Lettering(TypeFace.Sans, sizes.Aside, ink);
        var line = FittedText.Line(text, room.Width, lettering);
        if (line.Length == 0) return;
        y += step;
        marks.Add(new(room.Left, y, line, lettering));
    }

    /// <summary>What happens and what is heard share the lines that are left: each has half of them, and what the other does not need.</summary>
    private void AddStory(string action, string line)
    {
        var (said, seen) = (new Lettering(TypeFace.Courier, sizes.Story, BoardInk.Black), new Lettering(TypeFace.Sans, sizes.Story, BoardInk.Black));
        var gap = sizes.Leading * 0.4;
        var lines = (int)((room.Bottom - y - (2 * gap)) / sizes.Leading);
        var heard = FittedText.Lines(line, room.Width - Indent, lines, said);
        var happens = FittedText.Lines(action, room.Width, Math.Max(lines - heard.Count, (lines + 1) / 2), seen);
        if (happens.Count + heard.Count > lines) heard = FittedText.Lines(line, room.Width - Indent, lines - happens.Count, said);
        y += gap;
        Add(happens, room.Left, seen);
        if (heard.Count == 0) return;
        y += gap;
        Bar = new XRect(room.Left, y + (sizes.Leading * 0.25), 1.6, sizes.Leading * heard.Count);
        Add(heard, room.Left + Indent, said);
    }

    private void Add(IReadOnlyList<string> lines, double left, Lettering lettering)
    {
        foreach (var line in lines)
        {
            y += sizes.Leading;
            marks.Add(new(left, y, line, lettering));
        }
    }

    /// <summary>In points.</summary>
    private sealed record Sizes(double Number, double Aside, double Story, double Leading);
}
