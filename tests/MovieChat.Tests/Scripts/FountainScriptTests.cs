using System.Text;
using MovieChat.Core.Scripts;

namespace MovieChat.Tests.Scripts;

public sealed class FountainScriptTests
{
    private static readonly string s_samples = Path.Combine(AppContext.BaseDirectory, "Scripts", "Samples");

    [Fact]
    public void Read_AScriptOfAnotherTool_GivesItsScenes()
    {
        var script = ScriptReader.Read(File.ReadAllBytes(Path.Combine(s_samples, "beat.fountain")), ScriptFormat.Fountain);

        Assert.Equal("THE LAST FERRY", script.Title);
        Assert.Equal([("EXT. HARBOUR - DAWN", "1", 18), ("INT./EXT. WHEELHOUSE / DECK - CONTINUOUS", "1A", 36), ("INT. CAR (MOVING)", null, 60)], script.Scenes.Select(scene => (scene.Heading, scene.Number, scene.Line)));
        Assert.Equal(["Mara waits for a passenger who is late.", "", ""], script.Scenes.Select(scene => scene.Summary));
        Assert.Equal(
            [
                "action: FADE IN:", "action: Fog. MARA LIND (47), a ferry captain in a coat two sizes too big, counts berths.\nShe counts them  again.",
                "character: MARA", "parenthetical: (to the fog)", "dialogue: Twelve.", "parenthetical: (beat)", "dialogue: Eleven.", "character: MARA", "dialogue: Ten.", "action: A HORN. Then silence.",
            ],
            script.Scenes[0].Told());
        Assert.Equal(
            [
                "action: JONAS, 39, a clerk with wet shoes, climbs aboard.", "character: JONÁS (O.S.)", "dialogue: You are Mara?", "character: MARA (CONT'D)", "dialogue: Row, row, row\ngently",
                "action: THE NEXT MORNING", "action: MONTAGE - THE CROSSING", "action: - The rope.\n- The wake.",
            ],
            script.Scenes[1].Told());
        Assert.Equal(["character: McAvoy", "dialogue: You drive.", "action: SMASH.", "transition: FADE OUT."], script.Scenes[2].Told());
        Assert.Equal([("A note is", 23), ("Of dual d", 31), ("'MONTAGE ", 55)], script.Remarks.Select(remark => (remark.Text[..9], remark.Line)));
    }

    [Theory]
    [InlineData("MARA\n(nods)", "character: MARA", "dialogue: (nods)")]
    [InlineData("MARA\nYes.\n(nods)", "character: MARA", "dialogue: Yes.\n(nods)")]
    [InlineData("@MARA\n\nShe goes.", "action: MARA", "action: She goes.")]
    [InlineData("~Row, row", "action: Row, row")]
    [InlineData("MARA\nHi.\n\n~Row, row", "character: MARA", "dialogue: Hi.", "action: Row, row")]
    public void Read_SpeechesThatADialogueCanNotHave_LosesNoWord(string body, params string[] expected) =>
        Assert.Equal(expected, Assert.Single(ScriptOf.Fountain($"INT. A - DAY\n\n{body}\n").Scenes).Told());

    [Theory]
    [InlineData("INT. KITCHEN - NIGHT", "INT", "KITCHEN", "NIGHT")]
    [InlineData("int kitchen – night", "INT", "kitchen", "night")]
    [InlineData("EXT./INT. CAR - STREET - DAY", "INT/EXT", "CAR - STREET", "DAY")]
    [InlineData("INT. CAR (MOVING)", "INT", "CAR (MOVING)", "")]
    [InlineData("I/E PORCH -- LATER", "I/E", "PORCH", "LATER")]
    [InlineData("EST. THE ISLAND.", "EST", "THE ISLAND", "")]
    public void Heading_AsScriptsWriteThem_IsReadInItsParts(string heading, string setting, string place, string time)
    {
        var read = HeadingText.Read(heading)!;
        Assert.Equal((setting, place, time), (read.Setting, read.Place, read.Time));
    }

    [Theory]
    [InlineData("MONTAGE - THE CROSSING")]
    [InlineData("INTERIOR OF A CAR")]
    [InlineData("EXTRA")]
    public void Heading_WithoutASetting_IsNone(string heading) => Assert.Null(HeadingText.Read(heading));

    [Fact]
    public void Read_WhatIsNoScript_SaysSo()
    {
        Assert.Contains("no scene", ScriptOf.Refused("Hello."u8.ToArray(), ScriptFormat.Fountain).Message, StringComparison.Ordinal);
        Assert.Contains("no scene", ScriptOf.Refused([], ScriptFormat.Fountain).Message, StringComparison.Ordinal);
        Assert.Contains("byte 3", ScriptOf.Refused([65, 66, 0xE4, 67], ScriptFormat.Fountain).Message, StringComparison.Ordinal);
        Assert.Contains("application/xml", ScriptOf.Refused("\uFEFF<?xml version=\"1.0\"?><FinalDraft/>"u8.ToArray(), ScriptFormat.Fountain).Message, StringComparison.Ordinal);
        Assert.Contains("301 scenes", ScriptOf.Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 301).Select(number => $"INT. A{number} - DAY\n\nIt rains.\n\n"))), ScriptFormat.Fountain).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextThatWouldTakeLong_ComesToAnEnd()
    {
        foreach (var piece in (string[])["/*", "[[", "*", "_", "(", "INT. A - DAY\n", "MARA\n", "~", "\\", "= "])
        {
            var text = "INT. A - DAY\n\n" + string.Concat(Enumerable.Repeat(piece, 256 * 1024 / piece.Length));
            var refused = Record.Exception(() => ScriptOf.Fountain(text));
            Assert.True(refused is null or UnreadableScriptException, $"'{piece}': {refused}");
        }
    }
}
