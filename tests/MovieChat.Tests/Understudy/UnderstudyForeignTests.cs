using MovieChat.Core.Film;

namespace MovieChat.Tests.Understudy;

/// <summary>Films that somebody else began.</summary>
public sealed class UnderstudyForeignTests
{
    private static readonly Brief Brief = new() { Genres = ["drama"] };

    [Fact]
    public void Film_OfTheWritersOwnIdea_KeepsItsLoglineAndName()
    {
        var idea = new Idea { Title = "Flour", Logline = "When her bakery burns down, Conceição must find out who lit it before the insurance closes the case.", Why = "Mine." };
        var film = WholeFilm.From("own", new() { Brief = Brief, Idea = idea });
        Soundness.Check(film);
        Assert.Contains(film.Facts.Synopsis!.Lines, line => line.Contains("bakery burns down"));
        Assert.Equal("Conceição", film.Facts.Cast!.Characters.Single(one => Roles.IsProtagonist(one.Role)).Name);
    }

    [Fact]
    public void Plot_OfTheWritersOwnSynopsis_CarriesEveryLine()
    {
        string[] lines = ["Ruta keeps bees above Kaunas.", "A stranger buys the meadow.", "Ruta moves the hives by night.", "The stranger's son is stung and nearly dies.", "Ruta gives the meadow back to nobody at all."];
        var film = WholeFilm.From("bees", new() { Brief = Brief, Synopsis = new() { Lines = lines }, Idea = new() { Title = "Bees", Logline = "Ruta keeps bees.", Why = "." } });
        Soundness.Check(film);
        Assert.All(lines, line => Assert.Contains(line, $"{film.Facts.Plot!.Beginning} {film.Facts.Plot.Middle} {film.Facts.Plot.End}"));
    }

    [Fact]
    public void Scenes_OfTheWritersOwnSynopsis_PlayEveryLineInOrder()
    {
        string[] lines = ["Irene tunes the pianos of a small town.", "Walter brings a contract for the shop, and Irene hides it in the second piano.", "Irene teaches Mina the piece.", "Mina finds the contract at night.", "Irene and Mina tune the second piano together."];
        Character[] people = [One("irene", "Irene", "protagonist"), One("walter", "Uncle Walter", "antagonist"), One("mina", "Mina", "ally")];
        var film = WholeFilm.From("piano", new() { Brief = Brief, Synopsis = new() { Lines = lines }, Idea = new() { Title = "P", Logline = "A tuner must sell her shop.", Why = "." }, Cast = new() { Characters = people } });

        Soundness.Check(film);
        var summaries = film.Scenes.Select(scene => scene.Summary).ToList();
        var played = lines.Select(line => summaries.FindIndex(summary => summary.Contains(line.Split(',')[0].TrimEnd('.'), StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, played);
        Assert.Equal(played.Order(), played);
        Assert.Contains(film.Scenes, scene => scene.Summary.Contains("Irene hides it in the second piano.", StringComparison.Ordinal));
        Assert.Contains("walter", film.Scenes.First(scene => scene.Summary.Contains("Walter brings", StringComparison.Ordinal)).Characters);

        static Character One(string id, string name, string role) => new() { Id = id, Name = name, Role = role, Age = 40, OneLine = "Has been there for years.", Appearance = "Tall, in a grey coat." };
    }

    [Theory]
    [InlineData("李雷", "韩梅梅")]
    [InlineData("Айгүл", "Борис")]
    [InlineData("Mrs. O'Neill", "{hero}")]
    [InlineData("J. R. $1", "The Man")]
    public void Film_WithAnyNames_SaysThemAsTheyAre(string hero, string rival)
    {
        Character[] people =
        [
            new() { Id = "a", Name = hero, Role = "protagonist", Age = 30, OneLine = "Runs the night bus.", Appearance = "Tall, in a blue coat." },
            new() { Id = "b", Name = rival, Role = "villain", Age = 50, OneLine = "Owns the buses.", Appearance = "Short, in a grey coat." },
        ];
        var film = WholeFilm.From("names", new() { Brief = Brief, Idea = new() { Title = "N 9", Logline = "The last night bus must not stop.", Why = "." }, Synopsis = new() { Lines = ["One.", "Two.", "Three.", "Four.", "Five."] }, Cast = new() { Characters = people } });
        Assert.Contains(film.Dialogues.SelectMany(dialogue => dialogue.Elements), Soundness.IsCueOf(hero));
        Assert.Contains(film.Dialogues.SelectMany(dialogue => dialogue.Elements), Soundness.IsCueOf(rival));
        Assert.Contains(hero, film.Facts.Plot!.Beginning);
    }

    [Fact]
    public void Film_OfTwelvePeopleAndSomebodyElsesPlot_GetsEveryoneOn()
    {
        var people = Enumerable.Range(0, 12).Select(n => new Character { Id = $"c{n}", Name = $"Person{(char)('A' + n)}", Role = n switch { 0 => "protagonist", 1 => "antagonist", _ => "witness" }, Age = 20 + n, OneLine = "Was there that night.", Appearance = "A face that has seen it." }).ToList();
        var plot = new Plot
        {
            Beginning = "PersonA arrives in the harbour. PersonC is waiting with the keys.",
            Middle = "In the factory PersonB burns the papers. Nobody calls.",
            End = "They meet on the bridge. The water is high and it is late.",
            Beats = [new() { Name = "First", Position = 0, Text = "PersonA arrives in the harbour at dawn." }, new() { Name = "Second", Position = 0.5, Text = "PersonB burns the papers in the factory." }, new() { Name = "Third", Position = 1, Text = "They meet on the bridge." }],
        };
        var film = WholeFilm.From("twelve", new() { Brief = Brief, Idea = new() { Title = "T", Logline = "Twelve people saw it.", Why = "." }, Synopsis = new() { Lines = ["One.", "Two.", "Three.", "Four.", "Five."] }, Cast = new() { Characters = people }, Plot = plot });
        Soundness.Check(film with { Facts = film.Facts with { Plot = WholeFilm.Write("p", Brief).Facts.Plot } });
        Assert.Equal("HARBOUR", film.Scenes[0].Heading.Place);
        Assert.True(film.Scenes.SelectMany(scene => scene.Characters).Distinct().Count() >= 8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Dialogue_OfASceneWithFewPeople_IsStillAPage(int count)
    {
        var film = WholeFilm.Write("few", Brief);
        var scene = film.Scenes[2] with { Characters = [.. film.Facts.Cast!.Characters.Take(count).Select(one => one.Id)], Summary = "The house is empty. A window stands open." };
        var dialogue = Asked.Option<Dialogue>(Asked.Answer(Asked.Task("dialogue") with { Key = scene.Id }, film.Facts with { Scene = scene }));
        Assert.InRange(PageMeasure.Lines(dialogue.Elements), 33, 112);
        Assert.All(dialogue.Elements.Where(element => element.Character is not null), element => Assert.Contains(element.Character, scene.Characters));
    }
}
