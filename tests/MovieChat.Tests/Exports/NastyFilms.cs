using FsCheck;
using FsCheck.Fluent;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

/// <summary>Text of the kind that breaks Fountain.</summary>
public sealed record Nasty(string Text);

/// <summary>A film whose speeches have their cues and no empty texts: every element must come back.</summary>
public sealed record WellFormed(Screenplay Film);

/// <summary>A film whose elements come in any order.</summary>
public sealed record Disorderly(Screenplay Film);

public static class NastyFilms
{
    private static readonly string[] Pieces =
    [
        ".", "..", "...", ">", "<", "@", "~", "#", "##", "=", "===", "!", "^", ":", "-", "/", "(", ")", "[[", "]]", "[", "/*", "*/", "*", "**", "_", "\\", "\\\\",
        " ", "  ", "   ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\0", "\u0007", "\u001b[0m", "\u00a0", "\u3000", "\u200b", "\ufeff", "\ud800", "\udc00",
        "word", "Word", "WORD", "MARA", "O'BRIEN", "(V.O.)", "(cont'd)", "INT.", "EXT ", "I/E. ", "est. ", "INT./EXT. ", "CUT TO:", "TO:", "FADE OUT.", "Title:", "Notes: ",
        "#1#", "#12A#", "7", "é", "É", "ß", "ǅ", "李雷", "مارا", "שלום", "🎬", "👩‍👩‍👧", "𐐨", "𐐀", "\u202e", "e\u0301",
    ];

    private static readonly Gen<string> Text =
        Gen.Choose(0, 9).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat);

    private static readonly Gen<string> Filled = Text.Where(text => Canonical.Line(text).Trim('(', ')', ' ').Length > 0);

    private static readonly Gen<Element[]> Speech =
        from cue in Filled
        from parts in Gen.Elements("", "d", "p", "pd", "dp", "pp", "dpd", "pdp")
        from texts in Filled.ArrayOf(parts.Length)
        select new[] { Films.Cue(cue) }
            .Concat(parts.Zip(texts, (part, text) => part == 'd' ? Films.Line(text) : Films.Parenthetical(text))).ToArray();

    /// <summary>One action, transition or speech, without empty texts.</summary>
    public static Gen<Element[]> Blocks { get; } = Gen.OneOf(
        Filled.Select(text => new[] { Films.Action(text) }), Filled.Select(text => new[] { Films.Transition(text) }), Speech, Speech);

    private static readonly Gen<Element[]> Loose =
        from type in Gen.Elements([.. ElementTypes.All, "shot"])
        from text in Text
        from person in Gen.Elements(null, "a", "b", "c", " ")
        select new[] { new Element { Type = type, Text = text, Character = person } };

    private static readonly Cast People = new() { Characters = [Films.Person("a", "Mara"), Films.Person("b", "李雷 (old)")] };

    public static Arbitrary<Nasty> Texts() => Text.Select(text => new Nasty(text)).ToArbitrary();
    public static Arbitrary<WellFormed> WellFormedFilms() => Film(Blocks).Select(film => new WellFormed(film)).ToArbitrary();
    public static Arbitrary<Disorderly> DisorderlyFilms() => Film(Loose).Select(film => new Disorderly(film)).ToArbitrary();

    private static Gen<Screenplay> Film(Gen<Element[]> blocks) =>
        from title in Text
        from count in Gen.Choose(1, 3)
        from scenes in Scene(blocks).ArrayOf(count)
        select Films.Of(scenes.Select((one, at) => (one.Scene with { Id = $"s{at}", Number = at + 1 }, one.Elements)))
            with
        { Title = title, Cast = People };

    private static Gen<(Scene Scene, Element[] Elements)> Scene(Gen<Element[]> blocks) =>
        from setting in Gen.OneOf(Text, Gen.Elements([.. SceneWords.Settings]))
        from place in Text
        from time in Text
        from summary in Text
        from first in blocks
        from rest in blocks.ListOf()
        select (Films.Scene(1, setting, place, time, summary), first.Concat(rest.SelectMany(block => block)).ToArray());
}
