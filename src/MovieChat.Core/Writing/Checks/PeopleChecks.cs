using MovieChat.Core.Film;

namespace MovieChat.Core.Writing.Checks;

/// <summary>What a cast and a profile must be.</summary>
internal static class PeopleChecks
{
    private const int LeastPeople = 2;
    private const int MostPeople = 12;

    /// <summary>Beside them.</summary>
    private const int MostSupporting = 60;

    public static void Cast(Cast cast, FaultList faults)
    {
        var people = cast.Characters;
        var supporting = people.Count(person => Roles.IsSupporting(person.Role));
        faults.Items("characters", people.Count, LeastPeople, MostPeople + Math.Min(supporting, MostSupporting));
        faults.Ids("characters", [.. people.Select(person => person.Id)]);
        foreach (var (place, person) in people.Index()) Person($"characters[{place}]", person, faults);
        foreach (var twice in people.GroupBy(person => person.Name.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            faults.Add("characters", $"the name '{FaultList.Shown(twice.Key)}' is used {twice.Count()} times: a screenplay tells people apart by name.");
        }

        var leads = people.Count(person => Roles.IsProtagonist(person.Role));
        faults.When(leads != 1, "characters", $"{leads} people have the role '{Roles.Protagonist}': exactly one has it.");
        faults.When(
            !people.Any(person => Roles.IsOpposing(person.Role)),
            "characters",
            $"nobody stands against the protagonist: give at least one the role {string.Join(", ", Roles.Opposing.Take(3))}…");
    }

    public static void Profile(Profile profile, string? key, Screenplay film, FaultList faults)
    {
        faults.When(profile.Character != key, "character", $"is '{FaultList.Shown(profile.Character)}': this is the profile of '{key}'.");
        faults.Text("who", profile.Who);
        faults.Text("wants", profile.Wants);
        faults.Text("struggles", profile.Struggles);
        faults.Text("change", profile.Change);
        faults.Text("voice", profile.Voice);
        faults.Bounded("wound", profile.Wound);
        faults.Bounded("lie", profile.Lie);
        faults.Bounded("need", profile.Need);
        faults.Items("relations", profile.Relations.Count, 0, 50);
        foreach (var (place, relation) in profile.Relations.Index())
        {
            var isKnown = film.Cast is null || film.CharacterById(relation.Character) is not null;
            faults.When(!isKnown, $"relations[{place}].character", $"'{FaultList.Shown(relation.Character)}' is no id of the cast.");
            faults.When(relation.Character == key, $"relations[{place}].character", "is the person themselves: relations are to others.");
            faults.Text($"relations[{place}].text", relation.Text, 2_000);
        }
    }

    private static void Person(string path, Character person, FaultList faults)
    {
        faults.Text($"{path}.name", person.Name, 80);
        faults.When(person.Name.Any(char.IsControl), $"{path}.name", "holds a line break or another control character.");
        faults.Text($"{path}.role", person.Role, 100);
        faults.When(person.Age is < 0 or > 1_000, $"{path}.age", $"is {person.Age}: an age is 0 to 1000 years.");
        faults.Text($"{path}.oneLine", person.OneLine, 1_000);
        faults.Text($"{path}.appearance", person.Appearance, 4_000);
    }
}
