using System.Globalization;
using System.Text.RegularExpressions;

namespace MovieChat.Core.Exports.Bible;

/// <summary>Reads a colour out of words such as "slate grey" or "deep lamp yellow", as far as English names it.</summary>
internal static partial class ColourWords
{
    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = 0x1B1B1B,
        ["ink"] = 0x1F2430,
        ["coal"] = 0x2A2A2C,
        ["charcoal"] = 0x36393D,
        ["soot"] = 0x2E2C2B,
        ["graphite"] = 0x41464B,
        ["iron"] = 0x52565A,
        ["lead"] = 0x5F6468,
        ["slate"] = 0x5B6770,
        ["steel"] = 0x6F7F8C,
        ["ash"] = 0xA7A8A4,
        ["grey"] = 0x8A8D90,
        ["gray"] = 0x8A8D90,
        ["silver"] = 0xBFC3C7,
        ["fog"] = 0xC9CED0,
        ["concrete"] = 0x9B9A95,
        ["stone"] = 0x9A9488,
        ["white"] = 0xF2F1EC,
        ["chalk"] = 0xEDEBE3,
        ["bone"] = 0xE6DFCF,
        ["ivory"] = 0xF1EBDA,
        ["cream"] = 0xF1E6C8,
        ["milk"] = 0xF4F0E6,
        ["snow"] = 0xF3F6F8,
        ["linen"] = 0xE8DFD0,
        ["pearl"] = 0xE4E0D8,
        ["sand"] = 0xD3BE96,
        ["straw"] = 0xD9C27A,
        ["beige"] = 0xD8C7A8,
        ["khaki"] = 0xA89A6B,
        ["tan"] = 0xBF9B72,
        ["ochre"] = 0xC4892F,
        ["amber"] = 0xDC9A2B,
        ["honey"] = 0xD69B35,
        ["mustard"] = 0xC69B2E,
        ["gold"] = 0xC9A03C,
        ["yellow"] = 0xE3C23B,
        ["sodium"] = 0xE2A23A,
        ["lemon"] = 0xEEDD5E,
        ["orange"] = 0xD9772B,
        ["tangerine"] = 0xE2832F,
        ["apricot"] = 0xE5A873,
        ["peach"] = 0xEDBB97,
        ["copper"] = 0xB06C43,
        ["bronze"] = 0x8F6B3E,
        ["rust"] = 0x9C4A26,
        ["brick"] = 0x99463A,
        ["terracotta"] = 0xB65F43,
        ["brown"] = 0x6E4A30,
        ["umber"] = 0x5E4430,
        ["sepia"] = 0x704F33,
        ["chestnut"] = 0x74412D,
        ["wood"] = 0x84603F,
        ["red"] = 0xB3322C,
        ["blood"] = 0x7E1B1B,
        ["crimson"] = 0xA31F34,
        ["scarlet"] = 0xC22E26,
        ["cherry"] = 0xA2203A,
        ["wine"] = 0x6B2136,
        ["burgundy"] = 0x62203A,
        ["maroon"] = 0x6A2227,
        ["coral"] = 0xDD7663,
        ["salmon"] = 0xDE907D,
        ["pink"] = 0xD98CA4,
        ["rose"] = 0xC77A86,
        ["magenta"] = 0xB03579,
        ["purple"] = 0x65407E,
        ["violet"] = 0x6B4F9A,
        ["plum"] = 0x5E3457,
        ["mauve"] = 0x957793,
        ["lilac"] = 0xB29CC4,
        ["lavender"] = 0xB0A5CC,
        ["indigo"] = 0x37407E,
        ["navy"] = 0x22304F,
        ["blue"] = 0x34608F,
        ["cobalt"] = 0x274C96,
        ["azure"] = 0x4C8DC4,
        ["sky"] = 0x8DB8DA,
        ["ice"] = 0xC8DEE6,
        ["cyan"] = 0x3FA3B4,
        ["teal"] = 0x2B6F73,
        ["turquoise"] = 0x49A79E,
        ["petrol"] = 0x234F5B,
        ["aqua"] = 0x63B5B4,
        ["green"] = 0x4B7A4C,
        ["moss"] = 0x66703D,
        ["olive"] = 0x6F6E3A,
        ["sage"] = 0x9BA585,
        ["mint"] = 0xA9D2B7,
        ["emerald"] = 0x2F7A59,
        ["jade"] = 0x4B8B70,
        ["bottle"] = 0x27463A,
        ["pine"] = 0x2E4A3B,
        ["forest"] = 0x33533B,
        ["grass"] = 0x6A914A,
        ["lime"] = 0xA7C149,
    };

    /// <summary>The colour as <c>#rrggbb</c>; null when the words name none. The last name counts most, the one before it tints it: slate grey, brick red.</summary>
    public static string? Of(string words)
    {
        var found = Word().Matches(words).Take(40).Select(match => match.Value).ToList();
        var named = found.Where(Names.ContainsKey).Select(word => Names[word]).ToList();
        if (named.Count == 0) return null;
        var colour = named.Count > 1 ? Mixed(named[^2], named[^1], 0.4) : named[0];
        foreach (var word in found)
            colour = Shaded(colour, word.ToLowerInvariant());
        return "#" + colour.ToString("x6", CultureInfo.InvariantCulture);
    }

    private static int Shaded(int colour, string word) => word switch
    {
        "dark" or "deep" or "night" => Mixed(colour, 0x101010, 0.65),
        "pale" or "light" or "soft" or "washed" or "bleached" => Mixed(colour, 0xF6F4EF, 0.5),
        "faded" or "dusty" or "dirty" or "muted" or "dull" => Mixed(colour, 0x8A8780, 0.65),
        _ => colour,
    };

    /// <param name="share">How much of the first.</param>
    private static int Mixed(int one, int other, double share)
    {
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8)
            mixed |= (int)Math.Round((((one >> shift) & 0xFF) * share) + (((other >> shift) & 0xFF) * (1 - share))) << shift;
        return mixed;
    }

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();
}
