using System.Globalization;
using MovieChat.Core.Notices;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Slack;

/// <summary>Cards as messages: cut so that Slack takes them, with the link to all of it.</summary>
internal sealed class SlackCards(PictureLinks pictures)
{
    /// <summary>Stands before the command of a button that says one.</summary>
    public const string SaysPrefix = "say|";

    /// <summary>Begins the names of the buttons that ask for some words first.</summary>
    public const string FillPrefix = "fill-";

    /// <summary>Most pictures of a message.</summary>
    private const int MostPictures = 8;

    /// <summary>From everything to hardly anything: characters of each text, buttons of each option, options.</summary>
    private static readonly (int Text, int Buttons, int Options)[] s_cuts =
    [
        (10_000, 5, 20), (6_000, 5, 20), (4_000, 5, 20), (3_000, 5, 20), (2_200, 5, 20), (1_600, 5, 20), (1_200, 5, 20), (900, 5, 20), (700, 5, 20), (500, 5, 20), (350, 5, 20),
        (250, 5, 20), (160, 3, 20), (160, 1, 20), (80, 1, 20), (80, 1, 12), (40, 1, 8), (0, 1, 5),
    ];

    /// <param name="project">Whose pictures are shown; null where the card has none.</param>
    /// <param name="withPictures">False to say in words what they show.</param>
    /// <param name="most">Most characters of the blocks.</param>
    public SlackMessage Of(Card card, string? project, bool withPictures = true, int most = SlackLimits.Message)
    {
        foreach (var cut in s_cuts)
        {
            var blocks = Blocks(card, cut, hash => withPictures && project is not null ? AddressOf(project, hash) : null);
            if (blocks.Count <= SlackLimits.Blocks && SlackMessage.SizeOf(blocks) <= most) return new(SlackText.Escape(Plain(card), SlackLimits.Fallback), blocks);
        }

        return Bare(card);
    }

    /// <summary>Sends a card as whole as Slack takes it: without its pictures where it does not, then much shorter, at last in a few words.</summary>
    /// <returns>What became of the last attempt.</returns>
    public async Task<SlackResult> PassAsync(Card card, string? project, Func<SlackMessage, Task<SlackResult>> send)
    {
        Func<SlackMessage>[] forms = [() => Of(card, project), () => Of(card, project, withPictures: false), () => Of(card, project, withPictures: false, SlackLimits.Message / 2), () => Bare(card)];
        var result = await send(forms[0]());
        foreach (var form in forms.Skip(1))
        {
            if (result is not SlackResult.Refused { Fault: SlackFault.Payload }) break;
            result = await send(form());
        }

        return result;
    }

    /// <summary>What is said where nothing else passes.</summary>
    public static SlackMessage Bare(Card card) => SlackMessage.Of(string.Join('\n', ((string?[])[Short(card.Title), Short(card.Lead), card.Outcome is null ? null : Short(card.Outcome), card.Link]).OfType<string>()));

    private static string Short(string text) => SlackText.Cut(text, 600);

    /// <summary>Slack fetches pictures from the public internet alone.</summary>
    private string? AddressOf(string project, string hash) => pictures.AddressOf(project, hash) is { Length: <= 3_000 } address && address.StartsWith("https://", StringComparison.Ordinal) ? address : null;

    private static List<SlackBlock> Blocks(Card card, (int Text, int Buttons, int Options) cut, Func<string, string?> picture)
    {
        var blocks = new List<SlackBlock> { Head(card, out var isHeadCut) };
        var body = new SlackRoom(cut.Text, MostPictures);
        blocks.AddRange(SlackRuns.Of(card.Blocks, body, picture));
        var isCut = isHeadCut || body.IsCut || card.Options.Count > cut.Options;
        var each = Math.Max(1, MostPictures / Math.Max(1, card.Options.Count));
        foreach (var option in card.Options.Take(cut.Options))
        {
            var room = new SlackRoom(cut.Text, each);
            blocks.AddRange(Labelled(option.Label, SlackRuns.Of(option.Blocks, room, picture)));
            isCut |= room.IsCut;
            if (option.Actions.Count > 0) blocks.Add(Buttons(option.Actions.Take(cut.Buttons)));
        }

        if (card.Actions.Count > 0) blocks.Add(Buttons(card.Actions.Take(SlackLimits.Buttons)));
        if (Foot(card.Link, isCut) is { } foot) blocks.Add(foot);
        return blocks;
    }

