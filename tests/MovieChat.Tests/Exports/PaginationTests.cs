using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Exports;

public class PaginationTests
{
    /// <summary>Films of ordinary words, with texts of up to a page and a half.</summary>
    private static readonly Gen<Screenplay> Plain =
        from scenes in (
            from blocks in Blocks().ArrayOf(6)
            from count in Gen.Choose(1, 6)
            select blocks.Take(count).SelectMany(block => block).ToArray()).ArrayOf(5)
        select Of(scenes.Select((elements, at) => (Scene(at + 1, "INT", $"Room {at}"), elements)));

    private static readonly string[] Inserted = ["(MORE)", "(CONT'D)"];

    [Fact]
    public void Page_Full_HasFiftyFiveLinesAndNoBlankOneAtItsHead()
    {
        var pages = Pages(OfElements(Enumerable.Range(1, 60).Select(number => Action($"Action {number}."))));
        Assert.Equal([55, 55, 9], pages.Select(page => page.Lines.Count));
        Assert.All(pages, page => Assert.NotEqual("", page.Lines[0].Text));
        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
    }

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(53, 2)]
    public void Heading_NearThePagesFoot_StandsWithWhatFollows(int lines, int page)
    {
        var film = Of((Scene(1, "INT", "Hall"), [Action(Tall(lines - 2))]), (Scene(2, "EXT", "Yard"), [Cue("MARA"), Line("One line.")]));
        var pages = Pages(film);
        Assert.Equal(page, pages.First(one => one.Lines.Any(line => line.Text.StartsWith("EXT.", StringComparison.Ordinal))).Number);
        Assert.All(pages, one => Assert.DoesNotMatch("^(EXT|MARA)", one.Lines[^1].Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(51)]
    public void Heading_BeforeParagraphsThatFillMoreThanAPage_IsNeitherAloneNorLast(int before)
    {
        var paragraphs = string.Join("\n\n", Enumerable.Range(1, 60).Select(number => $"Paragraph {number}."));
        var pages = Pages(Of((Scene(1, "INT", "Hall"), before == 0 ? [] : [Action(Tall(before))]), (Scene(2, "EXT", "Yard"), [Action(paragraphs)])));

        Assert.All(pages, page => Assert.False(page.Lines[^1].Text.StartsWith("EXT.", StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 55));
        Assert.Equal(60, pages.Sum(page => page.Lines.Count(line => line.Text.StartsWith("Paragraph ", StringComparison.Ordinal))));
        Assert.All(pages, page => Assert.NotEqual("", page.Lines[0].Text));
    }

    [Fact]
    public void Headings_ThatFollowOneAnother_StandTogetherAsFarAsAPageHoldsThem()
    {
        var pages = Pages(Of(Enumerable.Range(1, 100).Select(number => (Scene(number, "INT", $"Room {number}"), Array.Empty<Element>()))));
        Assert.Equal(100, pages.Sum(page => page.Lines.Count(line => line.Text.Length > 0)));
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 55));
    }

    /// <summary>Forty-six lines and a blank one before it leave eight for the speech.</summary>
    [Theory]
    [InlineData(3, new[] { "MARA", "w1", "w2", "w3" }, new string[0])]
    [InlineData(7, new[] { "MARA", "w1", "w2", "w3", "w4", "w5", "w6", "w7" }, new string[0])]
    [InlineData(8, new[] { "MARA", "w1", "w2", "w3", "w4", "w5", "w6", "(MORE)" }, new[] { "MARA (CONT'D)", "w7", "w8" })]
    [InlineData(9, new[] { "MARA", "w1", "w2", "w3", "w4", "w5", "w6", "(MORE)" }, new[] { "MARA (CONT'D)", "w7", "w8", "w9" })]
    public void Speech_AtThePagesFoot_IsPartedAndSaysSo(int lines, string[] first, string[] second)
    {
        var pages = Pages(OfElements(Action(Tall(44)), Cue("MARA"), Line(Words(lines))));
        Assert.Equal(first, pages[0].Lines.Skip(47).Select(line => line.Text));
        Assert.Equal(second, pages.Skip(1).SelectMany(page => page.Lines).Select(line => line.Text));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Speech_TooShortToBeParted_MovesWhole(int lines)
    {
        var pages = Pages(OfElements(Action(Tall(50)), Cue("MARA"), Line(Words(lines))));
        Assert.Equal(52, pages[0].Lines.Count);
        Assert.Equal(["MARA", .. Words(lines).Split('\n')], pages[1].Lines.Select(line => line.Text));
    }

    [Fact]
    public void Parenthetical_IsNeverTheLastOfAPage()
    {
        for (var before = 40; before < 54; before++)
        {
            var pages = Pages(OfElements(Action(Tall(before)), Cue("MARA"), Line("One."), Parenthetical("quietly"), Line(Words(2)), Parenthetical("aloud"), Line("Two.")));
            Assert.All(pages, page => Assert.DoesNotMatch(@"^\((quietly|aloud)\)$", page.Lines.Last(line => line.Text != "(MORE)").Text));
            Assert.All(pages, page => Assert.NotEqual("MARA", page.Lines[^1].Text));
        }
    }

    [Fact]
    public void Cue_WithExtension_KeepsItWhereTheSpeechGoesOn()
    {
        var pages = Pages(OfElements(Cue("MARA (V.O.)"), Line(Words(150)), Cue("IDA (cont'd)"), Line(Words(40))));
        Assert.Equal(["INT. KITCHEN - DAY", "MARA (V.O.) (CONT'D)", "MARA (V.O.) (CONT'D)", "IDA (cont'd)"], pages.Select(page => page.Lines[0].Text));
    }

    [Fact]
    public void Action_AtThePagesFoot_LeavesNoLineAlone()
    {
        for (var before = 45; before < 54; before++)
        {
            var pages = Pages(OfElements(Action(Tall(before)), Action(Words(4))));
            var split = pages.Select(page => page.Lines.Count(line => line.Text.StartsWith('w'))).ToArray();
            Assert.Equal(4, split.Sum());
            Assert.All(split, lines => Assert.NotEqual(1, lines));
            Assert.All(split, lines => Assert.NotEqual(3, lines));
        }
    }

    [Fact]
    public void Elements_StandAtTheirColumns()
    {
        var lines = Pages(OfElements(Action("Action."), Cue("MARA"), Parenthetical("to herself, and then to nobody at all"), Line("Line."), Transition("CUT TO:")))[0].Lines;
        Assert.Equal(
            [("INT. KITCHEN - DAY", 0), ("Action.", 0), ("MARA", 22), ("(to herself, and then to", 15), ("nobody at all)", 16), ("Line.", 10), ("CUT TO:", 60)],
            lines.Where(line => line.Text.Length > 0).Select(line => (line.Text, line.Column)));
        Assert.True(lines[^1].IsFlushRight);
        Assert.Equal("1", lines[0].Scene);
    }

    [Property(MaxTest = 300)]
    public Property AnyFilm_OnItsPages_LosesNothingAndKeepsTheRules() => Prop.ForAll(Plain.ToArbitrary(), film =>
    {
        var blocks = ScriptBlocks.Of(film);
        var pages = Pagination.Of(blocks);
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 55));
        var more = pages.Count(page => page.Lines[^1].Text == Inserted[0]);
        Assert.Equal(more, pages.Count(page => page.Lines[0].Text.EndsWith(Inserted[1], StringComparison.Ordinal)));
        Assert.Equal(
            blocks.SelectMany(block => block.Lines).Select(line => line.Text).Where(text => text.Length > 0),
            pages.SelectMany(page => page.Lines.Where((line, at) => !(at == 0 && line.Text.EndsWith(Inserted[1], StringComparison.Ordinal))))
                .Select(line => line.Text).Where(text => text.Length > 0 && text != Inserted[0]));
        Assert.All(pages.SkipLast(1), page => Assert.Null(page.Lines[^1].Scene));
        Assert.All(pages, page => Assert.NotEqual(22, page.Lines[^1].Text == Inserted[0] ? 0 : page.Lines[^1].Column));
    });

    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 500)]
    public void DisorderlyFilm_OnItsPages_LosesNothing(Disorderly sample)
    {
        var blocks = ScriptBlocks.Of(sample.Film);
        var pages = Pagination.Of(blocks);
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 55));
        Assert.True(pages.Sum(page => page.Lines.Count(line => line.Text.Length > 0)) >= blocks.Sum(block => block.Lines.Count(line => line.Text.Length > 0)));
    }

    private static Gen<Element[]> Blocks()
    {
        var text = from words in Gen.OneOf(Gen.Choose(1, 40), Gen.Choose(1, 40), Gen.Choose(1, 500))
                   from seed in Gen.Choose(2, 9)
                   select string.Join(' ', Enumerable.Range(0, words).Select(at => new string('x', 1 + (at * seed % 11))));
        return Gen.OneOf(
            text.Select(words => new[] { Action(words) }),
            Gen.Constant(new[] { Transition("CUT TO:") }),
            from one in text
            from two in text
            from aside in Gen.Elements("", "quietly", "to herself, and then to nobody at all")
            select aside == "" ? new[] { Cue("MARA"), Line(one) } : [Cue("MARA"), Line(one), Parenthetical(aside), Line(two)]);
    }

    private static IReadOnlyList<ScriptPage> Pages(Screenplay film) => Pagination.Of(ScriptBlocks.Of(film));

    private static string Tall(int lines) => string.Join('\n', Enumerable.Range(1, lines).Select(number => $"Line {number}."));

    private static string Words(int lines) => string.Join('\n', Enumerable.Range(1, lines).Select(number => $"w{number}"));
}
