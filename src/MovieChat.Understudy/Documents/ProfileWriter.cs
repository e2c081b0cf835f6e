using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>One person from inside: what the premise knows of the part, and what goes with the role.</summary>
internal static class ProfileWriter
{
    public static Profile Write(Story story, int option)
    {
        var person = story.ById(story.Task.Key ?? "") ?? story.Hero;
        var slots = story.Slots.Copy();
        person.Bind(slots, "me");
        var pen = new Pen(story.ForDraft($"profile {option}"), slots, story.Avoidance);
        var used = new HashSet<string>();
        var role = person.Slot is "hero" or "rival" ? person.Slot : "other";
        return new()
        {
            Character = person.Id,
            Who = Sentences.Join(Sentences.Closed(person.Character?.OneLine ?? person.Name), pen.Line(Shelf.Pools["who"]), pen.Line(Shelf.Pools[$"who.{role}"])),
            Wants = Two(pen, person.Part?.Wants, $"wants.{role}"),
            Struggles = Two(pen, person.Part?.Struggles, $"struggles.{role}"),
            Change = Two(pen, person.Part?.Change, $"change.{role}"),
            Voice = person.Part?.Voice is { } voice && pen.Try(voice) is { } own ? own : pen.Draw.Pick(Manners.Of(person, story).Voice),
            Relations = [.. story.People.Where(other => other != person).Select(other => Relation(person, other, pen, used))],
        };
    }

    private static string Two(Pen pen, string? own, string pool) =>
        own is not null && pen.Try(own) is { } told ? Sentences.Join(told, pen.Line(Shelf.Pools[pool])) : Sentences.Join(pen.Always(Shelf.Pools[pool]), pen.Line(Shelf.Pools[pool]));

    private static Relation Relation(Person me, Person other, Pen pen, HashSet<string> used)
    {
        var slots = pen.Slots.Copy();
        other.Bind(slots, "you");
        var with = pen.With(slots);
        var pools = new[] { $"{me.Slot}-{other.Slot}", $"{me.Slot}-any", $"any-{other.Slot}", "any-any" }.Where(Shelf.Pools.ContainsKey).ToList();
        // One thought about one person: what was said of another is not said again.
        var template = pools.SelectMany(pool => pen.Draw.Shuffled(Shelf.Pools[pool])).FirstOrDefault(each => with.Try(each) is not null && used.Add(each));
        return new() { Character = other.Id, Text = template is null ? with.Always(Shelf.Pools["any-any"]) : with.Try(template)! };
    }
}
