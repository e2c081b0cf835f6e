using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Places;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Pictures;

/// <summary>Draws a portrait: head and shoulders before a few broad strokes of the look's colour.</summary>
internal static class PortraitArtist
{
    public static void Draw(Sheet sheet, PortraitOrder order)
    {
        var (wide, high) = ((float)sheet.Wide, (float)sheet.High);
        var side = Math.Min(wide, high);
        var unit = side / 900;
        var text = TraitsRecord.Write(order.Traits);
        using var pen = new Pen(sheet.Canvas, unit, Grammar.Draw.From("portrait", text, order.Option.ToString(System.Globalization.CultureInfo.InvariantCulture))) { Stripes = 0.3f };
        var colours = new Colours(LookColours.Of(order.Lines), new(Hour.Day, Weather.Clear, Inside: true));
        Ground(pen, wide, high, Behind(order, colours), order.Turn);
        var pose = PoseBook.Stand with { HeadTurn = order.Turn * 0.5f, Nod = order.Nod, Tilt = order.Option % 3 == 0 ? 3 : order.Option % 3 == 2 ? -2.5f : 0 };
        var body = new Body(order.Traits, pose, Vector3.Zero, order.Turn * 0.55f);
        var far = 2.6f;
        var tall = order.Traits.Headwear is Headwear.Brim or Headwear.Straw or Headwear.Bowler or Headwear.Crown || order.Traits.Hair is HairCut.Afro or HairCut.Bun ? 0.03f : 0;
        var target = body.Head + new Vector3(order.Turn * -0.0006f, -0.075f + tall, 0);
        var camera = new Camera(target + new Vector3(0, 0.0f, -far), target, side / (0.53f + tall) * far, new(wide / 2, high / 2));
        PersonArtist.Draw(new Figure(pen, camera, body, order.Mood) { Tone = colours.Person, LightFrom = order.Turn > 0 ? 1 : -1 });
    }

    // The palette's colour that sets the person off best.
    private static SKColor Behind(PortraitOrder order, Colours colours)
    {
        var palette = LookColours.Of(order.Lines);
        var worn = Tint.Of(order.Traits.Main).Light();
        var best = palette.Count > 0 ? palette.MaxBy(colour => 0.6f * MathF.Abs(colour.Light() - worn) + Strength(colour) * 0.9f) : colours.Of("straw").At(worn > 0.5f ? 0.42f : 0.72f);
        return best.Mix(Tint.Paper, 0.22f);
    }

    private static float Strength(SKColor colour) => (Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) - Math.Min(colour.Red, Math.Min(colour.Green, colour.Blue))) / 255f;

    private static void Ground(Pen pen, float wide, float high, SKColor colour, float turn)
    {
        // A broad brush in slanting strokes; they run into each other, only their ends tell them.
        var chance = pen.Chance;
        for (var pass = 0; pass < 2; pass++)
            for (var i = 0; i < 11; i++)
            {
                var x = wide * (0.06f + 0.08f * i);
                var (top, low) = (high * (0.07f + chance.Below(7) / 100f), high * (0.9f + chance.Below(7) / 100f));
                var (half, lean) = (wide * (0.055f + chance.Below(12) / 1000f), wide * 0.05f);
                Vector2[] stroke = [new(x - half + lean, top + high * 0.012f), new(x + lean, top), new(x + half + lean, top + high * 0.006f), new(x + half - lean, low), new(x - lean * 0.8f, low + high * 0.012f), new(x - half - lean, low - high * 0.008f)];
                if (pass == 0) pen.Poly(stroke, colour.Lighter(0.12f));
                else if (chance.Below(10) < 5) pen.Poly(stroke, colour.Darker(0.08f).Thin(0.28f));
            }
        // A shadow on the side that the light leaves.
        var dark = turn > 0 ? 0.06f : 0.6f;
        pen.Hatch([new(wide * dark, high * 0.34f), new(wide * (dark + 0.32f), high * 0.3f), new(wide * (dark + 0.34f), high), new(wide * dark, high)], Tint.Black.Thin(0.26f), turn > 0 ? 52 : -52, 1.5f);
    }
}
