using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Who plays which part of a premise: by the cast when there is one, else by the names the synopsis or the idea uses, else by chance.</summary>
internal static class Casting
{
    private static readonly string[] SlotOrder = ["ally", "mentor", "love", "kin"];

    private static readonly (string Slot, string[] Words)[] RoleWords =
    [
        ("mentor", ["mentor", "teacher", "guide", "master"]),
        ("love", ["love", "romantic", "husband", "wife", "lover", "partner in"]),
        ("kin", ["family", "mother", "father", "sister", "brother", "daughter", "son", "child", "uncle", "aunt"]),
        ("ally", ["ally", "friend", "partner", "sidekick", "colleague", "helper"]),
    ];

    public static IReadOnlyList<Person> FromCast(Cast cast, IReadOnlyList<Profile> profiles, Premise premise)
    {
        var hero = cast.Characters.FirstOrDefault(one => Roles.IsProtagonist(one.Role)) ?? cast.Characters[0];
        var rest = cast.Characters.Where(one => one != hero).ToList();
        var taken = new Dictionary<string, Character> { ["hero"] = hero };
        Take("rival", one => Roles.IsOpposing(one.Role));
        foreach (var (slot, words) in RoleWords) Take(slot, one => words.Any(word => one.Role.Contains(word, StringComparison.OrdinalIgnoreCase)));
        foreach (var slot in SlotOrder.Where(slot => !taken.ContainsKey(slot) && premise.People.Any(part => part.Slot == slot))) Take(slot, _ => true);
        var people = taken.Select(pair => Person(pair.Key, pair.Value));
        return [.. people, .. rest.Select((one, index) => Person($"other{index + 1}", one))];

        void Take(string slot, Func<Character, bool> fits)
        {
            if (rest.Find(one => fits(one)) is not { } found) return;
            taken[slot] = found;
            rest.Remove(found);
        }

        Person Person(string slot, Character one)
        {
            var profile = profiles.FirstOrDefault(each => each.Character == one.Id);
            return new(slot, one.Id, one.Name.Trim(), SexReading.Of(one.Name, $"{one.OneLine} {one.Appearance} {profile?.Who}"))
            {
                Character = one,
                Profile = profile,
                Part = premise.People.FirstOrDefault(part => part.Slot == slot),
            };
        }
    }

    /// <summary>A cast for the premise. Names that were read from the film stay; then names the film holds and nobody has yet; then new ones.</summary>
    /// <param name="read">Slot → name, where the film's text told.</param>
    /// <param name="about">The film's text, for its pronouns.</param>
    /// <param name="found">Names in the film's text, in order of appearance.</param>
    public static IReadOnlyList<Person> FromPremise(
        Premise premise, IReadOnlyDictionary<string, string> read, IReadOnlyList<string> found, string about, Draw draw)
    {
        var spare = new Queue<string>(found.Where(name => !read.Values.Contains(name)));
        var initials = read.Values.Concat(found).Select(name => name[0]).ToHashSet();
        var ids = new HashSet<string>();
        return [.. premise.People.Select(Play).ToList()];

        Person Play(Part part)
        {
            var sex = part.Sex switch { "f" => Sex.Female, "m" => Sex.Male, _ => draw.Below(2) == 0 ? Sex.Female : Sex.Male };
            var fresh = Fresh(sex);
            var name = read.GetValueOrDefault(part.Slot) ?? (spare.TryDequeue(out var one) ? one : fresh);
            var told = name == fresh ? sex : SexReading.OfName(name);
            // Whom a logline calls "she" without saying more is most likely the one it is about.
            if (told == Sex.Unknown && part.Slot == "hero") told = SexReading.Of(name, about);
            return new(part.Slot, Slug.Unique(name, ids), name, told == Sex.Unknown && part.Sex is not null ? sex : told) { Part = part };
        }

        // Two people whose names begin alike are hard to tell apart on a page.
        string Fresh(Sex sex)
        {
            var all = premise.Names ?? Shelf.Names;
            var names = sex == Sex.Female ? all.Female : all.Male;
            var name = draw.Shuffled(names).Find(each => !initials.Contains(each[0])) ?? draw.Pick(names);
            initials.Add(name[0]);
            return name;
        }
    }
}
