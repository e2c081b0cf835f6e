using MovieChat.Core.Film;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Tests.Understudy;

/// <summary>What the words of a brief do to the film.</summary>
public sealed class UnderstudyBriefTests
{
    private const string Message = "You can leave a place only after you have forgiven it.";

    private static readonly Brief Island = new()
    {
        Genres = ["drama", "mystery"],
        Message = Message,
        LengthMinutes = 110,
        Notes = "An island, one week before the ferry line is closed for good.",
    };

    public static TheoryData<string> Premises => [.. Shelf.Premises.Select(premise => premise.Id)];

    [Fact]
    public void Idea_OfABriefWithASituation_IsAboutIt()
    {
        var idea = Ideas(1)[0];
        Assert.Equal("The Last Ferry", idea.Title);
        Assert.Contains("before the ferry line is closed for good", idea.Logline);
        Assert.Contains(Message, idea.Why);
    }

    [Fact]
    public void Ideas_OfOneProject_ComeFromDifferentPremises() =>
        Assert.Equal(5, Ideas(5).Select(idea => idea.Logline[..20]).Distinct().Count());

    [Fact]
    public void Message_OfTheBrief_IsInThePlotsEndOnceAndInNobodysMouth()
    {
        var film = WholeFilm.Write("message", Island);
        Assert.Equal(2, film.Facts.Plot!.End.Split(Message).Length);
        Assert.DoesNotContain(film.Dialogues.SelectMany(dialogue => dialogue.Elements), element => element.Text.Contains(Message));
    }

    [Fact]
    public void Genres_WithPremises_HaveThreeEachForEightAtLeast()
    {
        var counts = Shelf.Premises.SelectMany(Shelf.GenresOf).CountBy(genre => genre.Name);
        Assert.True(counts.Count(pair => pair.Value >= 3) >= 8, string.Join(", ", counts));
    }

    [Theory]
    [MemberData(nameof(Premises))]
    public void Premise_AskedForByItsGenreAndWords_IsToldSoundly(string id)
    {
        var premise = Shelf.Premises.Single(one => one.Id == id);
        var brief = new Brief { Genres = [premise.Genres![0]], Notes = string.Join(' ', premise.Words!), LengthMinutes = 112 };
        var film = WholeFilm.Write(id, brief);
        Assert.Equal(id, PremiseMatch.Find(film.Facts)!.Id);
        Assert.Equal(BeatSheet.Names.Count, film.Scenes.Count);
        Soundness.Check(film);
        // Every scene is played in the premise's own words.
        foreach (var (beat, dialogue) in premise.Beats.Zip(film.Dialogues))
        {
            var last = beat.Talk.Last(line => !line.StartsWith('-')).Split(": ", 2)[1].Split('{')[0].TrimEnd();
            Assert.Contains(dialogue.Elements, element => element.Text.Contains(last, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<Idea> Ideas(int count)
    {
        var answer = Asked.Answer(Asked.Task("ideas") with { Count = count }, new() { Title = "The Last Ferry", Brief = Island });
        return [.. Enumerable.Range(0, count).Select(index => Asked.Option<Idea>(answer, index))];
    }
}
