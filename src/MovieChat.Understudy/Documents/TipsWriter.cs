using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>What to do when stuck: what audiences like in this genre and at this point, and three ways forward that differ in kind.</summary>
internal static class TipsWriter
{
    private static readonly string[] Ways = ["character", "event", "form"];

    public static TipsAnswer Write(Story story)
    {
        var pen = story.PenFor("tips");
        var kind = story.Task.Kind;
        var about = kind == "profile" && story.ById(story.Task.Key ?? "") is { } person ? person : story.Hero;
        var slots = story.Slots.Copy();
        about.Bind(slots, "me");
        slots.Set("genre", story.Genre.Name);
        if (story.Film.Scene is { } scene) slots.Set("place", scene.Heading.Place);
        var own = pen.With(slots);
        string[] tips = [own.Line(Shelf.Pools[$"tips.{kind}"]), own.Line(Shelf.Pools[$"tips.{kind}"]), own.Line(story.Genre.Tips), own.Line(story.Genre.Tips), own.Line(Shelf.Pools["tips.any"])];
        var ways = Ways.Select(way => Way(own.Line(Shelf.Pools[$"way.{way}"])));
        return new() { Tips = [.. tips.Where(tip => tip.Length > 0)], Ways = [.. ways] };
    }

    private static WayForward Way(string line)
    {
        var bar = line.IndexOf('|');
        return new() { Title = line[..bar].Trim(), Text = Sentences.Capitalised(line[(bar + 1)..].Trim()) };
    }
}
