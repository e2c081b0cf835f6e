using System.Net;

namespace MovieChat.Behaviour.Approvals.Surfaces;

/// <summary>A program that asks the API.</summary>
internal sealed class ApiSurface(Client writer) : ISurface
{
    private string _project = "";

    public Task OpenAsync(string project)
    {
        _project = project;
        return Task.CompletedTask;
    }

    public Task UntilOfferedAsync() => writer.UntilAsync(_project, "ideas", "awaitingApproval");

    public async Task ApproveAsync(int option)
    {
        var reply = await writer.DecideAsync(_project, "ideas", "approve", 1, body => (body["option"], body["ifStatus"]) = (option, "awaitingApproval"));
        Assert.True(reply.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, reply.Body);
    }

    public async Task UntilToldAsync(int option) => Assert.Equal((1, option), (await writer.UntilAsync(_project, "ideas", "approved")).Approved());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
