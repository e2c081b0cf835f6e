using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>How near a shot is.</summary>
internal static partial class Sizes
{
    /// <summary>From far to near, for people.</summary>
    private static readonly string[] OfPeople = ["long", "medium long", "medium", "medium close-up", "close-up"];

    public static string OfPlace(Stage stage) => stage.IsInside
        ? stage.Draw.Pick(["long", "establishing", "medium long"])
        : stage.Draw.Pick(["establishing", "extreme long", "long"]);

    public static string Insert(Stage stage, Take take) => take.Piece.Who.Count > 1 ? "medium close-up" : stage.Draw.Below(3) == 0 ? "extreme close-up" : "insert";

    public static string Of(Stage stage, Take take, double progress)
    {
        var seen = take.Piece.Seen;
        var isLast = progress >= 1;
        return take.Piece.Who.Count switch
        {
            // A film that is over steps back.
            _ when isLast && stage.Scene.Purpose == "conclusion" => stage.IsInside ? "long" : "extreme long",
            0 when Seeing.IsWide(seen) => stage.Draw.Pick(["long", "medium long"]),
            0 => Seeing.IsOfHands(seen) ? "close-up" : stage.Draw.Pick(["insert", "close-up", "extreme close-up"]),
            1 when take.IsTurn => Seeing.IsOfHands(seen) ? "extreme close-up" : "close-up",
            1 when Seeing.IsOfAFace(seen) => stage.Draw.Pick(["close-up", "medium close-up"]),
            1 when Seeing.IsOfHands(seen) => progress < 0.4 ? "medium close-up" : "close-up",
            1 when Seeing.IsGoing(seen) => stage.Draw.Pick(["medium long", "long", "medium"]),
            1 => Single(stage, progress),
            2 when take.IsTurn => stage.Draw.Pick(["two shot", "medium close-up"]),
            2 => Seeing.IsGoing(seen) ? "medium long" : stage.Draw.Pick(["two shot", "medium", "over the shoulder"]),
            _ => stage.Draw.Pick(["medium long", "long", "medium"]),
        };
    }

    /// <summary>One comes nearer as it matters more; now and then a step back.</summary>
    public static string Single(Stage stage, double progress)
    {
        var place = (int)(progress * 3) + 1 + (stage.Draw.Below(4) == 0 ? -1 : stage.Draw.Below(2));
        return OfPeople[Math.Clamp(place, 1, OfPeople.Length - 1)];
    }

    /// <summary>The size that shows what is told: of a hand one sees nothing in a long shot, of both arms nothing in a close-up.</summary>
    public static string Told(string seen, string size)
    {
        if (Detail().IsMatch(seen)) return "extreme close-up";
        if (Near().IsMatch(seen)) return Nearness(size) >= 4 ? size : "medium close-up";
        return Body().IsMatch(seen) && Nearness(size) > 3 ? "medium" : size;
    }

    /// <summary>The nearest other size that shows the same people.</summary>
    public static IReadOnlyList<string> Others(string size, int people) => (people, size) switch
    {
        (0, "insert") => ["extreme close-up", "close-up"],
        (0, "close-up" or "extreme close-up") => ["insert"],
        (0, "long") => ["extreme long", "medium long"],
        (0, _) => ["long", "insert"],
        (1, "close-up") => ["medium close-up", "extreme close-up"],
        (1, "extreme close-up") => ["close-up"],
        (1, "medium close-up") => ["close-up", "medium"],
        (1, "medium") => ["medium close-up", "medium long"],
        (1, _) => ["medium", "long"],
        (2, "two shot") => ["over the shoulder", "medium long"],
        (2, "over the shoulder") => ["two shot", "medium close-up"],
        (2, _) => ["two shot", "medium"],
        (_, "medium long") => ["medium", "long"],
        _ => ["medium long", "long"],
    };

    /// <summary>For a measure of nearness: 0 is the furthest.</summary>
    public static int Nearness(string size) => size switch
    {
        "extreme long" or "establishing" => 0,
        "long" => 1,
        "medium long" => 2,
        "medium" or "two shot" or "over the shoulder" or "POV" => 3,
        "medium close-up" => 4,
        "close-up" => 5,
        _ => 6,
    };

    [GeneratedRegex(@"\A\S+(\s\S+)? (eyes|hand|mouth), (and nothing|near)|['’]s (eyes, and nothing else|hand, near|mouth, near)", RegexOptions.ExplicitCapture)]
    private static partial Regex Detail();

    [GeneratedRegex(@"\b(face|close,|near|swallow|eyelid|lips|brows?|blink|cheek|out of the corner|only the eyes|chin level|profile)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Near();

    [GeneratedRegex(@"\b(both arms|both hands|whole body|a step|fist|points|shoulders?|upright|heels|back to us|from above)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Body();
}
