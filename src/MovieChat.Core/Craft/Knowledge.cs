using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>Who knows what, scene by scene: what each person was there for, or was told by then.</summary>
public static partial class Knowledge
{
    /// <summary>So many of a discovery's own words in one speech are no chance.</summary>
    private const int Telling = 2;

    /// <summary>Of a long discovery two words are chance again: so large a part of it must be said.</summary>
    private const int Part = 3;

    /// <summary>A word that stands on the pages of every so manieth scene is what the film is about, and in everybody's mouth.</summary>
    private const int Often = 4, FewestPages = 3;

    /// <summary>What a person has found out in the scenes before <paramref name="scene"/> that they were in.</summary>
    public static IReadOnlyList<string> Of(Screenplay film, string person, string scene) =>
    [
        .. (film.Scenes?.Scenes ?? []).TakeWhile(each => each.Id != scene)
            .SelectMany(each => each.Learns)
            .Where(found => found.Characters.Contains(person))
            .Select(found => found.What),
    ];

    internal static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document)
    {
        if (document is not { Kind: "dialogue", Key: { } key } || film.Scenes is not { } list || !film.Dialogues.TryGetValue(key, out var dialogue)) yield break;
        var scene = list.Scenes.FirstOrDefault(each => each.Id == key);
        if (scene is null) yield break;
        Scene[] before = [.. list.Scenes.TakeWhile(each => each.Id != key)];
        var page = Passage.Page(scene, dialogue).ToList();
        var ground = Ground(film, list.Scenes);
        foreach (var (at, speech) in page.Index().Where(entry => entry.Item.Speaker is { Length: > 0 }))
        {
            var heard = page.Take(at).ToList();
            foreach (var note in Discoveries(film, list.Scenes, before, scene, speech, heard, ground)) yield return note;
            foreach (var note in Strangers(film, before, speech, heard)) yield return note;
        }
    }

    private static IEnumerable<CraftNote> Discoveries(
        Screenplay film, IReadOnlyList<Scene> scenes, Scene[] before, Scene scene, Passage speech, IReadOnlyList<Passage> heard, HashSet<string> ground)
    {
        var speaker = speech.Speaker!;
        foreach (var found in scenes.SelectMany(each => each.Learns.Select(learnt => (Scene: each, learnt.What, learnt.Characters))))
        {
            var isLater = !before.Contains(found.Scene) && found.Scene != scene;
            // Who finds it out later can not know it now; who was not there when it was found out, unless somebody told them.
            var isBarred = isLater ? found.Characters.Contains(speaker) : before.Contains(found.Scene) && !found.Characters.Contains(speaker) && !found.Scene.Characters.Contains(speaker);
            if (!isBarred) continue;
            var own = Own(film, found.What, speaker, before).Except(Anywhere).Except(isLater ? ground : []).ToHashSet();
            var said = Said(speech.Text);
            var used = Sentence.Terms(said).Where(own.Contains).Distinct().ToArray();
            // Of what one has done oneself one can speak before others find it out.
            if ((isLater && Has(found.What, Name(film, speaker))) || Confessed(said).Any(own.Contains)) continue;
            if (used.Length < Math.Max(isLater ? Telling + 1 : Telling, (own.Count + Part - 1) / Part) || WasTold(film, before, speaker, own, heard)) continue;
            // Of what their own life's story tells nobody needs to tell them.
            if (Life(film, speaker).SelectMany(Sentence.Terms).ToHashSet().IsSupersetOf(used)) continue;
            var when = isLater ? $"finds out only in scene {found.Scene.Number}" : $"was not there in scene {found.Scene.Number} and was not told since";
            yield return CraftNote.Of(
                NoteKinds.Knowledge, $"{speaker} {found.What} {scene.Id}",
                $"{Name(film, speaker)} speaks of what they can not know yet: {found.What.TrimEnd('.')}. {Name(film, speaker)} {when}.",
                speech.Evidence, new Evidence("scenes", $"{found.Scene.Number}. {found.What}"));
        }
    }

    /// <summary>A name that was first heard where the speaker was not.</summary>
    private static IEnumerable<CraftNote> Strangers(Screenplay film, Scene[] before, Passage speech, IReadOnlyList<Passage> heard)
    {
        foreach (Match match in Capital().Matches(speech.Text))
        {
            var name = match.Value;
            if (CommonGround.Contains(name)) continue;
            if (NamesOf(film).Any(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)) || heard.Any(passage => Has(passage.Text, name))) continue;
            var first = before.FirstOrDefault(scene => Spoken(film, scene).Any(passage => Has(passage.Text, name)));
            if (first is null || before.Any(scene => scene.Characters.Contains(speech.Speaker!) && Spoken(film, scene).Any(passage => Has(passage.Text, name)))) continue;
            if (Background(film).Any(text => Has(text, name))) continue;
            var evidence = Spoken(film, first).First(passage => Has(passage.Text, name));
            if (!IsSomebody(evidence.Text, name)) continue;
            yield return CraftNote.Of(
                NoteKinds.Knowledge, $"{speech.Speaker} {name}",
                $"{Name(film, speech.Speaker!)} names {name}, of whom or which only others have heard. Who told them?",
                speech.Evidence, evidence.Evidence);
        }
    }

    /// <summary>The words of a discovery that are not the film's common ground, nor what the speaker has met by then.</summary>
    private static IEnumerable<string> Own(Screenplay film, string what, string speaker, Scene[] before)
    {
        var common = NamesOf(film).Concat(Background(film)).Concat(before.Where(scene => scene.Characters.Contains(speaker)).Select(scene => scene.Summary))
            .SelectMany(Sentence.Terms).ToHashSet();
        return Sentence.Terms(what).Where(term => !common.Contains(term)).Distinct();
    }

    /// <summary>What is said for a fact: whoever asks who or what does not know it.</summary>
    private static string Said(string speech) => string.Join(' ', Sentence.Split(speech).Where(sentence => !(sentence.EndsWith('?') && Asking().IsMatch(sentence))));

    /// <summary>What the speaker owns up to: <c>I sold it</c>.</summary>
    private static IEnumerable<string> Confessed(string said) => Doing().Matches(said).SelectMany(match => Sentence.Terms(match.Groups["deed"].Value));

    /// <summary>The words that so many scenes share that they tell no secret.</summary>
    private static HashSet<string> Ground(Screenplay film, IReadOnlyList<Scene> scenes)
    {
        var pages = scenes.Where(scene => film.Dialogues.ContainsKey(scene.Id)).Select(scene => Spoken(film, scene).SelectMany(passage => Sentence.Terms(passage.Text)).Distinct()).ToArray();
        var many = Math.Max(FewestPages, (pages.Length + Often - 1) / Often);
        return [.. pages.SelectMany(terms => terms).GroupBy(term => term).Where(group => group.Count() >= many).Select(group => group.Key)];
    }

    /// <summary>What the film tells of somebody's own life.</summary>
    private static IEnumerable<string> Life(Screenplay film, string person)
    {
        if (film.CharacterById(person) is { } one) yield return one.OneLine;
        if (!film.Profiles.TryGetValue(person, out var profile)) yield break;
        foreach (var text in (string[])[profile.Who, profile.Wound, profile.Wants, profile.Struggles, profile.Lie, profile.Need, profile.Change, .. profile.Relations.Select(relation => relation.Text)]) yield return text;
    }

    private static bool WasTold(Screenplay film, Scene[] before, string speaker, HashSet<string> own, IReadOnlyList<Passage> heard)
    {
        var met = before.Where(scene => scene.Characters.Contains(speaker)).SelectMany(scene => Spoken(film, scene)).Concat(heard.Where(passage => passage.Speaker != speaker));
        return met.Any(passage => Sentence.Terms(passage.Text).Where(own.Contains).Distinct().Count() >= Math.Min(Telling, own.Count));
    }

    private static IEnumerable<Passage> Spoken(Screenplay film, Scene scene) =>
        film.Dialogues.TryGetValue(scene.Id, out var dialogue) ? Passage.Page(scene, dialogue) : [];

    // What everybody in the film may know: its world.
    private static IEnumerable<string> Background(Screenplay film) =>
        [film.Title, film.Idea?.Logline ?? "", .. (film.Synopsis?.Lines ?? []).Take(1), .. (film.Cast?.Characters ?? []).Select(person => person.OneLine), .. (film.Scenes?.Scenes ?? []).Select(scene => scene.Heading.Place)];

    /// <summary>Numbers and seasons: they stand in any story.</summary>
    private static readonly HashSet<string> Anywhere =
    [
        .. Sentence.Terms("three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
            + "hundred thousand second third fourth fifth half spring summer autumn winter morning evening night noon midnight today tomorrow yesterday week month hour minute"),
    ];

    /// <summary>Capitalised, and nobody has to be told of it.</summary>
    private static readonly HashSet<string> CommonGround = new(
        ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December "
            + "Christmas Easter God Lord Lady Sir Madam Madame Master Mistress Miss Mister Mrs Doctor Captain Father Mother Sister Brother Uncle Aunt Auntie Grandmother Grandfather Comrade Chief Boss Excellency Majesty Highness Saint").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesOf(Screenplay film) => (film.Cast?.Characters ?? []).Select(person => person.Name);

    private static string Name(Screenplay film, string id) => film.CharacterById(id)?.Name ?? id;

    /// <summary>Whether the words before a name make it a person's: places and offices anybody may have heard of.</summary>
    private static bool IsSomebody(string text, string name)
    {
        var before = text[..text.IndexOf(name, StringComparison.OrdinalIgnoreCase)].TrimEnd();
        return BeforeAPerson.Contains(before[(before.LastIndexOf(' ') + 1)..].Trim('.', '“', '"'));
    }

    private static readonly HashSet<string> BeforeAPerson = new(
        "called named by Mr Mrs Ms Miss Dr Don Doña Señor Señora Captain Sergeant Inspector Professor Father Sister Brother Uncle Aunt old young poor little with and".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static bool Has(string text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(Who|Whose|What|When|Where|Which|Why|How)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bI(?:['’]ve| have| had)? (?<deed>\p{Ll}{3,})", RegexOptions.ExplicitCapture)]
    private static partial Regex Doing();

    [GeneratedRegex(@"(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{2,}\b")]
    private static partial Regex Capital();
}
