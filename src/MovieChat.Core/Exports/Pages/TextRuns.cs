using System.Buffers;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>A piece of a line that is drawn in one font.</summary>
/// <param name="Text">As it is seen, from left to right.</param>
/// <param name="Left">How far from the line's beginning it stands, in thousandths of the font's size.</param>
internal readonly record struct TextRun(FontFile Font, string Text, double Left);

/// <summary>Cuts a line where its font changes: each character is drawn in the first font of the face that has it.</summary>
internal static class TextRuns
{
    /// <param name="text">As it is read, and can be printed (<see cref="PrintText"/>).</param>
    public static IEnumerable<TextRun> Of(string text, TypeFace face)
    {
        var visible = VisualOrder.Of(ArabicShapes.Of(text));
        var (left, letter) = (0.0, 0.0);
        for (int at = 0, length; at < visible.Length; at += length)
        {
            var font = FontAt(face, visible, at, out var first, out length);
            var isMark = IsWideMark(face, font, first);
            while (!isMark && at + length < visible.Length && FontAt(face, visible, at + length, out var next, out var more) == font && !IsWideMark(face, font, next))
                length += more;
            var run = visible.Substring(at, length);
            if (!string.IsNullOrWhiteSpace(run)) yield return new(font, run, isMark ? left - letter : left);
            left += face.Width(run);
            if (!isMark && Rune.DecodeLastFromUtf16(run, out var last, out _) == OperationStatus.Done)
                letter = face.Width(last);
        }
    }

    // A printable text has nothing that no font has.
    private static FontFile FontAt(TypeFace face, string text, int at, out Rune rune, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out length);
        return face.For(rune) ?? face.For(new Rune('?'))!;
    }

    /// <summary>Monospaced fonts have marks as wide as letters: they are drawn over the letter before.</summary>
    private static bool IsWideMark(TypeFace face, FontFile font, Rune rune) => rune.Value >= 0x300 && face.Width(rune) == 0 && font.Width(rune) > 0;
}
