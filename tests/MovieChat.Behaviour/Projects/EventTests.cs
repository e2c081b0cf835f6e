using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

public sealed class EventTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Events_WhileAFilmGrows_ComeInOrderWithoutGapsAndAreTheJournal()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        await using var listener = await Listener.OpenAsync(_owner, project);
        Assert.Equal((1, "projectStarted"), await listener.NextAsync() is { } first ? (first.Id, first.Type) : default);

        await _owner.EditAsync(project, "brief", Writing.Brief());
        await _owner.ApproveAsync(project, "ideas", 2);
        var heard = await listener.UntilAsync(each => each.Type == "draftReceived" && each.Json.Text("document") == "synopsis");

        Assert.Equal(Enumerable.Range(2, heard.Count), heard.Select(each => each.Id));
        var journal = await _owner.JournalAsync(project);
        foreach (var each in heard)
        {
            Reading.Same(journal[each.Id - 1], each.Json);
            Assert.Equal((each.Id, each.Type), (each.Json.Number("sequence"), each.Json.Text("type")));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Events_ResumedAfterAnId_BeginWithTheNext(int after)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        await using var byHeader = await Listener.OpenAsync(_owner, project, after);
        await using var byQuery = await Listener.OpenAsync(_owner, project, query: $"?lastEventId={after}");

        Assert.Equal(after + 1, (await byHeader.NextAsync())!.Id);
        Assert.Equal(after + 1, (await byQuery.NextAsync())!.Id);
    }

    [Fact]
    public async Task Events_ResumedAfterTheLast_BringOnlyWhatHappensThen()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var last = (await _owner.ProjectAsync(project)).Number("revision");
        await using var listener = await Listener.OpenAsync(_owner, project, last);

        await _owner.DecideAsync(project, "plot", "reopen");

        Assert.Equal((last + 1, "documentReopened"), await listener.NextAsync() is { } next ? (next.Id, next.Type) : default);
    }

    [Fact]
    public async Task Events_AcrossDroppedConnections_AreNeitherLostNorRepeated()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var heard = new List<Heard>();
        for (var drop = 0; drop < 4; drop++)
        {
            await using (var listener = await Listener.OpenAsync(_owner, project, heard.Count == 0 ? null : heard[^1].Id))
            {
                heard.Add((await listener.NextAsync())!);
            }

            await _owner.EditAsync(project, "brief", Writing.Brief());
        }

        await using var rest = await Listener.OpenAsync(_owner, project, heard[^1].Id);
        heard.AddRange(await rest.UntilAsync(each => each.Json.Text("document") == "brief" && (int?)each.Json["draft"] == 5 && each.Type == "draftApproved"));
        Assert.Equal(Enumerable.Range(1, heard.Count), heard.Select(each => each.Id));
    }

    [Fact]
    public async Task Events_OfTwoListeners_AreTheSame()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await using var one = await Listener.OpenAsync(_owner, project);
        await using var other = await Listener.OpenAsync(_owner, project, 0);
        await _owner.ApproveAsync(project, "ideas");

        var last = new Func<Heard, bool>(each => each.Type == "draftReceived" && each.Json.Text("document") == "synopsis");
        Assert.Equal(await one.UntilAsync(last), await other.UntilAsync(last));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999")]
    [InlineData("99999999999999999999")]
    public async Task Events_AfterAnIdThatNeverWas_AreRefused(string id)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        var problem = (await _owner.GetAsync($"/api/projects/{project}/events?lastEventId={id}")).Problem(HttpStatusCode.BadRequest, "malformed-request");

        Assert.Equal("lastEventId", problem.Text("path"));
    }

    [Fact]
    public async Task Events_FollowedByMoreThanFiftyListenersOfOneWriter_AreRefusedUntilOneLeaves()
    {
        using var writer = await head.NewWriterAsync();
        var project = await writer.BeginAsync(HeadFixture.NewTitle());
        var listeners = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Listener.OpenAsync(writer, project)));

        (await writer.GetAsync($"/api/projects/{project}/events")).Problem(HttpStatusCode.TooManyRequests, "too-many-streams");

        foreach (var listener in listeners) await listener.DisposeAsync();
        await Client.UntilAsync(async () => await OpensAsync(writer, project), opens => (bool)opens, "a seat to be free");
    }

    [Fact]
    public async Task Events_OfAnUnknownProject_AreNotFound() =>
        (await _owner.GetAsync("/api/projects/nosuchproject/events")).Problem(HttpStatusCode.NotFound, "unknown-project");

    private static async Task<JsonNode> OpensAsync(Client writer, string project)
    {
        using var response = await writer.Http.GetAsync($"/api/projects/{project}/events", HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode;
    }
}
