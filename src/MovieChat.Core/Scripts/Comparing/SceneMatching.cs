namespace MovieChat.Core.Scripts.Comparing;

/// <summary>One matching under way: which scenes are taken.</summary>
internal sealed class SceneMatching(IReadOnlyList<ScriptScene> script, IReadOnlyList<FilmPage> film)
{
    private readonly bool[] taken = new bool[film.Count];
    private readonly string[] keys = [.. script.Select(scene => HeadingText.Key(scene.Heading))];
    private readonly string[] filmKeys = [.. film.Select(page => HeadingText.Key(page.Heading))];
    private readonly WordBag[] bags = [.. script.Select(scene => WordBag.Of(scene.Elements, scene.Summary))];
    private readonly WordBag[] filmBags = [.. film.Select(page => WordBag.Of(page.Elements, page.Scene.Summary))];

    /// <summary>The scene of the film that each of the script is, as far as it is known.</summary>
    public FilmPage?[] Found { get; } = new FilmPage?[script.Count];

    public void TakeNumbered()
    {
        foreach (var (at, scene) in script.Index())
        {
            var number = SceneMatcher.NumberOf(scene);
            if (film.FirstOrDefault(page => !taken[page.Place] && page.Scene.Number == number && filmKeys[page.Place] == keys[at]) is { } page) Take(at, page);
        }
    }

    /// <summary>Takes the pairs of what is left, the likest first.</summary>
    /// <param name="least">How like they must be, from 0 to 1.</param>
    public void TakeLikest(bool sameHeading, double least)
    {
        var pairs = from at in Enumerable.Range(0, script.Count)
                    where Found[at] is null
                    from page in film
                    where !taken[page.Place] && (!sameHeading || filmKeys[page.Place] == keys[at])
                    let likeness = bags[at].Likeness(filmBags[page.Place])
                    where likeness >= least
                    orderby likeness descending, Math.Abs(at - page.Place), at
                    select (at, page);
        foreach (var (at, page) in pairs.ToArray())
        {
            if (Found[at] is null && !taken[page.Place]) Take(at, page);
        }
    }

    private void Take(int at, FilmPage page)
    {
        Found[at] = page;
        taken[page.Place] = true;
    }
}
