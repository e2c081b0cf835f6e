using System.Text.Json;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Compares a script with a film as it is approved: which documents would be which, and what taking them comes to. Nothing is decided here.</summary>
public sealed class ScriptComparison
{
    /// <summary>Most faults of a document that are told.</summary>
    private const int MostFaults = 50;

    /// <summary>Most people who are described: more than a cast may have.</summary>
    private const int MostDescribed = 100;

    private readonly Screenplay film;
    private readonly IReadOnlyList<FilmPage> pages;
    private readonly IReadOnlyList<MatchedScene> scenes;
    private readonly Speakers speakers;
    private readonly SceneList list;
    private readonly List<ScriptRemark> remarks;

    /// <summary>The film's scenes that the script does not have.</summary>
    private readonly FilmPage[] gone;

    private ScriptComparison(Script script, Screenplay film, IEnumerable<DocumentId> known)
    {
        this.film = film;
        pages = FilmPage.Of(film);
        scenes = SceneMatcher.Match(script.Scenes, pages);
        speakers = new(film);
        remarks = [.. script.Remarks];
        list = new SceneListing(scenes, new FreshIds(pages, known).Next, PeopleOf).Make(film.Scenes);
        var kept = list.Scenes.Select(scene => scene.Id).ToHashSet();
        gone = [.. pages.Where(page => !kept.Contains(page.Scene.Id))];
    }

    /// <param name="film">As it is approved, with its title.</param>
    /// <param name="known">The documents that the project has or ever had: no new scene gets the id of an earlier one.</param>
    public static ScriptDifference Compare(Script script, Screenplay film, IEnumerable<DocumentId> known) => new ScriptComparison(script, film, known).Compare(script.Scenes);

    private ScriptDifference Compare(IReadOnlyList<ScriptScene> script)
    {
        var cast = CastChange(script);
        var after = film with { Cast = cast is null ? film.Cast : ContentOf(cast, FilmJson.Readable.Cast), Scenes = list };
        var listed = ScenesChange(cast is not null, after);
        var changes = new List<ScriptChange?> { cast, listed };
        var same = new List<DocumentId>();
        if (listed is null) same.Add(DocumentId.Scenes);
        foreach (var (scene, told) in list.Scenes.Zip(scenes))
        {
            if (!Tells(told))
            {
                if (told.Page is { Elements.Count: > 0 }) remarks.Add(new(told.Script.Line, $"The script has nothing but the heading of scene {scene.Number}: its dialogue in the film stays."));
            }
            else if (!Differs(told))
            {
                same.Add(DocumentId.Dialogue(scene.Id));
            }
            else
            {
                changes.Add(DialogueChange(scene, told, listed is not null, after));
            }
        }

        changes.AddRange(gone.Where(page => page.Elements.Count > 0).Select(page =>
            new ScriptChange(DocumentId.Dialogue(page.Scene.Id), ChangeKind.Removed) { Heading = page.Heading, Needs = [DocumentId.Scenes] }));
        return new([.. changes.OfType<ScriptChange>()], same, [.. remarks.OrderBy(remark => remark.Line)]) { NewSpeakers = [.. speakers.New.Take(MostDescribed)] };
    }

    private ScriptChange? CastChange(IReadOnlyList<ScriptScene> script)
    {
        if (film.Cast is not { } cast || speakers.New.Count == 0) return null;
        Character[] people = [.. speakers.New.Take(MostDescribed).Select(person => NewPeople.Describe(person.Id, person.Name, script))];
        var content = JsonSerializer.Serialize(cast with { Characters = [.. cast.Characters, .. people] }, FilmJson.Readable.Cast);
        return Checked(new(DocumentId.Cast, ChangeKind.Changed) { Content = content, People = people }, film, _ => (null, null));
    }