    private static SlackBlock.RichText Head(Card card, out bool isCut)
    {
        var room = new SlackRoom(2_000, 0);
        List<RichPart> parts = [new RichPart.Section([.. SlackRuns.Of(SlackText.Line(card.Title, 300), RichStyle.Strong)])];
        if (room.Take(card.Lead) is { Length: > 0 } lead) parts.Add(new RichPart.Section(SlackRuns.Of(lead)));
        if (card.Outcome is { } outcome && room.Take(outcome) is { Length: > 0 } said) parts.Add(new RichPart.Section(SlackRuns.Of(said, RichStyle.Strong)));
        isCut = room.IsCut;
        return new(parts);
    }

    /// <summary>The label stands in the block that follows it, where that is text.</summary>
    private static IEnumerable<SlackBlock> Labelled(string label, IEnumerable<SlackBlock> blocks)
    {
        var head = new RichPart.Section(SlackRuns.Of(SlackText.Line(label, 100), RichStyle.Strong));
        var all = blocks.ToList();
        return all.FirstOrDefault() is SlackBlock.RichText first ? [new SlackBlock.RichText([head, .. first.Elements]), .. all.Skip(1)] : [new SlackBlock.RichText([head]), .. all];
    }

    private static SlackBlock.RichText? Foot(string? link, bool isCut) => (link, isCut) switch
    {
        ({ Length: <= SlackLimits.ButtonUrl }, _) => new([new RichPart.Section([.. isCut ? SlackRuns.Of("This is not all of it. ") : [], new RichRun.Link(link, isCut ? "Read all of it" : "Read it on its page")])]),
        (_, true) => new([new RichPart.Section(SlackRuns.Of("This is not all of it: the rest does not fit here.", RichStyle.Slanted))]),
        _ => null,
    };

    private static SlackBlock.Buttons Buttons(IEnumerable<CardAction> actions) => new([.. actions.Select(Button)]);

    private static SlackButton Button(CardAction action, int place) => action switch
    {
        CardAction.Decide decide => new(Named("decide-", decide.Answer), Label(action), $"{decide.Answer}", null, Style(action)),
        CardAction.Fill fill => new(Named(FillPrefix, fill.Answer), Label(action), $"{fill.Answer}", null, Style(action)),
        CardAction.Say say => new(string.Create(CultureInfo.InvariantCulture, $"say-{place}"), Label(action), SaysPrefix + SlackText.Line(say.Command, SlackLimits.ButtonValue - SaysPrefix.Length), null, Style(action)),
        CardAction.Open open => new(string.Create(CultureInfo.InvariantCulture, $"open-{place}"), Label(action), null, open.Address, Style(action)),
        _ => throw new ArgumentException($"No button is written for {action.GetType().Name}: give it its form here.", nameof(action)),
    };

    private static string Named(string kind, Answer answer) => string.Create(CultureInfo.InvariantCulture, $"{kind}{answer.Verb}-{answer.Option}");

    private static PlainText Label(CardAction action) => new(SlackText.Line(action.Label, SlackLimits.ButtonText));

    private static string? Style(CardAction action) => action.IsPrimary ? "primary" : null;

    private static string Plain(Card card) => string.Join('\n', new[] { card.Title, card.Lead, card.Outcome }
        .Concat(card.Blocks.Select(Plain))
        .Concat(card.Options.SelectMany(option => option.Blocks.Select(Plain).Prepend(option.Label)))
        .Where(line => !string.IsNullOrEmpty(line)));

    private static string Plain(CardBlock block) => block switch
    {
        CardBlock.Heading heading => heading.Text,
        CardBlock.Paragraph paragraph => paragraph.Text,
        CardBlock.Fact fact => $"{fact.Label}: {fact.Text}",
        CardBlock.Entry entry => $"• {entry.Text}",
        CardBlock.Script script => script.Text,
        CardBlock.Image image => $"[Picture: {image.About}]",
        _ => "",
    };
}
