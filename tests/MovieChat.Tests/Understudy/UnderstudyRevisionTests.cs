using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Understudy;

public sealed class UnderstudyRevisionTests
{
    private static readonly WholeFilm Film = WholeFilm.Write("p1", new Brief { Genres = ["thriller"], Tone = "tense" });

    private static readonly Character Hero = Film.Facts.Cast!.Characters[0];

    private static JsonObject Revised<T>(string kind, T earlier, string notes, FilmFacts? facts = null) =>
        Asked.Answer(Asked.Revise(kind, earlier, notes), facts ?? Film.Facts);

    [Fact]
    public void Rename_InTheCast_ChangesTheNameAndKeepsTheId()
    {
        var answer = Revised("cast", Film.Facts.Cast!, $"Rename {Hero.Name} to Zenobia.", Film.Facts with { Cast = null });
        var cast = Asked.Option<Cast>(answer);
        Assert.Equal(("Zenobia", Hero.Id), (cast.Characters[0].Name, cast.Characters[0].Id));
        Assert.DoesNotContain(Hero.Name, string.Join(' ', cast.Characters.Select(one => one.OneLine + one.Appearance)));
        Assert.Null(answer["remarks"]);
    }

    [Fact]
    public void Revision_SentBackWithAFault_StaysARevisionAndMendsThatPlace()
    {
        var earlier = Film.Facts.Synopsis! with { Lines = [.. Film.Facts.Synopsis!.Lines.Take(4), "x"] };
        var answer = Asked.Answer(Asked.Revise("synopsis", earlier, "Set it in Lisbon"), Film.Facts with { Synopsis = null, Cast = null, Plot = null }, repairs: 1);
        var synopsis = Asked.Option<Synopsis>(answer);
        Assert.Contains(synopsis.Lines, line => line.Contains("Lisbon"));
        Assert.True(synopsis.Lines[4].Length > 10, synopsis.Lines[4]);
    }

    [Fact]
    public void Rename_OfSomeoneInTheCastInALaterDocument_IsRemarked() =>
        Assert.Contains("cast", Revised("plot", Film.Facts.Plot!, $"rename {Hero.Name} to Zenobia")["remarks"]!.ToString());

