using MovieChat.Core.Film;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>A scene as a page of screenplay: what the place shows, what the premise knows must be said, and exchanges that fit the situation.</summary>
internal static class DialogueWriter
{
    public const int PageLines = 38;

    /// <param name="lines">Printed lines to reach; the last exchange may run over.</param>
    public static Dialogue Write(Story story, int option, int lines = PageLines)
    {
        var page = Page(story, $"dialogue {option}");
        return new() { Scene = story.Film.Scene!.Id, Elements = page.Write(lines) };
    }

    /// <summary>Further talk for a scene that is written already.</summary>
    public static IReadOnlyList<Element> More(Story story, int lines) => Page(story, "more").More(lines);

    private static ScenePage Page(Story story, string what)
    {
        var scene = story.Film.Scene ?? throw new InvalidOperationException("A dialogue needs its scene in the film's facts.");
        var pen = story.PenFor(what);
        foreach (var text in (story.Film.Dialogues ?? []).SelectMany(dialogue => dialogue.Elements)) pen.Remember(text.Text);
        var present = scene.Characters.Select(story.ById).OfType<Person>().ToList();
        return new ScenePage(story, scene, present, pen);
    }
}
