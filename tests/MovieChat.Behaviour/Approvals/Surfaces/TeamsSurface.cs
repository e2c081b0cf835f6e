using MovieChat.Tests.Shared.Surfaces;

namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>A personal conversation with the bot in the playground, and somebody who says who they are.</summary>
internal sealed class TeamsSurface(TeamsPlayground playground, Client writer) : IConversation
{
    private readonly TeamsUser _user = TeamsUser.New(playground, writer.Root);
    private TeamsMessage? _offer;

    public string Link => Shown.LinkIn(_offer!.Body);

    public async Task OpenAsync(string project)
    {
        await _user.BindAsync(writer.Key);
        await _user.SayAsync($"open {project}");
        await _user.UntilShownAsync(Shown.Opened);
    }

    public async Task UntilOfferedAsync() => _offer = await _user.UntilShownAsync(Shown.Ready);

    public Task ApproveAsync(int option) => _user.PressAsync(_offer!, $"Choose {option}");

    public Task UntilToldAsync(int option)
    {
        var told = Shown.Approved(option);
        return _user.UntilAsync(message => message.Id == _offer!.Id && message.Shown.Contains(told, StringComparison.Ordinal), $"'{told}'");
    }

    public ValueTask DisposeAsync()
    {
        _user.Dispose();
        return ValueTask.CompletedTask;
    }
}
