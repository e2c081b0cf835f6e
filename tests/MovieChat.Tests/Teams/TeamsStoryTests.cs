using System.Text.Json.Nodes;
using MovieChat.Tests.Local;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Teams;

/// <summary>A film by Teams alone.</summary>
[Collection(TeamsTests.Name)]
public sealed class TeamsStoryTests(TeamsStage stage)
{
    [Fact]
    public async Task Story_ByTeamsAlone_GoesFromTheFirstWordToADecision()
    {
        using var user = stage.User();
        await user.BindAsync(HeadHome.Key);

        await user.SayAsync("new The Last Ferry: a captain must choose between her island and her daughter");
        var begun = await user.UntilShownAsync("The film is begun");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");

        // A form in the place of the card, back again, and then filled in.
        var change = Cards.Buttons(ideas.Card!).First(button => (string)button["title"]! == "Change…");
        var form = await user.PressAsync(ideas, change);
        Assert.Equal("application/vnd.microsoft.card.adaptive", form.Text("type"));
        Assert.Contains("What is to change?", Cards.Words(form["value"]!));
        var back = await user.PressAsync(ideas, Cards.Button(form["value"]!, "Cancel"));
        Assert.Contains("Change…", Cards.Words(back["value"]!));
        var empty = await user.PressAsync(ideas, Cards.Button(form["value"]!, "Ask for it"));
        Assert.Contains("Input.Text", Cards.Elements(empty["value"]).Select(element => (string)element["type"]!));
        var asked = await user.PressAsync(ideas, Cards.Button(form["value"]!, "Ask for it"), ("notes", "More storm."));
        Assert.Contains(Cards.Words(asked["value"]!), words => words.Contains("Changes were asked for: More storm.", StringComparison.Ordinal));
        await user.UntilAsync(message => message.Id == ideas.Id && message.Changes > 0 && message.Shown.Contains("More storm.", StringComparison.Ordinal), "the first draft's card to be closed");

        var second = await user.UntilShownAsync("Draft 2 of the ideas is ready");
        var chosen = await user.PressAsync(second, "Choose 2");
        Assert.Equal(200, (int)chosen["statusCode"]!);
        Assert.Contains(Cards.Words(chosen["value"]!), words => words.StartsWith("Approved, option 2.", StringComparison.Ordinal));
        Assert.Empty(Cards.Buttons(chosen["value"]!));
        var closed = await user.UntilAsync(message => message.Id == second.Id && message.Shown.Contains("Approved, option 2.", StringComparison.Ordinal), "the card to be changed for everybody");
        Assert.Empty(Cards.Buttons(closed.Card!));
        await user.UntilShownAsync("Draft 1 of the synopsis is ready");

        await CardPrograms.CheckAsync([.. stage.Cloud.Calls.Select(call => call.Body["attachments"]?[0]?["content"]).OfType<JsonNode>(), begun.Card!, form["value"]!, back["value"]!, empty["value"]!, chosen["value"]!]);
    }

