using System.Globalization;
using MovieChat.Understudy.Sketching.People;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>What a text says of somebody's looks. Only what it says is changed; the last word counts.</summary>
internal static class Appearance
{
    private static readonly string[] Beneath = ["TShirt", "Jumper", "Shirt"];

    // From the outside in: of a coat over a jumper, the coat is what one sees.
    private static readonly string[] Outward = ["Armour", "WhiteCoat", "Coat", "Robe", "Apron", "Overalls", "Jacket", "Suit", "Uniform", "Waistcoat", "Hoodie", "Jumper", "Dress", "Tunic", "Shirt", "TShirt"];

    /// <param name="text">Plain, see <see cref="Words.Plain"/>.</param>
    public static Traits Apply(Traits traits, string text)
    {
        if (text.Length == 0) return traits;
        traits = Looks(traits, text);
        foreach (var (trait, choices) in TraitWords.All.Choices) traits = Choose(traits, trait, choices, text);
        foreach (var (flag, words) in TraitWords.All.Flags) if (Said(text, words) is { } said) traits = Flag(traits, flag, said);
        foreach (var (measure, words) in TraitWords.All.Measures)
            if (Said(text, words, ofPart: measure[..^1] is "Build" or "Height") == true) traits = Measure(traits, measure[..^1], measure[^1] == '+' ? 0.8f : -0.8f);
        return Colour(traits, text);
    }

    /// <summary>Whether a text tells a woman (true) or a man (false); null when it does not.</summary>
    public static bool? Woman(string text)
    {
        var (women, men) = (Count(text, TraitWords.All.Women), Count(text, TraitWords.All.Men));
        return women == men ? null : women > men;
    }

