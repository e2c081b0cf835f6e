using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>What is planted, and where it returns.</summary>
public static class SetUps
{
    /// <summary>The scene that pays off what <paramref name="scene"/> sets up; null for an orphan.</summary>
    public static Scene? PayOffOf(SceneList list, Scene scene, string setUp) =>
        list.Scenes.SkipWhile(each => each.Id != scene.Id).Skip(1).FirstOrDefault(later => later.PayOffs.Any(payOff => IsSame(payOff, setUp)));

    internal static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document) => (film.Scenes, document) switch
    {
        ({ } list, { Kind: "scenes" }) => [.. Orphans(list), .. FromNowhere(list)],
        ({ } list, { Kind: "dialogue", Key: { } key }) when list.Scenes.FirstOrDefault(scene => scene.Id == key) is { } scene && film.Dialogues.TryGetValue(key, out var dialogue) => Missing(scene, dialogue),
        _ => [],
    };

    private static IEnumerable<CraftNote> Orphans(SceneList list) =>
        from scene in list.Scenes
        from setUp in scene.SetUps
        where PayOffOf(list, scene, setUp) is null
        select CraftNote.Of(
            NoteKinds.SetUp, $"orphan {setUp}", $"Scene {scene.Number} plants '{setUp}', and no later scene brings it back: pay it off, or leave it out.",
            new Evidence("scenes", $"{scene.Number}. {scene.Summary}"));

    private static IEnumerable<CraftNote> FromNowhere(SceneList list) =>
        from entry in list.Scenes.Index()
        from payOff in entry.Item.PayOffs
        where !list.Scenes.Take(entry.Index).Any(earlier => earlier.SetUps.Any(setUp => IsSame(setUp, payOff)))
        select CraftNote.Of(
            NoteKinds.SetUp, $"nowhere {payOff}", $"Scene {entry.Item.Number} pays off '{payOff}', which no earlier scene has planted.",
            new Evidence("scenes", $"{entry.Item.Number}. {entry.Item.Summary}"));

    /// <summary>What the scene list says is planted or paid off here, and the page does not show.</summary>
    private static IEnumerable<CraftNote> Missing(Scene scene, Dialogue dialogue)
    {
        var page = Passage.Page(scene, dialogue).SelectMany(passage => Sentence.Terms(passage.Text)).ToHashSet();
        foreach (var (thing, what) in scene.SetUps.Select(thing => (thing, "plants")).Concat(scene.PayOffs.Select(thing => (thing, "pays off"))))
        {
            var terms = Sentence.Terms(thing).ToArray();
            if (terms.Length == 0 || terms.Any(page.Contains)) continue;
            yield return CraftNote.Of(
                NoteKinds.SetUp, $"page {scene.Id} {thing}", $"By the scene list this scene {what} '{thing}'; nothing on its page shows it.",
                new Evidence("scenes", $"{scene.Number}. {scene.Summary}"));
        }
    }

    /// <summary>Whether two short descriptions mean one thing: the words that carry the sense of the shorter are in the other.</summary>
    private static bool IsSame(string one, string other)
    {
        if (one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        var (a, b) = (Sentence.Terms(one).ToHashSet(), Sentence.Terms(other).ToHashSet());
        return a.Count > 0 && b.Count > 0 && (a.Count < b.Count ? a.IsSubsetOf(b) : b.IsSubsetOf(a));
    }
}
