using FsCheck.Xunit;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

public class FountainRoundTripTests
{
    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 2000)]
    public void WriteThenRead_WellFormedFilm_GivesTheSameElements(WellFormed sample)
    {
        var film = sample.Film;
        var script = FountainReader.Read(Fountain.Write(film, new FountainOptions { Synopses = true }));
        Assert.Equal(Expected(film), script.Elements.Select(Told));
        Assert.Equal(Canonical.Title(film.Title), script.TitleValue("title") ?? "");
    }

    /// <summary>Elements in any order, of any type and any person: what reads back is the fair copy, and that is copied as it is.</summary>
    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 2000)]
    public void WriteReadWrite_AnyFilm_ChangesNothingMore(Disorderly sample)
    {
        var file = Fountain.Write(sample.Film, new FountainOptions());
        Assert.Equal(file, Fountain.Write(Back(sample.Film, FountainReader.Read(file)), new FountainOptions()));
    }

    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 2000)]
    public void Read_AnyText_InventsNothing(string text, Nasty nasty)
    {
        foreach (var file in new[] { text ?? "", nasty.Text })
        {
            var script = FountainReader.Read(file);
            // A tab may become four spaces; no text is taken for two elements.
            Assert.InRange(script.Elements.Sum(element => element.Markup.Length), 0, file.Length + (3 * file.Count(mark => mark == '\t')));
            Assert.All(script.Elements, element => Assert.Equal(element.Text, string.Concat(element.Name, element.Text[element.Name.Length..])));
        }
    }

    private static IEnumerable<string> Expected(Screenplay film)
    {
        foreach (var scene in film.Scenes!.Scenes)
        {
            yield return $"SceneHeading {scene.Number}: {Canonical.Heading(scene)}";
            var summary = Canonical.Line(scene.Summary);
            if (summary.Length > 0) yield return $"Synopsis: {summary}";
            foreach (var element in film.Dialogues[scene.Id].Elements)
                yield return Canonical.Told(element);
        }
    }

    private static string Told(FountainElement element) => element.Kind == FountainKind.SceneHeading
        ? $"SceneHeading {element.SceneNumber}: {element.Text}"
        : $"{element.Kind}: {element.Text}";

    /// <summary>The film with its dialogue as it was read.</summary>
    private static Screenplay Back(Screenplay film, FountainScript script)
    {
        var scenes = new Queue<Scene>(film.Scenes!.Scenes);
        var dialogues = new Dictionary<string, List<Element>>();
        var elements = new List<Element>();
        foreach (var element in script.Elements)
        {
            if (element.Kind == FountainKind.SceneHeading)
                dialogues[scenes.Dequeue().Id] = elements = [];
            else if (element.Kind != FountainKind.Synopsis)
                elements.Add(new Element { Type = element.Kind.ToString().ToLowerInvariant(), Text = element.Text });
        }
        Assert.Empty(scenes);
        return film with { Dialogues = dialogues.ToDictionary(one => one.Key, one => new Dialogue { Scene = one.Key, Elements = one.Value }) };
    }
}