    /// <summary>The age a text tells, in numbers or in words.</summary>
    public static int? Age(string text)
    {
        foreach (var word in text.Split([' ', ',', '.', ';', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length < 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is > 0 and < 120) return years;
        ReadOnlySpan<(string Word, int Years)> ages = [
            ("baby", 1), ("toddler", 3), ("child", 9), ("little boy", 7), ("little girl", 7), ("boy", 11), ("girl", 12), ("kind", 9), ("teenager", 16), ("teenage", 16), ("teen", 16), ("adolescent", 15), ("twenties", 26), ("thirties", 35), ("forties", 45), ("fifties", 55), ("sixties", 65), ("seventies", 75), ("eighties", 84),
            ("middle-aged", 50), ("middle aged", 50), ("elderly", 74), ("ancient", 86), ("old man", 72), ("old woman", 72), ("grandmother", 72), ("grandfather", 72), ("very old", 84), ("young man", 23), ("young woman", 23), ("youthful", 24), ("old", 70), ("young", 24)];
        foreach (var (word, years) in ages) if (Words.Has(text, word)) return years;
        return null;
    }

    private static Traits Looks(Traits traits, string text)
    {
        if (Words.Any(text, "older", "aged", "älter", "plus âgé", "mayor")) traits = traits with { Age = Math.Min(traits.Age + 18, 95) };
        if (Words.Any(text, "younger", "jünger", "plus jeune", "más joven")) traits = traits with { Age = Math.Max(traits.Age - 14, 6) };
        foreach (var (skin, words) in TraitWords.All.Origins)
            if (Said(text, words) == true)
            {
                var tone = int.Parse(skin, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                traits = traits with { Skin = tone };
                if ((tone >> 16) < 0xE8) traits = traits with { HairColour = traits.Age > 60 ? traits.HairColour : 0x231C1A, BeardColour = traits.Age > 60 ? traits.BeardColour : 0x231C1A, EyeColour = 0x33241A };
            }
        return traits;
    }

    private static Traits Choose(Traits traits, string trait, IReadOnlyDictionary<string, IReadOnlyList<string>> choices, string text)
    {
        var refused = false;
        List<(string Value, int At, int Length)> found = [];
        foreach (var (value, words) in choices)
            foreach (var word in words)
            {
                if (Words.At(text, word) is not (>= 0 and var at)) continue;
                if (Refused(text, at)) refused = true;
                else found.Add((value, at, word.Length));
            }
        // "lab coat" is no coat; of several things, the more exactly named one.
        found.RemoveAll(one => found.Exists(other => other.Length > one.Length && other.At <= one.At && one.At + one.Length <= other.At + other.Length));
        if (found.Count == 0) return refused ? Set(traits, trait, "None") : traits;
        return Set(traits, trait, trait == "Garment" ? found.MinBy(each => Array.IndexOf(Outward, each.Value)).Value : found.MaxBy(each => each.Length).Value);
    }

    private static Traits Set(Traits traits, string trait, string value) => trait switch
    {
        "Hair" when Enum.TryParse<HairCut>(value, out var hair) => traits with { Hair = hair },
        "Beard" when Enum.TryParse<Beard>(value, out var beard) => traits with { Beard = beard },
        "Glasses" when Enum.TryParse<Glasses>(value, out var glasses) => traits with { Glasses = glasses },
        "Headwear" when Enum.TryParse<Headwear>(value, out var hat) => traits with { Headwear = hat },
        "Garment" when Enum.TryParse<Garment>(value, out var garment) => traits with { Garment = garment, Legwear = garment == Garment.Dress ? Legwear.Skirt : traits.Legwear },
        "Legwear" when Enum.TryParse<Legwear>(value, out var legwear) => traits with { Legwear = legwear },
        "Scar" when Enum.TryParse<Scar>(value, out var scar) => traits with { Scar = scar },
        _ => traits,
    };

    private static Traits Flag(Traits traits, string flag, bool on) => flag switch
    {
        "Freckles" => traits with { Freckles = on },
        "Earrings" => traits with { Earrings = on },
        "EyePatch" => traits with { EyePatch = on },
        "Tie" => traits with { Tie = on },
        _ => traits with { Scarf = on },
    };

    private static Traits Measure(Traits traits, string measure, float value) => measure switch
    {
        "Build" => traits with { Build = value },
        "Height" => traits with { Height = value },
        "Jaw" => traits with { Jaw = value },
        "FaceLength" => traits with { FaceLength = value },
        "Cheeks" => traits with { Cheeks = value },
        "NoseLength" => traits with { NoseLength = value },
        "NoseHook" => traits with { NoseHook = value },
        "NoseWidth" => traits with { NoseWidth = value },
        "EyeSize" => traits with { EyeSize = value },
        "Lids" => traits with { Lids = value },
        "Brows" => traits with { Brows = value },
        "Lips" => traits with { Lips = value },
        "MouthWidth" => traits with { MouthWidth = value },
        _ => traits with { Ears = value },
    };

    private static Traits Colour(Traits traits, string text)
    {
        if (Near(text, "hair", "hair", "haired", "haar", "haare", "cheveux", "pelo", "curls", "locks", "braid", "braids", "bun", "ponytail", "bob", "mane", "stubble") is { } hair) traits = traits with { HairColour = hair, BeardColour = hair };
        else if (Words.Any(text, "redhead", "red-haired", "ginger")) traits = traits with { HairColour = 0xA24E26, BeardColour = 0xA24E26 };
        else if (Words.Any(text, "blond", "blonde")) traits = traits with { HairColour = 0xCFA765 };
        else if (Words.Any(text, "grey-haired", "gray-haired")) traits = traits with { HairColour = 0x9A9793, BeardColour = 0x9A9793 };
        if (Near(text, "hair", "beard", "moustache", "mustache", "goatee", "bart", "barbe", "barba", "stubble") is { } beard) traits = traits with { BeardColour = beard };
        if (Near(text, "eyes", "eyes", "eyed", "augen", "yeux", "ojos") is { } eyes) traits = traits with { EyeColour = eyes };
        if (Near(text, "skin", "skin", "skinned", "complexion", "face", "haut", "peau", "piel") is { } skin) traits = traits with { Skin = skin };
        if (Near(text, "cloth", [.. TraitWords.All.Choices["Headwear"].Values.SelectMany(words => words)]) is { } hat) traits = traits with { HeadwearColour = hat };
        if (Near(text, "cloth", "scarf", "tie", "shawl", "belt", "sash") is { } accent) traits = traits with { Accent = accent };
        if (Near(text, "cloth", "trousers", "jeans", "pants", "skirt", "shorts") is { } legs) traits = traits with { Legs = legs };
        // What is worn outside gives the main colour, what shows beneath it the other.
        var worn = TraitWords.All.Choices["Garment"];
        if (Near(text, "cloth", [.. worn[traits.Garment.ToString()], "clothes", "uniform", "oilskin"]) is { } main) traits = traits with { Main = main };
        if (!Beneath.Contains(traits.Garment.ToString()) && Near(text, "cloth", [.. Beneath.SelectMany(each => worn[each])]) is { } under) traits = traits with { Under = under };
        return traits;
    }

    // The colour word that stands nearest before one of the things (within its clause), or just after it.
    private static int? Near(string text, string kind, params ReadOnlySpan<string> things)
    {
        var colours = TraitWords.All.Colours[kind];
        foreach (var thing in things)
            for (var at = Words.At(text, thing); at >= 0; at = Words.At(text, thing, at + 1))
            {
                var start = text.LastIndexOfAny([',', ';', '.', ':'], at) + 1;
                var before = text[start..at].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
                for (var i = before.Length - 1; i >= Math.Max(0, before.Length - 4); i--) if (colours.TryGetValue(before[i], out var colour)) return Rgb(colour);
                // The thing may itself say its colour: "oilskin coat", "leather jacket".
                var end = text.IndexOfAny([',', ';', '.', ':'], at);
                var after = text[(at + thing.Length)..(end < 0 ? text.Length : end)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                for (var i = 0; i < Math.Min(3, after.Length); i++)
                {
                    if (after[i] is "and" or "with" or "over" or "a" or "in" or "und") break;
                    if (colours.TryGetValue(after[i], out var colour)) return Rgb(colour);
                }
                foreach (var word in thing.Split(' ')) if (colours.TryGetValue(word, out var own)) return Rgb(own);
            }
        return null;
    }

    private static int Rgb(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // Null: not spoken of; false: spoken of as absent.
    /// <param name="ofPart">Whether a word does not count when it speaks of a part only: "short hair", "small eyes".</param>
    private static bool? Said(string text, IReadOnlyList<string> words, bool ofPart = false)
    {
        bool? said = null;
        foreach (var word in words)
            for (var at = Words.At(text, word); at >= 0; at = Words.At(text, word, at + 1))
                if (!ofPart || !OfPart(text, at + word.Length)) said = said == true || !Refused(text, at);
        return said;
    }

    private static bool OfPart(string text, int from)
    {
        var end = text.IndexOfAny([',', ';', '.', ':'], from);
        var after = text[from..(end < 0 ? text.Length : end)].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return after.Take(2).Any(word => word is "hair" or "beard" or "eyes" or "nose" or "face" or "hands" or "hat" or "coat" or "jacket" or "scar" or "lips" or "mouth" or "brows" or "glasses" or "dress" or "ears" or "moustache" or "black" or "dark" or "grey" or "blond" or "brown" or "white" or "red" or "skirt" or "sleeves");
    }

    private static bool Refused(string text, int at)
    {
        var before = text[Math.Max(0, at - 24)..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return before.TakeLast(2).Any(word => TraitWords.All.Not.Contains(word));
    }

    private static int Count(string text, IReadOnlyList<string> words)
    {
        var count = 0;
        foreach (var word in words) for (var at = Words.At(text, word); at >= 0 && count < 1000; at = Words.At(text, word, at + 1)) count++;
        return count;
    }
}
