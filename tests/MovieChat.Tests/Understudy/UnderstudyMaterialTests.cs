using System.Text.Json;
using System.Text.RegularExpressions;
using MovieChat.Core.Craft;
using MovieChat.Understudy.Documents;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Tests.Understudy;

/// <summary>What is written in the material, as data.</summary>
public sealed partial class UnderstudyMaterialTests
{
    private static readonly IReadOnlyList<Premise> s_whole = [.. Shelf.Premises.Where(premise => premise.IsWhole)];

    public static TheoryData<string> Whole => [.. s_whole.Select(premise => premise.Id)];

    [Fact]
    public void Material_InAll_IsMoreThanThreeThousandPieces()
    {
        var files = typeof(Shelf).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Material/", StringComparison.Ordinal));

        Assert.True(files.Sum(Pieces) > 3_000);
        Assert.True(Shelf.Genres.Count >= 10);
        Assert.All(Shelf.Genres, genre => Assert.Contains(Shelf.Premises, premise => (premise.Genres ?? []).Contains(genre.Name)));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Premise_OfItsOwn_HoldsTogether(string id)
    {
        var premise = s_whole.Single(each => each.Id == id);
        var slots = premise.People.Select(part => part.Slot).ToHashSet();

        Assert.Equal(BeatSheet.Names.Count, premise.Beats.Count);
        Assert.All(premise.Genres!, name => Assert.Contains(Shelf.Genres, genre => genre.Name == name));
        Assert.All(premise.People, part => Assert.True(part is { Wound.Length: > 0, Lie.Length: > 0, Need.Length: > 0, Voice.Length: > 0 } && part.Ties!.Keys.ToHashSet().SetEquals(slots.Except([part.Slot])), part.Slot));
        foreach (var (place, beat) in premise.Beats.Index())
        {
            Assert.True(premise.Places.ContainsKey(beat.At), $"{place + 1}: {beat.At}");
            Assert.Subset(slots, beat.Present.ToHashSet());
            Assert.All(beat.Talk.Select(Script.SpeakerOf).OfType<string>(), speaker => Assert.Contains(speaker, beat.Present));
            Assert.True(beat.Turn.Length > 0 && beat.Wants!.Count > 0 && beat.Wants.All(want => want.Value.Contains('|')), $"{place + 1}");
        }

        Assert.NotEmpty(premise.Plants!);
        Assert.All(premise.Plants!, plant => Assert.All(plant.Back, back => Assert.True(back > plant.At && back <= premise.Beats.Count)));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Plants_OnThePagesThatPlantThemAndPayThemOff_AreSeen(string id)
    {
        var premise = s_whole.Single(each => each.Id == id);
        foreach (var plant in premise.Plants!)
        {
            var terms = Sentence.Terms(plant.What).ToHashSet();
            Assert.All(plant.Back.Prepend(plant.At), turn => Assert.True(terms.Count == 0 || premise.Beats[turn - 1].Talk.Append(premise.Beats[turn - 1].Action).SelectMany(Sentence.Terms).Any(terms.Contains), $"{turn}: {plant.What}"));
        }
    }

    [Fact]
    public void Premises_BesideEachOther_ShareNoTitleAndNoSentence()
    {
        var titles = Shelf.Premises.SelectMany(premise => premise.Titles).ToList();
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());

        var sentences = s_whole.SelectMany(premise => Told(premise).Select(sentence => (premise.Id, sentence)).Distinct());
        Assert.Empty(sentences.GroupBy(each => each.sentence).Where(group => group.Count() > 1).Select(group => $"{group.Key} ({string.Join(", ", group.Select(each => each.Id))})"));
    }

    private static IEnumerable<string> Told(Premise premise) =>
        premise.Beats.SelectMany(beat => beat.Talk.Select(line => Cue().Replace(line, "")).Concat([beat.Beat, beat.Text, beat.Scene, beat.Turn, beat.Action]))
            .SelectMany(Sentences.Split)
            .Select(sentence => Slot().Replace(sentence, "N").ToLowerInvariant())
            .Where(sentence => Sentences.Words(sentence) > 4);

    private static int Pieces(string file)
    {
        using var stream = typeof(Shelf).Assembly.GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream);
        return Pieces(json.RootElement);
    }

    private static int Pieces(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => 1,
        JsonValueKind.Array => element.EnumerateArray().Sum(Pieces),
        JsonValueKind.Object => element.EnumerateObject().Sum(property => Pieces(property.Value)),
        _ => 0,
    };

    [GeneratedRegex(@"\A(-|\w+( \([^)]*\))?:)\s*")]
    private static partial Regex Cue();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();
}
