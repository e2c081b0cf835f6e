using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Understudy;
using MovieChat.Web;
using MovieChat.Web.Access;
using MovieChat.Workflows;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Web;

/// <summary>The front door on a real server and a real storage, with a host that carries out orders only when a test asks for it.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    public const string OwnerKey = "the-owner-key-of-these-tests-0123456789";

    private readonly WebApplication _app;

    private FrontDoor(WebApplication app, string key)
    {
        _app = app;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Owner = Client(key);
    }

    public string Address { get; }

    public HttpClient Owner { get; }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The owner key is a new one each time, but the owner's projects are everybody's who shares the storage.</summary>
    public static async Task<FrontDoor> OpenAsync(StorageClients clients, params (string Name, string Value)[] settings)
    {
        var key = $"{OwnerKey}-{Guid.NewGuid():N}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new OwnerKey(key))
            .AddSingleton<IChatClient>(new UnderstudyChatClient())
            .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
            .AddMovieChatWorkflows()
            .AddMovieChatWeb(builder.Configuration)
            .AddSingleton<IProjectHost, QuietHost>();
        var app = builder.Build();
        app.UseMovieChat();
        app.MapMovieChat();
        await app.StartAsync();
        return new(app, key);
    }

    /// <summary>A client that shows <paramref name="key"/>; none when it is null.</summary>
    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new(Address) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>A client of a new writer.</summary>
    public async Task<HttpClient> WriterAsync(string? writer = null)
    {
        var answer = await Owner.PostAsync("/api/keys", Json.Of(new { writer = writer ?? $"w{Guid.NewGuid():N}"[..20], name = "laptop" }));
        return Client((await answer.ReadAsync(HttpStatusCode.Created)).Text("key"));
    }

    /// <summary>Carries out what a project owes now.</summary>
    public async Task WorkAsync(string project)
    {
        var host = Get<IProjectHost>();
        var film = (await host.FindAsync(project, CancellationToken.None))!;
        foreach (var order in film.Owed()) await host.SubmitAsync(project, await Get<OrderWork>().CarryOutAsync(film, order, CancellationToken.None), CancellationToken.None);
    }

    /// <summary>Hands a project a result by hand.</summary>
    public Task SubmitAsync(string project, Command command) => Get<IProjectHost>().SubmitAsync(project, command, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await _app.DisposeAsync();
    }
}

internal static class Json
{
    public static readonly object Brief = new { genres = new[] { "drama" }, tone = "quiet", message = "Home is who waits for you.", lengthMinutes = 90 };

    public static StringContent Of(object value) => Text(System.Text.Json.JsonSerializer.Serialize(value));

    public static StringContent Text(string json) => new(json, Encoding.UTF8, "application/json");

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A problem, with what every problem has.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected, string kind)
    {
        var problem = await answer.ReadAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"/problems/{kind}", problem.Text("type"));
        Assert.Equal((int)expected, (int)problem["status"]!);
        Assert.NotEmpty(problem.Text("title"));
        Assert.NotEmpty(problem.Text("detail"));
        return problem;
    }

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string address) => await (await client.GetAsync(address)).ReadAsync(HttpStatusCode.OK);

    public static string Text(this JsonNode node, string name) => (string)node[name]!;

    public static JsonNode Document(this JsonNode project, string id) => project["documents"]!.AsArray().Single(document => document!.Text("id") == id)!;

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, object? body, string? idempotencyKey)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : Of(body) };
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, object? body = null, string? idempotencyKey = null) =>
        client.SendAsync(HttpMethod.Post, address, body, idempotencyKey);

    /// <summary>Starts a project with a brief.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> StartAsync(this HttpClient client, string title = "The Lighthouse")
    {
        var answer = await client.PostAsync("/api/projects", new { title, brief = Brief });
        await answer.ReadAsync(HttpStatusCode.Created);
        return answer.Headers.Location!.ToString();
    }

    public static string Id(this string address) => address.Split('/')[^1];
}
