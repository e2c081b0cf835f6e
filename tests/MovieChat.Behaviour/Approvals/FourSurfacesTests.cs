using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Approvals.Surfaces;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Approvals;

/// <summary>The same draft offered by the API, by a webhook's link, in Slack and in Teams at once: one decision, and everybody is told of it. The embedded head has all four.
/// One that runs already must let webhooks go to this machine, and is tried on Slack and on Teams where it is set up for them: see docs/cloud.md.</summary>
public sealed class FourSurfacesTests(HeadFixture head) : IAsyncLifetime
{
    private readonly Dictionary<string, ISurface> _surfaces = [];
    private Client _writer = null!;
    private string _project = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _writer = await head.NewWriterAsync();
        (_surfaces["api"], _surfaces["link"]) = (new ApiSurface(_writer), new LinkSurface(_writer));
        if (head.Slack is { } slack) _surfaces["slack"] = new SlackSurface(slack, _writer);
        if (head.Teams is { } teams) _surfaces["teams"] = new TeamsSurface(teams, _writer);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var surface in _surfaces.Values) await surface.DisposeAsync();
        _writer.Dispose();
    }

    [Theory]
    [InlineData("api")]
    [InlineData("link")]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Decision_OnOneSurface_IsToldOnAll(string surface)
    {
        await OfferAsync(surface);

        await _surfaces[surface].ApproveAsync(2);

        await AssertToldEverywhereAsync(2);
    }

    [Theory]
    [InlineData("slack", "teams")]
    [InlineData("teams", "api")]
    [InlineData("link", "slack")]
    [InlineData("api", "link")]
    public async Task Decisions_OnTwoSurfacesAtTheSameMoment_AreOne(string one, string other)
    {
        await OfferAsync(one, other);

        await Task.WhenAll(_surfaces[one].ApproveAsync(2), _surfaces[other].ApproveAsync(3));

        await _writer.UntilAsync(_project, "ideas", "approved");
        await AssertToldEverywhereAsync(Assert.Single(await ApprovedAsync()).Number("option"));
    }

    /// <summary>Others read along there, and are nobody to the service.</summary>
    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Link_InAConversation_ShowsTheDraftAndDecidesNothing(string surface)
    {
        await OfferAsync(surface);
        var link = ((IConversation)_surfaces[surface]).Link;
        using var anybody = new HttpClient { BaseAddress = head.Owner.Address };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("verb", "approve"), KeyValuePair.Create("option", "2")]);

        var page = await anybody.GetStringAsync(link, Ct);
        using var answer = await anybody.PostAsync(link, form, Ct);

        Assert.Contains(Shown.Ready, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await ApprovedAsync());
    }

    /// <summary>Everybody opens the film before there is anything to decide on, and is offered its ideas.</summary>
    /// <param name="needed">The surfaces without which the test tells nothing.</param>
    private async Task OfferAsync(params IEnumerable<string> needed)
    {
        Assert.SkipWhen(needed.Contains("slack") && head.Slack is null, HeadFixture.WithoutSlack);
        Assert.SkipWhen(needed.Contains("teams") && head.Teams is null, HeadFixture.WithoutTeams);
        _project = await _writer.BeginAsync(HeadFixture.NewTitle());
        await Task.WhenAll(_surfaces.Values.Select(surface => surface.OpenAsync(_project)));
        await _writer.EditAsync(_project, "brief", Writing.Brief());
        await Task.WhenAll(_surfaces.Values.Select(surface => surface.UntilOfferedAsync()));
    }

    private async Task AssertToldEverywhereAsync(int option)
    {
        await Task.WhenAll(_surfaces.Values.Select(surface => surface.UntilToldAsync(option)));
        Assert.Equal(option, Assert.Single(await ApprovedAsync()).Number("option"));
    }

    private async Task<JsonNode[]> ApprovedAsync() =>
        [.. (await _writer.JournalAsync(_project)).Where(line => line.Text("type") == "draftApproved" && line.Text("document") == "ideas")];
}
