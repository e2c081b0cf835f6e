using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using MovieChat.Core.Writing;
using MovieChat.Local.Runtime;
using MovieChat.Local.Telemetry;
using MovieChat.Understudy;
using MovieChat.Web;
using MovieChat.Web.Access;
using MovieChat.Web.Telemetry;
using MovieChat.Workflows;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Models;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Reminders;
using OpenTelemetry.Metrics;

namespace MovieChat.Local;

/// <summary>Puts the embedded head together.</summary>
internal static partial class EmbeddedHead
{
    /// <summary>What holds where no setting says otherwise.</summary>
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["urls"] = "http://127.0.0.1:7071",

        // A line for every request is too much for a desk, and the names of downloads hold titles.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",

        // Why a start failed is told in plain words, without the host's stack of calls before them.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    public static void AddDefaults(this WebApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });

    public static void AddEmbeddedHead(this WebApplicationBuilder builder, EmbeddedStorage storage)
    {
        var key = OwnerKeyFile.Read(builder.Configuration[OwnerKeyFile.Setting], storage.DataFolder);
        builder.Services
            .AddSingleton(storage.Clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new OwnerKey(key))
            .AddSingleton(services => new StartLink(services.GetRequiredService<IServer>(), key))
            .AddTextModel(builder.Configuration, _ => new UnderstudyChatClient())
            .AddPictureModel(builder.Configuration, _ => new UnderstudyImageGenerator())
            .AddSingleton(services => new ContextBudget(services.GetRequiredService<IOptions<TextModelOptions>>().Value.ContextTokens))
            .AddMovieChatWorkflows()
            .AddReminders(builder.Configuration)
            .AddNotices(builder.Configuration)
            .AddSingleton(services => new OwnAddress(() => services.GetRequiredService<StartLink>().Addresses.FirstOrDefault()))
            .AddMovieChatWeb(builder.Configuration)
            .AddSingleton<EmbeddedHost>()
            .AddSingleton<IProjectHost>(services => services.GetRequiredService<EmbeddedHost>())
            .AddHostedService(services => services.GetRequiredService<EmbeddedHost>())
            .AddSingleton<EmbeddedChats>()
            .AddSingleton<IChatHost>(services => services.GetRequiredService<EmbeddedChats>())
            .AddHostedService(services => services.GetRequiredService<EmbeddedChats>())
            .AddSingleton<EmbeddedInbox>()
            .AddSingleton<IInboxHost>(services => services.GetRequiredService<EmbeddedInbox>())
            .AddHostedService(services => services.GetRequiredService<EmbeddedInbox>())
            .AddMovieChatTelemetry(builder.Configuration, meters: metering => metering.AddInstrumentation(services => new HeadMetrics(services.GetRequiredService<EmbeddedHost>(), services.GetRequiredService<EmbeddedChats>(), services.GetRequiredService<LiveTurns>(), storage.Lease)));
        builder.Logging.AddPrivacy();
        builder.Services.AddOptions<RuntimeOptions>()
            .Bind(builder.Configuration.GetSection(RuntimeOptions.Section))
            .Validate(options => options.MaxOrders is >= 1 and <= 1000, "MovieChat__Runtime__MaxOrders must be 1 to 1000.")
            .Validate(options => options.MaxOrdersPerProject is >= 1 and <= 100, "MovieChat__Runtime__MaxOrdersPerProject must be 1 to 100.")
            .Validate(options => options.ReminderCheck >= TimeSpan.FromMilliseconds(100) && options.ReminderCheck <= TimeSpan.FromDays(1), "MovieChat__Runtime__ReminderCheck must be from a tenth of a second to a day, such as 00:01:00.")
            .Validate(options => options.IdleTime >= TimeSpan.FromSeconds(1), "MovieChat__Runtime__IdleTime must be a second or more, such as 00:10:00.")
            .ValidateOnStart();
    }

    /// <summary>Runs until it is told to end, or the lease is lost.</summary>
    public static async Task RunEmbeddedAsync(this WebApplication app, EmbeddedStorage storage)
    {
        using var lost = storage.Lease.Lost.Register(app.Lifetime.StopApplication);
        app.Lifetime.ApplicationStarted.Register(() => Print(app.Services.GetRequiredService<StartLink>(), app.Logger));
        await app.RunAsync();
    }

    /// <summary>The link goes to the terminal of who started the service, and to no log.</summary>
    private static void Print(StartLink link, ILogger log)
    {
        foreach (var address in link.Addresses)
        {
            Console.WriteLine($"Movie Chat is ready: {link.To(address)}");
            if (!IsLoopback(address)) Log.Exposed(log, address);
        }
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>The addresses the service listens on, as links that hold the owner's key. The key stands after the <c>#</c>, which no
    /// browser sends: it is in no server's log.</summary>
    private sealed class StartLink(IServer server, string key)
    {
        public ICollection<string> Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

        public string To(string address) => $"{address}/#key={key}";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} can be reached from other machines: put TLS in front of it, and guard the owner's key.")]
        public static partial void Exposed(ILogger log, string address);
    }
}
