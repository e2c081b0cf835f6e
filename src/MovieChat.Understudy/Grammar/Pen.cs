namespace MovieChat.Understudy.Grammar;

/// <summary>Writes from material: only what can be filled here, is allowed, and was not written before.</summary>
internal sealed class Pen
{
    // "No." and "I know." may be said more than once in a film.
    private const int Noticed = 4;

    private readonly HashSet<string> _written;
    private readonly Avoidance _avoidance;

    public Pen(Draw draw, Slots slots, Avoidance avoidance) =>
        (Draw, Slots, _avoidance, _written) = (draw, slots, avoidance, new(StringComparer.OrdinalIgnoreCase));

    private Pen(Pen pen, Slots slots) => (Draw, Slots, _avoidance, _written) = (pen.Draw, slots, pen._avoidance, pen._written);

    public Draw Draw { get; }

    public Slots Slots { get; }

    /// <summary>The same pen with another binding of slots; what one has written, the other does not write again.</summary>
    public Pen With(Slots others) => new(this, others);

    /// <summary>Marks text of the film as written, so that none of its sentences comes again.</summary>
    public void Remember(string text)
    {
        _written.UnionWith(Sentences.Split(text).Where(sentence => Sentences.Words(sentence) >= Noticed));
    }

    /// <summary>The template filled; null when a slot is empty, a word unwanted, or a sentence was written before.</summary>
    public string? Try(string template) =>
        Echo(template) is { } text && !Sentences.Split(text).Exists(_written.Contains) ? text : null;

    /// <summary>Like <see cref="Try"/>, for what comes back on purpose: a premise may let its last scene answer its first.</summary>
    public string? Echo(string template) => Slots.Fill(template) is { } text && _avoidance.Allows(text) ? text : null;

    /// <summary>One of the pool that can be written here; empty when there is none.</summary>
    public string Line(IEnumerable<string> pool)
    {
        foreach (var template in Draw.Shuffled(pool))
        {
            if (Try(template) is not { } text) continue;
            Remember(text);
            return text;
        }
        return "";
    }

    /// <summary>Like <see cref="Line"/>; when all were written already, one of them again rather than nothing.</summary>
    public string Always(IReadOnlyList<string> pool)
    {
        if (Line(pool) is { Length: > 0 } line) return line;
        var possible = pool.Select(Slots.Fill).OfType<string>().ToList();
        return possible.Find(_avoidance.Allows) ?? possible.FirstOrDefault() ?? "";
    }
}
