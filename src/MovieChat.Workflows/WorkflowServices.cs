using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Reminders;

namespace MovieChat.Workflows;

public static class WorkflowServices
{
    /// <summary>What both heads do with the values. The head brings <see cref="StorageClients"/>, <see cref="TimeProvider"/>,
    /// <see cref="Microsoft.Extensions.AI.IChatClient"/>, <see cref="ContextBudget"/> and its <see cref="IProjectHost"/>.</summary>
    public static IServiceCollection AddMovieChatWorkflows(this IServiceCollection services) => services
        .AddOptions()
        .AddSingleton<JournalTable>()
        .AddSingleton<DraftTable>()
        .AddSingleton<SnapshotBlobs>()
        .AddSingleton<ProjectTable>()
        .AddSingleton<ActiveTable>()
        .AddSingleton<DueTable>()
        .AddSingleton<KeyTable>()
        .AddSingleton<DraftTexts>()
        .AddSingleton<FilmReader>()
        .AddSingleton<DraftReader>()
        .AddSingleton<ProjectJournal>()
        .AddSingleton<ProjectStart>()
        .AddSingleton<ProjectEnd>()
        .AddSingleton<DecisionIntake>()
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ReminderOptions>>().Value.Plan)
        .AddSingleton<Screenwriter>()
        .AddSingleton<OrderWork>();
}
