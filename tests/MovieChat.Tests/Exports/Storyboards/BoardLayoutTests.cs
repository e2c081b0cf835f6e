using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Exports.Storyboards.Printing;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

/// <summary>Where words stand, whatever they are: in their room, none upon another.</summary>
public class BoardLayoutTests
{
    private static readonly string[] Texts =
    [
        "", "x", "She waits.", new('x', 10_000), string.Concat(Enumerable.Repeat("many words ", 1_000)), string.Concat(Enumerable.Repeat("字", 10_000)),
        string.Concat(Enumerable.Repeat("שלום ", 2_000)), string.Concat(Enumerable.Repeat("مرحبا", 2_000)), string.Concat(Enumerable.Repeat("🔥👩‍👩‍👧", 1_000)),
        string.Concat(Enumerable.Repeat("a\u0301\u0302", 3_000)), string.Concat(Enumerable.Repeat("JON: Go.\n", 500)), new('\u0301', 10_000), "\0\ud800\u202e\uE000", "WWWW. …",
    ];

    public static TheoryData<int, double> Layouts
    {
        get
        {
            var data = new TheoryData<int, double>();
            foreach (var panels in StoryboardPdfOptions.PanelCounts)
                foreach (var ratio in AspectRatios.All)
                    data.Add(panels, AspectRatios.Of(ratio));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Words_OfAnyPanel_StandInTheirRoom(int panels, double ratio)
    {
        var layout = BoardLayout.Of(panels, ratio);
        foreach (var action in Texts)
            foreach (var line in Texts)
            {
                var shot = Shot(1, action, line, 600, "mara", action) with { Size = action, Lens = 120, N = 1_000 };
                var words = PanelWords.Of(Storyboard.Of(Of(shot)).Panels.Single(), layout);
                Assert.All(words.Marks, mark =>
                {
                    Assert.InRange(mark.X, layout.Words.Left, layout.Words.Right);
                    Assert.InRange(mark.X + mark.Lettering.Width(mark.Text), layout.Words.Left, layout.Words.Right + 0.01);
                    Assert.InRange(mark.Y, layout.Words.Top + 5, layout.Words.Bottom);
                });
                var lines = words.Marks.Select(mark => mark.Y).Distinct().Order().ToList();
                Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 8));
            }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Bands_OfAnyBoard_StandOnTheirPages(int panels, double ratio)
    {
        var layout = BoardLayout.Of(panels, ratio);
        var random = new Random(1);
        for (var sample = 0; sample < 200; sample++)
        {
            var scenes = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Enumerable.Range(1, random.Next(0, 9)).Select(number => Shot(number, "x")).ToArray()).ToList();
            var board = Storyboard.Of(Of(scenes));
            var pages = BoardPages.Of(board, layout);
            Assert.All(pages, page => Assert.InRange(page.Bands.Sum(band => band.Height), 1, BoardLayout.Bottom - BoardLayout.Top));
            Assert.All(pages, page => Assert.IsType<BoardBand.Heading>(page.Bands[0]));
            Assert.All(pages, page => Assert.IsNotType<BoardBand.Heading>(page.Bands[^1]));
            Assert.All(pages, page => Assert.InRange(page.Bands.OfType<BoardBand.Row>().Sum(row => row.Panels.Count), 0, panels));
            Assert.Equal(board.Panels.Select(panel => panel.Id), pages.SelectMany(page => page.Bands).OfType<BoardBand.Row>().SelectMany(row => row.Panels).Select(panel => panel.Id));
            Assert.Equal(scenes.Count, pages.SelectMany(page => page.Bands).OfType<BoardBand.Heading>().Count(heading => !heading.IsContinued));
        }
    }

    [Theory]
    [InlineData("one two three four", "one two…")]
    [InlineData("one two. three four", "one two…")]
    [InlineData("onetwothreefourfive", "onetwoth…")]
    [InlineData("one two", "one two")]
    [InlineData("", "")]
    public void Text_LongerThanItsRoom_EndsInAnEllipsis(string text, string fitted) =>
        Assert.Equal(fitted, FittedText.Line(text, 90, new Lettering(TypeFace.Courier, 16, BoardInk.Black)));

    [Theory]
    [InlineData("x")]
    [InlineData("The Long Night")]
    [InlineData("字")]
    [InlineData("שלום ")]
    public void Cover_OfATitleOfAnyLength_StaysOnItsPage(string piece)
    {
        foreach (var times in new[] { 1, 5, 40, 10_000 })
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            var film = Of(Shot(1, "x")).WithFrames("s1.1") with { Title = text };
            var cover = BoardCover.Of(film, Storyboard.Of(film), new() { Authors = [text, text], Source = text, Contact = text, DraftDate = new DateOnly(2026, 1, 1) });
            Assert.All(cover.Marks, mark => Assert.InRange(mark.X + mark.Lettering.Width(mark.Text), 0, BoardLayout.Right));
            Assert.All(cover.Marks, mark => Assert.InRange(mark.Y, cover.Frame!.Place.Bottom, BoardLayout.Height - 25));
        }
    }
}
