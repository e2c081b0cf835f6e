using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Where the camera moves, and why: because somebody goes, because something comes to light, because it is over. Most shots stand.</summary>
internal static partial class Moving
{
    private const int Usual = 2, Chase = 5;

    public static void Move(List<Framed> shots, Stage stage)
    {
        var lenses = stage.Story.Film.Look?.Lenses ?? "";
        var left = Still().IsMatch(lenses) ? 1 : stage.Scene.Purpose == "chase" ? Chase : Usual;
        var isCarried = Carried().IsMatch(lenses);
        foreach (var place in Order(shots, stage))
        {
            var move = left > 0 ? Of(shots[place], place == shots.Count - 1, stage) : "static";
            if (move != "static") left--;
            // A film that is carried on the shoulder stands for things and places alone.
            if (move == "static" && isCarried && shots[place].Who.Count > 0 && !shots[place].Take.IsPlace) move = "handheld";
            shots[place] = shots[place] with { Move = move };
        }
    }

    // The turn and the end first: what is left goes to the others, from anywhere.
    private static IEnumerable<int> Order(List<Framed> shots, Stage stage) =>
        stage.Draw.Shuffled(Enumerable.Range(0, shots.Count)).OrderBy(place => shots[place].Take.IsTurn || place == shots.Count - 1 ? 0 : 1);

    private static string Of(Framed shot, bool isLast, Stage stage)
    {
        var isChase = stage.Scene.Purpose == "chase";
        var isNear = Sizes.Nearness(shot.Size) >= 4;
        return shot switch
        {
            _ when isLast && stage.Scene.Purpose == "conclusion" => stage.IsInside ? "dolly out" : "crane",
            { Take.IsTurn: true, Who.Count: 1 } when isNear => stage.Draw.Pick(["dolly in", "static", "static"]),
            { Take.IsTurn: true, Who.Count: > 1 } => stage.Draw.Pick(["static", "rack focus", "static", stage.Story.Genre.Name == "romance" ? "arc" : "static"]),
            { Who.Count: 0 } when shot.Take.IsPlace => stage.Draw.Pick(["static", "static", "pan", stage.IsInside ? "static" : "crane"]),
            { Who.Count: 0 } when stage.Scene.Purpose == "reveal" => stage.Draw.Pick(["rack focus", "static"]),
            { Who.Count: 0 } => "static",
            _ when isChase && Seeing.IsGoing(shot.Seen) => stage.Draw.Pick(["steadicam", "truck", "handheld", "whip pan"]),
            _ when isChase => stage.Draw.Pick(["handheld", "static", "static"]),
            _ when Seeing.IsRising(shot.Seen) && !isNear => stage.Draw.Pick(["tilt", "pedestal", "static"]),
            _ when Seeing.IsGoing(shot.Seen) && !isNear => stage.Draw.Pick(["pan", "truck", "steadicam", "static"]),
            { Who.Count: 2 } when Seeing.IsLooking(shot.Seen) => stage.Draw.Pick(["rack focus", "static", "static"]),
            _ => "static",
        };
    }

    [GeneratedRegex(@"\b(never moved?|on legs|the camera stands|the frame does not|does not move|still frames|locked)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Still();

    [GeneratedRegex(@"\b(handheld|hand-held|on the shoulder|carried by hand)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Carried();
}