    [Fact]
    public async Task Card_OfADraftDecidedByTheApi_IsChanged()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Lamp: a keeper lets it go out once");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");

        var answer = await stage.Head.Owner.PostAsync($"/api/projects/{ProjectOf(ideas)}/documents/ideas/decisions", new { verb = "approve", draft = 1, option = 1 });
        await answer.ReadAsync(System.Net.HttpStatusCode.Accepted);

        var closed = await user.UntilAsync(message => message.Id == ideas.Id && message.Shown.Contains("Approved", StringComparison.Ordinal), "the card to be changed");
        Assert.Empty(Cards.Buttons(closed.Card!));
        var late = await user.PressAsync(ideas, "Choose 2");
        Assert.Contains(Cards.Words(late["value"]!), words => words.StartsWith("Approved.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_TwoAtOnce_AreOneDecision()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Well: two sisters and one bucket");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");

        var answers = await Task.WhenAll(user.PressAsync(ideas, "Choose 1"), user.PressAsync(ideas, "Choose 3"));

        var told = answers.Select(answer => Cards.Words(answer["value"]!).Single(words => words.StartsWith("Approved", StringComparison.Ordinal))).Distinct();
        Assert.Single(told);
        var journal = await stage.Head.Owner.GetJsonAsync($"/api/projects/{ProjectOf(ideas)}/journal?limit=200");
        Assert.Single(journal["items"]!.AsArray(), entry => entry!.ToJsonString().Contains("approved", StringComparison.OrdinalIgnoreCase) && entry.ToJsonString().Contains("ideas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Talk_InAPersonalConversation_IsOneMessageThatHoldsAllInTheEnd()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Reef");
        await user.UntilShownAsync("The film is begun");

        await user.SayAsync("What could <b>the first scene</b> be? **Say it**.");

        var answer = await user.UntilAsync(message => message.Text is { Length: > 0 } text && !text.Contains("/bind/", StringComparison.Ordinal) && !text.EndsWith('…'), "an answer");
        Assert.Equal("plain", answer.Body.Text("textFormat"));
        Assert.Contains(stage.Cloud.Calls, call => call.Conversation == user.Conversation && call.Body.Text("type") == "typing");
    }

    [Fact]
    public async Task Tips_AskedForInAForm_LeaveTheCardAsItWasAndCome()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Gate: it opens inwards");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");
        var form = await user.PressAsync(ideas, "I'm stuck…");

        var asked = await user.PressAsync(ideas, Cards.Button(form["value"]!, "Ask for tips"));

        Assert.Contains("Tips are asked for, and come here.", string.Concat(Cards.Words(asked["value"]!)), StringComparison.Ordinal);
        Assert.Contains("Choose 1", Cards.Words(asked["value"]!));
        await user.UntilShownAsync("Tips for the ideas, as you asked.");
        await CardPrograms.CheckAsync(form["value"]!, asked["value"]!);
    }

    [Fact]
    public async Task Edit_InAForm_IsApprovedWithWhatWasFilledInAndRefusedWithWhatWasEmptied()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Oar: it is all that is left");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");
        var form = await user.PressAsync(ideas, Cards.Buttons(ideas.Card!).First(button => (string)button["title"]! == "Edit…"));
        var inputs = Cards.Elements(form["value"]).Where(element => (string)element["type"]! == "Input.Text").ToDictionary(input => ((string)input["id"]!)["field.".Length..], input => (string)input["value"]!);
        var send = Cards.Button(form["value"]!, "Approve this");

        var refused = await user.PressAsync(ideas, send, [.. inputs.Where(input => input.Key != "logline").Select(input => (input.Key, input.Value))]);
        var taken = await user.PressAsync(ideas, send, [.. inputs.Select(input => (input.Key, input.Key == "logline" ? "A rower **keeps** rowing." : input.Value))]);

        Assert.Contains("attention", Cards.Elements(refused["value"]).Where(element => (string)element["type"]! == "TextRun").Select(run => (string?)run["color"]));
        Assert.Empty(Cards.Buttons(taken["value"]!));
        var project = ProjectOf(ideas);
        var document = await stage.Head.Owner.GetJsonAsync($"/api/projects/{project}/documents/ideas");
        Assert.Contains("A rower **keeps** rowing.", document.ToJsonString(), StringComparison.Ordinal);
        await CardPrograms.CheckAsync(form["value"]!, refused["value"]!, taken["value"]!);
    }

    [Fact]
    public async Task Welcome_WhenTheBotIsAdded_IsACardWithHelp()
    {
        using var user = stage.User();
        var added = user.Activity("conversationUpdate");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsCloud.Bot });

        await user.SendAsync(added);

        var card = await user.UntilShownAsync("From an idea to a film");
        var pressed = await user.PressAsync(card, "Help");
        Assert.Equal("application/vnd.microsoft.activity.message", pressed.Text("type"));
        await user.UntilShownAsync("/bind/");
    }

    [Fact]
    public async Task Stranger_InAGroup_GetsNoLinkAndDoesNothing()
    {
        using var writer = await stage.WriterAsync();
        using var group = writer.In($"19:{Guid.NewGuid():N}@thread.v2", "groupChat");
        await group.SayAsync("new The Tide: it does not come back");
        var ideas = await group.UntilShownAsync("Draft 1 of the ideas is ready");
        using var stranger = stage.User().In(group.Conversation, "groupChat");

        await stranger.SayAsync("status");
        var pressed = await stranger.PressAsync(ideas, "Choose 1");

        await group.UntilShownAsync("Write to me personally");
        Assert.Equal(400, (int)pressed["statusCode"]!);
        Assert.DoesNotContain(group.Messages, message => Says(message, "/bind/"));

        // The draft's own card has a link for reading, which decides nothing.
        Assert.DoesNotContain(group.Messages.Where(message => !Says(message, "Draft 1 of the ideas is ready")), message => Says(message, TeamsHead.PublicUrl));
        var film = await stage.Head.Owner.GetJsonAsync($"/api/projects/{ProjectOf(ideas)}");
        Assert.Equal("awaitingApproval", film.Document("ideas").Text("status"));
    }

    [Fact]
    public async Task Channel_WithAFilm_IsToldInThreadsOfItsOwn()
    {
        using var writer = await stage.WriterAsync();
        var channel = $"19:{Guid.NewGuid():N}@thread.tacv2";
        using var thread = writer.In($"{channel};messageid=1767225600017", "channel");

        await thread.SayAsync("new The Quay: nobody leaves");

        await thread.UntilShownAsync("The film is begun");
        var begun = await Waiting.UntilFoundAsync(
            () => stage.Cloud.Calls.FirstOrDefault(call => call.Method == "BEGIN" && call.Conversation.StartsWith(channel, StringComparison.Ordinal)),
            "a thread of the draft's own", () => string.Join('\n', stage.Cloud.Calls));
        using var answering = writer.In(begun.Conversation, "channel");
        var ideas = answering.Messages.Single();
        var chosen = await answering.PressAsync(ideas, "Choose 1");
        Assert.Contains(Cards.Words(chosen["value"]!), words => words.StartsWith("Approved", StringComparison.Ordinal));
        await answering.UntilAsync(message => message.Id == ideas.Id && message.Changes > 0, "the card in the thread to be changed");
    }

    [Fact]
    public async Task Button_OfAnOldClient_AnswersByAMessage()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Kite: it flies without wind");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");
        var press = user.Activity("message");
        press["replyToId"] = ideas.Id;
        press["value"] = Cards.Button(ideas.Card!, "Choose 1")["fallback"]!["data"]!.DeepClone();

        await user.SendAsync(press);

        var closed = await user.UntilAsync(message => message.Id == ideas.Id && message.Shown.Contains("Approved", StringComparison.Ordinal), "the card to be changed");
        Assert.Empty(Cards.Buttons(closed.Card!));
    }

    private static bool Says(TeamsMessage message, string text) => message.Body.ToJsonString().Contains(text, StringComparison.Ordinal);

    internal static string ProjectOf(TeamsMessage message) => Cards.Buttons(message.Card!).Select(button => (string?)button["data"]?["answer"]).OfType<string>().First().Split('|')[1];
}
