using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Reads the story out of a request: which premise it grew from, who is in it, what holds in it.</summary>
internal static class StoryReader
{
    /// <summary>The story the film tells so far.</summary>
    public static Story Read(WritingRequest request, int repairs)
    {
        var draw = Draw.From(request.Task.Project, "bare");
        var premise = PremiseMatch.Find(request.Film) ?? draw.Pick([.. Shelf.Bare.Where(premise => premise.People.Count > 2)]);
        return Of(request, repairs, GenreChoice.GenreOf(premise, request.Film.Brief), premise);
    }

    /// <summary>The story that grows when this premise is taken.</summary>
    public static Story Of(WritingRequest request, int repairs, Genre genre, Premise premise, int variant = 0)
    {
        var (task, film) = request;
        var read = ReadBack(premise, film);
        var draw = Draw.From(task.Project, premise.Id, variant.ToString());
        var people = film.Cast is { Characters.Count: > 0 } cast
            ? Casting.FromCast(cast, film.Profiles ?? [], premise)
            : Casting.FromPremise(premise, Names(premise, read), Found(film, premise, read), About(film), draw);
        return new()
        {
            Task = task,
            Film = film,
            Genre = genre,
            Premise = premise,
            Tone = Tones.Of(film.Brief),
            Avoidance = Avoidance.Of(film.Brief),
            People = people,
            Slots = Bound(premise, people, film, read, Draw.From(task.Project, premise.Id, variant.ToString(), "facts")),
            Repairs = repairs,
        };
    }

    private static Dictionary<string, string> ReadBack(Premise premise, FilmFacts film)
    {
        var read = new Dictionary<string, string>();
        var people = premise.People.Select(part => part.Slot).ToHashSet();
        if (film.Synopsis is { } synopsis) Take([.. premise.Lines, .. premise.Beats.Select(beat => beat.Beat)], string.Join('\n', synopsis.Lines));
        if (film.Idea is { } idea) Take([premise.Logline], idea.Logline);
        return read;

        void Take(IEnumerable<string> templates, string text)
        {
            // In a text that was put together anew a slot may seem to hold half a sentence: nobody is called that.
            foreach (var pair in templates.SelectMany(template => TemplateReading.Read(template, text)).Where(pair => !people.Contains(pair.Key) || NameFinder.IsName(pair.Value))) read.TryAdd(pair.Key, pair.Value);
        }
    }

    private static Dictionary<string, string> Names(Premise premise, Dictionary<string, string> read) =>
        premise.People.Where(part => read.ContainsKey(part.Slot)).ToDictionary(part => part.Slot, part => read[part.Slot]);

    private static string About(FilmFacts film) => $"{film.Idea?.Logline} {string.Join(' ', film.Synopsis?.Lines ?? [])}";

    // Names that stand in the film's text but where no template told whose they are.
    private static IReadOnlyList<string> Found(FilmFacts film, Premise premise, Dictionary<string, string> read)
    {
        var text = film.Synopsis is { } synopsis ? string.Join('\n', synopsis.Lines) : film.Idea?.Logline ?? "";
        return NameFinder.Find(text, name => Knows(premise.AllText, name) || Knows(OwnRiders, name) || Knows(string.Join('\n', read.Values), name));
    }

    // What the understudy itself adds to a synopsis holds capitals but no names.
    private static readonly string OwnRiders = string.Join('\n',
        Shelf.Pools.Where(pool => pool.Key.StartsWith("rider", StringComparison.Ordinal)).SelectMany(pool => pool.Value)
            .Concat(Shelf.Tones.SelectMany(tone => tone.Endings)));

    private static bool Knows(string text, string name) => name.Split(' ').Any(word => Sentences.Mentions(text, word));

    private static Slots Bound(Premise premise, IReadOnlyList<Person> people, FilmFacts film, Dictionary<string, string> read, Draw draw)
    {
        var slots = new Slots();
        foreach (var person in people) person.Bind(slots, person.Slot);
        foreach (var pronoun in new[] { "he", "him", "his", "himself" }) slots.Set(pronoun, slots[$"hero.{pronoun}"]!);
        var wishes = BriefReading.Of(film.Brief, film.Title);
        if (wishes.Message is { } message) slots.Set("message", message);
        slots.Set("logline", Sentences.Closed(film.Idea?.Logline ?? $"Then comes the day when {people[0].Name} can not put it off any longer"));
        var told = $"{film.Idea?.Logline}\n{string.Join('\n', film.Synopsis?.Lines ?? [])}\n{film.Plot?.Beginning}\n{film.Scene?.Summary}";
        if (Moved.PlaceIn(told) is { } moved && Moved.IsPlace(moved)) read["town"] = moved;
        foreach (var (name, alternatives) in premise.Facts)
        {
            var drawn = draw.Pick(alternatives);
            var value = read.GetValueOrDefault(name)
                // "The page cut from the log" holds "the log" as well.
                ?? alternatives.OrderByDescending(each => each.Length).FirstOrDefault(each => told.Contains(each, StringComparison.OrdinalIgnoreCase));
            slots.Set(name, value ?? wishes.For(name, alternatives, premise) ?? slots.Phrase(drawn) ?? drawn);
        }
        return slots;
    }
}
