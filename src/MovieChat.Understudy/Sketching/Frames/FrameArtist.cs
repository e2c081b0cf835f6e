using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Pictures;
using MovieChat.Understudy.Sketching.Places;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>Draws a storyboard frame.</summary>
internal static class FrameArtist
{
    public static void Draw(Sheet sheet, FrameOrder order)
    {
        var size = new SKSize(sheet.Wide, sheet.High);
        var unit = MathF.Sqrt(size.Width * size.Height / (1536f * 830));
        using var pen = new Pen(sheet.Canvas, unit, Grammar.Draw.From("place", order.Heading));
        var cast = Cast.Of(order);
        var camera = CameraSetup.Of(order, cast, size);
        var colours = new Colours(LookColours.Of(order.Lines), order.Daylight);
        var stage = new Stage(pen, camera, colours, size);
        if (InsertArtist.Is(order))
        {
            InsertArtist.Draw(stage, order, cast);
            LightArtist.Draw(stage, [(new(size.Width * 0.25f, 0), size.Height * 1.1f)], new(size.Width / 2, size.Height / 2));
        }
        else
        {
            var shown = order.Shot.Size == ShotSize.Pov ? PovCast(cast) : cast;
            var close = order.Shot.Size is ShotSize.ExtremeCloseUp or ShotSize.CloseUp or ShotSize.MediumCloseUp or ShotSize.OverTheShoulder;
            // Nothing of a set is to be known over a shoulder's breadth: near faces get a soft hint of the place instead.
            var face = order.Shot.Size is ShotSize.ExtremeCloseUp or ShotSize.CloseUp or ShotSize.MediumCloseUp && order.Place.Name != "car";
            var key = Backdrop.KeySide(stage);
            List<(Vector2 At, float Reach)> lamps = [];
            if (face)
            {
                Backdrop.Draw(stage, order.Place);
                WeatherArtist.Between(stage);
                foreach (var placed in shown.People.OrderByDescending(each => camera.Depth(each.Body.Hips))) Person(sheet, unit, camera, colours, placed, key);
                lamps.Add((new(size.Width * (0.5f + 0.5f * key), size.Height * 0.2f), size.Height * 0.8f));
            }
            else lamps = Scenery.Draw(stage, order.Place, shown, close, placed => Person(sheet, unit, camera, colours, placed, -1));
            foreach (var placed in shown.People)
                if (placed.Body.Pose.Held == Held.Lamp) lamps.Add((camera.See(placed.Body.Wrists[1]), camera.Scale(placed.Body.Wrists[1]) * 1.6f));
            WeatherArtist.Before(stage);
            LightArtist.Draw(stage, lamps, shown.People.Count > 0 ? camera.See(shown.People[Math.Min(shown.Focus, shown.People.Count - 1)].Body.Head) : new(size.Width / 2, size.Height / 2));
            if (face) LightArtist.Side(stage, key);
            if (order.Shot.Size == ShotSize.Pov) PovArtist.Draw(stage, order, cast);
        }
        MoveArrows.Draw(pen, order.Shot.Move, size);
    }

    // A pen of the person's own: what else is in the frame does not change how they are drawn.
    private static void Person(Sheet sheet, float unit, Camera camera, Colours colours, Placed placed, int light)
    {
        using var pen = new Pen(sheet.Canvas, unit, Grammar.Draw.From("person", TraitsRecord.Write(placed.Body.Traits))) { Stripes = 0.3f };
        var ahead = camera.Depth(placed.Body.Head);
        PersonArtist.Draw(new Figure(pen, camera, placed.Body, placed.Mood) { LightFrom = light, Tone = colour => Far(colours, colours.Person(colour), ahead) });
    }

    private static SKColor Far(Colours colours, SKColor colour, float depth) => colour.Mix(colours.Daylight.SkyLow, Math.Clamp((depth - 9) / 90, 0, 0.4f));

    // Whoever looks is not to be seen; the others stand before them.
    private static Cast PovCast(Cast cast) => new([.. cast.People.Skip(1).Select((placed, place) =>
        placed with { Body = new Body(placed.Body.Traits, placed.Body.Pose, new(-0.3f + 0.75f * place, 0, 1.1f + 0.4f * place), place % 2 == 0 ? 8 : -12) })], 0);
}
