using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Pictures;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Orders;

/// <summary>Carries out work orders: reads the film, has the screenwriter write or the art director render, stores the draft, and says what came of it.</summary>
/// <remarks>May run more than once for an order, also at the same time: the first text stored under the order's id is the draft, and one
/// that is stored is not written again.</remarks>
public sealed class OrderWork(Screenwriter screenwriter, PictureWork pictures, DraftTexts texts, FilmReader films, DraftTable drafts, ProjectTable projects, TimeProvider clock)
{
    /// <summary>So many other films of a writer are kept away from.</summary>
    private const int MostOthers = 60;

    /// <returns>The command to hand to the project.</returns>
    public async Task<Result> CarryOutAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken) =>
        await StoreAsync(project.Id, await AskAsync(project, order, isNew: false, cancellationToken), cancellationToken);

    /// <summary>Asks the model, unless its answer is stored already. Nothing is stored yet.</summary>
    /// <param name="isNew">Whether nobody can have tried before, so that there is no answer to look for.</param>
    public async Task<OrderAnswer> AskAsync(WritingProject project, WorkOrder order, bool isNew, CancellationToken cancellationToken)
    {
        if (!isNew && await EarlierAsync(project, order, cancellationToken) is { } earlier) return earlier;
        if (order.IsTips) return await AskTipsAsync(project, order, cancellationToken);
        return DocumentTable.Film.Rule(order.Document.Kind) is { IsPicture: true } ? await AskPicturesAsync(project, order, cancellationToken) : await AskDraftAsync(project, order, cancellationToken);
    }

    /// <summary>Stores what the model answered. Can be repeated: the answer is paid for, and worth more than one attempt.</summary>
    public async Task<Result> StoreAsync(string project, OrderAnswer answer, CancellationToken cancellationToken) => answer switch
    {
        OrderAnswer.Settled settled => settled.Result,
        OrderAnswer.Draft draft => Done(draft.Order, await StoreAsync(project, draft, cancellationToken)),
        OrderAnswer.Tips tips => Done(tips.Order, await drafts.AddTipsAsync(project, tips.Text, cancellationToken)),
        _ => throw new ArgumentException($"Nothing is known of storing {answer.GetType().Name}."),
    };

    /// <summary>Pictures are stored before the draft that names them.</summary>
    private async Task<StoredDraft> StoreAsync(string project, OrderAnswer.Draft draft, CancellationToken cancellationToken)
    {
        await pictures.StoreAsync(project, draft.Pictures, cancellationToken);
        return await texts.AddAsync(project, draft.Text, cancellationToken);
    }

    /// <summary>The result of an order that can not be carried out: what can not be read, or a mistake of ours, fails the document and nothing else.</summary>
    public static Result Broken(WorkOrder order, Exception failed) => NotDone(order, Usage.None, failed is StoredValueException unreadable
        ? new(FailureKinds.Unreadable, unreadable.Message, "Restore or rewrite the document that it names, then ask for a redraft.")
        : new(FailureKinds.Unexpected, "The service made a mistake while it drafted this; the log of the service has the details.", "Ask for a redraft, or write it yourself with an edit."));

    /// <summary>What an earlier attempt has stored; null when there is nothing.</summary>
    private async Task<OrderAnswer?> EarlierAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        if (order.IsTips) return await drafts.FindTipsAsync(project.Id, order.Document, order.Number, cancellationToken) is { } tips ? new OrderAnswer.Settled(Done(order, tips)) : null;
        return await drafts.FindAsync(project.Id, order.Document, order.Id, cancellationToken) is { } draft ? new OrderAnswer.Settled(Done(order, draft)) : null;
    }

    private async Task<OrderAnswer> AskDraftAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        return await WriteAsync(project, order, cancellationToken) switch
        {
            Writing.Draft written => new OrderAnswer.Draft(order, Stored(project, order, written, clock.GetElapsedTime(began))),
            Writing.Failed failed => new OrderAnswer.Settled(NotDone(order, Spent(failed), failed.Failure)),
            var other => throw new InvalidOperationException($"A draft was ordered and {other.GetType().Name} came."),
        };
    }

    private async Task<OrderAnswer> AskPicturesAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var film = await films.ReadForAsync(project, order.Document, cancellationToken);
        return await pictures.RenderAsync(order, film, await BaseAsync(project, order, cancellationToken), Stated(project, order.Document), cancellationToken) switch
        {
            Rendering.Done done => new OrderAnswer.Draft(order, Stored(project, order, done, clock.GetElapsedTime(began))) { Pictures = done.New },
            Rendering.Failed failed => new OrderAnswer.Settled(NotDone(order, new(0, failed.Spent), failed.Failure)),
            var other => throw new InvalidOperationException($"Pictures were ordered and {other.GetType().Name} came."),
        };
    }

    private async Task<StoredDraft?> BaseAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken) =>
        order.Request.Base is { } start ? await texts.ReadAsync(project.Id, order.Document, start, cancellationToken) : null;

    private async Task<OrderAnswer> AskTipsAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        return await WriteAsync(project, order, cancellationToken) switch
        {
            Writing.Tips tips => new OrderAnswer.Tips(order, Stored(order, tips, clock.GetElapsedTime(began))),
            Writing.Failed failed => new OrderAnswer.Settled(NotDone(order, Spent(failed), failed.Failure)),
            var other => throw new InvalidOperationException($"Tips were ordered and {other.GetType().Name} came."),
        };
    }

    private async Task<Writing> WriteAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        var film = await films.ReadForAsync(project, order.Document, cancellationToken);
        var earlier = await BaseAsync(project, order, cancellationToken);
        WrittenOption[] options = [.. (earlier?.Options ?? []).Select(option => new WrittenOption(option.Number, option.Content))];
        var count = DocumentTable.Film.Rule(order.Document.Kind)!.Options;
        return await screenwriter.WriteAsync(
            new(project.Id, order, count, film, options) { Others = await OthersAsync(project, order, film, cancellationToken), Stated = Stated(project, order.Document) }, cancellationToken);
    }

    /// <summary>What the writer's other films are about, for new ideas to differ from. What this one is about is noted when it goes on from its idea.</summary>
    private async Task<IReadOnlyList<OtherFilm>> OthersAsync(WritingProject project, WorkOrder order, Screenplay film, CancellationToken cancellationToken)
    {
        if (order.IsTips) return [];
        if (order.Document == DocumentId.Ideas) return [.. (await projects.IdeasAsync(project.Owner, project.Id, MostOthers, cancellationToken)).Select(idea => new OtherFilm(idea.Title, idea.Logline))];
        if (order.Document.Kind == "synopsis" && film.Idea is { } idea) await projects.NoteIdeaAsync(project.Owner, project.Id, new(idea.Title, idea.Logline), cancellationToken);
        return [];
    }

    /// <summary>What the writer stated that concerns the document.</summary>
    private static IReadOnlyList<string> Stated(WritingProject project, DocumentId document)
    {
        var people = new FilmGraph(project).PeopleOf(document);
        return [.. project.Facts.Where(fact => fact.Concerns(document, people)).Select(fact => fact.Text)];
    }

    private StoredDraft Stored(WritingProject project, WorkOrder order, Writing.Draft written, TimeSpan latency) =>
        Stored(project, order, written.Options, written.Outlines, Spent(written), written.Model, written.Usage, written.Remarks, latency);

    private StoredDraft Stored(WritingProject project, WorkOrder order, Rendering.Done done, TimeSpan latency) =>
        Stored(project, order, done.Options, [.. done.Options.Select(option => DraftOption.Plain(option.Number))], new(0, done.Spent), done.Model, done.Usage, done.Remarks, latency);

    private StoredDraft Stored(
        WritingProject project,
        WorkOrder order,
        IReadOnlyList<WrittenOption> options,
        IReadOnlyList<DraftOption> outlines,
        Usage spent,
        string? model,
        ModelUsage told,
        string? remarks,
        TimeSpan latency) => new()
        {
            Document = order.Document,
            Draft = new()
            {
                Number = order.Number,
                Origin = order.Id,
                Author = Author.Model(model ?? "unnamed model"),
                Options = outlines.ToValueList(),
                MadeFrom = order.MadeFrom,
                SawAt = project.Revision,
                Usage = spent,
            },
            Options = [.. options.Select(option => new StoredOption(option.Number, option.Content))],
            Model = model,
            Latency = latency,
            InputTokens = told.InputTokens,
            OutputTokens = told.OutputTokens,
            Asked = order.Request,
            Notes = remarks is null ? [] : [new("remark", remarks)],
            At = clock.GetUtcNow(),
        };

    private StoredTips Stored(WorkOrder order, Writing.Tips tips, TimeSpan latency) => new()
    {
        Document = order.Document,
        Number = order.Number,
        Content = tips.Answer,
        Model = tips.Model,
        Latency = latency,
        InputTokens = tips.Usage.InputTokens,
        OutputTokens = tips.Usage.OutputTokens,
        Asked = order.Request,
        At = clock.GetUtcNow(),
    };

    private static Result NotDone(WorkOrder order, Usage spent, Failure failure) => order.IsTips
        ? new TipsNotDone(failure, spent) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number }
        : new DraftNotDone(failure, spent) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number };

    private static DraftDone Done(WorkOrder order, StoredDraft stored) =>
        new(stored.Draft) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number };

    private static TipsDone Done(WorkOrder order, StoredTips stored) =>
        new(new Usage(stored.InputTokens + stored.OutputTokens, 0)) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number };

    private static Usage Spent(Writing writing) => new(writing.Usage.Tokens, 0);
}

/// <summary>What came of asking the model.</summary>
public abstract record OrderAnswer
{
    private OrderAnswer()
    {
    }

    /// <summary>There is nothing to store: the draft is stored already, or there is none.</summary>
    public sealed record Settled(Result Result) : OrderAnswer;

    public sealed record Draft(WorkOrder Order, StoredDraft Text) : OrderAnswer
    {
        /// <summary>Those that the text names and that are not stored yet.</summary>
        public IReadOnlyList<SoundPicture> Pictures { get; init; } = [];
    }

    public sealed record Tips(WorkOrder Order, StoredTips Text) : OrderAnswer;
}
