using Azure.Identity;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MovieChat.Core.Writing;
using MovieChat.Functions.Chats;
using MovieChat.Functions.FrontDoor;
using MovieChat.Functions.Inbox;
using MovieChat.Functions.Projects;
using MovieChat.Storage;
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
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Functions;

/// <summary>Puts the cloud head together.</summary>
internal static class CloudHead
{
    public static void AddCloudHead(this FunctionsApplicationBuilder builder)
    {
        // The host sends what is logged here on to where it is kept: a line for every request is too much, and the names of downloads hold titles.
        builder.Logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddPrivacy();
        builder.Services
            .AddSingleton(Storage(builder.Configuration))
            .AddHostedService<StorageOpening>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new OwnerKey(OwnerKeyOf(builder.Configuration)))
            .AddTextModel(builder.Configuration, _ => new UnderstudyChatClient())
            .AddPictureModel(builder.Configuration, _ => new UnderstudyImageGenerator())
            .AddSingleton(services => new ContextBudget(services.GetRequiredService<IOptions<TextModelOptions>>().Value.ContextTokens))
            .AddMovieChatWorkflows()
            .AddReminders(builder.Configuration)
            .AddNotices(builder.Configuration)
            .AddSingleton(new OwnAddress(() => builder.Configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host ? $"{(host.StartsWith("localhost", StringComparison.Ordinal) ? "http" : "https")}://{host}" : null))
            .AddMovieChatWeb(builder.Configuration)
            .AddCloudProjects(builder.Configuration)
            .AddSingleton<FrontDoorPipeline>()
            .AddCloudTelemetry(builder.Configuration);
    }

    private static IServiceCollection AddCloudProjects(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<CloudOptions>()
            .Bind(configuration.GetSection(CloudOptions.Section))
            .Validate(options => options.MaxOrdersPerProject is >= 1 and <= 100, "MovieChat__Runtime__MaxOrdersPerProject must be 1 to 100.")
            .ValidateOnStart();
        return services
            .AddSingleton(CloudJournal)
            .AddSingleton<TaskHub>()
            .AddSingleton<RecentProjects>()
            .AddSingleton<ProjectDesk>()
            .AddSingleton<OrderDesk>()
            .AddSingleton<DurableHost>()
            .AddSingleton<IProjectHost>(provider => provider.GetRequiredService<DurableHost>())
            .AddSingleton<RecentChats>()
            .AddSingleton<ChatLeases>()
            .AddSingleton<ChatWatchers>()
            .AddSingleton<ChatCarrier>()
            .AddSingleton<ChatDesk>()
            .AddSingleton<IChatHost, DurableChats>()
            .AddSingleton<IInboxHost, DurableInbox>();
    }

    /// <summary>Every instance may be the first to read a project: a snapshot more often makes that short.</summary>
    private static ProjectJournal CloudJournal(IServiceProvider services) =>
        new(services.GetRequiredService<JournalTable>(), services.GetRequiredService<SnapshotBlobs>(), services.GetRequiredService<TimeProvider>()) { EventsPerSnapshot = 20 };

    private static StorageClients Storage(ConfigurationManager configuration)
    {
        var settings = StorageSettings.Read(name => configuration[name]);
        return StorageClients.Create(settings, settings.ConnectionString is null ? new DefaultAzureCredential() : null, new StorageMetrics());
    }

    /// <exception cref="SettingException">There is none, or it is too short.</exception>
    private static string OwnerKeyOf(ConfigurationManager configuration) =>
        configuration["MOVIECHAT_OWNER_KEY"] is { } key && OwnerKey.IsPossible(key)
            ? key
            : throw new SettingException($"The setting MOVIECHAT_OWNER_KEY must hold the owner's key, {OwnerKey.LeastCharacters} or more visible ASCII characters: set it, as a reference to a Key Vault secret in the cloud.");
}

/// <summary>How the cloud head works. Settings <c>MovieChat__Runtime__…</c>; what the durable engine may do at once is in <c>host.json</c>.</summary>
public sealed class CloudOptions
{
    public const string Section = "MovieChat:Runtime";

    /// <summary>Most orders carried out at the same time for one project. 1 to 100.</summary>
    public int MaxOrdersPerProject { get; set; } = 4;
}

/// <summary>Makes what must be there in the storage account before the first function runs.</summary>
internal sealed class StorageOpening(StorageClients clients) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => StorageSetup.CreateAsync(clients, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
