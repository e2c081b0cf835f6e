using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows;

public static class WorkflowServices
{
    /// <summary>What both heads do with the values. The head brings <see cref="StorageClients"/>, <see cref="TimeProvider"/>,
    /// <see cref="Microsoft.Extensions.AI.IChatClient"/>, <see cref="ContextBudget"/> and its <see cref="IProjectHost"/>.</summary>
    public static IServiceCollection AddMovieChatWorkflows(this IServiceCollection services) => services
        .AddSingleton<JournalTable>()
        .AddSingleton<DraftTable>()
        .AddSingleton<SnapshotBlobs>()
        .AddSingleton<ProjectTable>()
        .AddSingleton<ActiveTable>()
        .AddSingleton<KeyTable>()
        .AddSingleton<DraftTexts>()
        .AddSingleton<FilmReader>()
        .AddSingleton<ProjectJournal>()
        .AddSingleton<ProjectStart>()
        .AddSingleton<ProjectEnd>()
        .AddSingleton<DecisionIntake>()
        .AddSingleton<Screenwriter>()
        .AddSingleton<OrderWork>();
}
