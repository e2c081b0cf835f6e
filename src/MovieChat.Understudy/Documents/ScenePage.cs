using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>The page of one scene while it is being written.</summary>
internal sealed partial class ScenePage(Story story, Scene scene, IReadOnlyList<Person> present, Pen pen)
{
    private readonly List<Element> _elements = [];
    private readonly int _beat = Telling.BeatOf(story, scene.Summary) is var beat && beat >= 0 && Telling.IsOwnBeat(story, beat) ? beat : -1;
    private readonly HashSet<string> _phrases = [];
    private int _turn;

    // Printed lines an exchange needs, and the turn in which people trust each other enough to speak of what it is all about.
    private const string Theme = "theme";

    private const int Room = 8, FewestLines = 34, ThemeBeat = 6, LongestParagraph = 4, SameThings = 2;

    private int Printed => PageMeasure.Lines(Script.Joined(_elements));

    private bool IsFirstDraft => story.IsFirstDraft;

    public List<Element> Write(int lines)
    {
        var key = Key();
        Open(FewestLines - PageMeasure.Lines(key));
        var situations = Situations();
        if (key.Count > 0 && _beat >= 0 && story.Premise.Beats[_beat].IsWhole)
        {
            // A whole scene needs nothing before and nothing after; another draft of it comes in later.
            _elements.AddRange(IsFirstDraft ? key : Later(key));
            Fill(situations, Math.Min(lines, FewestLines) - 1);
            return Script.Joined(_elements);
        }

        // Another draft leads up to what must be said another way.
        if (!IsFirstDraft && Exchange(situations)) Pause();
        _elements.AddRange(key);
        if (_beat == ThemeBeat && present.Count > 1 && Pause()) Exchange([Theme]);
        Fill(situations, lines - 3);
        Close();
        return Script.Joined(_elements);
    }

    /// <param name="least">Printed lines that the opening must have, for the page to be one.</param>
    private void Open(int least)
    {
        var before = (story.Film.Scenes ?? []).Count(each => each.Number < scene.Number && each.Heading.Place == scene.Heading.Place);
        var look = PlaceFinder.Look(story, scene.Heading, before);
        // What the premise tells brings its own air: there is no rain in a space station.
        var seen = _beat < 0 ? "" : pen.Echo(story.Premise.Beats[_beat] is { IsWhole: true } whole ? whole.Action : story.Premise.Beats[_beat].Text) ?? "";
        // What one sees at once is not said twice.
        if (_beat < 0 || !Shows(seen, look) || PageMeasure.Wrapped(seen, PageMeasure.ActionWidth) < least) Act(Sentences.Join(look, _beat < 0 ? pen.Line(Air()) : ""));
        if (_beat >= 0) Act(seen);
        else foreach (var sentence in Told().SkipLast(1)) Act(sentence);
    }

    /// <summary>Whether an action already shows what the place looks like: some things of its own stand in both.</summary>
    private static bool Shows(string action, string look)
    {
        var things = Thing().Matches(action).Select(Singular).ToHashSet();
        return Thing().Matches(look).Select(Singular).Where(things.Contains).Distinct().Count() >= SameThings;

        static string Singular(Match word) => word.Value.ToLowerInvariant().TrimEnd('s');
    }

    /// <summary>What the scene must hold: the premise's own lines, or what somebody else's summary says happens.</summary>
    private List<Element> Key()
    {
        if (_beat >= 0) return Script.Play(Talk(story.Premise.Beats[_beat]), Here(story.InSlot), pen, (line, _) => line, mayEcho: true);
        return Told() is { Count: > 0 } told ? [new() { Type = ElementTypes.Action, Text = told[^1] }] : [];
    }

    /// <summary>The scene from a later line on.</summary>
    private List<Element> Later(List<Element> key)
    {
        var starts = key.Index().Where(entry => entry.Item.Type is ElementTypes.Character or ElementTypes.Action).Select(entry => entry.Index).ToList();
        var over = pen.Draw.Between(1, 3);
        return starts.Count > over + 4 ? key[starts[over]..] : key;
    }

    /// <summary>What is said, without those who are not here any more, as long as enough is left of it.</summary>
    private IReadOnlyList<string> Talk(PremiseBeat beat)
    {
        if (!beat.IsWhole) return beat.Talk;
        List<string> left = [.. beat.Talk.Where(line => Script.SpeakerOf(line) is not { } who || Here(story.InSlot)(who) is not null).Where(line => pen.Echo(line) is not null)];
        return left.Count * 3 >= beat.Talk.Count * 2 ? left : beat.Talk;
    }

    /// <summary>Further talk for a page that stands already.</summary>
    public List<Element> More(int lines)
    {
        while (Printed < lines && (Exchange(Situations()) || Pause()))
        {
        }

        return Script.Joined(_elements);
    }

    private void Fill(IReadOnlyList<string> situations, int lines)
    {
        // Every round tries all exchanges left; when none is left, actions fill the page, and those may come again.
        while (Printed < lines)
        {
            // What the premise's people have said stands by itself before anything else is said.
            if (_beat >= 0 && !Pause()) return;
            if (_beat >= 0 && lines - Printed <= Room) continue;
            if (!Exchange(situations) && _beat < 0 && !Pause()) return;
        }
    }

    private void Close()
    {
        if (_elements is [.., { Type: ElementTypes.Action }] && Printed >= FewestLines) return;
        var button = present.Count > 0 ? pen.With(Bound(0)).Line(Shelf.Pools["button"].Where(Fits)) : pen.Line(Shelf.Pools["empty"]);
        if (button.Length > 0) Act(button);
    }

