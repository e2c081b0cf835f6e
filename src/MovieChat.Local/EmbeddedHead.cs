using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using MovieChat.Core.Writing;
using MovieChat.Local.Runtime;
using MovieChat.Understudy;
using MovieChat.Web;
using MovieChat.Workflows;
using MovieChat.Workflows.Models;
using MovieChat.Workflows.Projects;

namespace MovieChat.Local;

/// <summary>Puts the embedded head together.</summary>
internal static partial class EmbeddedHead
{
    public const string DefaultAddress = "http://127.0.0.1:7071";

    public static void AddEmbeddedHead(this WebApplicationBuilder builder, EmbeddedStorage storage)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        builder.Services
            .AddSingleton(storage.Clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(OwnerKeyFile.Read(builder.Configuration[OwnerKeyFile.Setting], storage.DataFolder))
            .AddTextModel(builder.Configuration, _ => new UnderstudyChatClient())
            .AddSingleton(services => new ContextBudget(services.GetRequiredService<IOptions<TextModelOptions>>().Value.ContextTokens))
            .AddMovieChatWorkflows()
            .AddMovieChatWeb(builder.Configuration)
            .AddSingleton<EmbeddedHost>()
            .AddSingleton<IProjectHost>(services => services.GetRequiredService<EmbeddedHost>())
            .AddHostedService(services => services.GetRequiredService<EmbeddedHost>());
        builder.Services.AddOptions<RuntimeOptions>()
            .Bind(builder.Configuration.GetSection(RuntimeOptions.Section))
            .Validate(options => options.MaxOrders is >= 1 and <= 1000, "MovieChat__Runtime__MaxOrders must be 1 to 1000.")
            .Validate(options => options.MaxOrdersPerProject is >= 1 and <= 100, "MovieChat__Runtime__MaxOrdersPerProject must be 1 to 100.")
            .Validate(options => options.IdleTime >= TimeSpan.FromSeconds(1), "MovieChat__Runtime__IdleTime must be a second or more, such as 00:10:00.")
            .ValidateOnStart();
    }

    /// <summary>Runs until it is told to end, or the lease is lost.</summary>
    public static async Task RunEmbeddedAsync(this WebApplication app, EmbeddedStorage storage)
    {
        using var lost = storage.Lease.Lost.Register(app.Lifetime.StopApplication);
        app.Lifetime.ApplicationStarted.Register(() => PrintLink(app));
        await app.RunAsync();
    }

    /// <summary>The link goes to the terminal of who started the service, and to no log.</summary>
    private static void PrintLink(WebApplication app)
    {
        var key = app.Services.GetRequiredService<Web.Access.OwnerKey>();
        foreach (var address in app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"Movie Chat is ready: {address}/#key={key.Value}");
            if (!IsLoopback(address)) Log.Exposed(app.Logger, address);
        }
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} can be reached from other machines: put TLS in front of it, and guard the owner's key.")]
        public static partial void Exposed(ILogger log, string address);
    }
}
