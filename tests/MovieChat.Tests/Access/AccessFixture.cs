using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Core.Picturing;
using MovieChat.Storage;
using MovieChat.Tests.Picturing;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;
using MovieChat.Web.Approvals;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Access;

/// <summary>A front door, a writer with a project, another writer, and whatever else can be shown at the door.</summary>
public sealed class AccessFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Script = Routes.All.Single(route => route is { Method: "POST", MediaType: "text/plain" }).Body!;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Dictionary<Shown, string?[]> _headers = [];

    /// <summary>The id of a project of the writer that no test changes.</summary>
    public string Project { get; private set; } = "";

    /// <summary>What was said in that project.</summary>
    private Said _said = null!;

    /// <summary>What that project shows.</summary>
    private SoundPicture _picture = null!;

    internal FrontDoor Door { get; private set; } = null!;

    internal Visitor Writer { get; private set; } = null!;

    internal Visitor Other { get; private set; } = null!;

    internal AzuriteFixture Azurite => azurite;

    public IEnumerable<RouteEndpoint> Endpoints => Door.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>The headers that are shown as <paramref name="shown"/>; null stands for none.</summary>
    public IReadOnlyList<string?> Headers(Shown shown) => _headers[shown];

    public async ValueTask InitializeAsync()
    {
        Door = await FrontDoor.OpenAsync(await azurite.ClientsAsync(), ("MovieChat:Limits:Burst", "1000000"), ("MovieChat:Limits:EventStreams", "10000"), ("MovieChat:PublicUrl", "https://film.example"));
        (Writer, Other) = (await Door.WriterAsync(), await Door.WriterAsync());
        Project = (await Writer.StartAsync()).Id();
        _said = await SayAsync(Project);
        _picture = PictureReader.Read(PictureDouble.Bytes(96, 64));
        await Door.Get<PictureStore>().AddAsync(Project, _picture, TestContext.Current.CancellationToken);
        using var revoked = await Door.WriterAsync();
        await Door.Owner.DeleteAsync($"/api/keys/{revoked.KeyId}");
        _headers[Shown.NoKey] = [null];
        _headers[Shown.MalformedHeader] = [.. Malformed(Writer.Key!), .. Malformed(Door.Owner.Key!)];
        _headers[Shown.UnknownKey] = ["Bearer mc_" + new string('A', 43), $"Bearer {FrontDoor.OwnerKey}", $"Bearer {Writer.KeyId}"];
        _headers[Shown.RevokedKey] = ["Bearer " + revoked.Key];
        _headers[Shown.OtherWriter] = ["Bearer " + Other.Key];
        _headers[Shown.Writer] = ["Bearer " + Writer.Key];
        _headers[Shown.Owner] = ["Bearer " + Door.Owner.Key];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Writer.Dispose();
        Other.Dispose();
        await Door.DisposeAsync();
    }

    /// <summary>Sends a request with an Authorization header as it is given.</summary>
    /// <returns>The answer as soon as it begins.</returns>
    public async Task<HttpResponseMessage> SendAsync(string method, string address, string? authorization, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Door.Address + address);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body == Routes.Picture) request.Content = new ByteArrayContent(_picture.Bytes.ToArray()) { Headers = { ContentType = new(_picture.MediaType) } };
        else if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeOf(body));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>An address of <paramref name="route"/> that can answer: with a new project or key where the request uses it up.</summary>
    public async Task<string> AddressAsync(Route route, bool isToSucceed)
    {
        var isWrite = isToSucceed && route.IsWrite;
        var project = isWrite && route.Reach is Reach.ItsWriter ? (await Writer.StartAsync()).Id() : Project;
        var said = project != Project && ((string[])["{chat}", "{fact}", "{import}", "{subscription}", "{link}"]).Any(id => route.Example.Contains(id, StringComparison.Ordinal)) ? await SayAsync(project) : _said;
        var key = isWrite && route.Example.Contains("{key}", StringComparison.Ordinal) ? await NewKeyAsync() : "0123456789abcdef";
        return route.Example.Replace("{project}", project, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal)
            .Replace("{chat}", said.Chat, StringComparison.Ordinal).Replace("{turn}", said.Turn, StringComparison.Ordinal).Replace("{fact}", said.Fact, StringComparison.Ordinal).Replace("{import}", said.Import, StringComparison.Ordinal)
            .Replace("{subscription}", said.Subscription, StringComparison.Ordinal).Replace("{link}", said.Link.Id, StringComparison.Ordinal).Replace("{page}", Local(Door.Get<ApprovalLinks>().AddressOf(said.Link)), StringComparison.Ordinal)
            .Replace("{bind}", Local(Door.Get<WriterBindings>().LinkFor(new("slack", "T1", "U1", "Ada"))), StringComparison.Ordinal).Replace("{shown}", Local(Door.Get<PictureLinks>().AddressOf(Project, _picture.Hash)), StringComparison.Ordinal)
            .Replace("{picture}", _picture.Hash, StringComparison.Ordinal);
    }

    private async Task<Said> SayAsync(string project)
    {
        var address = $"/api/projects/{project}";
        var chat = (await (await Writer.PostAsync($"{address}/chats", new { title = "A talk" })).ReadAsync(HttpStatusCode.Created)).Text("id");
        var turn = (await (await Writer.PostAsync($"{address}/chats/{chat}/messages", new { text = "Where are we?" })).ReadAsync(HttpStatusCode.OK)).Text("turn");
        var fact = (await (await Writer.PostAsync($"{address}/facts", new { text = "It never rains." })).ReadAsync(HttpStatusCode.Created)).Text("id");
        var import = (await (await Writer.PostAsync($"{address}/imports", Json.Script(Script))).ReadAsync(HttpStatusCode.Created)).Text("id");
        var subscription = (await (await Writer.PostAsync($"{address}/subscriptions", new { kind = "webhook", url = "https://example.com/" })).ReadAsync(HttpStatusCode.Created)).Text("id");
        var film = (await Door.Get<IProjectHost>().FindAsync(project, TestContext.Current.CancellationToken))!;
        var link = await Door.Get<ApprovalLinks>().MakeAsync("link1", new(project, DocumentId.Brief, 1, DocumentStatus.AwaitingApproval), film.Owner, "", ApprovalLinks.UsualLife, TestContext.Current.CancellationToken);
        return new(chat, turn, fact, import, subscription, link);
    }

    private static IEnumerable<string> Malformed(string key) =>
        ["Bearer", "Bearer ", key, $"Basic {key}", $"Bearer{key}", $"Bearer {key}x", $"Bearer {key[..^1]}", $"Bearer {key}, Bearer {key}", $"Bearer \"{key}\"", $"Bearer {key.ToUpperInvariant()}"];

    private async Task<string> NewKeyAsync() =>
        (await (await Door.Owner.PostAsync("/api/keys", new { writer = "wren", name = "to be revoked" })).ReadAsync(HttpStatusCode.Created)).Text("id");

    /// <summary>The body of an import is the only one that is no JSON.</summary>
    private static string MediaTypeOf(string body) => body == Script ? "text/plain" : "application/json";

    /// <summary>As the service itself is reached here.</summary>
    private static string Local(string? address) => new Uri(address!).AbsolutePath;

    private sealed record Said(string Chat, string Turn, string Fact, string Import, string Subscription, ApprovalLink Link);
}
