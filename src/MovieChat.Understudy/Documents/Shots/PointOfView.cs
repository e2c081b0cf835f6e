namespace MovieChat.Understudy.Documents.Shots;

/// <summary>What somebody looks at, seen with their eyes: right after the look, and rarely.</summary>
internal static class PointOfView
{
    public static void Take(List<Framed> shots, Stage stage)
    {
        for (var place = 1; place < shots.Count; place++)
        {
            var (look, seen) = (shots[place - 1], shots[place]);
            if (look.Who.Count != 1 || seen is not { Who.Count: 0, Take.IsPlace: false, Take.IsInsert: false } || !Seeing.IsLooking(look.Seen)) continue;
            if (stage.Scene.Purpose is not ("reveal" or "twist") && stage.Draw.Below(3) > 0) continue;
            if (look.Size == "POV" || shots.ElementAtOrDefault(place + 1)?.Size == "POV") continue;
            shots[place] = seen with { Size = "POV", Angle = "eye level" };
            return;
        }
    }
}