    private ScriptChange? ScenesChange(bool hasNewCast, Screenplay after)
    {
        SceneChange[] changed =
        [
            .. list.Scenes.Zip(scenes).Where(pair => pair.Second.IsMoved || pair.Second.Page is null || !IsSame(pair.First, pair.Second.Page.Scene)).Select(pair => new SceneChange(pair.Second.Page?.Scene, pair.First, pair.Second.IsMoved)),
            .. gone.Select(page => new SceneChange(page.Scene, null, false)),
        ];
        if (changed.Length == 0) return null;
        var change = new ScriptChange(DocumentId.Scenes, film.Scenes is null ? ChangeKind.Added : ChangeKind.Changed)
        {
            Content = JsonSerializer.Serialize(list, FilmJson.Readable.SceneList),
            Scenes = changed,
            Needs = hasNewCast ? [DocumentId.Cast] : [],
        };
        return Checked(change, after, place => place < scenes.Count ? (scenes[place].Script.Line, scenes[place].Script.Heading) : (null, null));
    }

    private ScriptChange DialogueChange(Scene scene, MatchedScene told, bool isListed, Screenplay after)
    {
        var before = film.Dialogues.GetValueOrDefault(scene.Id);
        var dialogue = DialogueText.Of(scene.Id, told.Script.Elements, before, speakers.IdOf);
        var needsList = isListed && (told.Page is null || dialogue.Elements.Any(element => element.Character is { } speaker && !told.Page.Scene.Characters.Contains(speaker)));
        var change = new ScriptChange(DocumentId.Dialogue(scene.Id), before is null ? ChangeKind.Added : ChangeKind.Changed)
        {
            Heading = told.Script.Heading,
            Content = JsonSerializer.Serialize(dialogue, FilmJson.Readable.Dialogue),
            Before = told.Page?.Elements ?? [],
            After = told.Script.Elements,
            Needs = needsList ? [DocumentId.Scenes] : [],
        };
        return Checked(change, after, place => place < told.Script.Elements.Count ? (told.Script.Elements[place].Line, told.Script.Heading) : (told.Script.Line, told.Script.Heading));
    }

    /// <summary>The change with what its document's rules say of it, as of an edit by the writer.</summary>
    /// <param name="placeOf">Where an item of the content's list stands in the script.</param>
    private static ScriptChange Checked(ScriptChange change, Screenplay beside, Func<int, (int? Line, string? Heading)> placeOf)
    {
        var found = DocumentCraft.For(change.Document.Kind).Check(change.Content!, change.Document.Key, beside);
        return change with { Outline = found.Outline, Faults = [.. found.Faults.Take(MostFaults).Select(fault => FaultPlace.Of(fault, placeOf))] };
    }

    /// <summary>Those of the film's scene, and those who speak in what the script changes. Of a new scene also those of the cast whom its action names.</summary>
    private IReadOnlyList<string> PeopleOf(MatchedScene told)
    {
        if (told.Page is { } page && !(Tells(told) && Differs(told))) return page.Scene.Characters;
        var speaking = told.Script.Elements.Where(element => element.Type == ElementTypes.Character).Select(element => speakers.IdOf(element.Text));
        IEnumerable<string> known = told.Page?.Scene.Characters ?? [.. (film.Cast?.Characters ?? []).Where(person => IsSeen(person, told.Script)).Select(person => person.Id)];
        string[] people = [.. known.Union(speaking)];
        return told.Page is { } before && people.SequenceEqual(before.Scene.Characters) ? before.Scene.Characters : people;
    }

    private static bool IsSeen(Character person, ScriptScene script) =>
        script.Elements.Any(element => element.Type == ElementTypes.Action && NewPeople.IndexOfName(element.Text, person.Name, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Tells(MatchedScene told) => told.Script.Elements.Count > 0;

    private static bool Differs(MatchedScene told) => told.Page is null || !told.Script.Elements.Select(FilmPage.Key).SequenceEqual(told.Page.Elements.Select(FilmPage.Key));

    private static bool IsSame(Scene one, Scene other) => JsonSerializer.Serialize(one, FilmJson.Readable.Scene) == JsonSerializer.Serialize(other, FilmJson.Readable.Scene);

    private static T? ContentOf<T>(ScriptChange change, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Deserialize(change.Content!, type);
}
