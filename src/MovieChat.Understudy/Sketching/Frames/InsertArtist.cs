using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Places;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>An insert: the thing the action names first, large, and the hand that has to do with it.</summary>
internal static class InsertArtist
{
    private static readonly string[] Handling = ["hold*", "held", "put*", "touch*", "take*", "took", "pull*", "push*", "hand", "hands", "finger*", "thumb*", "fist", "grip*", "grab*", "pick*", "open*", "close*", "turn*", "write*", "read*", "count*", "give*", "reach*", "lift*", "press*", "throw*", "tie*", "tuck*", "coil*", "drop*", "cut*", "light*", "pour*", "button*", "wind*", "wipe*", "set*", "lay*", "lays", "dial*", "sew*", "play*", "draw*", "place*", "slide*", "strike*", "clutch*", "squeeze*", "stroke*"];

    /// <summary>A near view of nobody is one of a thing, whatever it is called.</summary>
    public static bool Is(FrameOrder order) => order.Shot.Size == ShotSize.Insert
        || (order.People.Count == 0 && (order.Shot.Size is ShotSize.CloseUp or ShotSize.ExtremeCloseUp or ShotSize.MediumCloseUp || (order.Shot.Size == ShotSize.Medium && Named(order).Thing is not null)));

    public static void Draw(Stage stage, FrameOrder order, Cast cast)
    {
        var (size, pen) = (stage.Size, stage.Pen);
        var (thing, colour) = Named(order);
        var at = thing?.At ?? "table";
        var behind = InsertGround.Draw(stage, order.Place, at);
        var lens = Math.Clamp(order.Shot.Lens / 85, 0.8f, 1.2f) * (order.Shot.Size switch { ShotSize.ExtremeCloseUp => 1.25f, ShotSize.Medium => 0.82f, _ => 1 });
        var unit = size.Height * 0.3f * lens;
        var centre = new Vector2(size.Width * 0.47f, size.Height * (at switch { "table" => 0.58f, "floor" or "water" => 0.54f, _ => 0.5f } + Lift(order.Shot.Angle)));
        if (at is "table" or "floor") pen.Poly(Blob(centre + new Vector2(unit * 0.2f, unit * (at == "floor" ? 0.95f : 0.3f)), unit * 1.1f, unit * (at == "floor" ? 0.2f : 0.6f)), Tint.Black.Thin(0.22f));
        if (at == "wall" && thing is not null) pen.Poly(Blob(centre + new Vector2(unit * 0.22f, unit * 0.16f), unit * 0.85f, unit * 0.8f), Tint.Black.Thin(0.12f));
        if (thing is not null) new ThingArtist(pen, stage.Colours, centre, unit, Tint.Of(colour ?? Convert.ToInt32(thing.Colour, 16)), behind).Draw(thing);
        else if (cast.People.Count == 0) Cloth(stage, centre, unit);
        if (cast.People.Count == 0 || (thing is not null && !Words.Any(order.Action, Handling))) return;
        var traits = cast.People[cast.Focus].Body.Traits;
        if (thing is null) Reach(stage, traits, new(-0.02f, 1.08f), new(0.3f, 0.74f), centre, unit, Hand.Relaxed, 1);
        Reach(stage, traits, new(1.02f, 1.08f), thing is null ? new(0.66f, 0.74f) : new(0.735f, 0.755f), centre + new Vector2(unit * 0.5f, 0), unit, thing is null || at != "table" ? Hand.Relaxed : Hand.Hold, -1);
    }

    private static (Thing? Thing, int? Colour) Named(FrameOrder order) => Thing.Named(order.Action, order.People.Select(person => person.Name));

    private static float Lift(ShotAngle angle) => angle switch { ShotAngle.High => -0.02f, ShotAngle.Low => 0.03f, ShotAngle.BirdsEye => -0.05f, ShotAngle.WormsEye => 0.05f, ShotAngle.Dutch => 0.01f, _ => 0 };

    private static void Reach(Stage stage, Traits traits, Vector2 from, Vector2 wrist, Vector2 to, float unit, Hand hand, int thumb)
    {
        var (size, colours) = (stage.Size, stage.Colours);
        var (start, end) = (from * new Vector2(size.Width, size.Height), wrist * new Vector2(size.Width, size.Height));
        PovArtist.Sleeve(stage, start, end, unit * 0.42f, colours.Person(Tint.Of(traits.Main)));
        HandArtist.Draw(stage.Pen, Figure.Pale(colours.Person(Tint.Of(traits.Skin))), end, Vector2.Normalize(to - end), unit * 0.62f, hand, thumb, 1.5f);
    }

    // Nobody knows what is under it.
    private static void Cloth(Stage stage, Vector2 centre, float unit)
    {
        Vector2 On(float x, float y) => centre + new Vector2(x, y) * unit;
        var (pen, colour) = (stage.Pen, stage.Colours.Of("cloth").Lighter(0.2f));
        var cloth = Curve.Through([On(-1.3f, 0.62f), On(-1.0f, 0.1f), On(-0.7f, -0.42f), On(-0.1f, -0.55f), On(0.5f, -0.45f), On(0.85f, 0.1f), On(1.3f, 0.5f), On(0.9f, 0.72f), On(0.3f, 0.6f), On(-0.3f, 0.76f), On(-0.8f, 0.64f)], 5, closed: true);
        pen.Poly(cloth, colour);
        foreach (var (x, foot) in (ReadOnlySpan<(float, float)>)[(-0.6f, -0.9f), (-0.2f, -0.35f), (0.2f, 0.25f), (0.5f, 0.85f)])
        {
            pen.Poly(Curve.Through([On(x, -0.4f), On(x + 0.14f, 0.1f), On(foot + 0.16f, 0.58f), On(foot - 0.04f, 0.56f)], 4, closed: true), colour.Darker(0.4f).Thin(0.35f));
            pen.Line(Curve.Through([On(x, -0.42f), On((x + foot) / 2 + 0.04f, 0.1f), On(foot, 0.6f)]), 2, Tint.Black.Thin(0.7f), 0.9f);
        }
        pen.Outline(cloth, 3, Tint.Black);
    }

    private static Vector2[] Blob(Vector2 centre, float wide, float high)
    {
        var blob = new Vector2[24];
        for (var i = 0; i < blob.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / blob.Length);
            blob[i] = centre + new Vector2(cos * wide, sin * high);
        }
        return blob;
    }
}
