using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Exports;

/// <summary>An independent parser must find in our files what our own reader finds.</summary>
/// <remarks>Left out, because fountain-js 1.2 deviates from fountain.io/syntax: a forced cue without words below it; a cue that holds <c>^</c> or a bracket
/// without its pair (its rule <c>dialogue</c> takes neither); a marked action line that is indented (<c>action</c> leaves <c>!</c> before a space);
/// an action line that ends in <c>TO:</c> (<c>transition</c> takes it in any case, even after <c>!</c>); a forced transition that ends in an escaped <c>&lt;</c> (<c>centered</c> knows no escapes).</remarks>
public class FountainJsTests
{
    /// <summary>The deviations named above, in a file of one scene below its heading.</summary>
    private static readonly Regex Deviation = new(
        @"\A\n@[^\n]*\n\z|\A\n[^\n]*[()^][^\n]*\n[^\n]|^! |TO:\n\z|\\<\n\z", RegexOptions.Multiline);

    private static readonly string[] Frame = ["spaces", "dialogue_begin", "dialogue_end"];

    private static Screenplay Realistic => Of(
        (Scene(1, "INT", "Lighthouse", "Night", "Mara finds the log."),
        [
            Action("Rain on the glass. MARA (40s) turns a page.\nAnother."), Cue("MARA", "mara"), Parenthetical("reading", "mara"),
            Line("\"Fog at four. Nobody came.\"", "mara"), Action("BANG.\n\nThe door."), Cue("BO (O.S.)", "bo"), Line("You there?\n\nMara?", "bo"),
            Transition("CUT TO:"),
        ]),
        (Scene(2, "EXT", "Cliff path", "Continuous", "They run."), []),
        (Scene(3, "INT/EXT", "Boat", "Dawn"), [Cue("Bo's mother"), Parenthetical("(in Danish)"), Line("Nå."), Parenthetical("a beat"), Line("Så."), Transition("FADE OUT.")]))
        with
    { Title = "Fog at Four", Cast = new Cast { Characters = [Person("mara", "Mara"), Person("bo", "Bo")] } };

    private static Screenplay Nasty => Of(
        (Scene(1, "Dream", "Room #5", "", "= *a* synopsis"),
        [
            Action(".45 on the table."), Action("> west <"), Action("# one\n= two\n~ three\n@ four"), Action("LOUD\nquiet"), Action("FADE OUT."),
            Action("INT. is not a heading"), Action("*stars* _lines_ **more** \\* [x] /* y */"), Action("===\n\n!wow"), Action("李雷走进来。\n他坐下。"),
            Cue("李雷"), Line("你好。"), Cue("@mara"), Line(".45?\n!Hola!\n> so\n~la\n@you\n#1\n=2"), Cue("EXT. VOICE (V.O.)"), Line("Well.\n(No.)\n\n...Yes."),
            Cue("🎬 مارا"), Parenthetical("*softly* (or _not_)"), Line("C:\\dir\\*"), Transition("smash to black"), Transition("> MATCH"),
        ]),
        (Scene(2, "INT", "A *star* [B]", "LATER #2#"), [Line("Who?", "mara"), Line("Me.", "bo")]))
        with
    { Title = "C:\\*Nasty*: _a_ title" };

    [Fact]
    public async Task FountainJs_RealisticAndNastyFilms_ReadsWhatOurReaderReads()
    {
        var options = new FountainOptions
        {
            Cover = new()
            {
                Authors = ["Ana *Díaz*", "Bo Lind"],
                DraftDate = new DateOnly(2026, 11, 22),
                Source = "A_b",
                Contact = "12 Long Street\nBerlin",
            },
            Synopses = true,
        };
        Screenplay[] films = [Realistic, Nasty, Realistic with { Title = "" }];
        var files = films.SelectMany(film => new[] { Fountain.Write(film, new FountainOptions()), Fountain.Write(film, options) }).ToArray();
        var readings = await FountainJs.ReadAsync(files, TestContext.Current.CancellationToken);

        Assert.Equal(files.Length, readings.Count);
        Assert.All(files.Zip(readings), pair => Assert.Equal(Ours(pair.First), Theirs(pair.Second)));
        // Text is literal: nothing of it may be shown as emphasis or hidden as a note.
        Assert.All(readings, reading => Assert.DoesNotMatch("<span|<!--", reading.Html));
        Assert.Contains("<p>*stars* _lines_ **more** \\* [x] /* y */</p>", readings[2].Html, StringComparison.Ordinal);
    }

    /// <summary>One action, transition or speech a file. The seed is fixed: what others read must not make a build fail by chance.</summary>
    [Fact]
    public async Task FountainJs_GeneratedElements_ReadsWhatOurReaderReads()
    {
        const string heading = "INT. KITCHEN - DAY #1#\n";
        var files = NastyFilms.Blocks.Sample(4000, new Rnd(2026, 11), 8)
            .Select(block => Fountain.Write(OfElements(block), new FountainOptions()))
            .Where(file => !Deviation.IsMatch(file[heading.Length..])).ToArray();
        var readings = await FountainJs.ReadAsync(files, TestContext.Current.CancellationToken);

        Assert.InRange(files.Length, 1000, 4000);
        Assert.All(files.Zip(readings), pair => Assert.Equal(Ours(pair.First), Theirs(pair.Second)));
    }

    private static IEnumerable<string> Ours(string file)
    {
        var script = FountainReader.Read(file);
        return script.TitlePage.Select(field => $"{field.Key.ToLowerInvariant().Replace(' ', '_')}: {field.Value}")
            .Concat(script.Elements.Select(element => $"{TypeOf(element.Kind)}{element.SceneNumber}: {element.Text}"));
    }

    private static string TypeOf(FountainKind kind) => kind == FountainKind.SceneHeading ? "scene_heading" : kind.ToString().ToLowerInvariant();

    private static IEnumerable<string> Theirs(FountainJs.Reading reading) =>
        from token in reading.Tokens
        where !Frame.Contains(token.Type)
        select $"{token.Type}{token.SceneNumber}: {Unescaped(token.Text ?? "")}";

    // Its tokens hold the text as written: with escapes, and with the two spaces of a kept empty line.
    private static string Unescaped(string text) =>
        Regex.Replace(text, @"(?m)\\([!-/:-@\[-`{-~])|^ +$", "$1");
}
