using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Tests.Understudy;

/// <summary>Tips for a writer who is stuck.</summary>
public sealed class UnderstudyTipsTests
{
    private static readonly string[] s_kinds = ["brief", "ideas", "synopsis", "cast", "profile", "plot", "scenes", "dialogue"];

    private static readonly Brief s_brief = new() { Genres = ["drama"], Tone = "dry", Message = "nothing stays hidden", Likes = ["Ikiru"] };

    private static readonly Lazy<WholeFilm> s_film = new(() => WholeFilm.Write("p1", s_brief));

    private static WholeFilm Film => s_film.Value;

    [Theory]
    [InlineData("brief"), InlineData("ideas"), InlineData("synopsis"), InlineData("cast"), InlineData("profile"), InlineData("plot"), InlineData("scenes"), InlineData("dialogue")]
    public void Ways_OfAFilm_AreAboutItsPeopleAndUnlike(string kind)
    {
        var tips = Tips(kind, Facts(kind));
        var names = Film.Facts.Cast!.Characters.Select(person => person.Name).ToArray();

        Assert.Equal(3, tips.Ways.Select(way => way.Title).Distinct().Count());
        Assert.Equal(3, tips.Ways.Select(way => way.Text).Distinct().Count());
        Assert.All(tips.Ways, way => Assert.Contains(names, name => Sentences.Mentions($"{way.Title} {way.Text}", name)));
        Assert.Contains(tips.Tips, tip => names.Any(name => Sentences.Mentions(tip, name)));
        Assert.DoesNotMatch(@"[{}|]|\.\.|“”|\s\s", string.Join('\n', Texts(tips)));
    }

    [Fact]
    public void Tips_OfTwoDocuments_Differ()
    {
        var all = s_kinds.Where(kind => kind is not "ideas" and not "brief").Select(kind => Tips(kind, Facts(kind))).ToList();

        Assert.Equal(all.Count, all.Select(tips => string.Join('\n', tips.Tips)).Distinct().Count());
        Assert.Equal(all.Count, all.Select(tips => string.Join('\n', tips.Ways.Select(way => way.Text))).Distinct().Count());
        Assert.NotEqual(Texts(Tips("plot", Facts("plot"))), Texts(Tips("plot", Facts("plot"), round: 2)));
    }

    [Fact]
    public void Ways_OfAPremise_DoNotTellItsNextTurn()
    {
        var turns = Film.Facts.Plot!.Beats.Select(beat => beat.Text).Concat(Film.Scenes.Select(scene => scene.Summary)).SelectMany(Sentences.Split).Where(sentence => Sentences.Words(sentence) > 4).ToArray();

        Assert.All(s_kinds.SelectMany(kind => Tips(kind, Facts(kind)).Ways), way => Assert.DoesNotContain(turns, turn => way.Text.Contains(turn, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("brief"), InlineData("ideas")]
    public void Tips_BeforeThereArePeople_InventNone(string kind)
    {
        var tips = Tips(kind, new() { Title = "Untitled", Brief = s_brief });

        Assert.InRange(tips.Tips.Count, 3, 5);
        Assert.Equal(3, tips.Ways.Select(way => way.Text).Distinct().Count());
        Assert.DoesNotContain('{', string.Join('\n', Texts(tips)));
    }

    private static FilmFacts Facts(string kind) => kind == "dialogue" ? Film.Facts with { Scene = Film.Scenes.First(scene => scene.Characters.Count > 1) } : Film.Facts;

    private static TipsAnswer Tips(string kind, FilmFacts facts, int round = 1)
    {
        var key = kind switch { "profile" => Film.Facts.Cast!.Characters[1].Id, "dialogue" => facts.Scene!.Id, _ => null };
        return Asked.Answer(Asked.Task(kind, verb: "stuck", draft: round) with { Key = key }, facts).Deserialize(WritingJson.Readable.TipsAnswer)!;
    }

    private static IEnumerable<string> Texts(TipsAnswer tips) => [.. tips.Tips, .. tips.Ways.SelectMany(way => new[] { way.Title, way.Text })];
}
