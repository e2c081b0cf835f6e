using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MovieChat.Core.Chatting;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Reminders;

namespace MovieChat.Workflows;

public static class WorkflowServices
{
    /// <summary>What both heads do with the values. The head brings <see cref="StorageClients"/>, <see cref="TimeProvider"/>,
    /// <see cref="Microsoft.Extensions.AI.IChatClient"/>, <see cref="ContextBudget"/>, its <see cref="IProjectHost"/> and its
    /// <see cref="IChatHost"/>.</summary>
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
        .AddSingleton<OrderWork>()
        .AddMovieChatChats();

    private static IServiceCollection AddMovieChatChats(this IServiceCollection services) => services
        .AddSingleton<TranscriptTable>()
        .AddSingleton<ChatTable>()
        .AddSingleton<ChatSnapshots>()
        .AddSingleton<ChatJournal>()
        .AddSingleton<ChatEnd>()
        .AddSingleton<LiveTurns>()
        .AddSingleton<TurnFollower>()
        .AddSingleton<Companion>()
        .AddSingleton<TurnWork>()
        .AddSingleton<ChatRunner>();
}
