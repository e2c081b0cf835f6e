using System.Text;

namespace MovieChat.Core.Exports;

/// <summary>One line of a Fountain file without the boneyards and notes that stood in it.</summary>
/// <param name="Number">From 1; of a line that goes on behind a boneyard of several lines, where it began.</param>
internal readonly record struct SourceLine(string Text, IReadOnlyList<string> Notes, int Number)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Two spaces: an empty line that belongs to the element around it.</summary>
    public bool IsKept => Text == "  ";

    /// <summary>A line of nothing but notes is no line of the script: it neither begins nor ends anything.</summary>
    public bool IsOnlyNotes => IsEmpty && Notes.Count > 0;
}

/// <summary>Splits a file into lines and takes boneyards and notes out of it, in one pass. Both may span lines, a note no empty one; what is never closed
/// is text. Each search for an end that fails is remembered, so that a file full of openings costs no more than any other.</summary>
internal sealed class FountainSource
{
    private readonly string text;
    private readonly List<SourceLine> lines = [];
    private readonly StringBuilder line = new();
    private List<string>? notes;
    private int at;
    private int number = 1;
    private int lineNumber = 1;
    private bool noMoreBoneyards;
    private int noNoteBefore;

    private FountainSource(string text) => this.text = text;

    public static IReadOnlyList<SourceLine> Lines(string text)
    {
        var source = new FountainSource(
            text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        while (source.at < source.text.Length)
            source.Step();
        source.EndLine();
        return source.lines;
    }

    private void Step()
    {
        if (SkipBoneyard() || TakeNote()) return;
        if (text[at] == '\n')
        {
            EndLine();
            SkipTo(at + 1);
            lineNumber = number;
            return;
        }
        var length = FountainText.IsEscape(text, at) ? 2 : 1;
        line.Append(text, at, length);
        at += length;
    }

    private void EndLine()
    {
        lines.Add(new SourceLine(line.ToString(), notes ?? [], lineNumber));
        line.Clear();
        notes = null;
    }

    private bool SkipBoneyard()
    {
        if (noMoreBoneyards || !IsAt("/*", at)) return false;
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        noMoreBoneyards = end < 0;
        if (end >= 0) SkipTo(end + 2);
        return end >= 0;
    }

    private bool TakeNote()
    {
        if (at < noNoteBefore || !IsAt("[[", at)) return false;
        var end = at + 2;
        while (end < text.Length && !IsAt("]]", end) && !IsEmptyLineAfter(end)) end++;
        if (!IsAt("]]", end))
        {
            noNoteBefore = end;
            return false;
        }
        (notes ??= []).Add(CleanText.Block(text[(at + 2)..end]));
        SkipTo(end + 2);
        return true;
    }

    private void SkipTo(int next)
    {
        number += text.AsSpan(at, next - at).Count('\n');
        at = next;
    }

    private bool IsEmptyLineAfter(int index)
    {
        if (text[index] != '\n') return false;
        var length = text.AsSpan(index + 1).IndexOf('\n');
        var next = length < 0 ? text.AsSpan(index + 1) : text.AsSpan(index + 1, length);
        return next.IsWhiteSpace() && next is not "  ";
    }

    private bool IsAt(string mark, int index) => string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;
}
