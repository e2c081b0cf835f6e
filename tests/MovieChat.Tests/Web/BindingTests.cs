using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Tests.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Approvals;

namespace MovieChat.Tests.Web;

/// <summary>Who somebody on another surface is: by a link that works once, for whoever shows a key.</summary>
public sealed class BindingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly Speaker _speaker = new("slack", $"T{Guid.NewGuid():N}", "U1", "Wren <of> the docks");
    private FrontDoor _door = null!;
    private Visitor _wren = null!, _robin = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private WriterBindings Bindings => _door.Get<WriterBindings>();

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync(await azurite.ClientsAsync(), services => services.AddSingleton<TimeProvider>(_clock), ("MovieChat:PublicUrl", "https://film.example"));
        (_wren, _robin) = (await _door.WriterAsync(), await _door.WriterAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _wren.Dispose();
        _robin.Dispose();
        await _door.DisposeAsync();
    }

    [Fact]
    public async Task Link_ShownWithAKey_BindsOnceAndNobodyElse()
    {
        var link = Bindings.LinkFor(_speaker)!;

        var bound = await (await _wren.PostAsync("/api/bindings", new { link })).ReadAsync(HttpStatusCode.OK);

        Assert.Equal(("slack", _speaker.Realm, _speaker.Name), (bound.Text("surface"), bound.Text("realm"), bound.Text("name")));
        await (await _wren.PostAsync("/api/bindings", new { link })).ProblemAsync(HttpStatusCode.Conflict, "link-used");
        await (await _robin.PostAsync("/api/bindings", new { link })).ProblemAsync(HttpStatusCode.Conflict, "link-used");
        Assert.Equal(bound.Text("writer"), (await Bindings.FindAsync(_speaker, Ct))!.Writer);
        Assert.Null(await Bindings.FindAsync(_speaker with { Realm = "T2" }, Ct));
    }

    [Fact]
    public async Task Link_UsedByTwoAtTheSameMoment_BindsOne()
    {
        var link = Bindings.LinkFor(_speaker)!;

        var answers = await Task.WhenAll(_wren.PostAsync("/api/bindings", new { link }), _robin.PostAsync("/api/bindings", new { link }));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Link_WithAnotherLetter_BindsNobody()
    {
        var link = Bindings.LinkFor(_speaker)!;
        var place = link.IndexOf("/bind/", StringComparison.Ordinal) + 10;
        foreach (var forged in new[] { link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link[..place] + (link[place] == 'A' ? 'B' : 'A') + link[(place + 1)..], link[..link.LastIndexOf('.')], "https://film.example/bind/" })
        {
            await (await _wren.PostAsync("/api/bindings", new { link = forged })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value");
        }

        Assert.Null(await Bindings.FindAsync(_speaker, Ct));
    }

    [Fact]
    public async Task Link_AfterHalfAnHour_BindsNobody()
    {
        var link = Bindings.LinkFor(_speaker)!;
        _clock.Advance(WriterBindings.Life);

        var refused = await (await _wren.PostAsync("/api/bindings", new { link })).ProblemAsync(HttpStatusCode.Conflict, "link-used");

        Assert.Contains("expired", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Null(await Bindings.FindAsync(_speaker, Ct));
        using var nobody = _door.Client(null);
        Assert.Equal(HttpStatusCode.Gone, (await nobody.GetAsync(new Uri(link).AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task Page_OfALink_AsksForAKeyAndBindsOnce()
    {
        using var nobody = _door.Client(null);
        var page = new Uri(Bindings.LinkFor(_speaker)!).AbsolutePath;

        var shown = await (await nobody.GetAsync(page)).TextAsync();
        var wrong = await nobody.SendAsync(HttpMethod.Post, page, Form("mc_nobody"));
        var right = await nobody.SendAsync(HttpMethod.Post, page, Form(_wren.Key!));
        var again = await nobody.SendAsync(HttpMethod.Post, page, Form(_robin.Key!));

        Assert.Contains("Wren &lt;of&gt; the docks", shown, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Gone], new[] { wrong, right, again }.Select(answer => answer.StatusCode));
        var listed = Assert.Single((await _wren.GetJsonAsync("/api/bindings"))["items"]!.AsArray())!;
        Assert.Equal(_speaker.Name, listed.Text("name"));
    }

    [Fact]
    public async Task Binding_ThatIsDeleted_LetsNobodyWriteAnyMore()
    {
        var bound = await (await _wren.PostAsync("/api/bindings", new { link = Bindings.LinkFor(_speaker) })).ReadAsync(HttpStatusCode.OK);
        Assert.Empty((await _robin.GetJsonAsync("/api/bindings"))["items"]!.AsArray());
        await (await _robin.DeleteAsync($"/api/bindings/{bound.Text("id")}")).ProblemAsync(HttpStatusCode.NotFound, "unknown-binding");

        Assert.Equal(HttpStatusCode.NoContent, (await _wren.DeleteAsync($"/api/bindings/{bound.Text("id")}")).StatusCode);

        Assert.Null(await Bindings.FindAsync(_speaker, Ct));
        Assert.Empty((await _wren.GetJsonAsync("/api/bindings"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Binding_ToAWriterWhoseKeysAreRevoked_OpensNothing()
    {
        var bound = await (await _wren.PostAsync("/api/bindings", new { link = Bindings.LinkFor(_speaker) })).ReadAsync(HttpStatusCode.OK);

        await _door.Owner.DeleteAsync($"/api/keys/{_wren.KeyId}");

        Assert.Null(await Bindings.FindAsync(_speaker, Ct));
        using var next = await _door.WriterAsync(bound.Text("writer"));
        Assert.Equal(bound.Text("writer"), (await Bindings.FindAsync(_speaker, Ct))!.Writer);
    }

    [Fact]
    public async Task Owner_IsKnownWithoutAnyKeyInTheTable()
    {
        await (await _door.Owner.PostAsync("/api/bindings", new { link = Bindings.LinkFor(_speaker) })).ReadAsync(HttpStatusCode.OK);

        Assert.Equal(Caller.Owner, await Bindings.FindAsync(_speaker, Ct));
    }

    private static FormUrlEncodedContent Form(string key) => new([KeyValuePair.Create("key", key)]);
}
