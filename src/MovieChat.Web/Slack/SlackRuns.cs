using MovieChat.Core.Film;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Slack;

/// <summary>Film text as rich text, in which its letters mean themselves.</summary>
internal static class SlackRuns
{
    /// <summary>A text in as many runs as it needs; a run may have <see cref="SlackLimits.Text"/> characters.</summary>
    public static RichRun[] Of(string text, RichStyle? style = null) => [.. SlackText.Pieces(text, SlackLimits.Text).Where(piece => piece.Length > 0).Select(piece => new RichRun.Words(piece, style))];

    /// <summary>The blocks of a card as rich text with the pictures between, as far as <paramref name="room"/> goes.</summary>
    /// <param name="picture">The address of a picture; null where it can not be shown.</param>
    public static IEnumerable<SlackBlock> Of(IEnumerable<CardBlock> blocks, SlackRoom room, Func<string, string?> picture)
    {
        var parts = new List<RichPart>();
        foreach (var block in blocks)
        {
            if (block is CardBlock.Image image && picture(image.Hash) is { } address && room.TakePicture())
            {
                if (parts.Count > 0) yield return new SlackBlock.RichText([.. parts]);
                parts.Clear();
                yield return new SlackBlock.Picture(address, SlackText.Line(image.About, SlackLimits.AltText));
            }
            else Add(parts, block, room);
        }

        if (parts.Count > 0) yield return new SlackBlock.RichText([.. parts]);
    }

    private static void Add(List<RichPart> parts, CardBlock block, SlackRoom room)
    {
        var runs = Runs(block, room);
        if (runs.Length == 0) return;
        switch (block)
        {
            case CardBlock.Entry:
                if (parts.LastOrDefault() is RichPart.List list) parts[^1] = new RichPart.List([.. list.Elements, new RichPart.Section(runs)]);
                else parts.Add(new RichPart.List([new RichPart.Section(runs)]));
                break;
            case CardBlock.Script { Type: not (ElementTypes.Action or ElementTypes.Transition) } line:
                // Who speaks begins a quote, and what they say stands in it.
                if (line.Type != ElementTypes.Character && parts.LastOrDefault() is RichPart.Quote quote) parts[^1] = new RichPart.Quote([.. quote.Elements, new RichRun.Words("\n"), .. runs]);
                else parts.Add(new RichPart.Quote(runs));
                break;
            default:
                parts.Add(new RichPart.Section([.. runs, new RichRun.Words("\n")]));
                break;
        }
    }

    private static RichRun[] Runs(CardBlock block, SlackRoom room) => block switch
    {
        CardBlock.Heading heading => Of(room.Take(heading.Text), RichStyle.Strong),
        CardBlock.Paragraph paragraph => Of(room.Take(paragraph.Text)),
        CardBlock.Entry entry => Of(room.Take(entry.Text)),
        CardBlock.Fact fact => room.Take(fact.Label) is { Length: > 0 } label ? [.. Of($"{label}: ", RichStyle.Strong), .. Of(room.Take(fact.Text))] : [],
        CardBlock.Script { Type: ElementTypes.Character } script => Of(room.Take(script.Text), RichStyle.Strong),
        CardBlock.Script { Type: ElementTypes.Parenthetical or ElementTypes.Transition } script => Of(room.Take(script.Text), RichStyle.Slanted),
        CardBlock.Script script => Of(room.Take(script.Text)),
        CardBlock.Image image => Of(room.Take($"[Picture: {image.About}]"), RichStyle.Slanted),
        _ => throw new ArgumentException($"Nothing is written of the block {block.GetType().Name}: give it its form here.", nameof(block)),
    };
}

/// <summary>How much of a text there is room for, and whether that was too little.</summary>
internal sealed class SlackRoom(int most, int pictures)
{
    private int _left = most;
    private int _pictures = pictures;

    public bool IsCut { get; private set; }

    /// <summary>As much of a text as there is room for, clean.</summary>
    public string Take(string text)
    {
        var clean = SlackText.Clean(text).Trim('\n');
        var taken = SlackText.Cut(clean, _left);
        _left -= taken.Length;
        IsCut |= taken.Length < clean.Length || !string.Equals(taken, clean, StringComparison.Ordinal);
        return taken;
    }

    public bool TakePicture()
    {
        if (_pictures == 0) return false;
        _pictures--;
        return true;
    }
}
