using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Tests.Understudy.Pictures;

/// <summary>How the understudy's films look.</summary>
public sealed class UnderstudyLookTests
{
    /// <summary>As many sentences as two films' looks may have in common.</summary>
    private const int MostShared = 1;

    private static readonly Lazy<IReadOnlyList<(string Id, Look Look)>> s_looks = new(() => [.. Shelf.Premises.Select(premise => (premise.Id, PictureFilm.LookOf($"look of {premise.Id}", PictureFilm.Begun(premise))))]);

    [Fact]
    public void Look_OfEveryPremise_IsSoundAndItsOwn()
    {
        Assert.All(s_looks.Value, each =>
        {
            Assert.Empty(PictureFilm.Faults("look", each.Look));
            Assert.InRange(each.Look.Palette.Count, 4, 6);
            Assert.InRange(each.Look.References.Count, 2, 5);
            Assert.Contains($"{each.Look.AspectRatio}: ", each.Look.Lenses);
            Assert.DoesNotMatch(@"[{}|]|\.\.|\s\s", string.Join('\n', [.. each.Look.Palette, .. Told(each.Look)]));
            Assert.Subset(Shelf.Premises.First(premise => premise.Id == each.Id).Look!.Palette.ToHashSet(), each.Look.Palette.ToHashSet());
        });
    }

    [Fact]
    public void Looks_OfTwoPremises_ShareHardlyASentence()
    {
        var looks = s_looks.Value.Select(each => (each.Id, Sentences: Told(each.Look).SelectMany(Sentences.Split).ToHashSet())).ToList();
        foreach (var (place, one) in looks.Index()) Assert.All(looks.Skip(place + 1), other => Assert.True(one.Sentences.Count(other.Sentences.Contains) <= MostShared, $"{one.Id}, {other.Id}"));
        Assert.Equal(looks.Count, s_looks.Value.Select(each => string.Join(';', each.Look.Palette.Order())).Distinct().Count());
    }

    [Fact]
    public void Options_OfOneDraft_AreOtherWaysOfLooking()
    {
        var answer = Asked.Answer(Asked.Task("look") with { Count = 4 }, PictureFilm.Begun(Shelf.Premises[0]));
        var looks = Enumerable.Range(0, 4).Select(option => Asked.Option<Look>(answer, option)).ToList();
        Assert.Equal(4, looks.Select(look => look.Lenses).Distinct().Count());
        Assert.Equal(4, looks.Select(look => look.Summary).Distinct().Count());
        Assert.All(looks, look => Assert.Empty(PictureFilm.Faults("look", look)));
    }

    [Fact]
    public void Look_AskedTwice_IsTheSameAndAnotherDraftIsNot()
    {
        var facts = PictureFilm.Begun(Shelf.Premises[3]);
        Assert.Equal(Asked.Answer(Asked.Task("look"), facts).ToJsonString(), Asked.Answer(Asked.Task("look"), facts).ToJsonString());
        Assert.NotEqual(Asked.Answer(Asked.Task("look"), facts).ToJsonString(), Asked.Answer(Asked.Task("look", draft: 2), facts).ToJsonString());
    }

    [Fact]
    public void Look_OfTheWritersOwnStory_IsMadeOfWhatItNames()
    {
        var facts = new Brought("Ruta keeps bees in a meadow above the sea.", "A stranger buys the meadow.", "She moves the hives by boat.", "His son is stung.", "She stays by the sea.").Value;
        var look = PictureFilm.LookOf("bees", facts);
        Assert.Empty(PictureFilm.Faults("look", look));
        var things = Shelf.Looks.Things.Where(thing => thing.Words.Contains("bees") || thing.Words.Contains("sea") || thing.Words.Contains("boat")).SelectMany(thing => thing.Colours).ToHashSet();
        Assert.True(look.Palette.Count(things.Contains) >= 2, string.Join("; ", look.Palette));
        Assert.NotEqual(look.Palette, PictureFilm.LookOf("dunes", new Brought("Omar digs a well in the desert.", "The dunes move.", "He digs on.", "They find water.", "The desert comes back.").Value).Palette);
    }

    [Theory]
    [InlineData("Auf einer Insel hütet Jonas Schafe.", "German")]
    [InlineData("李雷在城里修钟。", "Chinese")]
    public void Look_InAnotherLanguage_IsWrittenAndRemarked(string line, string language)
    {
        var facts = new Brought(line, line, line, line, line).Value;
        var answer = Asked.Answer(Asked.Task("look"), facts with { Brief = facts.Brief! with { Language = language } });
        Assert.Empty(PictureFilm.Faults("look", Asked.Option<Look>(answer)));
        Assert.Contains(language, answer["remarks"]!.ToString());
    }

    [Fact]
    public void Brief_ThatAsksForBlackAndWhite_GetsIt()
    {
        var facts = PictureFilm.Begun(Shelf.Premises[5]);
        var look = PictureFilm.LookOf("grey", facts with { Brief = facts.Brief! with { Notes = "In black and white, 4:3, please." } });
        Assert.Equal("4:3", look.AspectRatio);
        Assert.All(look.Palette, colour => Assert.Matches(", as ", colour));
    }

    [Fact]
    public void AvoidedThings_InALook_DoNotAppear()
    {
        var facts = PictureFilm.Begun(Shelf.Premises.First(premise => premise.Id == "scarf"));
        var look = PictureFilm.LookOf("avoid", facts with { Brief = facts.Brief! with { Avoid = ["death", "convicts"] } });
        Assert.DoesNotMatch(@"(?i)\b(convicts?|death|dead|dies)\b", string.Join('\n', [.. look.Palette, .. look.References, .. Told(look)]));
        Assert.Empty(PictureFilm.Faults("look", look));
    }

    private static IEnumerable<string> Told(Look look) => [look.Light, look.Lenses, look.Texture, look.Summary];

    /// <summary>A story by somebody else, in five lines.</summary>
    private sealed record Brought(params string[] Lines)
    {
        public Core.Writing.FilmFacts Value => new() { Title = "Brought", Brief = new() { Genres = ["drama"] }, Idea = new() { Title = "Brought", Logline = Lines[0], Why = "." }, Synopsis = new() { Lines = Lines } };
    }
}
