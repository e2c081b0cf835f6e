using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>The colours of a film's look: <c>Palette: slate grey, amber, bone.</c></summary>
internal static class LookColours
{
    private static readonly Dictionary<string, int> More = new()
    {
        ["amber"] = 0xC98A3A,
        ["rose"] = 0xC08088,
        ["sepia"] = 0x7A5C42,
        ["sand"] = 0xD2B98A,
        ["ivory"] = 0xEAE2CC,
        ["steel"] = 0x6F7C88,
        ["ash"] = 0xA9A7A2,
        ["moss"] = 0x66713F,
        ["sea"] = 0x4E7D86,
        ["sky"] = 0x8FB4CB,
        ["ink"] = 0x272C3C,
        ["blood"] = 0x7F2025,
        ["honey"] = 0xD39F4A,
        ["copper"] = 0xA9623B,
        ["smoke"] = 0x87868A,
        ["lead"] = 0x63686C,
        ["chalk"] = 0xE6E2D8,
        ["plum"] = 0x5C3550,
        ["peach"] = 0xE2B08C,
        ["mint"] = 0x9DC2A6,
        ["lavender"] = 0xA69ABC,
        ["cobalt"] = 0x2E4C86,
        ["petrol"] = 0x23505A,
        ["coral"] = 0xD27560,
        ["terracotta"] = 0xB5674A,
        ["cyan"] = 0x57A3B0,
        ["magenta"] = 0xA63C78,
        ["straw"] = 0xCDB173,
        ["stone"] = 0xA39C90,
        ["umber"] = 0x5B4636,
        ["sienna"] = 0x9A5B3A,
        ["neon"] = 0xD85A8C,
        ["snow"] = 0xEDEFF0,
        ["fog"] = 0xC0C6C8,
    };

    /// <summary>At most six; the colours that the palette names, or else those of the whole look.</summary>
    public static IReadOnlyList<SKColor> Of(LabelledLines lines)
    {
        var look = Words.Plain($"{lines.Text("look")} . {lines.Text("palette")}");
        var from = Words.At(look, "palette");
        var palette = from < 0 ? look : look[from..(look.IndexOf('.', from) is > 0 and var end ? end : look.Length)];
        var named = palette.Split([' ', ',', ':', '-', '.', ';'], StringSplitOptions.RemoveEmptyEntries);
        List<SKColor> colours = [];
        foreach (var word in named)
        {
            if (colours.Count == 6) break;
            if (More.TryGetValue(word, out var rgb)) colours.Add(Ink.Tint.Of(rgb));
            else if (word is not ("light" or "dark" or "bright" or "pale") && TraitWords.All.Colours["cloth"].TryGetValue(word, out var hex)) colours.Add(SKColor.Parse(hex));
        }
        return colours;
    }
}
