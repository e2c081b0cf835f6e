using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Orders;

/// <summary>Carries out work orders: reads the film, has the screenwriter write, stores the draft, and says what came of it.</summary>
/// <remarks>May run more than once for an order, also at the same time: the first text stored under the order's id is the draft, and one
/// that is stored is not written again.</remarks>
public sealed class OrderWork(Screenwriter screenwriter, DraftTexts texts, FilmReader films, DraftTable drafts, TimeProvider clock)
{
    /// <returns>The command to hand to the project.</returns>
    public Task<Result> CarryOutAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken) =>
        order.IsTips ? GiveTipsAsync(project, order, cancellationToken) : DraftAsync(project, order, cancellationToken);

    private async Task<Result> DraftAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(project.Id, order.Document, order.Id, cancellationToken) is { } earlier) return Done(order, earlier);
        var began = clock.GetTimestamp();
        return await WriteAsync(project, order, cancellationToken) switch
        {
            Writing.Draft written => Done(order, await drafts.AddAsync(project.Id, Stored(project, order, written, clock.GetElapsedTime(began)), cancellationToken)),
            Writing.Failed failed => new DraftNotDone(failed.Failure, Spent(failed)) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number },
            var other => throw new InvalidOperationException($"A draft was ordered and {other.GetType().Name} came."),
        };
    }

    private async Task<Result> GiveTipsAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        if (await drafts.FindTipsAsync(project.Id, order.Document, order.Number, cancellationToken) is { } earlier) return Done(order, earlier);
        var began = clock.GetTimestamp();
        return await WriteAsync(project, order, cancellationToken) switch
        {
            Writing.Tips tips => Done(order, await drafts.AddTipsAsync(project.Id, Stored(order, tips, clock.GetElapsedTime(began)), cancellationToken)),
            Writing.Failed failed => new TipsNotDone(failed.Failure, Spent(failed)) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number },
            var other => throw new InvalidOperationException($"Tips were ordered and {other.GetType().Name} came."),
        };
    }

    private async Task<Writing> WriteAsync(WritingProject project, WorkOrder order, CancellationToken cancellationToken)
    {
        var film = await films.ReadForAsync(project, order.Document, cancellationToken);
        var earlier = order.Request.Base is { } start ? await texts.ReadAsync(project.Id, order.Document, start, cancellationToken) : null;
        WrittenOption[] options = [.. (earlier?.Options ?? []).Select(option => new WrittenOption(option.Number, option.Content))];
        var count = DocumentTable.Film.Rule(order.Document.Kind)!.Options;
        return await screenwriter.WriteAsync(new(project.Id, order, count, film, options), cancellationToken);
    }

    private StoredDraft Stored(WritingProject project, WorkOrder order, Writing.Draft written, TimeSpan latency) => new()
    {
        Document = order.Document,
        Draft = new()
        {
            Number = order.Number,
            Origin = order.Id,
            Author = Author.Model(written.Model ?? "unnamed model"),
            Options = written.Outlines.ToValueList(),
            MadeFrom = order.MadeFrom,
            SawAt = project.Revision,
            Usage = Spent(written),
        },
        Options = [.. written.Options.Select(option => new StoredOption(option.Number, option.Content))],
        Model = written.Model,
        Latency = latency,
        InputTokens = written.Usage.InputTokens,
        OutputTokens = written.Usage.OutputTokens,
        Asked = order.Request,
        Notes = written.Remarks is { } remarks ? [new("remark", remarks)] : [],
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

    private static DraftDone Done(WorkOrder order, StoredDraft stored) =>
        new(stored.Draft) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number };

    private static TipsDone Done(WorkOrder order, StoredTips stored) =>
        new(new Usage(stored.InputTokens + stored.OutputTokens, 0)) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number };

    private static Usage Spent(Writing writing) => new(writing.Usage.Tokens, 0);
}
