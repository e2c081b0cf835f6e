using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Tests.Picturing;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Imports;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Pictures;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Workflows;

/// <summary>What both heads do with the values, over one storage and a model of the test's.</summary>
internal sealed class Workshop : IDisposable
{
    public const string Writer = "wren";

    private int _decisions;

    public Workshop(StorageClients clients, ModelDouble? model = null, PictureDouble? artist = null)
    {
        Clients = clients;
        Model = model ?? ModelDouble.Understudy();
        Artist = artist ?? new();
        Pictures = new(clients);
        ProjectPictures = new(Pictures, new(clients));
        ImportBlobs = new(clients);
        (Table, Drafts, Snapshots, Projects) = (new(clients), new(clients), new(clients), new(clients));
        Texts = new(Table, Drafts);
        Films = new(Texts);
        Journal = new(Table, Snapshots, TimeProvider.System);
        Start = new(Texts, Table, TimeProvider.System);
        (Transcripts, Chats, ChatSnapshots) = (new(clients), new(clients), new(clients));
        ChatEnd = new(Transcripts, ChatSnapshots, Chats);
        End = new(Journal, Table, Drafts, Pictures, ImportBlobs, Snapshots, Projects, new(clients), ChatEnd, Lives, TimeProvider.System);
        Intake = new(Texts, Films, new(Films), ProjectPictures, TimeProvider.System);
        Imports = new(ImportBlobs, Films, TimeProvider.System);
        ImportIntake = new(Texts, Table, TimeProvider.System);
        Work = WorkBy(TimeProvider.System);
    }

    /// <summary>What tells those who subscribed, on the surfaces that a test brings.</summary>
    public NoticeDelivery NoticesBy(TimeProvider clock, params INoticeChannel[] channels)
    {
        var links = new ApprovalLinks(new(Clients), new(() => "https://film.example", new byte[32]), clock);
        var teller = new NoticeTeller(Texts, new(Drafts, Journal), new(Transcripts, ChatSnapshots, Chats, clock), Transcripts, links);
        return new(new(Clients), Table, teller, PostsOn(channels), channels, RetryPlan.Usual, clock, NullLogger<NoticeDelivery>.Instance);
    }

    public OfferPosts PostsOn(params INoticeChannel[] channels) => new(new(Clients), new(Table), channels, NullLogger<OfferPosts>.Instance);

    public PictureDouble Artist { get; }

    public PictureStore Pictures { get; }

    public ProjectPictures ProjectPictures { get; }

    public ImportBlobs ImportBlobs { get; }

    public ProjectImports Imports { get; }

    public ImportIntake ImportIntake { get; }

    public StorageClients Clients { get; }

    public ModelDouble Model { get; }

    public JournalTable Table { get; }

    public DraftTable Drafts { get; }

    public SnapshotBlobs Snapshots { get; }

    public ProjectTable Projects { get; }

    public TranscriptTable Transcripts { get; }

    public ChatTable Chats { get; }

    public ChatSnapshots ChatSnapshots { get; }

    public ChatEnd ChatEnd { get; }

    public OrderWork WorkBy(TimeProvider clock) =>
        new(new Screenwriter(Model, new ContextBudget(ContextBudget.DefaultTokens)), new PictureWork(new ArtDirector(Artist), Pictures), Texts, Films, Drafts, Projects, clock);

    public LiveTurns Lives { get; } = new();

    public DraftTexts Texts { get; }

    public FilmReader Films { get; }

    public ProjectJournal Journal { get; }

    public ProjectStart Start { get; }

    public ProjectEnd End { get; }

    public DecisionIntake Intake { get; }

