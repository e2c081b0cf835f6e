using MovieChat.Core.Film;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Teams.Cards;

/// <summary>Turns the blocks of a card into elements.</summary>
/// <param name="pictureOf">The address of a picture; null where it can not be shown.</param>
internal sealed class BlockWriter(Func<string, string?> pictureOf)
{
    /// <summary>What an element takes beside its text, in characters.</summary>
    private const int Frame = 120;

    /// <summary>As many blocks as there is room for, the last of them cut.</summary>
    /// <param name="room">In characters.</param>
    /// <param name="isCut">Set when not all was written.</param>
    public IReadOnlyList<AdaptiveElement> Write(IEnumerable<CardBlock> blocks, int room, ref bool isCut)
    {
        var written = new List<AdaptiveElement>();
        foreach (var block in blocks)
        {
            var text = CardText.Clean(Text(block));
            if (room <= Frame)
            {
                isCut = true;
                break;
            }

            var left = CardText.Short(text, room - Frame);
            isCut |= left.Length < text.Length;
            written.Add(Write(block, left));
            room -= left.Length + Frame;
        }

        return written;
    }

    private static string Text(CardBlock block) => block switch
    {
        CardBlock.Heading heading => heading.Text,
        CardBlock.Paragraph paragraph => paragraph.Text,
        CardBlock.Fact fact => fact.Text,
        CardBlock.Entry entry => entry.Text,
        CardBlock.Script script => script.Text,
        CardBlock.Image image => image.About,
        _ => throw new ArgumentException($"No text is written for {block.GetType().Name}: give it one here.", nameof(block)),
    };

    /// <param name="text">As much of the block's text as there is room for.</param>
    private AdaptiveElement Write(CardBlock block, string text) => block switch
    {
        CardBlock.Heading => CardText.Block(new TextRun(text) { Weight = "bolder" }),
        CardBlock.Fact fact => CardText.Block(new TextRun($"{CardText.Short(fact.Label, 100)}: ") { Weight = "bolder" }, new TextRun(text)) with { Spacing = "small" },
        CardBlock.Entry => CardText.Block(new TextRun($"• {text}")) with { Spacing = "small" },
        CardBlock.Script script => Script(script.Type, text),
        CardBlock.Image image when pictureOf(image.Hash) is { } address => new AdaptiveElement.Picture(address, text),
        CardBlock.Image => CardText.Block(new TextRun($"[A picture: {text}]") { IsSubtle = true, Italic = true }),
        _ => CardText.Block(new TextRun(text)),
    };

    private static AdaptiveElement.PlainText Script(string type, string text) => type switch
    {
        ElementTypes.Transition => CardText.Block(new TextRun(text) { Weight = "bolder" }),
        ElementTypes.Character => CardText.Block(new TextRun(text) { Weight = "bolder" }) with { Spacing = "medium" },
        ElementTypes.Parenthetical => CardText.Block(new TextRun(text) { Italic = true, IsSubtle = true }) with { Spacing = "none" },
        ElementTypes.Dialogue => CardText.Block(new TextRun(text)) with { Spacing = "none" },
        _ => CardText.Block(new TextRun(text)),
    };
}
