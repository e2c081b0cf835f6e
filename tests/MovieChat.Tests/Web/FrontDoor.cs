using System.Net;
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
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Picturing;
using MovieChat.Understudy;
using MovieChat.Web;
using MovieChat.Web.Access;
using MovieChat.Web.Telemetry;
using MovieChat.Workflows;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Notices;
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

    public Visitor Owner { get; }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The owner key is a new one each time, but the owner's projects are everybody's who shares the storage.</summary>
    public static Task<FrontDoor> OpenAsync(StorageClients clients, params (string Name, string Value)[] settings) => OpenAsync(clients, _ => { }, settings);

    /// <param name="instead">Adds services that take the place of the usual ones.</param>
    public static async Task<FrontDoor> OpenAsync(StorageClients clients, Action<IServiceCollection> instead, params (string Name, string Value)[] settings)
    {
        var key = $"{OwnerKey}-{Guid.NewGuid():N}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders().AddPrivacy();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new OwnerKey(key))
            .AddSingleton<IChatClient>(new UnderstudyChatClient())
            .AddSingleton<IImageGenerator>(new PictureDouble())
            .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
            .AddMovieChatWorkflows()
            .AddNotices(builder.Configuration)
            .AddMovieChatWeb(builder.Configuration)
            .AddSingleton<IProjectHost, QuietHost>()
            .AddSingleton<IChatHost, EmbeddedChats>();
        instead(builder.Services);
        var app = builder.Build();
        app.UseMovieChat();
        app.MapMovieChat();
        await app.StartAsync();
        return new(app, key);
    }

    /// <summary>A client that shows <paramref name="key"/>; none when it is null.</summary>
    public Visitor Client(string? key) => new(Address, key);

    /// <summary>A client of a new writer.</summary>
    public async Task<Visitor> WriterAsync(string? writer = null)
    {
        var answer = await Owner.PostAsync("/api/keys", new { writer = writer ?? $"w{Guid.NewGuid():N}"[..20], name = "laptop" });
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
