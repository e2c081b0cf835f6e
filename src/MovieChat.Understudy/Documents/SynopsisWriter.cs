using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Five lines. The first option tells the story as a whole; the others tell it by its turns, each by others, so that another
/// part of it comes to the front.</summary>
internal static class SynopsisWriter
{
    /// <summary>By option: which two turns each line tells.</summary>
    private static readonly (int First, int Second)[][] ByTurns =
    [
        [(0, 2), (4, 5), (6, 7), (8, 9), (12, 13)],
        [(1, 2), (3, 4), (5, 7), (9, 10), (11, 12)],
    ];

    public static Synopsis Write(Story story, int option)
    {
        var pen = story.PenFor($"synopsis {option}");
        var turns = option % (ByTurns.Length + 1);
        // After the three, and in another draft, a line here and there says one thing more.
        var isPlain = option <= ByTurns.Length && story.IsFirstAnswer;
        return turns > 0 && CanTell(story)
            ? new() { Lines = [.. ByTurns[turns - 1].Select((line, index) => Extended(story, pen, Sentences.Join(Telling.Beat(story, line.First), Telling.Beat(story, line.Second)), index, isPlain))] }
            : new() { Lines = [.. Enumerable.Range(0, Synopsis.LineCount).Select(index => Extended(story, pen, Telling.Line(story, index), index, isPlain && story.Premise.IsWhole))] };
    }

    private static bool CanTell(Story story) => Enumerable.Range(0, BeatSheet.Names.Count).All(index => Telling.IsWhole(story, index) && Sentences.Split(Telling.Beat(story, index)).Count == 1);

    private static string Extended(Story story, Pen pen, string told, int index, bool isPlain)
    {
        pen.Remember(told);
        // A line is one or two sentences.
        if (isPlain || Sentences.Split(told).Count > 1) return told;
        var last = index == Synopsis.LineCount - 1;
        if (!last && pen.Draw.Below(3) == 0) return told;
        return Sentences.Join(told, pen.Line(last ? story.Tone.Endings : Shelf.Pools[$"rider{index + 1}"]));
    }
}
