using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Web.Teams;
using MovieChat.Web.Teams.Cards;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Teams;

/// <summary>What cards are in Teams.</summary>
public sealed class TeamsCardTests
{
    private static readonly Offer s_offer = new("p1", DocumentId.Parse("synopsis"), 3, DocumentStatus.AwaitingApproval);
    private static readonly string[] s_hostile =
    [
        "**bold** _it_ [a](https://film.example) ![p](https://film.example/p.png)", "<at>Ida</at> <b>x</b> <script>alert(1)</script> <img src=x onerror=alert(1)>", "&lt;b&gt; &amp;nbsp;",
        "{{DATE(2026-11-30T00:00:00Z, SHORT)}} {{{TIME(2026-11-30T00:00:00Z)}}}", "# head\n- item\n1. item\n> quote\n```code```\n---", "\u0000\u0007\u001b[31mred\u009b31m", "${name} ${expr()}", "\"quotes\" \\ back\\slash",
        "\ud83d\ude80 rocket \u202eabc\u202c", "\u2028\u2029", "{{", "{{{{{{", "", " ",
    ];

    private readonly CardWriter _writer = new(new PictureLinks(new PublicLinks(() => TeamsHead.PublicUrl, RandomNumberGenerator.GetBytes(32))));

    [Fact]
    public async Task Card_WithHostileText_ShowsItAsItStands()
    {
        var cards = s_hostile.Select(text => (Text: text, Card: Json(_writer.Write(Full(text), "p1", takesPlainHttp: false)))).ToArray();

        Assert.All(cards, each => Assert.All(
            Cards.Elements(each.Card).Where(element => (string)element["type"]! == "TextBlock"),
            block => Assert.StartsWith("It is longer", (string)block["text"]!, StringComparison.Ordinal)));
        Assert.All(cards, each => Assert.All(
            Cards.Elements(each.Card).Where(element => (string)element["type"]! == "TextRun").Select(run => (string)run["text"]!),
            text =>
            {
                Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
            }));
        Assert.All(cards, each => Assert.Contains(CardText.Clean(each.Text), string.Concat(Cards.Words(each.Card).Select(word => $"{word}\n")), StringComparison.Ordinal));
        await CardPrograms.CheckAsync(cards.Select(each => each.Card));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("映")]
    [InlineData("\ud83d\ude80")]
    [InlineData("\"\\\n")]
    public async Task Card_OfALongDraft_IsCutToFitAndSaysSo(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 1_500));
        var blocks = Enumerable.Range(0, 60).SelectMany(_ => (CardBlock[])[new CardBlock.Paragraph(text), new CardBlock.Fact("Who", text), new CardBlock.Script("dialogue", text)]).ToValueList();
        var single = Json(_writer.Write(new Card { Title = text, Lead = text, Blocks = blocks, Actions = [new CardAction.Decide("Approve", new(s_offer, "approve", 1))], Link = $"{TeamsHead.PublicUrl}/a/1" }, "p1", takesPlainHttp: false));
        var several = Json(_writer.Write(
            new Card { Title = "T", Lead = "L", Options = [.. Enumerable.Range(1, 5).Select(number => new CardOption(number, $"Option {number}", blocks, [new CardAction.Decide($"Choose {number}", new(s_offer, "approve", number))]))], Outcome = text }, "p1", takesPlainHttp: false));

        Assert.All(new[] { single, several }, card =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), 5_000, 26_000);
            Assert.Contains(Cards.Words(card), words => words.StartsWith("It is longer than a message may be", StringComparison.Ordinal));
            Assert.DoesNotContain("\ufffd", card.ToJsonString(), StringComparison.Ordinal);
        });
        Assert.Contains(Cards.Buttons(single), button => (string)button["title"]! == "Read all of it");
        Assert.Equal(5, Cards.Buttons(several).Count(button => ((string)button["title"]!).StartsWith("Choose", StringComparison.Ordinal)));
        await CardPrograms.CheckAsync(single, several);
    }

    [Fact]
    public async Task Card_WithManyButtons_HasThemInRowsOfSix()
    {
        var card = Json(_writer.Write(new Card { Title = "T", Lead = "L", Actions = [.. Enumerable.Range(0, 14).Select(number => new CardAction.Say($"Open {number}", $"open {number}"))] }, null, takesPlainHttp: false));

        Assert.Equal([6, 6, 2], card["body"]!.AsArray().Where(element => (string)element!["type"]! == "ActionSet").Select(row => row!["actions"]!.AsArray().Count));
        await CardPrograms.CheckAsync(card);
    }

    [Fact]
    public void Picture_WithoutAnAddressOverTls_IsToldInWords()
    {
        var card = new Card { Title = "T", Lead = "L", Blocks = [new CardBlock.Image("abc", "Portrait of Mara")] };
        var unsafely = new CardWriter(new PictureLinks(new PublicLinks(() => "http://127.0.0.1:7071", new byte[32])));

        Assert.Contains(Cards.Elements(Json(_writer.Write(card, "p1", takesPlainHttp: false))), element => (string)element["type"]! == "Image" && ((string)element["url"]!).StartsWith($"{TeamsHead.PublicUrl}/pictures/p1/abc/", StringComparison.Ordinal));
        Assert.Contains("[A picture: Portrait of Mara]", Cards.Words(Json(unsafely.Write(card, "p1", takesPlainHttp: false))));
        Assert.Contains(Cards.Elements(Json(unsafely.Write(card, "p1", takesPlainHttp: true))), element => (string)element["type"]! == "Image");
    }

    [Fact]
    public async Task Form_WithFaults_ShowsThemBesideItsFields()
    {
        var form = new CardForm(new(s_offer, "edit", 1), "Edit the synopsis", "Approve this", [.. s_hostile.Select((text, number) => new CardField($"lines[{number}]", text.Length > 0 ? text : "line", text, number % 2 == 0, number % 3 == 0, 3_000))]);
        var faults = new[] { (Field: "lines[2]", Message: "It is too long.") }.ToLookup(each => each.Field, each => each.Message);

        var card = Json(FormWriter.Write(form, "It was not taken.", faults)!);

        var body = card["body"]!.AsArray();
        Assert.Equal("It is too long.", Cards.Words(body[body.IndexOf(body.First(element => (string?)element!["id"] == "field.lines[2]")) + 1]!).Single());
        Assert.Equal(s_hostile.Where(text => text.Length > 0), Cards.Elements(card).Where(element => (string)element["type"]! == "Input.Text").Select(input => (string?)input["value"]).OfType<string>());
        Assert.Equal("none", (string)Cards.Button(card, "Cancel")["associatedInputs"]!);
        await CardPrograms.CheckAsync(card);
    }

    [Fact]
    public void Form_ThatIsLargerThanAMessage_IsNone() =>
        Assert.Null(FormWriter.Write(new(new(s_offer, "edit", 1), "Edit", "Approve this", [.. Enumerable.Range(0, 40).Select(number => new CardField($"f{number}", "line", new string('x', 2_000), true, false, 3_000))])));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("映")]
    [InlineData("\ud83d\ude80")]
    [InlineData("a word and ")]
    [InlineData("a line\n")]
    public void Talk_HoweverLong_IsInMessagesThatFit(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000)).Trim();

        var parts = TalkPost.Parts(text);

        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 20_000));
        Assert.Equal(Bare(text), Bare(string.Concat(parts)));
        Assert.DoesNotContain(parts, part => part.Any(letter => letter == '\ufffd'));

        static string Bare(string each) => string.Concat(each.Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static JsonObject Json(AdaptiveCard card) => JsonSerializer.SerializeToNode(card, TeamsJson.Readable.AdaptiveCard)!.AsObject();

    private static Card Full(string text) => new()
    {
        Title = text,
        Lead = text,
        Blocks =
        [
            new CardBlock.Heading(text), new CardBlock.Paragraph(text), new CardBlock.Fact(text, text), new CardBlock.Entry(text), new CardBlock.Script("character", text), new CardBlock.Script("parenthetical", text),
            new CardBlock.Script("dialogue", text), new CardBlock.Script("heading", text), new CardBlock.Script("action", text), new CardBlock.Image("abc", text.Length > 0 ? text : "nothing"),
        ],
        Options = [new(1, "Option 1", [new CardBlock.Paragraph(text)], [new CardAction.Decide("Choose 1", new(s_offer, "approve", 1)) { IsPrimary = true }, new CardAction.Fill("Change…", new(s_offer, "revise", 1))])],
        Actions = [new CardAction.Say("Status", "status"), new CardAction.Open("Look", TeamsHead.PublicUrl)],
        Outcome = text,
    };
}
