using System.Text.Json.Nodes;
using MovieChat.Core.Chatting;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Chatting;

/// <summary>One project in memory, the film of <see cref="GoodFilm"/>, as the companion can reach it: what is proposed goes through the journey.</summary>
internal sealed class FakeDesk : IFilmDesk
{
    public static readonly ChatTurn Turn = new("chat", "t1");

    private static readonly string[] s_all =
    [
        "brief", "ideas", "synopsis", "cast", "profile:mara", "profile:jon", "profile:ada", "profile:lou", "plot", "scenes", "dialogue:s1", "dialogue:s2", "dialogue:s3",
    ];

    private readonly Dictionary<(DocumentId Document, int Number), DeskDraft> _drafts = [];

    private int _commands;

    /// <param name="contents">What stands in a document instead.</param>
    public FakeDesk(IEnumerable<string>? brought = null, params (string Document, JsonNode Content)[] contents)
    {
        var texts = (brought ?? s_all).Select(DocumentId.Parse).ToDictionary(id => id, id => ContentOf(id).ToJsonString());
        foreach (var (document, content) in contents) texts[DocumentId.Parse(document)] = content.ToJsonString();
        var drafts = texts.ToDictionary(text => text.Key, text => Written(text.Key, text.Value));
        Do(new StartProject("film", "The Ferry", Budget.Of(1_000_000, 10), drafts.ToDocumentMap()) { Id = "start", By = "wren", Pictures = false });
        foreach (var (id, text) in texts) Keep(id, Project.Document(id).Draft!, [new(1, text)]);
        Film = texts.Aggregate(new Screenplay { Title = "The Ferry" }, (film, text) => film.With(text.Key, text.Value));
    }

    public WritingProject Project { get; private set; } = WritingProject.None;

    public Screenplay Film { get; set; }

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>Called when a proposal arrives, before it is decided on.</summary>
    public Action? BeforeProposal { get; set; }

    /// <summary>The content of what was proposed last.</summary>
    public IReadOnlyList<WrittenOption> Proposed { get; private set; } = [];

    public Task<WritingProject> ProjectAsync(CancellationToken cancellationToken) => Task.FromResult(Project);

    public Task<Screenplay> FilmAsync(CancellationToken cancellationToken) => Task.FromResult(Film);

    public Task<Screenplay> FilmForAsync(DocumentId document, CancellationToken cancellationToken) => Task.FromResult(Film);

    public Task<DeskDraft?> DraftAsync(DocumentId document, int? number, CancellationToken cancellationToken) =>
        Task.FromResult(_drafts.GetValueOrDefault((document, number ?? Project.Document(document).Draft?.Number ?? 0)));

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>([.. Journal.TakeLast(most)]);

    public Task<Deposit> ProposeAsync(
        int place, DocumentId document, int seen, IReadOnlyList<WrittenOption> options, ValueList<DraftOption> outlines, CancellationToken cancellationToken)
    {
        BeforeProposal?.Invoke();
        var draft = new Draft { Number = 1, Origin = $"chat:{place}", Author = Author.Model("double"), Options = outlines, ProposedIn = Turn };
        if (Do(new Propose(draft) { Id = $"propose:{place}", By = WritingProject.Companion, Document = document, Draft = seen }) is { } rejection) return Task.FromResult<Deposit>(new Deposit.Refused(rejection));
        var made = Project.Document(document).Draft!;
        Keep(document, made, options);
        Proposed = options;
        return Task.FromResult<Deposit>(new Deposit.Made(made.Number));
    }

    public Task<Deposit> KeepAsync(int place, string text, ValueList<string> about, CancellationToken cancellationToken) => Task.FromResult<Deposit>(
        Do(new KeepFact(new($"fact-{place}", text, about) { From = Turn }) { Id = $"keep:{place}", By = WritingProject.Companion }) is { } rejection ? new Deposit.Refused(rejection) : new Deposit.Made(0, $"fact-{place}"));

    /// <summary>Nothing is being drafted any more: what was ordered has failed.</summary>
    public FakeDesk AtRest()
    {
        foreach (var order in Project.Owed())
        {
            Do(new DraftNotDone(new(FailureKinds.Unavailable, "The model did not answer.", "Ask again."), Usage.None) { Id = order.Id, By = WritingProject.Service, Document = order.Document, Number = order.Number });
        }

        return this;
    }

    /// <summary>Facts that the writer wrote into the list.</summary>
    public FakeDesk WithFacts(int count, Func<int, string> text)
    {
        for (var at = 0; at < count; at++) Assert.Null(Do(new KeepFact(new($"f{at}", text(at), [])) { Id = $"fact {at}", By = "wren" }));
        return this;
    }

    /// <returns>Why it was refused; null when it was not.</returns>
    public Rejection? Do(Command command)
    {
        var outcome = Project.Decide(command, new DateTimeOffset(2031, 5, 17, 9, 30, 0, TimeSpan.Zero).AddMinutes(++_commands));
        if (outcome is not Outcome.Accepted accepted) return ((Outcome.Rejected)outcome).Rejection;
        Journal.AddRange(accepted.Entries);
        Project = accepted.Project;
        return null;
    }

    /// <summary>Has a document hold these options.</summary>
    public void Hold(DocumentId document, params JsonNode[] options)
    {
        WrittenOption[] written = [.. options.Select((option, place) => new WrittenOption(place + 1, option.ToJsonString()))];
        var seen = Project.Document(document).Draft?.Number ?? 0;
        var draft = new Draft { Number = 1, Origin = $"hold {seen}", Author = Author.Writer("wren"), Options = [.. written.Select(option => DraftOption.Plain(option.Number))] };
        Assert.Null(Do(new Propose(draft) { Id = $"hold {document} {seen}", By = "wren", Document = document, Draft = seen }));
        Keep(document, Project.Document(document).Draft!, written);
    }

    private void Keep(DocumentId document, Draft draft, IReadOnlyList<WrittenOption> options) => _drafts[(document, draft.Number)] = new(document, draft, options, []);

    private static JsonObject ContentOf(DocumentId id) => id switch
    {
        { Kind: "profile", Key: { } person } => GoodFilm.ProfileOf(person, person == "mara" ? "jon" : "mara"),
        { Kind: "dialogue", Key: { } scene } => GoodFilm.DialogueOf(scene),
        _ => GoodFilm.Of(id.Kind),
    };

    private static Draft Written(DocumentId id, string content) => new()
    {
        Number = 1,
        Origin = "written",
        Author = Author.Writer("wren"),
        Options = [new(1, DocumentCraft.For(id.Kind).Check(content, id.Key, GoodFilm.All).Outline)],
    };
}
