using System.Text.Json.Nodes;
using MovieChat.Tests.Shared.Surfaces;

namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>A channel of Slack, and somebody in it who says who they are.</summary>
internal sealed class SlackSurface : IConversation
{
    private readonly FakeSlack _slack;
    private readonly Client _writer;
    private readonly SlackPerson _person;
    private readonly string _channel = FakeSlack.NewId("C");
    private JsonObject _offer = [];
    private int _presses;

    public SlackSurface(FakeSlack slack, Client writer)
    {
        (_slack, _writer, _person) = (slack, writer, new(slack, writer.Root, _channel));
        slack.Invite(_channel);
    }

    public string Link => Shown.LinkIn(_offer);

    public async Task OpenAsync(string project)
    {
        await _person.BindAsync(_writer.Key);
        await _person.CommandAsync($"open {project}");
        await UntilAsync(() => Saying(Shown.Opened), Shown.Opened);
    }

    public async Task UntilOfferedAsync() => _offer = await UntilAsync(() => Saying(Shown.Ready), Shown.Ready);

    public Task ApproveAsync(int option)
    {
        _presses++;
        return _person.PressAsync(_offer, $"decide-approve-{option}");
    }

    /// <summary>The message changes with the news, and with every press: each is worked on after it was acknowledged, so that one that came second may still be under way.</summary>
    public async Task UntilToldAsync(int option)
    {
        var told = Shown.Approved(option);
        await UntilAsync(() => Saying(Shown.Ready) is null && Changes > _presses ? Saying(told) : null, told);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private int Changes => _slack.To("chat.update").Count(call => call.Channel == _channel && call.Body.Text("ts") == _offer.Text("ts"));

    private JsonObject? Saying(string words) => _slack.Messages(_channel).FirstOrDefault(message => SlackPerson.Words(message).Contains(words, StringComparison.Ordinal));

    private Task<JsonObject> UntilAsync(Func<JsonObject?> find, string what) =>
        Waiting.UntilFoundAsync(find, $"'{what}' in Slack", () => string.Join('\n', _slack.Messages(_channel).Select(SlackPerson.Words)));
}
