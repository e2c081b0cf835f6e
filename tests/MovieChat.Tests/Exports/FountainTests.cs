using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Exports;

public class FountainTests
{
    private static string Write(Screenplay film) => Fountain.Write(film, new FountainOptions());

    /// <summary>The one scene of <see cref="OfElements"/> below its heading.</summary>
    private static string WriteElements(params Element[] elements)
    {
        var file = Write(OfElements(elements));
        const string heading = "INT. KITCHEN - DAY #1#\n";
        Assert.StartsWith(heading, file, StringComparison.Ordinal);
        return file[heading.Length..];
    }

    [Fact]
    public void Write_WholeFilm_IsFountain()
    {
        var film = Of(
            (Scene(1, "INT", "Kitchen", "Night", "Mara burns the letter."),
            [
                Action("Mara strikes a match."), Cue("MARA (V.O.)"), Parenthetical("softly"), Line("It was never mine."), Transition("CUT TO:"),
            ]),
            (Scene(2, "EXT.", "Harbour", "Dawn", "The boat leaves\nwithout her."), [])) with
        { Title = "The Letter" };
        var options = new FountainOptions
        {
            Cover = new()
            {
                Authors = ["Ana Díaz", "Bo Lind"],
                DraftDate = new DateOnly(2026, 11, 22),
                Source = "A short story",
                Contact = "Ana Díaz\n12 Long Street",
            },
            Synopses = true,
        };

        Assert.Equal("""
            Title: The Letter
            Credit: written by
            Authors:
                Ana Díaz
                Bo Lind
            Source: A short story
            Draft date: 2026-11-22
            Contact:
                Ana Díaz
                12 Long Street

            INT. KITCHEN - NIGHT #1#

            = Mara burns the letter.

            Mara strikes a match.

            MARA (V.O.)
            (softly)
            It was never mine.

            CUT TO:

            EXT. HARBOUR - DAWN #2#

            = The boat leaves without her.

            """.ReplaceLineEndings("\n"), Fountain.Write(film, options));
    }

    [Fact]
    public void Write_NothingYet_IsEmpty() => Assert.Equal("", Write(new Screenplay()));

    [Fact]
    public void Write_NoTitleButAnIdea_TakesTheIdeasTitle()
    {
        var idea = new Idea { Title = "The Letter", Logline = "", Why = "" };
        Assert.Equal("Title: The Letter\n", Write(new Screenplay { Idea = idea }));
    }

    [Fact]
    public void Write_SynopsesNotAskedFor_StandsOnlyWhereDialogueIsMissing()
    {
        var film = Of((Scene(1, "INT", "A", summary: "Said."), [Action("Seen.")]), (Scene(2, "INT", "B", summary: "Not yet."), []));
        Assert.Equal("INT. A - DAY #1#\n\nSeen.\n\nINT. B - DAY #2#\n\n= Not yet.\n", Write(film));
    }

    [Theory]
    [InlineData("INT/EXT", "INT/EXT. CAR - DAY #1#\n")]
    [InlineData("int./ext.", "INT./EXT. CAR - DAY #1#\n")]
    [InlineData("I/E", "I/E. CAR - DAY #1#\n")]
    [InlineData("EXT/INT", ".EXT/INT. CAR - DAY #1#\n")]
    [InlineData("Montage", ".MONTAGE. CAR - DAY #1#\n")]
    [InlineData("", ".CAR - DAY #1#\n")]
    public void Heading_OfASetting_IsForcedUnlessFountainKnowsIt(string setting, string expected) =>
        Assert.Equal(expected, Write(Of((Scene(1, setting, "Car"), []))));

    [Fact]
    public void Heading_OfNothing_IsItsNumber() => Assert.Equal(".7 #7#\n", Write(Of((Scene(7, "", "", ""), []))));

    [Theory]
    [InlineData("BANG!", "BANG!")]
    [InlineData("BANG!\nShe falls.", "!BANG!\nShe falls.")]
    [InlineData("She falls.\nBANG!\nSilence.", "She falls.\nBANG!\nSilence.")]
    [InlineData(".45 in hand.", "!.45 in hand.")]
    [InlineData("Silence.\n# of shots: 3", "Silence.\n!# of shots: 3")]
    [InlineData("Int. monologue runs.", "!Int. monologue runs.")]
    [InlineData("FADE OUT.", "!FADE OUT.")]
    [InlineData("He points: GO TO:", "!He points: GO TO:")]
    [InlineData("One.\n\nTwo.", "One.\n  \nTwo.")]
    [InlineData("He *stars* at a_b [[x]] /* y */ c\\d", @"He \*stars\* at a\_b [\[x]] /\* y \*/ c\\d")]
    public void Action_ThatCouldBeReadAsSomethingElse_IsMarked(string text, string expected) =>
        Assert.Equal($"\n{expected}\n", WriteElements(Action(text)));

