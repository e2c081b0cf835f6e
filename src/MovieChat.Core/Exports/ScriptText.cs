using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>Texts that every export of the script prints alike.</summary>
internal static class ScriptText
{
    /// <summary>The heading without marks in front. One that says nothing is its number alone.</summary>
    public static string Heading(Scene scene)
    {
        var text = CleanText.Line(scene.Heading.ToString());
        text = text[text.TakeWhile(mark => mark == '.' || char.IsWhiteSpace(mark)).Count()..];
        return text.Length == 0 ? $"{scene.Number}" : text;
    }

    public static string Title(Screenplay film) => CleanText.Block(string.IsNullOrWhiteSpace(film.Title) ? film.Idea?.Title ?? "" : film.Title);
}
