namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>Whether a person is a woman or a man, by all that a request says; unknown when it does not say.</summary>
/// <remarks>A guess that is wrong here puts a beard on a woman, so what is not sure counts as unknown.</remarks>
internal static class Sex
{
    private const float Sure = 1.5f;

    // Callings that the word lists hold, but that both may have.
    private static readonly string[] Loose = ["witch", "wizard", "count", "monk", "priest", "actor", "fisherman"];

    /// <summary>True a woman, false a man.</summary>
    /// <param name="looks">The person's own line.</param>
    /// <param name="told">The lines that speak of others as well.</param>
    public static bool? Of(string name, string looks, string told) => Of(Leaning(name, looks, told));

    /// <param name="leaning">See <see cref="Leaning"/>.</param>
    public static bool? Of(float leaning) => leaning switch { >= Sure => true, <= -Sure => false, _ => null };

    /// <summary>Above 0 a woman, below 0 a man.</summary>
    public static float Leaning(string name, string looks, string told)
    {
        float sum = NameBook.All.Leaning(name);
        sum += Math.Clamp(2 * Weigh(looks), -4.5f, 4.5f) + Math.Clamp(1.5f * Weigh(told), -1.5f, 1.5f);
        if (Words.Any(looks, "lipstick", "gown", "blouse", "hijab", "bra", "pregnant", "pregnancy", "nylons", "petticoat")) sum += 1.5f;
        return Words.Any(looks, "beard", "bearded", "moustache", "mustache", "stubble", "unshaven", "goatee") ? sum - 1.5f : sum;
    }

    private static float Weigh(string text)
    {
        var sum = 0f;
        foreach (var word in TraitWords.All.Women) sum += Count(text, word) * Weight(word);
        foreach (var word in TraitWords.All.Men) sum -= Count(text, word) * Weight(word);
        return sum;
    }

    private static float Weight(string word) => Loose.Contains(word) ? 0.75f : 1;

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = Words.At(text, word); at >= 0 && count < 4; at = Words.At(text, word, at + word.Length))
            if (!Owns(text, at + word.Length) && !Anothers(text, at)) count++;
        return count;
    }

    // "a man's oilskin" is a cut of clothes and says nothing of who is in it.
    private static bool Owns(string text, int end) => text.AsSpan(end).StartsWith("'s ", StringComparison.Ordinal) || text.AsSpan(end).StartsWith("s' ", StringComparison.Ordinal) || text.AsSpan(end).StartsWith("-", StringComparison.Ordinal);

    // "her brother", "mother of", "like a man": somebody else.
    private static bool Anothers(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 10), Math.Min(10, at)).TrimEnd();
        foreach (var word in (ReadOnlySpan<string>)["her", "his", "their", "a dead", "the dead", "like a", "like the", "as a", "no"])
            if (before.EndsWith(word, StringComparison.Ordinal) && (before.Length == word.Length || before[^(word.Length + 1)] == ' ')) return true;
        return false;
    }
}
