using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MovieChat.Core.Chatting;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Exports;
using MovieChat.Workflows.Imports;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Pictures;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Reminders;

namespace MovieChat.Workflows;

public static class WorkflowServices
{
    /// <summary>What both heads do with the values. The head brings <see cref="StorageClients"/>, <see cref="TimeProvider"/>,
    /// <see cref="Microsoft.Extensions.AI.IChatClient"/>, <see cref="Microsoft.Extensions.AI.IImageGenerator"/>, <see cref="ContextBudget"/>, its <see cref="IProjectHost"/>, its
    /// <see cref="IChatHost"/>, its <see cref="Inbox.IInboxHost"/> and the <see cref="PublicLinks"/>.</summary>
    public static IServiceCollection AddMovieChatWorkflows(this IServiceCollection services) => services
        .AddOptions()
        .AddSingleton<JournalTable>()
        .AddSingleton<DraftTable>()
        .AddSingleton<SnapshotBlobs>()
        .AddSingleton<ProjectTable>()
        .AddSingleton<ActiveTable>()
        .AddSingleton<DueTable>()
        .AddSingleton<KeyTable>()
        .AddSingleton<PictureStore>()
        .AddSingleton<ProjectPictures>()
        .AddSingleton<ImportBlobs>()
        .AddSingleton<ProjectImports>()
        .AddSingleton<ImportIntake>()
        .AddSingleton<DraftTexts>()
        .AddSingleton<FilmReader>()
        .AddSingleton<DraftReader>()
        .AddSingleton<TipsFinder>()
        .AddSingleton<AuthorshipReader>()
        .AddSingleton<FilmExports>()
        .AddSingleton<ProjectJournal>()
        .AddSingleton<ProjectStart>()
        .AddSingleton<ProjectEnd>()
        .AddSingleton<DecisionIntake>()
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ReminderOptions>>().Value.Plan)
        .AddSingleton<Screenwriter>()
        .AddSingleton<ArtDirector>()
        .AddSingleton<PictureWork>()
        .AddSingleton<OrderWork>()
        .AddNoticeWork()
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