    [Fact]
    public void Idea_DraftedAnewOrRenamed_DiffersFromThoseBesideIt()
    {
        var facts = new FilmFacts { Title = "Return Fare", Brief = new() { Notes = "A ferry captain must choose." } };
        foreach (var project in Enumerable.Range(0, 40))
        {
            var ideas = Asked.Answer(Asked.Task("ideas", $"p{project}") with { Count = 5 }, facts)["options"]!.AsArray();
            var beside = ideas.Skip(1).Select(idea => idea!.DeepClone()).ToArray();
            var asked = Asked.Task("ideas", $"p{project}", "revise", draft: 2) with { Notes = "Something of which nobody knows what it means", Earlier = [ideas[0]!.DeepClone()], Beside = [.. beside] };

            var idea = Asked.Option<Idea>(Asked.Answer(asked, facts));
            Assert.DoesNotContain(beside, other => string.Equals((string?)other["title"], idea.Title, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(beside, other => string.Equals((string?)other["logline"], idea.Logline, StringComparison.OrdinalIgnoreCase));

            var title = (string?)Asked.Answer(asked with { Part = new("title", ideas[0]!["title"]!.DeepClone()) }, facts)["value"];
            Assert.DoesNotContain(beside, other => (string?)other["title"] == title);
        }
    }

    [Theory]
    [InlineData("older", 10)]
    [InlineData("younger", -10)]
    public void Age_InTheCast_IsChanged(string word, int by)
    {
        var person = Film.Facts.Cast!.Characters[1];
        var cast = Asked.Option<Cast>(Revised("cast", Film.Facts.Cast, $"Make {person.Name} {word}."));
        Assert.Equal(person.Age + by, cast.Characters[1].Age);
    }

    [Theory]
    [InlineData("longer", 1)]
    [InlineData("a bit shorter please", -1)]
    public void Length_OfThePlot_Changes(string notes, int sign)
    {
        var plot = Asked.Option<Plot>(Revised("plot", Film.Facts.Plot!, notes));
        Assert.Equal(sign, Math.Sign(Soundness.Words(plot) - Soundness.Words(Film.Facts.Plot!)));
        Assert.True(Soundness.Words(plot) >= Plot.MinimumWords);
    }

    [Theory]
    [InlineData("synopsis", "Set it in Lisbon")]
    [InlineData("synopsis", "darker")]
    [InlineData("synopsis", "more hope, please")]
    [InlineData("synopsis", "longer")]
    [InlineData("synopsis", "shorter")]
    public void PlainNote_OnTheSynopsis_IsFollowedWithoutRemark(string kind, string notes)
    {
        var answer = Revised(kind, Film.Facts.Synopsis!, notes, Film.Facts with { Synopsis = null, Cast = null, Plot = null });
        var synopsis = Asked.Option<Synopsis>(answer);
        Assert.NotEqual(Film.Facts.Synopsis!.Lines, synopsis.Lines);
        Assert.Equal(5, synopsis.Lines.Count);
        Assert.Null(answer["remarks"]);
    }

    [Fact]
    public void Place_AfterTheSynopsisMoved_HoldsInThePlot()
    {
        var moved = Asked.Option<Synopsis>(Revised("synopsis", Film.Facts.Synopsis!, "Set it in Port Said"));
        Assert.Contains("Port Said", string.Join(' ', moved.Lines));
        var plot = Asked.Option<Plot>(Asked.Answer(Asked.Task("plot"), Film.Facts with { Synopsis = moved, Plot = null, Scenes = null }));
        Assert.Contains("Port Said", plot.Beginning + plot.Middle + plot.End);
    }

    [Fact]
    public void LessOfSomeone_InTheScenes_TakesThemOut()
    {
        var person = Film.Facts.Cast!.Characters[^1];
        var scenes = Asked.Option<SceneList>(Revised("scenes", new SceneList { Scenes = Film.Scenes }, $"less of {person.Name}")).Scenes;
        Assert.True(scenes.Count(scene => scene.Characters.Contains(person.Id)) < Film.Scenes.Count(scene => scene.Characters.Contains(person.Id)));
    }

    [Theory]
    [InlineData("cut scene 3")]
    [InlineData("Please drop scene s3.")]
    public void CutScene_InTheScenes_TakesThatOneOutAndLeavesTheOthers(string notes)
    {
        var answer = Revised("scenes", new SceneList { Scenes = Film.Scenes }, notes);

        Assert.Null(answer["remarks"]);
        Assert.Equal(Film.Scenes.Where(scene => scene.Id != "s3").Select(scene => (scene.Id, scene.Number, scene.Summary)), Asked.Option<SceneList>(answer).Scenes.Select(scene => (scene.Id, scene.Number, scene.Summary)));
    }

    [Fact]
    public void CutScene_ByItsPlace_TakesThatOneOut()
    {
        var place = Film.Scenes[5].Heading.Place;
        var left = Asked.Option<SceneList>(Revised("scenes", new SceneList { Scenes = Film.Scenes }, $"cut the scene in the {place}")).Scenes;

        Assert.Equal(Film.Scenes.Count - 1, left.Count);
        Assert.True(left.Count(scene => scene.Heading.Place == place) < Film.Scenes.Count(scene => scene.Heading.Place == place));
    }

    [Fact]
    public void AddTurn_ToAScene_ChangesThatSceneAlone()
    {
        var answer = Revised("scenes", new SceneList { Scenes = Film.Scenes }, "add a twist to scene 6");
        var scenes = Asked.Option<SceneList>(answer).Scenes;

        Assert.Null(answer["remarks"]);
        Assert.Equal(["s6"], scenes.Zip(Film.Scenes).Where(pair => pair.First.Summary != pair.Second.Summary || pair.First.Turn != pair.Second.Turn).Select(pair => pair.First.Id));
    }

    [Theory]
    [InlineData("synopsis", "Set it in the 1950s", "the 1950s")]
    [InlineData("plot", "Set it in the nineteenth century", "the nineteenth century")]
    public void Period_IsTold(string kind, string notes, string period)
    {
        var answer = kind == "plot" ? Revised("plot", Film.Facts.Plot!, notes) : Revised("synopsis", Film.Facts.Synopsis!, notes);

        Assert.Null(answer["remarks"]);
        Assert.Contains($"All of it happens in {period}.", answer["options"]!.ToJsonString());
    }

    [Theory]
    [InlineData("dialogue", "longer")]
    [InlineData("dialogue", "shorter")]
    [InlineData("dialogue", "darker")]
    public void PlainNote_OnADialogue_ChangesItAndKeepsCuesWhole(string kind, string notes)
    {
        var facts = Film.Facts with { Scene = Film.Scenes[4] };
        var answer = Revised(kind, Film.Dialogues[4], notes, facts);
        var elements = Asked.Option<Dialogue>(answer).Elements;
        Assert.NotEqual(Film.Dialogues[4].Elements.Count, elements.Count);
        Assert.Null(answer["remarks"]);
        Assert.All(elements.Zip(elements.Skip(1)).Where(pair => pair.First.Type == ElementTypes.Character), pair => Assert.Equal(pair.First.Character, pair.Second.Character));
    }

    [Theory]
    [InlineData("Give it the feeling of a Chopin nocturne")]
    [InlineData("Rewrite it in iambic pentameter")]
    public void NoteBeyondIt_OnAnyDocument_IsRemarkedAndAnotherDraftGiven(string notes)
    {
        var answer = Revised("plot", Film.Facts.Plot!, notes);
        Assert.Contains("offline", answer["remarks"]!.ToString());
        Assert.Contains(notes, answer["remarks"]!.ToString());
        Assert.NotEqual(Film.Facts.Plot!.Middle, Asked.Option<Plot>(answer).Middle);
    }

    [Fact]
    public void Passage_WithANote_AnswersTheReplacementAlone()
    {
        var passage = Film.Facts.Synopsis!.Lines[1];
        var answer = Asked.Answer(Asked.Revise("synopsis", Film.Facts.Synopsis, "shorter") with { Passage = passage }, Film.Facts);
        Assert.True(answer["replacement"]!.ToString().Length < passage.Length);
        Assert.False(answer.ContainsKey("options"));
    }

    [Fact]
    public void Part_OfAnyShape_AnswersAValueOfThatShape()
    {
        (string Kind, string Name, JsonNode Content, JsonNode Value)[] parts =
        [
            Part("plot", "middle", Film.Facts.Plot!, "middle"), Part("cast", Hero.Id, Film.Facts.Cast!, "characters", 0), Part("scenes", "s3", new SceneList { Scenes = Film.Scenes }, "scenes", 2),
            Part("synopsis", "lines[4]", Film.Facts.Synopsis!, "lines", 4), Part("plot", "beats", Film.Facts.Plot!, "beats"),
        ];
        foreach (var (kind, name, content, value) in parts)
        {
            var task = Asked.Task(kind, verb: "revise", draft: 2) with { Earlier = [content], Part = new(name, value.DeepClone()) };
            var answer = Asked.Answer(task, Film.Facts);
            Assert.Equal(value.GetValueKind(), answer["value"]!.GetValueKind());
        }

        static (string, string, JsonNode, JsonNode) Part<T>(string kind, string name, T content, string property, int? index = null)
        {
            var node = Asked.Node(content);
            var value = index is { } at ? node[property]![at]! : node[property]!;
            return (kind, name, node, value.DeepClone());
        }
    }

    [Fact]
    public void AgePart_WithANote_AnswersANumber()
    {
        var task = Asked.Revise("cast", Film.Facts.Cast!, "older") with { Part = new("age", JsonValue.Create(40)) };
        Assert.Equal(50, Asked.Answer(task, Film.Facts)["value"]!.GetValue<int>());
    }
}
