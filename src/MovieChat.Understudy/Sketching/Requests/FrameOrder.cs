using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Pictures;
using MovieChat.Understudy.Sketching.Places;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>Somebody in a frame.</summary>
internal sealed record Player(string Name, Traits Traits);

/// <summary>A storyboard frame that is asked for.</summary>
/// <param name="Action">Plain; the writer's change comes first in it.</param>
internal sealed record FrameOrder(LabelledLines Lines, string Heading, string Action, Shot Shot, Place Place, Daylight Daylight, IReadOnlyList<Player> People, int Option)
{
    private const int MostPeople = 8;

    public static FrameOrder Read(LabelledLines lines, IReadOnlyList<AIContent> pictures, int option)
    {
        var heading = Words.Plain(lines.Text("scene"));
        var change = Words.Plain(lines.Text("change"));
        var action = change.Length > 0 ? $"{change} . {Words.Plain(lines.Text("action"))}" : Words.Plain(lines.Text("action"));
        var place = PlaceBook.Of(heading, action, Inside(heading, action));
        var inside = place.Inside && !place.Open;
        return new(lines, heading, action, Shot.Read(lines), place, Daylight.Of(heading, action, inside), Players(lines, pictures), option);
    }

    private static bool Inside(string heading, string action) =>
        heading.StartsWith("int", StringComparison.Ordinal) || (!heading.StartsWith("ext", StringComparison.Ordinal) && Words.Any($"{heading} {action}", "room", "inside", "indoors", "interior", "table", "kitchen"));

    private static List<Player> Players(LabelledLines lines, IReadOnlyList<AIContent> pictures)
    {
        var people = new List<Player>();
        var written = lines.All("people");
        // Of several people, nobody knows whose "she" it is.
        var seen = written.Count(line => line.Length > 2) == 1 ? Words.Plain(lines.Text("action")) : "";
        foreach (var line in written)
        {
            var plain = Words.Plain(line).TrimStart('-', '*', '•', ' ');
            if (plain.Length == 0 || people.Count == MostPeople || plain.TrimEnd('.', '!') is "nobody" or "no one" or "none" or "no people") continue;
            people.Add(Read(plain, pictures, seen));
        }
        return people;
    }

    // "mara, 34 (reference 1): wiry, cropped dark hair"
    private static Player Read(string line, IReadOnlyList<AIContent> pictures, string seen)
    {
        var (open, colon) = (line.IndexOf('('), line.IndexOf(':'));
        var end = new[] { open, colon, line.IndexOf(',') }.Where(at => at > 0).DefaultIfEmpty(line.Length).Min();
        var name = line[..end].Trim();
        var head = colon > 0 ? line[..colon] : line;
        var close = open > 0 ? line.IndexOf(')', open) : -1;
        var age = open > 0 ? line[end..open] : head[Math.Min(end, head.Length)..];
        var looks = $"{age} . {(colon > 0 ? line[(colon + 1)..] : close > 0 ? line[(close + 1)..] : "")}";
        var picture = Words.At(line, "reference") is >= 0 and var at && int.TryParse(new string([.. line[(at + 9)..].SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit).Take(3)]), out var number) && number >= 1 && number <= pictures.Count ? pictures[number - 1] : null;
        if (Reference.Person(picture) is { } known) return new(name, known);
        var traits = Casting.Of(name, looks, "", 1, seen);
        return new(name, picture is null ? traits : Reference.Coloured(traits, picture));
    }
}
