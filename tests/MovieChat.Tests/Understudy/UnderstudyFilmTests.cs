using MovieChat.Core.Film;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Understudy;

public sealed class UnderstudyFilmTests
{
    private static readonly string[] Genres =
        ["thriller", "drama", "comedy", "romance", "science fiction", "horror", "crime", "adventure", "western", ""];

    private static readonly string[] ToneWords = ["dark and tense", "light, warm", "honest"];

    [Fact]
    public void Film_OfAnySeedAndBrief_IsSoundAndHasNoUnfilledSlot()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var brief = new Brief { Genres = [Genres[seed % Genres.Length]], Tone = ToneWords[seed % 3], Message = "Nobody is an island", LengthMinutes = seed % 7 == 0 ? 12 : 80 + seed };
            Soundness.Check(WholeFilm.Write($"seed{seed}", brief));
        }
    }

    [Fact]
    public void Film_WrittenTwice_IsTheSame() =>
        Assert.Equal(WholeFilm.Write("same", new Brief { Genres = ["crime"] }).Text, WholeFilm.Write("same", new Brief { Genres = ["crime"] }).Text);

    [Fact]
    public void Film_OfAnotherProjectWithTheSameBrief_IsAnother()
    {
        var brief = new Brief { Genres = ["thriller"] };
        var (one, other) = (WholeFilm.Write("one", brief), WholeFilm.Write("other", brief));
        Assert.NotEqual(one.Facts.Idea!.Logline + one.Facts.Synopsis!.Lines[0], other.Facts.Idea!.Logline + other.Facts.Synopsis!.Lines[0]);
        Assert.NotEqual(one.Text, other.Text);
    }

    [Fact]
    public void Film_OfAnotherGenre_HasAnotherStory()
    {
        var loglines = Genres.Take(6).Select(genre => WholeFilm.Write("p", new Brief { Genres = [genre] }).Facts.Idea!.Logline).ToList();
        Assert.Equal(loglines.Count, loglines.Distinct().Count());
    }

    [Fact]
    public void Redraft_OfAnyDocument_IsAnotherText()
    {
        var film = WholeFilm.Write("p", new Brief { Genres = ["drama"] });
        var facts = film.Facts;
        Assert.NotEqual(Text("ideas", 1, facts), Text("ideas", 2, facts));
        Assert.NotEqual(Text("synopsis", 1, facts), Text("synopsis", 2, facts));
        Assert.NotEqual(Text("plot", 1, facts), Text("plot", 2, facts));
        Assert.NotEqual(Text("scenes", 1, facts), Text("scenes", 2, facts));
        var scene = facts with { Scene = film.Scenes[3] };
        Assert.NotEqual(Text("dialogue", 1, scene), Text("dialogue", 2, scene));

        static string Text(string kind, int draft, FilmFacts facts) => Asked.Answer(Asked.Task(kind, draft: draft), facts).ToJsonString();
    }

    [Fact]
    public void Names_FromSynopsisToLastLine_AreTheSame()
    {
        var film = WholeFilm.Write("names", new Brief { Genres = ["romance"] });
        var hero = film.Facts.Cast!.Characters.Single(one => Roles.IsProtagonist(one.Role));
        Assert.Contains(hero.Name, film.Facts.Synopsis!.Lines[0]);
        Assert.Contains(hero.Name, film.Facts.Plot!.Beginning);
        Assert.Contains(film.Scenes, scene => scene.Summary.Contains(hero.Name));
        Assert.Contains(film.Dialogues.SelectMany(dialogue => dialogue.Elements), Soundness.IsCueOf(hero.Name));
    }

    /// <summary>A line of a synopsis may hold two sentences, and what a sentence begins with is not all that stands before it.</summary>
    [Fact]
    public void Cast_OfWhicheverSynopsisIsChosen_HasNames()
    {
        foreach (var genre in (string[])["drama", "horror", "comedy", "adventure", "fantasy", "thriller"])
        {
            var facts = new FilmFacts { Brief = new() { Genres = [genre] } };
            foreach (var idea in Options<Idea>(Asked.Answer(Asked.Task("ideas", genre) with { Count = 4 }, facts)))
            {
                foreach (var synopsis in Options<Synopsis>(Asked.Answer(Asked.Task("synopsis", genre) with { Count = 3 }, facts with { Idea = idea })))
                {
                    var cast = Asked.Option<Cast>(Asked.Answer(Asked.Task("cast", genre), facts with { Idea = idea, Synopsis = synopsis }));
                    Assert.All(cast.Characters, person => Assert.Matches(@"\A[^!?\n]{2,40}\z", person.Name));
                    Assert.All(cast.Characters, person => Assert.Equal(person.Name.Trim(), person.Name));
                }
            }
        }
    }

    /// <summary>Who is named in the synopsis acts in the plot, and a plot of somebody who is not in the cast is refused.</summary>
    [Fact]
    public void Cast_OfAShortFilm_HoldsEverybodyWhomItsSynopsisNames()
    {
        var most = 0;
        foreach (var genre in (string[])["drama", "horror", "comedy", "adventure", "fantasy", "thriller"])
        {
            var facts = new FilmFacts { Brief = new() { Genres = [genre] } };
            foreach (var idea in Options<Idea>(Asked.Answer(Asked.Task("ideas", genre) with { Count = 4 }, facts)))
            {
                foreach (var synopsis in Options<Synopsis>(Asked.Answer(Asked.Task("synopsis", genre) with { Count = 3 }, facts with { Idea = idea })))
                {
                    var told = facts with { Idea = idea, Synopsis = synopsis };
                    var cast = Asked.Option<Cast>(Asked.Answer(Asked.Task("cast", genre), told));
                    var fewer = Asked.Option<Cast>(Asked.Answer(Asked.Task("cast", genre), told with { Brief = new() { Genres = [genre], LengthMinutes = 20 } }));
                    var names = cast.Characters.Select(person => person.Name).Where(name => synopsis.Lines.Any(line => line.Contains(name, StringComparison.Ordinal))).ToList();
                    most = Math.Max(most, fewer.Characters.Count);
                    Assert.Subset(fewer.Characters.Select(person => person.Name).ToHashSet(), names.ToHashSet());
                }
            }
        }

        // Some of them name more than the three whom every short film has.
        Assert.InRange(most, 4, 12);
    }

    private static IEnumerable<T> Options<T>(System.Text.Json.Nodes.JsonObject answer) => Enumerable.Range(0, answer["options"]!.AsArray().Count).Select(index => Asked.Option<T>(answer, index));

    [Fact]
    public void Cast_AfterTheWriterRenamedInTheSynopsis_TakesTheNewName()
    {
        var film = WholeFilm.Write("rename", new Brief { Genres = ["drama"] }).Facts;
        var old = film.Cast!.Characters[0].Name;
        var renamed = film.Synopsis! with { Lines = [.. film.Synopsis!.Lines.Select(line => line.Replace(old, "Ottoline"))] };
        var cast = Asked.Option<Cast>(Asked.Answer(Asked.Task("cast"), film with { Synopsis = renamed, Cast = null, Profiles = null, Plot = null, Scenes = null }));
        Assert.Equal("Ottoline", cast.Characters.Single(one => Roles.IsProtagonist(one.Role)).Name);
    }

    [Theory]
    [InlineData(110, 12)]
    [InlineData(30, 5)]
    [InlineData(300, 37)]
    public void Scenes_ByLength_AreEnough(int minutes, int least)
    {
        var film = WholeFilm.Write("length", new Brief { Genres = ["thriller"], LengthMinutes = minutes });
        Assert.InRange(film.Scenes.Count, least, 40);
        Soundness.Check(film);
    }

    [Theory]
    [InlineData(100, 14)]
    [InlineData(84, 14)]
    [InlineData(72, 9)]
    [InlineData(20, 5)]
    public void Scenes_OfAShorterFilm_KeepItsFinaleAndItsEnd(int minutes, int count)
    {
        var film = WholeFilm.Write("shorter", new Brief { Genres = ["drama"], LengthMinutes = minutes });
        Assert.Equal(count, film.Scenes.Count);
        Assert.Equal(film.Facts.Plot!.Beats.TakeLast(2).Select(beat => beat.Position), film.Scenes.TakeLast(2).Select(scene => scene.Position));
    }

    [Fact]
    public void AvoidedThings_InAWholeFilm_DoNotAppear()
    {
        string[] avoided = ["guns", "alcohol", "death", "religion", "dogs"];
        string[] words = ["gun", "pistol", "whisky", "wine", "beer", "dead", "died", "funeral", "grave", "church", "dog", "dogs", "drunk"];
        foreach (var genre in Genres)
        {
            var film = WholeFilm.Write($"avoid {genre}", new Brief { Genres = [genre], Avoid = avoided, Tone = "light" });
            Assert.All(words, word => Assert.DoesNotMatch($@"(?i)\b{word}\b", film.Text));
        }
    }

    [Fact]
    public void ForkedProject_WithTheSameFacts_TellsTheSameStory()
    {
        var film = WholeFilm.Write("parent", new Brief { Genres = ["crime"] });
        var fork = WholeFilm.From("fork", film.Facts with { Plot = null, Scenes = null });
        Assert.Equal(film.Facts.Plot!.Beats.Select(beat => beat.Text), fork.Facts.Plot!.Beats.Select(beat => beat.Text));
    }

    [Fact]
    public void Screenplay_FromFirstSceneToLast_HardlyRepeatsASentence()
    {
        var film = WholeFilm.Write("repeat", new Brief { Genres = ["comedy"] });
        var spoken = film.Dialogues.SelectMany(dialogue => dialogue.Elements).Where(element => element.Type == ElementTypes.Dialogue && element.Text.Length > 30).Select(element => element.Text).ToList();
        Assert.True(spoken.Distinct().Count() >= spoken.Count * 0.97, $"{spoken.Distinct().Count()} of {spoken.Count}");
    }
}
