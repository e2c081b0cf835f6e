using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>What tips can name of this film. What is not known yet has no slot, and no tip that needs it is given.</summary>
internal static class TipsFacts
{
    /// <summary>Where the middle and the low point of a film usually are.</summary>
    private const double Middle = 0.5, Low = 0.75;

    public static Slots Of(Story story, bool isBegun)
    {
        var slots = isBegun ? story.Slots.Copy() : new();
        slots.Set("genre", story.Genre.Name);
        Brief(slots, story.Film.Brief);
        if (!isBegun) return slots;
        foreach (var slot in (string[])["hero", "rival"]) Inner(story, slots, slot, story.InSlot(slot));
        story.People.FirstOrDefault(person => person.Slot is not ("hero" or "rival"))?.Bind(slots, "third");
        About(story, slots);
        Scene(story, slots);
        if (story.Film.Plot is { } plot) Told(story, slots, plot);
        // What is planted and still open; before there are scenes, what the story is after.
        Set(slots, "thing", story.Film.Planted is { Count: > 0 } open ? open[0] : story.Slots["thing"]);
        return slots;
    }

    private static void Brief(Slots slots, Brief? brief)
    {
        Set(slots, "tone", brief?.Tone);
        Set(slots, "like", brief?.Likes is [var like, ..] ? like : null);
        if (!string.IsNullOrWhiteSpace(brief?.Message)) slots.Set("message", Sentences.Capitalised(brief.Message.Trim().TrimEnd('.')));
    }

    /// <summary>Whom a profile is about, and who would say most about them.</summary>
    private static void About(Story story, Slots slots)
    {
        var me = (story.Task.Kind is "profile" or "portrait" ? story.ById(story.Task.Key ?? "") : null) ?? story.Hero;
        Inner(story, slots, "me", me);
        (me == story.Hero ? story.InSlot("rival") ?? story.People.FirstOrDefault(person => person != me) : story.Hero)?.Bind(slots, "other");
    }

    private static void Inner(Story story, Slots slots, string slot, Person? person)
    {
        if (person is null) return;
        person.Bind(slots, slot);
        var own = story.Slots.Copy();
        person.Bind(own, "me");
        Set(slots, $"{slot}.lie", First(person.Profile?.Lie, person.Part?.Lie, own), isSentence: true);
        Set(slots, $"{slot}.need", First(person.Profile?.Need, person.Part?.Need, own), isSentence: true);
        Set(slots, $"{slot}.wants", First(person.Profile?.Wants, person.Part?.Wants, own), isSentence: true);
    }

    private static string? First(string? written, string? template, Slots own) =>
        Sentences.Split(string.IsNullOrWhiteSpace(written) ? own.Fill(template ?? "") ?? "" : written).FirstOrDefault();

    /// <summary>The scene at hand: who wants what from whom, and who is not there.</summary>
    private static void Scene(Story story, Slots slots)
    {
        if (story.Film.Scene is not { } scene) return;
        slots.Set("place", scene.Heading.Place);
        Person[] present = [.. story.People.Where(person => scene.Characters.Contains(person.Id))];
        if (present.FirstOrDefault(person => scene.Wants.Any(want => want.Character == person.Id)) is not { } first) return;
        var want = scene.Wants.First(each => each.Character == first.Id);
        first.Bind(slots, "a");
        Set(slots, "a.want", want.Want);
        if (slots["a.want"] is { } told && char.IsUpper(told[0]) && !story.People.Any(person => told.StartsWith(person.Name, StringComparison.Ordinal))) slots.Set("a.want", char.ToLowerInvariant(told[0]) + told[1..]);
        // Where nothing is in the way, nothing can be made of it.
        Set(slots, "a.obstacle", want.Obstacle.StartsWith("nothing", StringComparison.OrdinalIgnoreCase) ? null : want.Obstacle);
        if (slots["a.obstacle"] is { } way && !story.People.Any(person => way.StartsWith(person.Name, StringComparison.Ordinal))) slots.Set("a.obstacle", char.ToLowerInvariant(way[0]) + way[1..]);
        present.FirstOrDefault(person => person != first)?.Bind(slots, "b");
        story.People.FirstOrDefault(person => !present.Contains(person))?.Bind(slots, "absent");
    }

    /// <summary>Turns of the plot by name, and who is hardly in its middle.</summary>
    private static void Told(Story story, Slots slots, Plot plot)
    {
        if (plot.Beats.Count > 0)
        {
            slots.Set("beat.mid", plot.Beats.MinBy(beat => Math.Abs(beat.Position - Middle))!.Name);
            slots.Set("beat.low", plot.Beats.MinBy(beat => Math.Abs(beat.Position - Low))!.Name);
        }

        var told = $"{plot.Middle} {string.Join(' ', plot.Beats.Select(beat => beat.Text))}";
        story.People.Where(person => person.Slot is not ("hero" or "rival")).MinBy(person => told.Split(person.Name).Length)?.Bind(slots, "forgotten");
    }

    private static void Set(Slots slots, string name, string? value, bool isSentence = false)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        slots.Set(name, isSentence ? Sentences.Closed(value) : value.Trim().TrimEnd('.'));
    }
}
