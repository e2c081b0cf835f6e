using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

public sealed partial record ChatSession
{
    /// <summary>Characters of answered exchanges from which on the older ones are folded, when nothing else is to be done.</summary>
    public const int FoldFrom = 12_000;

    /// <summary>As many exchanges are folded as well, however short they are.</summary>
    public const int FoldFromExchanges = 16;

    /// <summary>Characters, and exchanges, from which on folding comes before the next turn.</summary>
    public const int FoldFirstFrom = 24_000, FoldFirstFromExchanges = 32;

    /// <summary>What stays word for word: so many characters, and at least so many exchanges.</summary>
    public const int KeptCharacters = 5_000, KeptExchanges = 4;

    /// <summary>What the service is to do now for this chat; null when it waits for the writer.</summary>
    public ChatWork? Owed()
    {
        if (Deleted || Revision == 0) return null;
        var fold = Fold();
        if (fold is not null && (Answered.Sum(exchange => exchange.Length) > FoldFirstFrom || Answered.Count() > FoldFirstFromExchanges)) return fold;
        if (Turns is [var next, ..]) return new ChatWork.Take(next);
        if (Title.Length == 0 && Answered.FirstOrDefault() is { } first) return new ChatWork.Name(first);
        return fold;
    }

    private IEnumerable<Exchange> Answered => Window.TakeWhile(exchange => exchange.Answer is not null);

    private ChatWork.Fold? Fold()
    {
        var answered = Answered.ToArray();
        var length = answered.Sum(exchange => exchange.Length);
        if (length <= FoldFrom && answered.Length <= FoldFromExchanges) return null;
        var folded = answered.Length;
        for (var kept = 0; folded > 0 && (answered.Length - folded < KeptExchanges || kept + answered[folded - 1].Length <= KeptCharacters); folded--) kept += answered[folded - 1].Length;
        // Many short exchanges are folded as well, and so are a few long ones, down to the last.
        if (folded == 0) folded = answered.Length - (answered.Length > KeptExchanges ? KeptExchanges : 1);
        return folded == 0 ? null : new(FoldedTo, answered[..folded].ToValueList(), Summary);
    }
}

/// <summary>What is to be done for a chat.</summary>
public abstract record ChatWork
{
    private ChatWork()
    {
    }

    /// <summary>The companion is to answer.</summary>
    public sealed record Take(Turn Turn) : ChatWork;

    /// <summary>The companion is to propose a title, from the first exchange.</summary>
    public sealed record Name(Exchange First) : ChatWork;

    /// <summary>The oldest exchanges are to be told in the summary.</summary>
    public sealed record Fold(long From, ValueList<Exchange> Exchanges, string Summary) : ChatWork
    {
        public long To => Exchanges[^1].Asked;
    }
}
