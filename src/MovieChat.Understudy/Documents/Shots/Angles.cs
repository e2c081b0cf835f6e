using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>From where a shot is taken, and that no two neighbours are taken alike.</summary>
internal static class Angles
{
    public static void Differ(List<Framed> shots, Stage stage)
    {
        var isTilted = stage.Story.Genre.Look.Tilted && stage.Story.Tone.Name != Tones.Light && stage.Scene.Purpose is "chase" or "twist" or "reveal";
        for (var place = 0; place < shots.Count; place++)
        {
            shots[place] = shots[place] with { Angle = Of(shots[place], stage) };
            if (isTilted && place > 0 && shots[place] is { Who.Count: 1, Take.IsTurn: false } && stage.Draw.Below(4) == 0)
            {
                shots[place] = shots[place] with { Angle = Seeing.IsHigh(shots[place].Seen) ? "worm's-eye" : "Dutch" };
                isTilted = false;
            }

            if (place > 0) shots[place] = Unlike(shots[place], shots[place - 1], shots.ElementAtOrDefault(place + 1), stage);
        }
    }

    private static string Of(Framed shot, Stage stage) => shot switch
    {
        { Size: "over the shoulder" or "two shot" } => "eye level",
        { Take.IsPlace: true } when !stage.IsInside => stage.Draw.Pick(["eye level", "high", "eye level", "bird's-eye"]),
        { Take.IsPlace: true } => stage.Draw.Pick(["eye level", "high", "eye level"]),
        { Who.Count: 0, Size: "insert" or "extreme close-up" or "close-up" } => Seeing.IsFlat(shot.Seen) ? stage.Draw.Pick(["high", "bird's-eye"]) : stage.Draw.Pick(["eye level", "high"]),
        _ when Seeing.IsLow(shot.Seen) => stage.Draw.Pick(["high", "eye level"]),
        _ when Seeing.IsHigh(shot.Seen) => stage.Draw.Pick(["low", "eye level"]),
        _ => stage.Draw.Below(7) == 0 ? "low" : "eye level",
    };

    /// <summary>The shot in another size or from another height than its neighbour's, where both are the same.</summary>
    private static Framed Unlike(Framed shot, Framed before, Framed? after, Stage stage)
    {
        if (shot.Size != before.Size || shot.Angle != before.Angle) return shot;
        var others = Sizes.Others(shot.Size, shot.Who.Count).Where(size => size != after?.Size || stage.Draw.Below(2) == 0).ToList();
        if (others.Count > 0 && (!shot.Take.IsTurn || Sizes.Nearness(others[0]) >= Sizes.Nearness(shot.Size))) return shot with { Size = others[0] };
        return shot with { Angle = shot.Angle == "eye level" ? "low" : "eye level" };
    }
}
