using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>The people the premise needs; for a short film the first of them, and whom its synopsis names: the plot will tell of those.</summary>
internal static class CastWriter
{
    private const int ShortMinutes = 25;
    private const int ShortCast = 3;

    public static Cast Write(Story story, int option)
    {
        var pen = story.PenFor($"cast {option}");
        var isShort = story.Film.Brief?.LengthMinutes < ShortMinutes;
        var people = story.People.Where((person, place) => !isShort || place < ShortCast || story.Film.Synopsis?.Lines.Any(person.IsNamedIn) == true);
        return new() { Characters = [.. people.Select(person => Described(person, story, pen))] };
    }

    /// <summary>A person described anew; id, name and role stay.</summary>
    public static Character Described(Person person, Story story, Pen pen)
    {
        var slots = story.Slots.Copy();
        person.Bind(slots, "me");
        var own = pen.With(slots);
        var part = person.Part;
        var age = part is null ? [30, 60] : part.Age;
        var character = new Character
        {
            Id = person.Id,
            Name = person.Name,
            Role = person.Character?.Role ?? part?.Role ?? "other",
            Age = person.Character?.Age ?? pen.Draw.Between(age[0], age[1]),
            OneLine = First(own, part?.One, "one"),
            // A look that is enough to draw somebody by needs nothing added.
            Appearance = part?.Wound.Length > 0 && own.Try(part.Look) is { } look ? look : Sentences.Join(First(own, part?.Look, "look"), own.Line(Shelf.Pools["look"])),
        };
        return character;
    }

    private static string First(Pen pen, string? template, string pool) =>
        template is not null && pen.Try(template) is { } told ? told : pen.Always(Shelf.Pools[pool]);
}
