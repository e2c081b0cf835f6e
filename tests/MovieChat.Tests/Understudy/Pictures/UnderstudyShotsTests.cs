using MovieChat.Core.Film;
using MovieChat.Understudy.Documents.Shots;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Tests.Understudy.Pictures;

/// <summary>The understudy's lists of shots, of one film of every genre.</summary>
public sealed class UnderstudyShotsTests
{
    private const double WordsASecond = 2.5;

    [Fact]
    public void Shots_OfEveryScene_AreSound()
    {
        foreach (var (scene, _, list) in PictureFilm.OfGenres.SelectMany(film => film.Scenes))
        {
            Assert.Empty(PictureFilm.Faults("shots", list, scene));
            Assert.InRange(list.Shots.Count, 4, 10);
            Assert.Equal(Enumerable.Range(1, list.Shots.Count), list.Shots.Select(shot => shot.N));
            Assert.All(list.Shots, shot => Assert.DoesNotMatch(@"[{}|]|\.\.|\s\s|\b(camera|we see|close on)\b", shot.Action));
            Assert.All(list.Shots, shot => Assert.DoesNotMatch(@"\b(is heard|the sound of|knows|thinks|remembers|wonders|believes)\b", shot.Action));
            Assert.Equal(list.Shots.Count, list.Shots.Select(shot => shot.Action).Distinct().Count());
        }
    }

    [Fact]
    public void Neighbours_InAList_AreNeverTakenAlike() =>
        Assert.All(PictureFilm.OfGenres.SelectMany(film => film.Shots), list => Assert.All(list.Shots.Zip(list.Shots.Skip(1)), pair => Assert.False(pair.First.Size == pair.Second.Size && pair.First.Angle == pair.Second.Angle, $"{list.Scene} {pair.First.N}")));

    [Fact]
    public void Lines_InAList_AreThePagesInOrderAndEverybodyHasOne()
    {
        foreach (var (scene, page, list) in PictureFilm.OfGenres.SelectMany(film => film.Scenes))
        {
            var spoken = Spoken(page).ToList();
            var lines = list.Shots.Select(shot => shot.Line).OfType<string>().Where(line => line.Contains(": ", StringComparison.Ordinal)).ToList();
            var places = lines.Select(line => spoken.IndexOf(line)).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
            Assert.Equal(places.Count, places.Distinct().Count());
            Assert.Subset(lines.Select(Cue).ToHashSet(), spoken.Select(Cue).ToHashSet());
        }
    }

    [Fact]
    public void Seconds_OfALine_AreEnoughToSayIt() =>
        Assert.All(
            PictureFilm.OfGenres.SelectMany(film => film.Shots).SelectMany(list => list.Shots).Where(shot => shot.Line?.Contains(": ", StringComparison.Ordinal) == true),
            shot => Assert.True(shot.Seconds >= Sentences.Words(shot.Line!.Split(':', 2)[1]) / WordsASecond, shot.Line));

    [Fact]
    public void PlantedThings_HaveAShotThatShowsThem() =>
        Assert.All(PictureFilm.OfGenres.SelectMany(film => film.Scenes), each => Assert.All(Plants.Of(each.Scene).Where(Plants.IsThing), what => Assert.Contains(each.Shots.Shots, shot => Plants.IsIn(what, shot.Action))));

    [Fact]
    public void Place_IsShownEarly() =>
        Assert.All(PictureFilm.OfGenres.SelectMany(film => film.Shots), list => Assert.Contains(list.Shots.Take(3), shot => shot.Size is "establishing" or "extreme long" or "long" or "medium long"));

    [Fact]
    public void Sides_OfPeople_HoldForAScene()
    {
        foreach (var list in PictureFilm.OfGenres.SelectMany(film => film.Shots))
        {
            var pairs = list.Shots.SelectMany(shot => shot.Characters.SelectMany((left, at) => shot.Characters.Skip(at + 1).Select(right => (left, right)))).ToHashSet();
            Assert.DoesNotContain(pairs, pair => pairs.Contains((pair.right, pair.left)));
        }
    }

