using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Web.Slack;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Slack;

/// <summary>Cards and forms as Slack is sent them. Slack's own types judge each of them as well, at the end of all tests.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackCardTests(SlackFixture fixture)
{
    private const string Hostile = "<!channel> <@U1|x> <https://evil.example|click> *bold* _i_ ~s~ `c` ```x``` :fire: @here &lt;!here&gt; https://evil.example\u0007\u202e\r\n> quote \ud83c\udfac";

    private static readonly Offer s_offer = new("p1", DocumentId.Parse("synopsis"), 3, DocumentStatus.AwaitingApproval);

    private static readonly SlackCards s_cards = new(new PictureLinks(new PublicLinks(() => "https://film.example", new byte[32])));

    [Fact]
    public void Card_OfHostileText_IsInert()
    {
        ValueList<CardBlock> blocks =
        [
            new CardBlock.Heading(Hostile), new CardBlock.Paragraph(Hostile), new CardBlock.Fact(Hostile, Hostile), new CardBlock.Entry(Hostile), new CardBlock.Image("abc", Hostile),
            .. ElementTypes.All.Select(type => new CardBlock.Script(type, Hostile)),
        ];
        var message = Sent(new Card { Title = Hostile, Lead = Hostile, Outcome = Hostile, Blocks = blocks, Actions = [new CardAction.Say(Hostile, Hostile), new CardAction.Decide("Yes", new(s_offer, "approve", 1))], Link = "https://film.example/a/b" });

        // Only these carry text, and none of them reads markup; links lead to the service alone.
        var carriers = Objects(message["blocks"]!).Where(each => each["text"] is JsonValue || each["alt_text"] is not null).Select(each => (string)each["type"]!).Distinct().Order();
        Assert.Equal(["image", "link", "plain_text", "text"], carriers);
        Assert.All(Objects(message["blocks"]!).Where(each => (string?)each["type"] == "plain_text"), each => Assert.False((bool)each["emoji"]!));
        Assert.Equal("https://film.example/a/b", (string)Assert.Single(Objects(message["blocks"]!), each => (string?)each["type"] == "link")["url"]!);
        Assert.Contains("<!channel> <@U1|x> <https://evil.example|click> *bold* _i_ ~s~ `c` ```x``` :fire: @here &lt;!here&gt; https://evil.example\n> quote \ud83c\udfac", SlackPerson.Words(message), StringComparison.Ordinal);

        // The text for notifications is read as markup, but for what is escaped in it.
        var text = (string)message["text"]!;
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@here", text, StringComparison.Ordinal);
        Assert.Contains("&lt;!channel&gt;", text, StringComparison.Ordinal);
        Assert.Contains("&amp;lt;!here&amp;gt;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 40_000)]
    [InlineData(5, 9_000)]
    [InlineData(19, 3_000)]
    [InlineData(40, 700)]
    public void Card_TooLongForAMessage_IsCutWithTheWayToAllOfIt(int options, int length)
    {
        var text = string.Concat(Enumerable.Repeat("Word & <mark> 🎬. ", length / 17));
        var card = new Card
        {
            Title = "The Ferry",
            Lead = "Draft 3 is ready.",
            Link = "https://film.example/a/b",
            Options = [.. Enumerable.Range(1, options).Select(number => new CardOption(number, $"Option {number}", [new CardBlock.Paragraph(text)], Actions(number)))],
            Actions = [new CardAction.Fill("I'm stuck…", new(s_offer, "stuck"))],
        };

        var message = Sent(card);

        Assert.Contains("This is not all of it. Read all of it", SlackPerson.Words(message), StringComparison.Ordinal);
        Assert.Contains("…", SlackPerson.Words(message), StringComparison.Ordinal);
        Assert.Contains(SlackPerson.Buttons(message), button => (string?)button["action_id"] == "decide-approve-1");
        Assert.Contains(SlackPerson.Buttons(message), button => (string?)button["action_id"] == "fill-stuck-");
        Assert.Contains("the rest does not fit here", SlackPerson.Words(Sent(card with { Link = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void Card_ThatFits_IsWhole()
    {
        var message = Sent(new Card
        {
            Title = "The Ferry",
            Lead = "Draft 1 of the dialogue is ready.",
            Link = "https://film.example/a/b",
            Blocks = [new CardBlock.Script(ElementTypes.Action, "Rain."), new CardBlock.Script(ElementTypes.Character, "MARA"), new CardBlock.Script(ElementTypes.Parenthetical, "(low)"), new CardBlock.Script(ElementTypes.Dialogue, "Go."), new CardBlock.Entry("one"), new CardBlock.Entry("two")],
        });

        Assert.Equal("The FerryDraft 1 of the dialogue is ready.Rain.\nMARA\n(low)\nGo.onetwoRead it on its page", SlackPerson.Words(message));
        var parts = message["blocks"]![1]!["elements"]!.AsArray().Select(part => (string)part!["type"]!);
        Assert.Equal(["rich_text_section", "rich_text_quote", "rich_text_list"], parts);
    }

    [Fact]
    public void Cards_OfAnyText_FitInAMessage()
    {
        foreach (var seed in Gen.Sample(Gen.Choose(0, int.MaxValue - 1), 150, 11)) Sent(Grown(new Random(seed)));
    }

    [Fact]
    public void Forms_OfAnyText_FitInAView()
    {
        var mark = new SlackFormMark($"{new Answer(s_offer, "edit", 1)}", "C1", "1.2", null);
        foreach (var seed in Gen.Sample(Gen.Choose(0, int.MaxValue - 1), 60, 12))
        {
            var random = new Random(seed);
            var fields = Enumerable.Range(0, random.Next(1, 61)).Select(place => new CardField($"a.b[{place}].{new string('x', random.Next(400))}", Text(random, 300), Text(random, 3000), random.Next(2) == 0, random.Next(2) == 0, 3000));
            var view = SlackForms.Of(new(new(s_offer, "edit", 1), Text(random, 60), Text(random, 60), [.. fields]), mark);
            if (view is not null) fixture.Collect("modal", $"form {seed}", JsonSerializer.SerializeToNode(view, SlackJson.Readable.SlackView)!);
        }

        // What a view can not hold is edited elsewhere.
        Assert.Null(SlackForms.Of(new(new(s_offer, "edit", 1), "T", "S", [.. Enumerable.Range(0, 60).Select(place => new CardField($"{place}", "L", new string('漢', 3000), true, false, 3000))]), mark));
    }

    [Fact]
    public void Form_Refused_SaysItAtItsFields()
    {
        var form = new CardForm(new(s_offer, "edit", 1), "T", "S", [new("lines[0]", "lines 1", "a", false, false, 10), new("lines[1]", "lines 2", "b", false, true, 10), new("title", "title", "c", false, false, 10)]);
        (string, string)[] errors = [("lines[1]", "is empty"), ("title", "is <long>"), ("lines", "are three"), ("unknown", "x")];
        var faults = SlackForms.Faults(form, "All is wrong.", errors.ToLookup(error => error.Item1, error => error.Item2));
        Assert.Equal([("field-0", "are three"), ("field-1", "is empty"), ("field-2", "is <long>")], faults.Select(fault => (fault.Key, fault.Value)).Order());
        Assert.Equal([("field-0", "All is wrong.")], SlackForms.Faults(form, "All is wrong.", errors.Skip(3).ToLookup(error => error.Item1, error => error.Item2)).Select(fault => (fault.Key, fault.Value)));
        Assert.Equal([("field-0", "It has 11 characters, and may have 10."), ("field-1", "Some words are needed here.")],
            SlackForms.Faults(form, new Dictionary<string, string> { ["lines[0]"] = "12345678901", ["lines[1]"] = " \n" }).Select(fault => (fault.Key, fault.Value)));
    }

    [Theory]
    [InlineData("<@U0BOT> what if?", "what if?")]
    [InlineData("ask <@U2|mara> in <#C1|general> &amp; <https://a.example/?x=1&amp;y=2|here> &lt;b&gt; <!here>", "ask @mara in #general & https://a.example/?x=1&y=2 <b> @here")]
    [InlineData("<@U9>: <#C2>", "@U9: #C2")]
    [InlineData("a < b > c <>", "a < b > c <>")]
    [InlineData("a\u0000\u202eb\r\nc", "ab\nc")]
    public void Text_ThatWasTyped_IsReadAsItWasMeant(string sent, string meant) => Assert.Equal(meant, SlackText.Said(sent, "U0BOT"));

    [Fact]
    public void Pieces_OfALongerText_BeginAlike()
    {
        var random = new Random(5);
        for (var run = 0; run < 50; run++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Text(random, 30)));
            var pieces = SlackText.Pieces(text, 100);
            Assert.Equal(text, string.Concat(pieces));
            Assert.All(pieces, piece => Assert.True(piece.Length <= 100));
            var shorter = SlackText.Pieces(text[..(text.Length / 2)], 100);
            Assert.Equal(pieces.Take(shorter.Count - 1), shorter.Take(shorter.Count - 1));
        }
    }

    [Fact]
    public async Task Judges_OfWhatIsSent_FindWhatSlackWouldRefuse()
    {
        JsonObject[] sent =
        [
            Judged("message", """{"text":"x","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","txt":"a"}]}]}]}"""),
            Judged("message", """{"text":"x","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*a*"}}]}"""),
            Judged("message", $$"""{"text":"x","blocks":[{"type":"image","image_url":"https://a.example","alt_text":"{{new string('a', 2001)}}"}]}"""),
            Judged("modal", """{"type":"modal","title":{"type":"plain_text","text":"T","emoji":false},"blocks":[{"type":"nonsense"}]}"""),
            Judged("response", """{"response_action":"errors","errors":{"a":5}}"""),
        ];
        var faults = await SlackPrograms.CheckAsync(sent);
        Assert.All(sent, each => Assert.Contains(faults, fault => fault.StartsWith((string)each["name"]!, StringComparison.Ordinal)));
    }

    private static JsonObject Judged(string kind, string sent) => new() { ["kind"] = kind, ["name"] = $"bad {Guid.NewGuid():N}", ["sent"] = JsonNode.Parse(sent) };

    private static ValueList<CardAction> Actions(int number) =>
        [new CardAction.Decide($"Choose {number}", new(s_offer, "approve", number)) { IsPrimary = true }, new CardAction.Fill("Change…", new(s_offer, "revise", number)), new CardAction.Fill("Edit…", new(s_offer, "edit", number))];

    private static Card Grown(Random random)
    {
        CardBlock Block() => random.Next(6) switch
        {
            0 => new CardBlock.Heading(Text(random, 200)),
            1 => new CardBlock.Paragraph(Text(random, 4000)),
            2 => new CardBlock.Fact(Text(random, 50), Text(random, 500)),
            3 => new CardBlock.Entry(Text(random, 300)),
            4 => new CardBlock.Image(new string('a', 64), Text(random, 3000)),
            _ => new CardBlock.Script(ElementTypes.All[random.Next(ElementTypes.All.Count)], Text(random, 500)),
        };
        ValueList<CardBlock> Blocks(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => Block())];
        return new()
        {
            Title = Text(random, 400),
            Lead = Text(random, 3000),
            Outcome = random.Next(2) == 0 ? null : Text(random, 3000),
            Link = random.Next(3) == 0 ? null : "https://film.example/a/b",
            Blocks = Blocks(60),
            Options = [.. Enumerable.Range(1, random.Next(1, 30)).Select(number => new CardOption(number, $"Option {number}", Blocks(6), Actions(number)))],
            Actions = [.. Enumerable.Range(0, random.Next(30)).Select(place => new CardAction.Say(Text(random, 100), Text(random, 2500))), new CardAction.Open("Open", "https://film.example/")],
        };
    }

    private static string Text(Random random, int most)
    {
        string[] pieces = ["word ", "<!here>", "&", "\n", "🎬", "👩‍👩‍👧", "\u0007", "\ud83d", "漢字", "\u202e", "*b*", "e\u0301", " ", "longerwordthanusual", "\u2028", "\""];
        var text = "";
        for (var length = random.Next(most); text.Length < length;) text += pieces[random.Next(pieces.Length)];
        return text;
    }

    private JsonObject Sent(Card card)
    {
        var message = s_cards.Of(card, "p1");
        var post = (JsonObject)JsonSerializer.SerializeToNode(SlackPost.New("C1", message), SlackJson.Readable.SlackPost)!;
        fixture.Collect("message", "card", post);
        return post;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject each => each.SelectMany(property => property.Value is null ? [] : Objects(property.Value)).Prepend(each),
        JsonArray items => items.SelectMany(item => item is null ? [] : Objects(item)),
        _ => [],
    };
}
