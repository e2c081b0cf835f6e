using MovieChat.Core.Chatting;

namespace MovieChat.Understudy.Talking.First;

/// <summary>Reads what the writer wants out of the whole first chat: what was folded, then exchange by exchange.</summary>
internal static class WantsReading
{
    /// <param name="said">What the writer says now; null when they say nothing.</param>
    public static Wants Of(string? summary, IEnumerable<ChoreExchange> exchanges, string? said)
    {
        var (wants, asked) = WantsMemory.Read(summary ?? "");
        foreach (var exchange in exchanges)
        {
            // What came after the first chat is no answer to it.
            if (asked is not null || Topics.In(exchange.Companion) is not null) wants = Heard(wants, asked, exchange.Writer);
            var next = Topics.In(exchange.Companion);
            if (next is { } topic && Topics.IsAsked(exchange.Companion, topic)) wants = wants with { Asked = [.. wants.Asked, topic] };
            asked = next;
        }

        return said is null ? wants : Heard(wants, asked, said);
    }

    private static Wants Heard(Wants wants, Topic? asked, string said) => Asides.IsAside(said) ? wants : AnswerReading.Read(wants, asked, said);
}
