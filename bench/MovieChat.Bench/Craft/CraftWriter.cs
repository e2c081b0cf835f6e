using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Understudy;

namespace MovieChat.Bench.Craft;

/// <summary>Writes a film as the heads do: what the journey owes, by the screenwriter's prompts, checks and repairs. Only storage is left out:
/// drafts stay in memory.</summary>
/// <param name="brief">What is asked for.</param>
/// <param name="idea">The option of the ideas that is approved. Of all else it is the first.</param>
/// <param name="others">The writer's films so far.</param>
/// <param name="model">The understudy, perhaps with somebody who looks on.</param>
internal sealed class CraftWriter(CraftBrief brief, int idea, IReadOnlyList<OtherFilm> others, IChatClient? model = null)
{
    private const string Writer = "bench";

    private readonly Screenwriter _screenwriter = new(model ?? new UnderstudyChatClient(), new(ContextBudget.DefaultTokens));
    private readonly Dictionary<DocumentId, string> _approved = [];
    private readonly List<CraftDocument> _documents = [];
    private IReadOnlyList<string> _ideas = [];
    private WritingProject _project = WritingProject.None;
    private int _repairs;

    /// <summary>The film as approved so far.</summary>
    public Screenplay Approved => _approved.Aggregate(new Screenplay { Title = _project.Title }, (film, each) => film.With(each.Key, each.Value));

    public async Task<CraftFilm> WriteAsync()
    {
        Begin();
        while (_project.Owed() is [var order, ..])
        {
            var writing = await _screenwriter.WriteAsync(Commissioned(order), CancellationToken.None);
            _repairs += Math.Max(0, writing.Usage.Calls - 1);
            if (writing is not Writing.Draft draft) return Film((writing as Writing.Failed)?.Failure.Message ?? "no draft came");
            Approve(order, draft);
        }

        return Film(_project.Status() is ProjectStatus.Complete ? null : "it is not complete, and nothing is owed");
    }

    /// <summary>As ProjectStart begins a project, with the brief that the writer brings.</summary>
    private void Begin()
    {
        var faults = DocumentCraft.For("brief").Check(brief.Content, null, new()).Faults;
        if (faults.Count > 0) throw new InvalidOperationException($"The brief {brief.Id} can not be read: {faults[0].Path} {faults[0].Message}");
        var brought = new Draft { Number = 1, Origin = "start", Author = Author.Writer(Writer), Options = [DraftOption.Plain(1)] };
        Decide(new StartProject(brief.Id, brief.Title, Budget.Of(1_000_000_000, 0), DocumentMap<Draft>.Empty.Set(DocumentId.Brief, brought)) { Id = "start", By = Writer, Pictures = false });
        _approved[DocumentId.Brief] = brief.Content;
    }

    private Commission Commissioned(WorkOrder order) =>
        new(_project.Id, order, DocumentTable.Film.Rule(order.Document.Kind)!.Options, FilmFor(order.Document), []) { Others = order.Document == DocumentId.Ideas ? others : [] };

    /// <summary>As FilmReader reads for an order: what the document needs and sees, as approved.</summary>
    private Screenplay FilmFor(DocumentId document)
    {
        var graph = new FilmGraph(_project);
        return graph.Needs(document).Concat(graph.Sees(document)).Distinct()
            .Where(_approved.ContainsKey)
            .Aggregate(new Screenplay { Title = _project.Title }, (film, each) => film.With(each, _approved[each]));
    }

    /// <summary>As OrderWork stores a draft and hands its result in; then the writer's decision.</summary>
    private void Approve(WorkOrder order, Writing.Draft written)
    {
        var draft = new Draft
        {
            Number = order.Number,
            Origin = order.Id,
            Author = Author.Model(written.Model ?? "unnamed model"),
            Options = written.Outlines.ToValueList(),
            MadeFrom = order.MadeFrom,
            SawAt = _project.Revision,
            Usage = new(written.Usage.Tokens, 0),
        };
        var option = order.Document == DocumentId.Ideas ? idea : 1;
        var content = written.Options.First(each => each.Number == option).Content;
        Decide(new DraftDone(draft) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number });
        Decide(new Approve(option) { Id = $"approve-{order.Id}", By = Writer, Document = order.Document, Draft = order.Number });
        _approved[order.Document] = content;
        _documents.Add(new(order.Document, content));
        if (order.Document == DocumentId.Ideas) _ideas = [.. written.Options.Select(each => each.Content)];
    }

    private void Decide(Command command) => _project = _project.Decide(command, DateTimeOffset.UnixEpoch) switch
    {
        Outcome.Accepted accepted => accepted.Project,
        Outcome.Rejected rejected => throw new InvalidOperationException($"{brief.Id}: {rejected.Rejection.Message}"),
        _ => _project,
    };

    private CraftFilm Film(string? failure) =>
        new(brief.Id, Approved, _documents, _ideas, _repairs, failure);
}
