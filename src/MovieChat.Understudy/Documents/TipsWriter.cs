using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>What to do when stuck: what audiences like at this point and why, and three ways forward that differ in kind: a choice of the
/// protagonist, whoever stands against them, something planted or forgotten.</summary>
/// <remarks>The ways are made of the film's people, lies, wants and things, never of the premise's next turn: that is for the writer to find.</remarks>
internal static class TipsWriter
{
    private static readonly string[] Kinds = ["brief", "ideas", "synopsis", "cast", "profile", "plot", "scenes", "dialogue", "look", "portrait", "shots", "frame"];

    private static readonly string[] Ways = ["choice", "against", "forgotten"];

    public static TipsAnswer Write(Story story)
    {
        var kind = story.Task.Kind;
        var isBegun = story.Film is not { Idea: null, Synopsis: null, Cast: null, Plot: null };
        var slots = TipsFacts.Of(story, isBegun);
        var pen = new Pen(story.ForDraft("tips"), slots, story.Avoidance);
        // Whoever has not got people yet is helped with the brief alone; whoever has is never told of a film without them.
        var first = (kind, isBegun) switch
        {
            ("brief" or "ideas", true) => "synopsis",
            ("dialogue", _) when slots["b"] is null => "scenes",
            _ => kind,
        };
        string[] tips =
        [
            Dealt(story, pen, Shelf.Pools[$"tips.{first}"], 0), Dealt(story, pen, Shelf.Pools[$"tips.{first}"], 1),
            isBegun ? Dealt(story, pen, Shelf.Pools["tips.film"], 0) : Dealt(story, pen, Shelf.Pools[$"tips.{first}"], 2),
            Dealt(story, pen, story.Genre.Tips, 0),
        ];
        var group = (isBegun, kind) switch
        {
            (false, _) => "seed",
            (_, "look" or "portrait" or "shots") => kind,
            (_, "frame") => "shots",
            (_, "profile") => "person",
            (_, "dialogue") when slots["b"] is not null => "scene",
            _ => "shape",
        };
        return new() { Tips = [.. tips.Where(tip => tip.Length > 0)], Ways = [.. Ways.Select(way => Way(WayIn(group, way) is { Length: > 0 } line ? line : WayIn("seed", way) is { Length: > 0 } seed ? seed : Shelf.Pools[$"way.{way}.seed"][^1]))] };

        string WayIn(string among, string way) => Dealt(story, pen, Shelf.Pools[$"way.{way}.{among}"], 0);
    }

    /// <summary>Another piece for every document and every round of tips, as far as there are pieces that can be filled.</summary>
    private static string Dealt(Story story, Pen pen, IReadOnlyList<string> pool, int further)
    {
        var round = int.TryParse(story.Task.Order.Split('~', '@')[^1], out var number) ? number : 0;
        var start = Math.Abs(Array.IndexOf(Kinds, story.Task.Kind) + round + further + story.Repairs) % pool.Count;
        var order = story.ForProject("tips").Shuffled(pool);
        return order.Skip(start).Concat(order.Take(start)).Select(template => pen.Line([template])).FirstOrDefault(line => line.Length > 0) ?? "";
    }

    private static WayForward Way(string line)
    {
        var bar = line.IndexOf('|');
        return new() { Title = line[..bar].Trim(), Text = Sentences.Capitalised(line[(bar + 1)..].Trim()) };
    }
}
