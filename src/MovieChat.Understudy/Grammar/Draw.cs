namespace MovieChat.Understudy.Grammar;

/// <summary>Chance that comes out the same on every machine and in every version: SplitMix64 over an FNV-1a hash of words.</summary>
internal sealed class Draw
{
    private ulong _state;

    private Draw(ulong seed) => _state = seed;

    public static Draw From(params ReadOnlySpan<string> seeds)
    {
        const ulong prime = 1099511628211;
        var hash = 14695981039346656037;
        foreach (var seed in seeds)
        {
            foreach (var letter in seed) hash = (hash ^ letter) * prime;
            hash = (hash ^ 0x1F) * prime; // so that ("ab", "c") differs from ("a", "bc")
        }
        return new(hash);
    }

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
