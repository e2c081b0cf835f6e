using MovieChat.Core.Film;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Understudy;

/// <summary>A film written from its brief to its last dialogue, every first option approved.</summary>
internal sealed record WholeFilm(FilmFacts Facts, IReadOnlyList<Dialogue> Dialogues)
{
    public IReadOnlyList<Scene> Scenes => Facts.Scenes!;

    public string Text => string.Join('\n', Strings());

    public static WholeFilm Write(string project, Brief brief, int draft = 1) => From(project, new() { Title = "Untitled", Brief = brief }, draft);

    /// <summary>Writes whatever the facts do not hold yet.</summary>
    public static WholeFilm From(string project, FilmFacts film, int draft = 1)
    {
        if (film.Idea is null) film = film with { Idea = One<Idea>("ideas", film) };
        if (film.Synopsis is null) film = film with { Synopsis = One<Synopsis>("synopsis", film) };
        if (film.Cast is null) film = film with { Cast = One<Cast>("cast", film) };
        if (film.Profiles is null) film = film.Cast!.Characters.Aggregate(film with { Profiles = [] }, (facts, person) => facts with { Profiles = [.. facts.Profiles!, One<Profile>("profile", facts, person.Id)] });
        if (film.Plot is null) film = film with { Plot = One<Plot>("plot", film) };
        if (film.Scenes is null) film = film with { Scenes = One<SceneList>("scenes", film).Scenes };
        var dialogues = new List<Dialogue>();
        foreach (var scene in film.Scenes!)
        {
            // As the screenwriter does: only the dialogue of people who are in this scene.
            var seen = film.Scenes.Zip(dialogues).Where(pair => pair.First.Characters.Any(scene.Characters.Contains)).Select(pair => pair.Second);
            dialogues.Add(One<Dialogue>("dialogue", film with { Scene = scene, Dialogues = [.. seen] }, scene.Id));
        }
        return new(film, dialogues);

        T One<T>(string kind, FilmFacts facts, string? key = null)
        {
            var task = Asked.Task(kind, project, draft: draft) with { Key = key, Order = $"{kind}{(key is null ? "" : $":{key}")}@{draft}" };
            return Asked.Option<T>(Asked.Answer(task, facts));
        }
    }

    private IEnumerable<string> Strings()
    {
        var (idea, plot) = (Facts.Idea!, Facts.Plot!);
        return [idea.Title, idea.Logline, idea.Why, .. Facts.Synopsis!.Lines,
            .. Facts.Cast!.Characters.SelectMany(one => new[] { one.Name, one.OneLine, one.Appearance }),
            .. Facts.Profiles!.SelectMany(one => one.Relations.Select(relation => relation.Text).Concat([one.Who, one.Wants, one.Struggles, one.Change, one.Voice])),
            plot.Beginning, plot.Middle, plot.End, .. plot.Beats.Select(beat => beat.Text),
            .. Scenes.SelectMany(scene => new[] { scene.Heading.ToString(), scene.Summary }),
            .. Dialogues.SelectMany(dialogue => dialogue.Elements).Select(element => element.Text)];
    }
}