    [Theory]
    [InlineData("McAvoy", "@McAvoy")]
    [InlineData("李雷", "@李雷")]
    [InlineData("EXT. VOICE", "@EXT. VOICE")]
    [InlineData("MAN ON HIS WAY OUT.", "@MAN ON HIS WAY OUT.")]
    [InlineData("R2", "R2")]
    [InlineData("MARA (on the phone)", "MARA (on the phone)")]
    [InlineData("MARA ^", @"MARA \^")]
    public void Cue_ThatIsNotPlainCapitals_IsForced(string text, string expected) =>
        Assert.Equal($"\n{expected}\nYes.\n", WriteElements(Cue(text), Line("Yes.")));

    [Fact]
    public void Cue_WithoutWords_IsForced() => Assert.Equal("\n@MARA\n\nShe nods.\n", WriteElements(Cue("MARA"), Action("She nods.")));

    [Theory]
    [InlineData("...and so?", "...and so?")]
    [InlineData(".45?", @"\.45?")]
    [InlineData("!Hola!", @"\!Hola!")]
    [InlineData("Well.\n(No.)\nYes.", "Well.\n\\(No.)\nYes.")]
    [InlineData("Well.\n\nYes.", "Well.\n  \nYes.")]
    public void Dialogue_ThatCouldBeReadAsSomethingElse_IsEscaped(string text, string expected) =>
        Assert.Equal($"\nMARA\n{expected}\n", WriteElements(Cue("MARA"), Line(text)));

    [Theory]
    [InlineData("CUT TO:", "CUT TO:")]
    [InlineData("FADE OUT.", "> FADE OUT.")]
    [InlineData("Cut to:", "> Cut to:")]
    [InlineData("INT. TO:", "> INT. TO:")]
    [InlineData("SMASH <", @"> SMASH \<")]
    public void Transition_ThatDoesNotEndInTo_IsForced(string text, string expected) =>
        Assert.Equal($"\n{expected}\n", WriteElements(Transition(text)));

    [Fact]
    public void Speech_WithoutItsCue_GetsThePersonsName()
    {
        var film = OfElements(Line("Who?", "mara"), Line("Me.", "bo"), Action("A knock."), Parenthetical("low", "bo"), Line("Again.", "bo"))
            with
        { Cast = new Cast { Characters = [Person("mara", "Mara")] } };
        Assert.EndsWith("\n\nMARA\nWho?\n\nBO\nMe.\n\nA knock.\n\nBO\n(low)\nAgain.\n", Write(film), StringComparison.Ordinal);
    }

    [Fact]
    public void Speech_OfNobody_IsAction() => Assert.Equal("\nWho?\n", WriteElements(Line("Who?")));

    [Fact]
    public void Elements_OfAnUnknownTypeOrEmpty_AreActionOrGone() =>
        Assert.Equal("\nClose on the key.\n", WriteElements(
            new Element { Type = "shot", Text = "Close on the key." }, Action(" \n\t"), Parenthetical("( )"), Transition("\u0001")));

    [Fact]
    public void Dialogue_BelowDialogue_IsOneText() =>
        Assert.Equal("\nMARA\nOne.\nTwo.\n", WriteElements(Cue("MARA", "mara"), Line("One.", "mara"), Line("Two.")));

    [Fact]
    public void Write_A120PageFilm_HoldsAllOfIt()
    {
        Element[] page = [Action(new string('a', 600)), .. Enumerable.Repeat(new[] { Cue("MARA"), Parenthetical("low"), Line(new string('b', 120)) }, 6).SelectMany(one => one)];
        var film = Of(Enumerable.Range(1, 120).Select(number => (Scene(number, "INT", "Kitchen"), page)));
        Assert.Equal(120 * (2 + (6 * 3)), FountainReader.Read(Write(film)).Elements.Count);
    }
}
