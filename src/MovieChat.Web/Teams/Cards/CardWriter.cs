using System.Text.Json;
using MovieChat.Core.Notices;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Teams.Cards;

/// <summary>Turns cards into Adaptive Cards that Teams takes: within its size, every text inert.</summary>
internal sealed class CardWriter(PictureLinks pictures)
{
    /// <summary>Most bytes of a card: what is around it in an activity are some ids.</summary>
    public const int MostBytes = SentBytes - 2_000;

    /// <summary>Most buttons in a row: Teams shows no more.</summary>
    private const int MostButtons = 6;

    private const int SentBytes = Wire.SentActivity.MostBytes;

    /// <summary>Most characters of what is not cut with the film's text.</summary>
    private const int MostTitle = 300, MostLead = 2_000;

    /// <summary>Characters of the film's text that are tried first, and fewest.</summary>
    private const int MostText = 24_000, LeastText = 200;

    /// <param name="project">Whose pictures it may show; null where it shows none.</param>
    /// <param name="takesPlainHttp">Whether pictures may come without TLS.</param>
    public AdaptiveCard Write(Card card, string? project, bool takesPlainHttp)
    {
        for (var room = MostText; ; room = room * 3 / 4)
        {
            var written = Write(card, project, takesPlainHttp, room);
            if (room <= LeastText || Size(written) <= MostBytes) return written;
        }
    }

    public static int Size(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, TeamsJson.Readable.AdaptiveCard).Length;

    private AdaptiveCard Write(Card card, string? project, bool takesPlainHttp, int room)
    {
        var blocks = new BlockWriter(hash => PictureOf(project, hash, takesPlainHttp));
        var cut = false;
        List<AdaptiveElement> body =
        [
            CardText.Block(new TextRun(CardText.Short(card.Title, MostTitle)) { Size = "large", Weight = "bolder" }),
            CardText.Block(new TextRun(CardText.Short(card.Lead, MostLead))),
        ];
        body.AddRange(blocks.Write(card.Blocks, room, ref cut));
        foreach (var option in card.Options)
        {
            body.Add(new AdaptiveElement.Group(
            [
                CardText.Block(new TextRun(option.Label) { Weight = "bolder", Color = "accent" }),
                .. blocks.Write(option.Blocks, room / card.Options.Count, ref cut),
                .. Rows(option.Actions.Select(Button.Of)),
            ])
            {
                Style = "emphasis",
            });
        }

        if (cut) body.Add(new AdaptiveElement.FixedText(card.Link is null ? "It is longer than a message may be: all of it is in the studio." : "It is longer than a message may be: all of it is on its page.") { IsSubtle = true });
        if (card.Outcome is { } outcome) body.Add(CardText.Block(new TextRun(CardText.Short(outcome, MostLead)) { Weight = "bolder" }));
        IEnumerable<AdaptiveAction> open = card.Link is null ? [] : [new AdaptiveAction.OpenUrl(cut ? "Read all of it" : "Open its page", card.Link)];
        body.AddRange(Rows([.. card.Actions.Select(Button.Of), .. open]));
        return new(body);
    }

    private static IEnumerable<AdaptiveElement> Rows(IEnumerable<AdaptiveAction> actions) => actions.Chunk(MostButtons).Select(row => new AdaptiveElement.Buttons(row));

    /// <summary>Teams loads pictures over TLS alone.</summary>
    private string? PictureOf(string? project, string hash, bool takesPlainHttp) =>
        project is not null && pictures.AddressOf(project, hash) is { } address && (takesPlainHttp || address.StartsWith("https://", StringComparison.Ordinal)) ? address : null;
}
