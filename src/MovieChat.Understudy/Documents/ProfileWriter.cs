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
        // Where the premise knows the person through and through, a first draft says that and nothing else.
        if (person.Part is { Wound.Length: > 0 } part && Whole(story, person, part, pen, used) is { } whole) return option == 0 && story.IsFirstAnswer ? whole : More(whole);
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

        Profile More(Profile whole) => whole with
        {
            Who = Sentences.Join(whole.Who, Dealt("who")),
            Struggles = Sentences.Join(whole.Struggles, Dealt($"struggles.{role}")),
            Change = Sentences.Join(whole.Change, Dealt($"change.{role}")),
        };

        // To each of the cast another thought: profiles are written one by one and would choose alike.
        string Dealt(string pool)
        {
            var all = story.ForProject($"{pool} {story.Task.Order.Split('@')[^1]} {story.Repairs} {option}").Shuffled(Shelf.Pools[pool]);
            var start = story.People.ToList().IndexOf(person) % all.Count;
            return all.Skip(start).Concat(all.Take(start)).Select(template => pen.Line([template])).FirstOrDefault(line => line.Length > 0) ?? "";
        }
    }

    /// <summary>Null when something of it can not be written here.</summary>
    private static Profile? Whole(Story story, Person person, Part part, Pen pen, HashSet<string> used)
    {
        string?[] told = [.. new[] { part.Wound, part.Wants, part.Struggles, part.Lie, part.Need, part.Change, part.Voice ?? "" }.Select(pen.Try)];
        if (told.Any(string.IsNullOrEmpty)) return null;
        return new()
        {
            Character = person.Id,
            Who = Sentences.Closed(person.Character?.OneLine ?? pen.Try(part.One) ?? person.Name),
            Wound = told[0]!,
            Wants = told[1]!,
            Struggles = told[2]!,
            Lie = told[3]!,
            Need = told[4]!,
            Change = told[5]!,
            Voice = told[6]!,
            Relations = [.. story.People.Where(other => other != person).Select(other => Tie(other) ?? Relation(person, other, pen, used))],
        };

        Relation? Tie(Person other) => part.Ties?.GetValueOrDefault(other.Slot) is { } tie && pen.Try(tie) is { } text ? new() { Character = other.Id, Text = text } : null;
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
