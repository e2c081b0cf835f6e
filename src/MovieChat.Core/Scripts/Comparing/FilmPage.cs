using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>A scene of the film as a script would tell it.</summary>
/// <param name="Place">In the film, from 0.</param>
/// <param name="Heading">As it is printed.</param>
/// <param name="Elements">Of its approved dialogue, as they come back from an export; empty without one.</param>
internal sealed record FilmPage(Scene Scene, int Place, string Heading, IReadOnlyList<ScriptElement> Elements)
{
    public static IReadOnlyList<FilmPage> Of(Screenplay film) => [.. (film.Scenes?.Scenes ?? []).Select((scene, place) => new FilmPage(scene, place, ScriptText.Heading(scene), ElementsOf(film, scene)))];

    /// <summary>Whether two elements are the same on the page. What XML can not hold counts as what an export puts in its place.</summary>
    public static string Key(ScriptElement element) => $"{element.Type}\u0001{FdxLists.Valid(element.Text)}";

    private static IReadOnlyList<ScriptElement> ElementsOf(Screenplay film, Scene scene) => film.Dialogues.TryGetValue(scene.Id, out var dialogue)
        ? Speeches.InOrder(FairCopy.Of(film, dialogue).Select(element => new ScriptElement(element.Type, element.Text, 0)))
        : [];
}
