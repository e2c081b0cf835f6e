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
            Who = Sentences.Join(Sentences.Closed(person.Character?.OneLine ?? person.Name), Dealt("who"), Dealt($"who.{role}")),
            Wants = Two(pen, person.Part?.Wants, Dealt($"wants.{role}"), $"wants.{role}"),
            Struggles = Two(pen, person.Part?.Struggles, Dealt($"struggles.{role}"), $"struggles.{role}"),
            Change = Two(pen, person.Part?.Change, Dealt($"change.{role}"), $"change.{role}"),
            Voice = person.Part?.Voice is { } voice && pen.Try(voice) is { } own ? own : pen.Draw.Pick(Manners.Of(person, story).Voice),
            Relations = [.. story.People.Where(other => other != person).Select(other => Relation(person, other, pen, used))],
        };

        // To each of the cast another thought: profiles are written one by one and would choose alike.
        string Dealt(string pool)
        {
            var all = story.ForProject($"{pool} {story.Task.Order.Split('@')[^1]} {story.Repairs} {option}").Shuffled(Shelf.Pools[pool]);
            var start = story.People.ToList().IndexOf(person) % all.Count;
            return all.Skip(start).Concat(all.Take(start)).Select(template => pen.Line([template])).FirstOrDefault(line => line.Length > 0) ?? "";
        }
    }

    private static string Two(Pen pen, string? own, string dealt, string pool) =>
        own is not null && pen.Try(own) is { } told ? Sentences.Join(told, dealt) : Sentences.Join(dealt, pen.Always(Shelf.Pools[pool]));

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
