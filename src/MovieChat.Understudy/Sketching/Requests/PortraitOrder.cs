using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Pictures;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>A portrait that is asked for: who, which proposal, and how they sit for it.</summary>
/// <param name="Turn">Degrees the face looks to the picture's right.</param>
internal sealed record PortraitOrder(LabelledLines Lines, string Name, Traits Traits, Mood Mood, float Turn, float Nod, int Option)
{
    /// <param name="further">0 for the request's own option; each further picture is a further option.</param>
    public static PortraitOrder Read(LabelledLines lines, IReadOnlyList<AIContent> pictures, int further)
    {
        var person = Words.Plain(lines.Text("person"));
        var name = person.Split(',', 2)[0];
        var option = Math.Clamp(Number(lines.Text("option")) + further, 1, 1000);
        var looks = Words.Plain($"{Rest(person)} . {lines.Text("appearance")}");
        var told = Words.Plain($"{lines.Text("role")} . {lines.Text("character")} . {lines.Opening}");
        var traits = pictures.Select(Reference.Person).FirstOrDefault(found => found is not null)
            ?? Known(Casting.Of(name, looks, told, option), pictures);
        var (how, change) = (Words.Plain(lines.Text("option")), Words.Plain(lines.Text("change")));
        traits = Casting.Change(traits, change);
        var mood = Expressions.Of(change) is { } changed && changed != Mood.Calm ? changed : Expressions.Of(how) is { } asked && asked != Mood.Calm ? asked : ByOption(option);
        var (turn, nod) = Sitting($"{how} . {change}", option);
        return new(lines, name, traits, mood, turn, nod, option);
    }

    private static Traits Known(Traits traits, IReadOnlyList<AIContent> pictures) => pictures.Count > 0 ? Reference.Coloured(traits, pictures[0]) : traits;

    private static string Rest(string person) => person.IndexOf(',') is >= 0 and var comma ? person[(comma + 1)..] : "";

    private static int Number(string text)
    {
        var digits = new string([.. text.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit).Take(3)]);
        return digits.Length > 0 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 1;
    }

    private static Mood ByOption(int option) => (option % 4) switch
    {
        1 => new(Gaze: new(0.15f, 0)),
        2 => new(Frown: 0.25f, Gaze: new(0.5f, 0.1f)),
        3 => new(Smile: 0.35f, Lift: 0.1f),
        _ => new(Smile: -0.2f, Wide: -0.1f, Gaze: new(-0.5f, 0)),
    };

    private static (float Turn, float Nod) Sitting(string how, int option)
    {
        var side = option % 2 == 0 ? 1 : -1;
        if (Words.Any(how, "looking left", "looks left", "to the left", "facing left")) side = -1;
        else if (Words.Any(how, "looking right", "looks right", "to the right", "facing right")) side = 1;
        else if (Words.Any(how, "frontal", "front view", "full face", "straight on", "head-on", "facing us", "into the camera")) return (3, 0);
        else if (Words.Any(how, "profile", "side view")) return (62 * side, 0);
        else if (!Words.Any(how, "three-quarter", "three quarter", "turned")) return ((option % 3) switch { 1 => 24 * side, 2 => 34 * side, _ => 6 * side }, 0);
        return (34 * side, Words.Any(how, "looking up", "chin up", "proud") ? 10 : Words.Any(how, "looking down", "head down") ? -14 : 0);
    }
}
