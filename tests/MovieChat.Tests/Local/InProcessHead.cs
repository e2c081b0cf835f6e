using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Local;
using MovieChat.Tests.Models;
using MovieChat.Web;

namespace MovieChat.Tests.Local;

/// <summary>The embedded head in this process, put together as Program does, with every logger at Trace.</summary>
internal sealed class InProcessHead : IAsyncDisposable
{
    private static readonly string[] s_categories = ["Default", "Microsoft.AspNetCore", "System.Net.Http", "Polly", "Microsoft.Extensions.Hosting.Internal.Host"];

    private readonly EmbeddedStorage _storage;
    private readonly WebApplication _app;

    private InProcessHead(EmbeddedStorage storage, WebApplication app, KeptLog log)
    {
        (_storage, _app, Log) = (storage, app, log);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    public KeptLog Log { get; }

    /// <param name="settings">As environment variables name them, or as the configuration does. The later of two counts.</param>
    /// <param name="instead">Adds services that take the place of the usual ones.</param>
    public static async Task<InProcessHead> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? instead = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddDefaults();
        foreach (var category in s_categories) builder.Configuration[$"Logging:LogLevel:{category}"] = "Trace";
        foreach (var (name, value) in settings) builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        var log = new KeptLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var storage = await EmbeddedStorage.OpenAsync(builder.Configuration);
        builder.AddEmbeddedHead(storage);
        instead?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.UseMovieChat();
        app.MapMovieChat();
        await app.StartAsync();
        return new(storage, app, log);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
