using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Tests.Understudy.Pictures;

/// <summary>A film with its look and the shots of its scenes, asked for as the screenwriter does.</summary>
internal sealed record PictureFilm(WholeFilm Film, Look Look, IReadOnlyList<ShotList> Shots)
{
    private static readonly Lazy<IReadOnlyList<PictureFilm>> s_ofGenres = new(() => [.. Shelf.Genres.Select(genre => Of(Shelf.Premises.First(premise => premise.Genres![0] == genre.Name || premise.Genres.Contains(genre.Name))))]);

    /// <summary>One of every genre.</summary>
    public static IReadOnlyList<PictureFilm> OfGenres => s_ofGenres.Value;

    public IEnumerable<(Scene Scene, Dialogue Page, ShotList Shots)> Scenes => Film.Scenes.Zip(Film.Dialogues, Shots);

    public static PictureFilm Of(Premise premise)
    {
        var film = WholeFilm.From($"pictures of {premise.Id}", Begun(premise));
        return Of($"pictures of {premise.Id}", film);
    }

    public static PictureFilm Of(string project, WholeFilm film)
    {
        var look = LookOf(project, film.Facts);
        return new(film, look, [.. film.Scenes.Zip(film.Dialogues).Select(each => ShotsOf(project, ShotFacts(film.Facts, look, each.First, each.Second)))]);
    }

    /// <summary>What is known of a film of this premise when its idea is approved.</summary>
    public static FilmFacts Begun(Premise premise)
    {
        var brief = new Brief { Genres = [premise.Genres![0]] };
        var request = new WritingRequest(Asked.Task("ideas", $"pictures of {premise.Id}"), new() { Brief = brief });
        var story = StoryReader.Of(request, 0, Shelf.GenresOf(premise).First(), premise);
        return new() { Title = premise.Titles[0], Brief = brief, Idea = new() { Title = premise.Titles[0], Logline = story.Slots.Fill(premise.Logline)!, Why = "It is seen." } };
    }

    public static Look LookOf(string project, FilmFacts facts) =>
        Asked.Option<Look>(Asked.Answer(Asked.Task("look", project), new() { Title = facts.Title, Brief = facts.Brief, Idea = facts.Idea, Synopsis = facts.Synopsis, Cast = facts.Cast }));

    public static ShotList ShotsOf(string project, FilmFacts facts) =>
        Asked.Option<ShotList>(Asked.Answer(Asked.Task("shots", project) with { Key = facts.Scene!.Id, Order = $"shots:{facts.Scene.Id}@1" }, facts));

    public static FilmFacts ShotFacts(FilmFacts facts, Look look, Scene scene, Dialogue? page) => new()
    {
        Title = facts.Title,
        Brief = facts.Brief,
        Idea = facts.Idea,
        Look = look,
        Scene = scene,
        Cast = facts.Cast! with { Characters = [.. facts.Cast.Characters.Where(person => scene.Characters.Contains(person.Id))] },
        Dialogues = page is null ? null : [page],
    };

    /// <summary>What is wrong with a document.</summary>
    public static IReadOnlyList<Fault> Faults<T>(string kind, T content, Scene? scene = null) =>
        DocumentCraft.For(kind).Check(Asked.Node(content).ToJsonString(), scene?.Id, scene is null ? new() : new() { Scenes = new() { Scenes = [scene] } }).Faults;
}
