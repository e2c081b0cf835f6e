using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>What the story's premise has to say; a bare premise speaks where it cannot: a part nobody plays, a word to avoid.</summary>
internal static class Telling
{
    public static string Line(Story story, int index) => First(story, premise => premise.Lines[index]);

    /// <summary>The turn in one line.</summary>
    public static string Beat(Story story, int index) => First(story, premise => premise.Beats[index].Beat);

    /// <summary>The turn as a plot tells it.</summary>
    public static string BeatText(Story story, int index) => First(story, premise => premise.Beats[index].Text);

    /// <summary>The turn as the list of scenes tells it.</summary>
    public static string Scene(Story story, int index) => First(story, premise => premise.Beats[index] is { Scene.Length: > 0 } beat ? beat.Scene : premise.Beats[index].Beat);

    /// <summary>Which turn of the premise a text tells; -1 when it tells none.</summary>
    public static int BeatOf(Story story, string text) =>
        Enumerable.Range(0, BeatSheet.Names.Count).FirstOrDefault(index => Tells(text, Beat(story, index)) || Tells(text, Scene(story, index)), -1);

    private static bool Tells(string text, string told) => told.Length > 0 && text.Contains(told, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the turn is called.</summary>
    public static string Name(Story story, int index) =>
        IsOwnBeat(story, index) && story.Premise.Beats[index].Name is { Length: > 0 } own && story.Slots.Fill(own) is { } name && story.Avoidance.Allows(name) ? name : BeatSheet.Names[index];

    /// <summary>Whether the turn is a whole scene of the premise's own.</summary>
    public static bool IsWhole(Story story, int index) => story.Premise.Beats[index].IsWhole && IsOwnBeat(story, index);

    /// <summary>Whether the turn is told in the premise's own words rather than a bare one's.</summary>
    public static bool IsOwnBeat(Story story, int index) =>
        story.Slots.Fill(story.Premise.Beats[index].Beat) is { } own && own == Beat(story, index);

    private static string First(Story story, Func<Premise, string> part)
    {
        var told = Shelf.Bare.Prepend(story.Premise).Select(premise => story.Slots.Fill(part(premise))).OfType<string>();
        return told.FirstOrDefault(story.Avoidance.Allows) ?? told.FirstOrDefault() ?? "";
    }
}
