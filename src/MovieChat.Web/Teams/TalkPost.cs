using System.Text;
using MovieChat.Web.Teams.Cards;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams;

/// <summary>An answer that is written while one watches: its first words are a message, which is changed as they become more, and continued in further ones once it is full.</summary>
internal sealed class TalkPost(Writing writing, Arrival to)
{
    /// <summary>At the most so often a message is changed: Teams takes 60 calls in 30 s for a conversation.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Where a message may end, best first.</summary>
    private static readonly string[] s_ends = ["\n\n", "\n", " "];

    private readonly List<(MessageAddress? Message, string Text)> _parts = [];

    /// <summary>Shows an answer. Only the whole of it must arrive: what Teams does not take before that is left to the next time.</summary>
    /// <param name="text">The answer as far as it has come.</param>
    /// <exception cref="HttpRequestException">Teams does not take the whole answer for now.</exception>
    public async Task ShowAsync(string text, bool isWhole, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(text, isWhole, cancellationToken);
        }
        catch (HttpRequestException) when (!isWhole)
        {
            // The next words come soon.
        }
    }

    private async Task WriteAsync(string text, bool isWhole, CancellationToken cancellationToken)
    {
        var parts = Parts(CardText.Clean(text).Trim());
        for (var place = 0; place < parts.Count; place++)
        {
            var part = isWhole || place < parts.Count - 1 ? parts[place] : parts[place] + " …";
            if (place == _parts.Count) _parts.Add((await writing.PostAsync(to, SentActivity.OfText(part), cancellationToken), part));
            else if (_parts[place] is var (message, before) && before != part && message is not null)
            {
                await writing.PutAsync(to, message, SentActivity.OfText(part), cancellationToken);
                _parts[place] = (message, part);
            }
        }
    }

    /// <summary>The messages that a text needs, each but the last ending with a paragraph, a line or a word where there is one to end with.</summary>
    internal static IReadOnlyList<string> Parts(string text)
    {
        const int Most = Writing.MostTextBytes;
        var parts = new List<string>();
        var rest = text;
        while (Encoding.UTF8.GetByteCount(rest) > Most)
        {
            var room = Room(rest, Most);
            var end = s_ends.Select(mark => rest.LastIndexOf(mark, room - 1, room / 2, StringComparison.Ordinal)).FirstOrDefault(at => at > 0);
            var part = CardText.Upto(rest, end > 0 ? end : room);
            parts.Add(part);
            rest = rest[part.Length..].TrimStart();
        }

        if (rest.Length > 0) parts.Add(rest);
        return parts;
    }

    /// <summary>How many characters of a text have at most so many bytes.</summary>
    private static int Room(string text, int bytes)
    {
        var (count, sum) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((sum += rune.Utf8SequenceLength) > bytes) break;
            count += rune.Utf16SequenceLength;
        }

        return count;
    }
}
