using System.Text.Json;
using MovieChat.Core.Chatting;
using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Understudy.Talking;

/// <summary>A project in memory, as the companion reaches it: what is put before the writer is kept, and nothing is decided.</summary>
internal sealed class TalkDesk : IFilmDesk
{
    private readonly Dictionary<(DocumentId Document, int Number), WrittenOption[]> _texts = [];
    private int _commands;

    public TalkDesk(string id = "p1", string title = "Untitled") => Take(new StartProject(id, title, Budget.Of(1_000_000, 0), DocumentMap<Draft>.Empty) { Id = "start", By = "writer", Pictures = false });

    public WritingProject Project { get; private set; } = WritingProject.None;

    public List<JournalEntry> Journal { get; } = [];

    public List<(string Text, string[] About)> Facts { get; } = [];

    /// <summary>What a proposal is refused with; null when it is not.</summary>
    public string? Refusal { get; set; }

    /// <summary>A film with everything approved up to its scenes.</summary>
    public static TalkDesk WithFilm(WholeFilm film)
    {
        var desk = new TalkDesk("p1", "The Film");
        desk.Bring("brief", film.Facts.Brief!);
        desk.Bring("ideas", film.Facts.Idea!);
        desk.Bring("synopsis", film.Facts.Synopsis!);
        desk.Bring("cast", film.Facts.Cast!);
        foreach (var profile in film.Facts.Profiles!) desk.Bring($"profile:{profile.Character}", profile);
        desk.Bring("plot", film.Facts.Plot!);
        desk.Bring("scenes", new SceneList { Scenes = film.Scenes });
        return desk;
    }

    /// <summary>The writer's own draft, approved.</summary>
    public void Bring<T>(string document, T content)
    {
        var id = DocumentId.Parse(document);
        var text = JsonSerializer.Serialize(content, FilmJson.Readable.Options.GetTypeInfo(typeof(T)));
        var outline = DocumentCraft.For(id.Kind).Check(text, id.Key, FilmNow()).Outline;
        Take(new Edit(New([new(1, outline)])) { Id = Next(), By = "writer", Document = id, Draft = Seen(id) });
        _texts[(id, Seen(id))] = [new(1, text)];
        if (new FilmGraph(Project).Status(id) is not DocumentStatus.Approved) Approve(document);
    }

    public void Approve(string document, int option = 1)
    {
        var id = DocumentId.Parse(document);
        Take(new Approve(option) { Id = Next(), By = "writer", Document = id, Draft = Seen(id) });
    }

    public int Seen(DocumentId id) => Project.Document(id).Draft?.Number ?? 0;

    public T Text<T>(string document, int option = 1)
    {
        var id = DocumentId.Parse(document);
        return (T)JsonSerializer.Deserialize(_texts[(id, Seen(id))].Single(each => each.Number == option).Content, FilmJson.Readable.Options.GetTypeInfo(typeof(T)))!;
    }

    public Task<WritingProject> ProjectAsync(CancellationToken cancellationToken) => Task.FromResult(Project);

    public Task<Screenplay> FilmAsync(CancellationToken cancellationToken) => Task.FromResult(FilmNow());

    public Task<Screenplay> FilmForAsync(DocumentId document, CancellationToken cancellationToken) => Task.FromResult(FilmNow(approvedOnly: true));

    public Task<DeskDraft?> DraftAsync(DocumentId document, int? number, CancellationToken cancellationToken)
    {
        if (Project.Document(document).Draft is not { } draft || !_texts.TryGetValue((document, number ?? draft.Number), out var options)) return Task.FromResult<DeskDraft?>(null);
        return Task.FromResult<DeskDraft?>(new(document, draft, options, CraftNotes.Of(FilmNow(), document, options[0].Content)));
    }

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JournalEntry>>([.. Journal.TakeLast(most)]);

    public Task<Deposit> ProposeAsync(int place, DocumentId document, int seen, IReadOnlyList<WrittenOption> options, ValueList<DraftOption> outlines, CancellationToken cancellationToken)
    {
        if (Refusal is not null) return Task.FromResult<Deposit>(new Deposit.Refused(new("refused", Refusal)));
        var number = Project.Document(document).LastNumber + 1;
        var draft = New(outlines) with { Number = number, Author = Author.Model("understudy") };
        Journal.Add(new(Project.Revision + 1, DateTimeOffset.UnixEpoch, WritingProject.Companion, Next(), new DraftReceived(draft) { Document = document }));
        Project = Project.On(Journal[^1]);
        _texts[(document, number)] = [.. options];
        return Task.FromResult<Deposit>(new Deposit.Made(number));
    }

    public Task<Deposit> KeepAsync(int place, string text, ValueList<string> about, CancellationToken cancellationToken)
    {
        Facts.Add((text, [.. about]));
        return Task.FromResult<Deposit>(new Deposit.Made(0, $"f{Facts.Count}"));
    }

    private Screenplay FilmNow(bool approvedOnly = false)
    {
        var film = new Screenplay { Title = Project.Title };
        foreach (var id in new FilmGraph(Project).Documents)
        {
            var state = Project.Document(id);
            var number = state.Approved?.Draft.Number ?? (approvedOnly ? 0 : state.Draft?.Number ?? 0);
            if (_texts.TryGetValue((id, number), out var options)) film = film.With(id, (options.FirstOrDefault(option => option.Number == state.Approved?.Option) ?? options[0]).Content);
        }

        return film;
    }

    private string Next() => $"c{++_commands}";

    private static Draft New(ValueList<DraftOption> outlines) => new() { Number = 0, Origin = "written", Author = Author.Writer("writer"), Options = outlines };

    private void Take(Command command)
    {
        var accepted = Assert.IsType<Outcome.Accepted>(Project.Decide(command, DateTimeOffset.UnixEpoch));
        Journal.AddRange(accepted.Entries);
        foreach (var entry in accepted.Entries) Project = Project.On(entry);
    }
}