    [Fact]
    public void Moves_AreRareAndSchemesVary()
    {
        foreach (var film in PictureFilm.OfGenres)
        {
            var shots = film.Shots.SelectMany(list => list.Shots).ToList();
            Assert.True(shots.Count(shot => shot.Move == "static") * 2 > shots.Count, film.Film.Facts.Title);
            Assert.True(film.Shots.Select(list => string.Join(',', list.Shots.Select(shot => shot.Size))).Distinct().Count() >= film.Shots.Count - 1);
        }
    }

    [Fact]
    public void Actions_OfAFilm_AreHardlyToldTwice()
    {
        foreach (var film in PictureFilm.OfGenres)
        {
            var told = film.Shots.SelectMany(list => list.Shots).Select(shot => shot.Action).ToList();
            Assert.True(told.Distinct().Count() >= told.Count * 0.97, $"{film.Film.Facts.Title}: {told.Distinct().Count()} of {told.Count}");
        }
    }

    [Fact]
    public void Scene_WithoutAPage_IsShotFromWhatIsToldOfIt()
    {
        foreach (var film in PictureFilm.OfGenres.Take(6))
        {
            foreach (var scene in film.Film.Scenes)
            {
                var list = PictureFilm.ShotsOf("unwritten", PictureFilm.ShotFacts(film.Film.Facts, film.Look, scene, page: null));
                Assert.Empty(PictureFilm.Faults("shots", list, scene));
                Assert.InRange(list.Shots.Count, 4, 10);
                Assert.All(list.Shots, shot => Assert.DoesNotContain(": ", shot.Line ?? ""));
            }
        }
    }

    [Theory]
    [InlineData("李雷", "韩梅梅")]
    [InlineData("Mrs. O'Neill", "{hero}")]
    [InlineData("J. R. $1", "The Man")]
    public void Shots_OfTheWritersOwnStory_SayItsNamesAsTheyAre(string hero, string rival)
    {
        Character[] people = [One("a", hero, "protagonist", "Tall, in a blue coat."), One("b", rival, "villain", "Short, in a grey coat.")];
        var film = WholeFilm.From("own", new() { Brief = new() { Genres = ["drama"] }, Idea = new() { Title = "N 9", Logline = "The last night bus must not stop.", Why = "." }, Synopsis = new() { Lines = ["One.", "Two.", "Three.", "Four.", "Five."] }, Cast = new() { Characters = people } });
        var pictures = PictureFilm.Of("own", film);
        Assert.All(pictures.Scenes, each => Assert.Empty(PictureFilm.Faults("shots", each.Shots, each.Scene)));
        Assert.Contains(pictures.Shots.SelectMany(list => list.Shots), shot => shot.Action.Contains(hero, StringComparison.Ordinal));
        Assert.Contains(pictures.Shots.SelectMany(list => list.Shots), shot => shot.Action.Contains(rival, StringComparison.Ordinal));

        static Character One(string id, string name, string role, string appearance) => new() { Id = id, Name = name, Role = role, Age = 40, OneLine = "Has been there for years.", Appearance = appearance };
    }

    [Fact]
    public void Scene_WithNobodyInIt_IsShot()
    {
        var film = PictureFilm.OfGenres[0];
        var scene = film.Film.Scenes[0] with { Characters = [], Summary = "Snow falls on the empty yard.", SetUps = [], Wants = [] };
        Assert.Empty(PictureFilm.Faults("shots", PictureFilm.ShotsOf("empty", PictureFilm.ShotFacts(film.Film.Facts, film.Look, scene, page: null)), scene));
    }

    private static IEnumerable<string> Spoken(Dialogue page)
    {
        var cue = "";
        foreach (var element in page.Elements)
        {
            if (element.Type == ElementTypes.Character) cue = element.Text;
            if (element.Type == ElementTypes.Dialogue) yield return $"{cue}: {element.Text}";
        }
    }

    private static string Cue(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];
}