    public OrderWork Work { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Workshop> OpenAsync(AzuriteFixture azurite, ModelDouble? model = null) => new(await azurite.ClientsAsync(), model);

    public Task<WritingProject> ReadAsync(string id) => Journal.ReadAsync(id, Ct);

    public Task<List<JournalEntry>> EntriesAsync(string id) => Table.ReadAsync(id, 0, Ct).ToListAsync(Ct).AsTask();

    /// <summary>The project as its journal alone tells it.</summary>
    public async Task<WritingProject> FoldAsync(string id) =>
        (await EntriesAsync(id)).Aggregate(WritingProject.None, (project, entry) => project.On(entry));

    /// <summary>Begins a project with the documents of <see cref="GoodFilm"/> named.</summary>
    public async Task<WritingProject> BeginAsync(params string[] brought)
    {
        var id = Samples.Project();
        var start = brought.ToDictionary(name => name, name => Element(GoodFilm.Of(name.Split(':')[0])));
        var intake = await Start.PrepareAsync(id, new() { Title = "The Ferry", Start = start }, Budget.Of(1_000_000, 100), Writer, $"begin {id}", Ct);
        return await SubmitAsync(id, WritingProject.None, Assert.IsType<Intake.Ready>(intake).Command);
    }

    public async Task<WritingProject> ForkAsync(WritingProject source)
    {
        var id = Samples.Project();
        var intake = await Start.ForkAsync(source, id, "The Bridge", Writer, $"fork {id}", Ct);
        return await SubmitAsync(id, WritingProject.None, Assert.IsType<Intake.Ready>(intake).Command);
    }

    public async Task<WritingProject> SubmitAsync(string id, WritingProject known, Command command)
    {
        var advance = await Journal.AdvanceAsync(id, known, command, Ct);
        Assert.Null(advance.Rejection);
        return advance.Project;
    }

    public Task<Intake> PrepareAsync(WritingProject project, string document, DecisionRequest request, string? id = null)
    {
        var about = DocumentId.Parse(document);
        return Intake.PrepareAsync(project, about, request with { Draft = request.Draft ?? project.Document(about).Draft?.Number ?? 0 }, Writer, id ?? $"decision {++_decisions} of {project.Id}", Ct);
    }

    public async Task<WritingProject> DecideAsync(WritingProject project, string document, DecisionRequest request) =>
        await SubmitAsync(project.Id, project, Assert.IsType<Intake.Ready>(await PrepareAsync(project, document, request)).Command);

    public Task<WritingProject> EditAsync(WritingProject project, string document, JsonObject content) =>
        DecideAsync(project, document, new() { Verb = "edit", Content = Element(content) });

    /// <summary>Carries out what is owed until nothing is.</summary>
    public async Task<WritingProject> DeliverAsync(WritingProject project)
    {
        while (project.Owed() is [var order, ..]) project = await SubmitAsync(project.Id, project, await Work.CarryOutAsync(project, order, Ct));
        return project;
    }

    /// <summary>Every row and blob that is stored of a project.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(string project)
    {
        var left = new List<string>();
        foreach (var table in (string[])["Journal", "Drafts", "Chats", "Pictures", "Notices"])
        {
            var rows = Clients.Tables.GetTableClient(table).QueryAsync<TableEntity>(row => row.PartitionKey == project, cancellationToken: Ct);
            await foreach (var row in rows) left.Add($"{table}: {row.RowKey}");
        }

        // The partition of a chat begins with its project and a colon, which comes before a semicolon.
        var messages = Clients.Tables.GetTableClient("Messages").QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {project + ":"} and PartitionKey lt {project + ";"}"), cancellationToken: Ct);
        await foreach (var row in messages) left.Add($"Messages: {row.PartitionKey} {row.RowKey}");

        var blobs = Clients.Blobs.GetBlobContainerClient("projects").GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{project}/", Ct);
        await foreach (var blob in blobs) left.Add(blob.Name);
        return left;
    }

    public static JsonElement Element(JsonNode content) => JsonSerializer.SerializeToElement(content);

    public void Dispose()
    {
        Texts.Dispose();
        Model.Dispose();
    }
}
