using MovieChat.Core.Exports;

namespace MovieChat.Tests.Exports;

public class FountainReaderTests
{
    private static IEnumerable<string> Read(string text) =>
        FountainReader.Read(text).Elements.Select(element => $"{element.Kind}: {element.Text}");

    [Fact]
    public void Read_OneOfEach_KnowsThemAll() => Assert.Equal(
        [
            "Section: Act one", "Synopsis: It begins.", "SceneHeading: INT. KITCHEN - NIGHT", "Action: Mara strikes a match.\n    It dies.",
            "Character: MARA (V.O.)", "Parenthetical: (softly)", "Dialogue: It was never mine.\n\nNever.", "Lyrics: Never mine",
            "Character: McAvoy", "Dialogue: Whose?", "Transition: CUT TO:", "Transition: Fade out.", "Centered: THE END", "PageBreak: ",
            "SceneHeading: MONTAGE", "Action: ...BANG", "Action: SILENCE", "Note: Too loud?",
        ],
        Read($$"""
            # Act one
            = It begins.
            INT. KITCHEN - NIGHT #12A#

            Mara strikes a match.
            	It dies.

            MARA (V.O.)
            (softly)
            It was never mine.
            {{"  "}}
            Never.
            ~Never mine

            @McAvoy ^
            Whose?

            CUT TO:

            > Fade out.

            > THE END <
            ===
            .MONTAGE

            ...BANG

            !SILENCE

            [[Too loud?]]
            """));

    [Fact]
    public void Read_Details_AreKept()
    {
        var elements = FountainReader.Read("INT. A #12-A.1#\n\n### Deep\n\nMARA (V.O.) (CONT'D) ^\nYes.").Elements;
        Assert.Equal("12-A.1", elements[0].SceneNumber);
        Assert.Equal(3, elements[1].Depth);
        Assert.Equal(("MARA", "(V.O.) (CONT'D)", true), (elements[2].Name, elements[2].Extension, elements[2].IsDual));
    }

    [Theory]
    [InlineData("\uFEFFTitle: A\r\nAuthor:\r\n\tAna\r\n\tBo\r\nFormat: Short\r\n\r\nHello.")]
    [InlineData("\n\nTitle: A\rAuthor:\r   Ana\r   Bo\rFormat:   Short  \r\rHello.")]
    public void Read_TitlePage_HasItsFields(string text)
    {
        var script = FountainReader.Read(text);
        Assert.Equal([new("Title", "A"), new("Author", "Ana\nBo"), new("Format", "Short")], script.TitlePage);
        Assert.Equal("Ana\nBo", script.TitleValue("author"));
        Assert.Equal("Hello.", Assert.Single(script.Elements).Text);
    }

    [Theory]
    [InlineData("FADE IN:\n\nDark.", "Action: FADE IN:", "Action: Dark.")]
    [InlineData("INT. HOUSE\nText.", "Action: INT. HOUSE\nText.")]
    [InlineData("INTO THE WILD\n\nEXTRA", "Action: INTO THE WILD", "Action: EXTRA")]
    [InlineData("int. house\n\next house", "SceneHeading: int. house", "SceneHeading: ext house")]
    [InlineData("**INT. HOUSE**\n\n***MARA***\nYes.", "SceneHeading: INT. HOUSE", "Character: MARA", "Dialogue: Yes.")]
    [InlineData("MARA\n\nNot said.", "Action: MARA", "Action: Not said.")]
    [InlineData("23\nNot said.", "Action: 23\nNot said.")]
    [InlineData("    MARA\n        Said.", "Character: MARA", "Dialogue: Said.")]
    [InlineData("MARA\n.45, (not) a\n# heading\nTO:", "Character: MARA", "Dialogue: .45, (not) a\n# heading\nTO:")]
    [InlineData("GO TO:\nMore.", "Character: GO TO:", "Dialogue: More.")]
    [InlineData("a\n@B\n\nC", "Action: a", "Character: B", "Action: C")]
    [InlineData("! \n\n>\n\n@\n\n#\n\n=", "Action: >", "Action: @", "Action: #", "Action: =")]
    public void Read_BlankLinesAndMarks_DecideTheKind(string text, params string[] expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("A /* x\n\ny */ B", "Action: A  B")]
    [InlineData("A\n\n/* x */\n\nB /* never closed", "Action: A", "Action: B /* never closed")]
    [InlineData("A [[one\ntwo]] B", "Action: A  B", "Note: one\ntwo")]
    [InlineData("[[one\n  \ntwo]]\n\nB", "Note: one\n\ntwo", "Action: B")]
    [InlineData("A [[one\n\ntwo]]", "Action: A [[one", "Action: two]]")]
    [InlineData("MARA\n[[tone?]]\nYes.", "Character: MARA", "Note: tone?", "Dialogue: Yes.")]
    [InlineData("INT. HOUSE\n[[where?]]\n\nA", "SceneHeading: INT. HOUSE", "Note: where?", "Action: A")]
    [InlineData("Title: X [[sure?]]\n\nA", "Note: sure?", "Action: A")]
    public void Read_BoneyardsAndNotes_AreTakenOut(string text, params string[] expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("*i* **b** ***bi*** _u_ _*iu*_", "i b bi u iu")]
    [InlineData("dialed *69 and then *23", "dialed *69 and then *23")]
    [InlineData("a * b * c, snake_case_name, ****", "a * b * c, snake_case_name, ****")]
    [InlineData("*not\nacross*", "*not\nacross*")]
    [InlineData(@"\*not\* C:\dir \\", @"*not* C:\dir \")]
    public void Text_OfEmphasis_HasNoMarks(string text, string expected) => Assert.Equal($"Action: {expected}", Assert.Single(Read(text)));

    [Theory]
    [InlineData("[[")]
    [InlineData("/*")]
    [InlineData("[[\n")]
    [InlineData("[[x]]")]
    [InlineData("[[x]]\n")]
    [InlineData("*a _b ")]
    [InlineData("\\")]
    [InlineData("A\n\n[[n]]\n")]
    [InlineData(".#")]
    [InlineData("A (")]
    [InlineData("\n \n  \n")]
    [InlineData("INT. A #1#\n\n@B ^\n(c)\nd\n  \n~e\n\n")]
    public void Read_TwoMillionCharactersOfAnything_ComesToAnEnd(string piece)
    {
        // A second or so; what is quadratic in two million takes hours.
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        foreach (var element in FountainReader.Read(text).Elements) Assert.NotNull(element.Text);
    }
}
