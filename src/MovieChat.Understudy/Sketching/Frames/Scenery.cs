using System.Numerics;
using MovieChat.Understudy.Sketching.Places;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>Lays the place and the people on the paper, what is far before what is near.</summary>
internal static class Scenery
{
    /// <summary>Draws all and tells where lamps shine.</summary>
    /// <param name="person">Draws one person.</param>
    public static List<(Vector2 At, float Reach)> Draw(Stage stage, Place place, Cast cast, bool close, Action<Placed> person)
    {
        if (place.Inside && !place.Open) RoomArtist.Draw(stage, place);
        else GroundArtist.Draw(stage, place);
        var props = place.Props.Select(Prop.Parse).ToList();
        var lamps = new List<(Vector2, float)>();
        List<(float Depth, Action Draw)> items = [];
        foreach (var prop in props)
        {
            if (!prop.OnWall && Hides(stage, prop, cast, place)) continue;
            var spot = new Spot(prop.X, prop.Z, prop.Turn);
            foreach (var solid in PlaceBook.Props[prop.Name])
            {
                var n = solid.Numbers;
                var at = spot.At(n[0], solid.Kind is "flat" or "strip" ? 0 : n[1], solid.Kind is "flat" or "strip" ? n[1] : n[2]);
                if (solid.Colour is "glow" or "neon" && stage.Camera.Depth(at) > 0.3f) lamps.Add((stage.Camera.See(at), stage.Camera.Scale(at) * 2.3f));
                var flat = solid.Kind is "flat" or "strip";
                items.Add((prop.OnWall ? 1000 + n[2] : flat ? 900 - prop.Z * 0.01f : stage.Camera.Depth(at + new Vector3(0, Height(solid) / 2, 0)), () => SolidArtist.Draw(stage, spot, solid)));
            }
        }
        var seats = cast.People.Where(each => each.Body.Pose.Seated && place.Name is not ("car" or "train" or "plane")).ToList();
        foreach (var seat in seats)
        {
            var spot = new Spot(seat.Body.At.X, seat.Body.At.Z, -seat.Body.Yaw);
            foreach (var solid in PlaceBook.Props["seat"]) items.Add((stage.Camera.Depth(seat.Body.Hips) + 0.02f, () => SolidArtist.Draw(stage, spot, solid)));
        }
        var nearest = cast.People.Count > 0 ? cast.People.Max(each => stage.Camera.Depth(each.Body.Hips)) : float.MaxValue;
        foreach (var placed in cast.People) items.Add((stage.Camera.Depth(placed.Body.Hips), () => person(placed)));
        var veiled = false;
        foreach (var (depth, draw) in items.OrderByDescending(item => item.Depth))
        {
            if (!veiled && depth <= nearest + 0.03f)
            {
                veiled = true;
                if (close) stage.Pen.Canvas.DrawColor(stage.Colours.Of("pale").WithAlpha(92));
                WeatherArtist.Between(stage);
            }
            draw();
        }
        return lamps;
    }

    // Things between the camera and a person are left out, unless they stand at the side.
    private static bool Hides(Stage stage, Prop prop, Cast cast, Place place)
    {
        if (place.Name is "car" || PlaceBook.Props[prop.Name][0].Kind is "flat" or "strip") return false;
        var at = new Vector3(prop.X, 0.6f, prop.Z);
        foreach (var placed in cast.People)
        {
            var body = placed.Body;
            if (Vector2.Distance(new(prop.X, prop.Z), new(body.At.X, body.At.Z)) < 0.55f) return true;
            if (stage.Camera.Depth(at) >= stage.Camera.Depth(body.Hips) - 0.25f || stage.Camera.Depth(at) < 0) continue;
            if (MathF.Abs(stage.Camera.See(at).X - stage.Camera.See(body.Head).X) < stage.Camera.Scale(at) * 1.3f) return true;
        }
        return false;
    }

    private static float Height(Solid solid) => solid.Kind is "box" or "tower" or "roof" or "cyl" or "cone" ? solid.Numbers[4] : 0;
}