    private bool Exchange(IReadOnlyList<string> situations)
    {
        if (present.Count == 0) return false;
        var slots = Bound(_turn);
        foreach (var situation in situations)
            foreach (var exchange in Ordered(situation).Where(lines => lines.All(Fits)))
            {
                var played = Script.Play(exchange, Here(who => Speaker(who, _turn)), pen.With(slots), situation == Theme ? (line, _) => line : Manner);
                if (played.Count == 0) continue;
                _elements.AddRange(played);
                _turn++;
                return true;
            }
        return false;
    }

    private bool Pause()
    {
        var all = Shelf.Pools[present.Count > 0 ? "pause" : "empty"];
        var pool = all.Where(Fits).ToList();
        var slots = present.Count > 0 ? Bound(_turn++) : pen.Slots;
        var line = pen.With(slots).Line(pool);
        if (line.Length == 0) line = pen.With(slots).Always([pen.Draw.Pick(pool)]);
        if (line.Length == 0) return false;
        Act(line);
        return true;
    }

    private IReadOnlyList<string> Situations()
    {
        if (present.Count < 2) return ["alone"];
        var position = BeatSheet.Positions.Select((at, index) => (index, distance: Math.Abs(at - scene.Position))).MinBy(each => each.distance).index;
        var usual = BeatSheet.Situations[_beat >= 0 ? _beat : position];
        if (scene.Purpose == "chase") usual = "chase";
        else if (scene.Purpose is "twist" or "reveal" && _beat < 0) usual = "reveal";
        var against = present.Any(person => person.Slot == "rival") && present.Any(person => person.Slot == "hero");
        return against && usual != "farewell" ? ["confront", usual, "argue", "ordinary"] : [usual, "ordinary", "confide", "plan"];
    }

    // One order for the whole film and a start that moves with the scene, so that scenes which do not see each other rarely share.
    private IEnumerable<IReadOnlyList<string>> Ordered(string situation)
    {
        var all = story.ForProject(story.Task.Order + story.Repairs).Shuffled(Shelf.Exchanges[situation]);
        if (!IsFirstDraft) return all;
        all = story.ForProject(situation).Shuffled(Shelf.Exchanges[situation]);
        var start = scene.Number * 3 % all.Count;
        return all.Skip(start).Concat(all.Take(start));
    }

    // Whoever is not in the scene says nothing in it.
    private Func<string, Person?> Here(Func<string, Person?> speakers) => who => speakers(who) is { } one && present.Contains(one) ? one : null;

    private string Manner(string line, Person person) => Manners.Spoken(line, Manners.Of(person, story), scene.Number + present.ToList().IndexOf(person), _phrases);

    private Person? Speaker(string letter, int turn) => letter switch
    {
        "A" => present[turn % 3 == 2 ? 1 % present.Count : 0],
        "B" => Others(turn).FirstOrDefault(),
        "C" => Others(turn).ElementAtOrDefault(1),
        _ => null,
    };

    private List<Person> Others(int turn)
    {
        var first = Speaker("A", turn);
        var rest = present.Where(person => person != first).ToList();
        return [.. rest.Skip(turn % Math.Max(1, rest.Count)), .. rest.Take(turn % Math.Max(1, rest.Count))];
    }

    private Slots Bound(int turn)
    {
        var slots = pen.Slots.Copy();
        foreach (var letter in new[] { "A", "B", "C" }) Speaker(letter, turn)?.Bind(slots, letter);
        return slots;
    }

    private IEnumerable<string> Air()
    {
        var dark = scene.Heading.Time.Contains("NIGHT", StringComparison.OrdinalIgnoreCase) ? "night" : "day";
        return IsInside ? [.. story.Tone.Air, .. Shelf.Pools[$"air.inside.{dark}"]] : Shelf.Pools[$"air.outside.{dark}"];
    }

    // What a scene is for is said in its summary, but cannot be seen.
    private List<string> Told()
    {
        var outcomes = Shelf.Pools.Where(pool => pool.Key.StartsWith("outcome.", StringComparison.Ordinal)).SelectMany(pool => pool.Value).Select(pen.Slots.Fill).ToHashSet();
        return [.. Sentences.Split(scene.Summary).Where(sentence => !outcomes.Contains(sentence))];
    }

    private bool IsInside => !scene.Heading.Setting.StartsWith("EX", StringComparison.OrdinalIgnoreCase);

    // Under the open sky there is no chair to move and no door to close.
    private bool Fits(string template) => IsInside ? !Outdoors().IsMatch(template) : !Indoors().IsMatch(template);

    [GeneratedRegex(@"\b(?!(about|across|after|against|along|been|before|behind|beside|between|both|does|down|each|every|four|from|have|into|like|many|more|nothing|other|over|past|round|same|somebody|stands?|still|than|that|their|them|there|they|this|three|through|under|upon|what|where|which|while|whose|with)\b)\p{L}{4,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\b(stones?|wind|rain|gravel)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Outdoors();

    [GeneratedRegex(@"\b(doors?|tables?|lights?|chairs?|drawer|windows?|switch|cups?|room|swept|kettle|dust|stairs|soup|glass|house|sits?|seat)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Indoors();

    /// <summary>Adds an action; a long one in paragraphs that a reader's eye takes in.</summary>
    private void Act(string text)
    {
        var paragraph = "";
        foreach (var sentence in Sentences.Split(text))
        {
            var longer = Sentences.Join(paragraph, sentence);
            if (paragraph.Length > 0 && PageMeasure.Wrapped(longer, PageMeasure.ActionWidth) > LongestParagraph)
            {
                _elements.Add(new() { Type = ElementTypes.Action, Text = paragraph });
                longer = sentence;
            }

            paragraph = longer;
        }

        if (paragraph.Length > 0) _elements.Add(new() { Type = ElementTypes.Action, Text = paragraph });
    }
}
