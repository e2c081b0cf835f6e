using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Five lines: what the premise tells, with a second sentence here and there that differs from draft to draft.</summary>
internal static class SynopsisWriter
{
    public static Synopsis Write(Story story, int option)
    {
        var pen = story.PenFor($"synopsis {option}");
        return new() { Lines = [.. Enumerable.Range(0, Synopsis.LineCount).Select(index => Line(story, pen, index))] };
    }

    private static string Line(Story story, Pen pen, int index)
    {
        var told = Telling.Line(story, index);
        pen.Remember(told);
        // A line is one or two sentences.
        if (Sentences.Split(told).Count > 1) return told;
        var last = index == Synopsis.LineCount - 1;
        if (!last && pen.Draw.Below(3) == 0) return told;
        return Sentences.Join(told, pen.Line(last ? story.Tone.Endings : Shelf.Pools[$"rider{index + 1}"]));
    }
}
