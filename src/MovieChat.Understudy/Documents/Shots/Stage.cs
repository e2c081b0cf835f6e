using MovieChat.Core.Film;
using MovieChat.Understudy.Documents.Looks;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>A scene as it is staged: who stands where, from left to right, for all of its shots, and what the place is.</summary>
internal sealed class Stage
{
    /// <summary>How far the next scene's texts are from this one's: a number that goes round all of a pool.</summary>
    private static readonly int[] Steps = [3, 5, 7, 11];

    private readonly Dictionary<string, Queue<string>> _details = [];
    private readonly Pen _pen;
    private Slots? _known;

    public Stage(Story story, Scene scene, int option)
    {
        (Story, Scene) = (story, scene);
        _pen = story.PenFor($"shots {option}");
        // Whoever has crossed the line between two people seems to look the other way: the order holds to the end of the scene.
        People = _pen.Draw.Shuffled(scene.Characters.Distinct().Select(story.ById).OfType<Person>());
        foreach (var person in People) _details[person.Id] = new(_pen.Draw.Shuffled(Details.Of(person)));
    }

    public Story Story { get; }

    public Scene Scene { get; }

    /// <summary>The scene's people, from left to right.</summary>
    public List<Person> People { get; }

    public Draw Draw => _pen.Draw;

    public bool IsInside => !Scene.Heading.Setting.StartsWith("EX", StringComparison.OrdinalIgnoreCase);

    /// <summary>These people as they stand.</summary>
    public IReadOnlyList<Person> Ordered(IEnumerable<Person> people) => [.. People.Where(people.Contains)];

    /// <summary>One of the texts that can be filled and was not told yet in this scene; empty when there is none.</summary>
    public string Tell(IReadOnlyList<string> pool, Person? a = null, Person? b = null, string? thing = null, IReadOnlyList<Person>? names = null)
    {
        var slots = Bound(a, b, thing, names ?? People);
        // Each scene begins elsewhere in the pool, so that scenes which do not see each other rarely share.
        var all = Story.ForProject("shots").Shuffled(pool);
        var start = Scene.Number * Steps.First(step => all.Count % step != 0) % all.Count;
        var pen = _pen.With(slots);
        foreach (var template in all.Skip(start).Concat(all.Take(start)))
        {
            if (pen.Try(template) is not { } told) continue;
            pen.Remember(told);
            Spend(a, template, "detail");
            Spend(b, template, "detailb");
            return told;
        }

        return "";
    }

    public void Remember(string text) => _pen.Remember(text);

    private Slots Bound(Person? a, Person? b, string? thing, IReadOnlyList<Person> names)
    {
        var slots = (_known ??= Known()).Copy();
        if (thing is not null) slots.Set("thing", thing);
        if (thing is not null) slots.Set("Thing", Sentences.Capitalised(thing));
        if (names.Count > 0) slots.Set("names", Talking.Phrases.List([.. names.Select(person => person.Name)]));
        if (names.Count > 1) Pair(slots, names[0], names[^1]);
        if (a is not null) Bind(slots, "a", a, "detail");
        if (b is not null) Bind(slots, "b", b, "detailb");
        if (a is null || b is null) return slots;
        var isLeft = People.IndexOf(a) < People.IndexOf(b);
        (string, string)[] sides = isLeft ? [("side", "right"), ("other", "left"), ("sideb", "left"), ("otherb", "right")] : [("side", "left"), ("other", "right"), ("sideb", "right"), ("otherb", "left")];
        foreach (var (slot, side) in sides) slots.Set(slot, side);
        return slots;
    }

    /// <summary>What holds for every text about the scene.</summary>
    private Slots Known()
    {
        var slots = LookSlots.Colours(new(), LookSlots.AsColours(Story.Film.Look?.Palette ?? Story.Genre.Look.Palette));
        slots.Set("place", PlaceName.Of(Story, Scene.Heading.Place));
        slots.Set("Place", Sentences.Capitalised(slots["place"]!));
        slots.Set("light", Light());
        return slots;
    }

    private void Pair(Slots slots, Person left, Person right)
    {
        Bind(slots, "left", left, "detailleft");
        Bind(slots, "right", right, "detailright");
    }

    private void Bind(Slots slots, string slot, Person person, string detail)
    {
        person.Bind(slots, slot);
        if (!_details.TryGetValue(person.Id, out var left) || left.Count == 0) return;
        slots.Set(detail, left.Peek());
        slots.Set(Sentences.Capitalised(detail), Sentences.Capitalised(left.Peek().StartsWith("with ", StringComparison.Ordinal) ? left.Peek()[5..] : left.Peek()));
    }

    /// <summary>What was told of somebody once is not told again before all else is.</summary>
    private void Spend(Person? person, string template, string detail)
    {
        if (person is null || !template.Contains($"{{{detail}}}", StringComparison.OrdinalIgnoreCase) || !_details.TryGetValue(person.Id, out var left) || left.Count == 0) return;
        left.Dequeue();
    }

    private string Light() => Scene.Heading.Time.Trim().ToUpperInvariant() switch
    {
        "NIGHT" => "by night, more dark than light",
        "MORNING" or "DAWN" => "in low morning light, with long shadows",
        "EVENING" or "DUSK" => "in an almost level sun",
        _ => IsInside ? "in flat daylight" : "in hard light from above",
    };
}
