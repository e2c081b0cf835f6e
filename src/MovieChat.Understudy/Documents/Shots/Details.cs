using System.Text.RegularExpressions;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>What somebody can be recognised by in a picture, out of the cast's words: a plaster on the knee, a straw hat.</summary>
internal static partial class Details
{
    private const int Most = 9;

    /// <summary>Each as a clause that goes with a name: <c>with chalk behind one ear</c>, <c>in a cream linen suit</c>.</summary>
    public static IReadOnlyList<string> Of(Person person) =>
        [.. Cut().Split(person.Character?.Appearance ?? "").Select(piece => Clause(piece.Trim())).OfType<string>().Distinct()];

    private static string? Clause(string piece)
    {
        if (Inside().Match(piece) is { Success: true } inside) piece = $"{inside.Groups["in"].Value} {inside.Groups["what"].Value}";
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > Most || Habit().IsMatch(piece) || Verb().IsMatch(piece) || !Seen().IsMatch(piece)) return null;
        var plain = char.IsUpper(piece[0]) && !Name().IsMatch(piece) ? char.ToLowerInvariant(piece[0]) + piece[1..] : piece;
        if (Bare().IsMatch(plain)) plain = $"{("aeiou".Contains(plain[0]) ? "an" : "a")} {plain}";
        return plain.StartsWith("in ", StringComparison.Ordinal) || plain.StartsWith("with ", StringComparison.Ordinal) ? plain : $"with {plain}";
    }

    [GeneratedRegex(@"[;,.:]\s*(and\s+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\A(an?|the)?\s?.*\b(man|woman|girl|boy|child|lady|fellow|person|youth|widow)\b.*?\b(?<in>in|with) (?<what>.+)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Inside();

    // What somebody always does is no picture of what is happening now.
    [GeneratedRegex(@"\b(always|never|when|while|as if|as though|who|that|which|way of|habit|often|every|even|because|but|until|man|woman|girl|boy|child|voice|talks?|speaks?|laughs?|smells?|same)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Habit();

    [GeneratedRegex(@"\A(?!(eyes|hands|arms|legs|sleeves|trousers|boots|shoes|spectacles|glasses|gloves|braces|knees|teeth|eyebrows|eyelashes|lips|cheeks|ears|shoulders|sandals|feet|fingers|freckles|rings|clogs|socks|overalls|bracelets|earrings|cuffs|pens|slippers|boots|shorts|breeches|leggings|nails|plaits|braids|curls|whiskers|epaulettes|jeans|goggles|pockets|stockings|hips|buttons|scars)\b)\p{Ll}+s\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(hair|plaits?|braids?|fringe|beard|moustache|eyes?|eyelashes|eyebrows?|brows?|hands?|fingers?|fingertips|knuckles?|arms?|shoulders?|neck|throat|ears?|nose|chin|cheeks?|lips?|mouth|teeth|jaw|face|scar|freckles|burns?|knees?|feet|foot|wrists?|coat|shirt|jacket|suit|dress|skirt|apron|cap|hats?|scarf|kerchief|shawl|sari|robe|tunic|uniform|smock|cardigan|jersey|jumper|sweater|vest|waistcoat|collar|sleeves?|cuffs?|trousers|boots?|shoes?|sandals|slippers|gloves?|mittens|belt|braces|spectacles|glasses|magnifier|watch|wristwatch|ring|necklace|brooch|bracelets?|earrings?|poncho|blanket|oilskins?|overalls|fleece|anorak|parka|turban|veil|headscarf|pencil|pen|pens|string|cord|key|keys|knife|whistle|medal|badge|ribbon|tie|bow|cane|stick|pipe|toothpick|chalk|plaster|linen|wool|tattoo|bob|bun|parting|stubble|paint|ink|flour|dust)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();

    // "Grey suit", as a cast says it in short.
    [GeneratedRegex(@"\A(?!(an?|the|no|one|two|three|four|both|his|her|their|some|all|in|with)\b)([\p{L}-]+\s){0,3}(suit|coat|shirt|jacket|cap|hat|scarf|dress|skirt|uniform|jersey|jumper|apron|beard|moustache|plait|braid|bob|bun|fringe|scar|nose|chin|jaw|face|ring|watch|wristwatch|belt|shawl|poncho|smock|cardigan|turban|kerchief|sari|robe|tunic|parting|sweater|waistcoat|blazer|anorak)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\A(I|\p{Lu}{2,})\b")]
    private static partial Regex Name();
}
