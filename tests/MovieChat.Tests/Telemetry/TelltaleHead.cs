using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Local;
using MovieChat.Tests.Local;
using MovieChat.Tests.Models;
using MovieChat.Web;

namespace MovieChat.Tests.Telemetry;

/// <summary>The embedded head in this process, put together as Program does, with every logger at Trace and everything exported.</summary>
internal sealed class TelltaleHead : IAsyncDisposable
{
    private static readonly string[] s_categories = ["Default", "Microsoft.AspNetCore", "System.Net.Http", "Polly", "Microsoft.Extensions.Hosting.Internal.Host"];

    private readonly EmbeddedStorage _storage;
    private readonly WebApplication _app;
    private readonly KeptEvents _events = new();

    private TelltaleHead(EmbeddedStorage storage, WebApplication app, KeptLog log) => (_storage, _app, Log) = (storage, app, log);

    public KeptLog Log { get; }

    /// <summary>What the libraries tell event listeners.</summary>
    public string Events => _events.Text;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<TelltaleHead> StartAsync(HeadHome home, OtlpReceiver receiver, TelltaleModel model)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddDefaults();
        builder.Configuration.AddInMemoryCollection(Settings(home, receiver, model));
        var log = new KeptLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var storage = await EmbeddedStorage.OpenAsync(builder.Configuration);
        builder.AddEmbeddedHead(storage);
        var app = builder.Build();
        app.UseRouting();
        app.UseMovieChat();
        app.MapMovieChat();
        await app.StartAsync();
        return new(storage, app, log);
    }

    /// <summary>Stops it, so that everything is exported.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
        _events.Dispose();
    }

    private static Dictionary<string, string?> Settings(HeadHome home, OtlpReceiver receiver, TelltaleModel model)
    {
        var settings = new Dictionary<string, string?>(home.Settings().Concat(receiver.Settings).Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)))
        {
            ["MOVIECHAT_OWNER_KEY"] = TelltaleFilm.OwnerKey,
            ["MovieChat:Text:Provider"] = "openai",
            ["MovieChat:Text:Endpoint"] = model.Endpoint,
            ["MovieChat:Text:Model"] = "telltale",
            ["MovieChat:Text:Key"] = TelltaleFilm.ModelKey,
            ["MovieChat:Text:RetryDelay"] = "00:00:00.010",
        };
        foreach (var category in s_categories) settings[$"Logging:LogLevel:{category}"] = "Trace";
        return settings;
    }

    /// <summary>Listens to the libraries that talk to storage and to the model, at their most talkative.</summary>
    private sealed class KeptEvents : EventListener
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            string[] talkers = ["Azure-", "System.ClientModel", "OpenAI", "OpenTelemetry-", "Polly", "System.Net.Http", "Microsoft.AspNetCore.", "Microsoft-AspNetCore-"];
            if (talkers.Any(talker => eventSource.Name.StartsWith(talker, StringComparison.Ordinal))) EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _lines.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}
