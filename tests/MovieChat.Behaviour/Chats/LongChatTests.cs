using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>A chat that goes on and on.</summary>
public sealed class LongChatTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Chat_ThatIsLong_IsFoldedAndTellsTheModelNoMore()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project, "A long talk");
        head.Models.Script(title, [.. Enumerable.Range(0, 24).Select(place => Talking.Text($"Answer {place}. {string.Join(' ', Enumerable.Repeat("And so on.", 60))}"))]);

        // A fold gives way to a message: the writer pauses, and goes on.
        for (var place = 0; place < 18; place++) await _owner.SayAsync(project, chat, $"Question {place}");
        var seen = await Client.UntilAsync(async () => (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok(), found => found["summary"] is not null, "a summary");
        for (var place = 18; place < 24; place++) await _owner.SayAsync(project, chat, $"Question {place}");

        var calls = head.Models.CallsFor(title).Where(call => call.Kind == "chat").ToArray();
        Assert.NotEmpty(seen.Text("summary")!);
        Assert.All(calls, call => Assert.InRange(call.Texts.Count, 3, 2 + (2 * 18) + 1));
        Assert.InRange(calls[^1].Texts.Sum(text => text.Length), 1_000, calls.Max(call => call.Texts.Sum(text => text.Length)));
        Assert.NotNull(calls[^1].Request["chat"]!["summary"]);
        Assert.DoesNotContain("Question 0", calls[^1].Texts.Skip(2));
        Assert.Equal(48, (await _owner.MessagesAsync(project, chat)).Length);
        Assert.Equal("Question 0", (await _owner.MessagesAsync(project, chat))[0].Text("text"));
    }
}
