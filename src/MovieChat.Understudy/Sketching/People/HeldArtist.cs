using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>What a person has in the right hand, or in both.</summary>
internal static class HeldArtist
{
    public static void Draw(Figure figure)
    {
        var (body, camera, pen) = (figure.Body, figure.Camera, figure.Pen);
        if (body.Pose.Held == Held.Nothing || camera.Depth(body.Wrists[1]) < Camera.Near) return;
        var (elbow, wrist) = (camera.See(body.Elbows[1]), camera.See(body.Wrists[1]));
        var unit = camera.Scale(body.Wrists[1]) * body.Scale;
        var way = Vector2.Normalize(wrist - elbow + new Vector2(0, 1e-3f));
        var hand = wrist + way * 0.075f * unit;
        var weight = figure.Weight(2.2f);
        switch (body.Pose.Held)
        {
            case Held.Phone: Box(hand + new Vector2(0, -0.03f * unit), 0.032f, 0.07f, new(0x2A, 0x2C, 0x31)); break;
            case Held.Paper: Box((hand + camera.See(body.Wrists[0])) / 2 + new Vector2(0, -0.05f * unit), 0.11f, 0.085f, Tint.Gouache); break;
            case Held.Book: Box(hand, 0.09f, 0.065f, new(0x7C, 0x3B, 0x33)); break;
            case Held.Cup: Box(hand + new Vector2(0, -0.045f * unit), 0.036f, 0.045f, new(0xE6, 0xDE, 0xCF)); break;
            case Held.Bag: Box((hand + camera.See(body.Wrists[0])) / 2 + new Vector2(0, -0.02f * unit), 0.2f, 0.14f, new(0x8A, 0x6A, 0x48)); break;
            case Held.Lamp:
                pen.Spot(hand + new Vector2(0, 0.12f * unit), 0.16f * unit, new SKColor(0xFF, 0xE0, 0x9A).Thin(0.35f));
                Box(hand + new Vector2(0, 0.12f * unit), 0.045f, 0.075f, new(0xFF, 0xE7, 0xB0));
                pen.Line(Curve.Through([hand + new Vector2(-0.04f, 0.05f) * unit, hand, hand + new Vector2(0.04f, 0.05f) * unit]), weight, Tint.Black);
                break;
            case Held.Gun: pen.Line([hand, hand + Ahead() * 0.17f], weight * 4, new(0x2A, 0x2A, 0x2E), 0.1f); pen.Line(hand, hand + new Vector2(0, 0.09f * unit), weight * 3.6f, new(0x2A, 0x2A, 0x2E), 0.1f); break;
            case Held.Sword: pen.Line(hand - new Vector2(0.05f, -0.16f) * unit, hand + new Vector2(0.25f, -0.8f) * unit, weight * 2.6f, new(0x8E, 0x93, 0x99), 0.5f); pen.Line(hand + new Vector2(-0.08f, -0.04f) * unit, hand + new Vector2(0.1f, 0.02f) * unit, weight * 2, Tint.Black); break;
            case Held.Stick: pen.Line(hand + new Vector2(0, -0.06f) * unit, camera.See(body.Wrists[1] with { Y = body.At.Y } + body.Front * 0.1f), weight * 1.8f, new(0x5B, 0x43, 0x30), 0.2f); break;
            case Held.Wheel:
                var centre = (hand + camera.See(body.Wrists[0])) / 2 + new Vector2(0, 0.08f * unit);
                var wheel = Enumerable.Range(0, 30).Select(i => centre + new Vector2(MathF.Cos(i * MathF.Tau / 30) * 0.19f, MathF.Sin(i * MathF.Tau / 30) * 0.15f) * unit).ToArray();
                pen.Line([.. wheel, wheel[0]], weight * 2.4f, new(0x2A, 0x2A, 0x2E), 0);
                break;
        }

        Vector2 Ahead()
        {
            var tip = camera.See(body.Wrists[1] + body.Front);
            return tip - wrist is var flat && flat.Length() > 1 ? flat : new Vector2(0, 0.2f * unit);
        }

        void Box(Vector2 middle, float half, float high, SKColor colour)
        {
            var (x, y) = (new Vector2(half, -half * 0.12f) * unit, new Vector2(high * 0.1f, high) * unit);
            Vector2[] box = [middle - x - y, middle + x - y, middle + x + y, middle - x + y];
            pen.Poly(box, figure.Tone(colour));
            pen.Outline(box, weight, Tint.Black);
        }
    }
}
