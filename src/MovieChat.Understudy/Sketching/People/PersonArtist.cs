using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>A whole person before the camera, far parts first.</summary>
internal static class PersonArtist
{
    public static void Draw(Figure figure)
    {
        var (body, camera) = (figure.Body, figure.Camera);
        if (camera.Depth(body.Hips) < 0.2f && camera.Depth(body.Head) < 0.2f) return;
        var face = new Face(figure.Pen, new HeadShape(figure.Traits), body.View(camera), figure.Mood) { Skin = figure.Skin, LightFrom = figure.LightFrom };
        var middle = camera.Depth(body.Neck);
        var legs = camera.Depth(body.Ankles[0]) > camera.Depth(body.Ankles[1]) ? (0, 1) : (1, 0);
        var below = camera.Pitch < -60; // seen from above, legs and trunk lie under the shoulders
        HeadArtist.Behind(face);
        var first = !body.Pose.Seated || below || figure.Facing < 0;
        if (first) Legs(figure, legs);
        foreach (var side in (ReadOnlySpan<int>)[0, 1]) if (Behind(side)) LimbArtist.Arm(figure, side);
        Trunk(figure, face);
        if (!first) Legs(figure, legs);
        Neck(figure, face);
        var torso = new Torso(figure);
        ClothesArtist.Draw(figure, torso);
        var overHead = body.Pose.Held == Held.Phone || body.Wrists.Any(wrist => wrist.Y > body.Neck.Y + 0.02f) || body.Elbows.Any(elbow => camera.Depth(elbow) < middle - 0.12f);
        if (!overHead) Arms();
        HeadArtist.Draw(face);
        if (overHead) Arms();
        HeldArtist.Draw(figure);

        void Arms()
        {
            foreach (var side in (ReadOnlySpan<int>)[0, 1]) if (!Behind(side)) LimbArtist.Arm(figure, side);
        }

        bool Behind(int side) => camera.Depth(body.Wrists[side]) + camera.Depth(body.Elbows[side]) > 2 * middle + (figure.Facing < -0.2f ? -0.1f : 0.12f);
    }

    private static void Legs(Figure figure, (int First, int Second) order)
    {
        if (figure.Camera.Depth(figure.Body.Knees[0]) < Camera.Near) return;
        LimbArtist.Leg(figure, order.First);
        LimbArtist.Leg(figure, order.Second);
        if (figure.Traits.Legwear is Legwear.Skirt or Legwear.LongSkirt || figure.Traits.Garment == Garment.Robe) LimbArtist.Skirt(figure);
    }

    private static void Trunk(Figure figure, Face face)
    {
        var (pen, torso) = (figure.Pen, new Torso(figure));
        var outline = torso.Outline();
        if (outline.Length < 3) return;
        var cloth = figure.Traits.Garment is Garment.Overalls or Garment.Apron ? figure.Under : figure.Main;
        using var path = Pen.PathOf(outline);
        pen.Wash(path, cloth, 65);
        if (!figure.Tiny)
        {
            var shift = new Vector2(-figure.LightFrom * 0.06f, 0.01f) * figure.Scale;
            pen.Within(path, () =>
            {
                using var lit = Pen.PathOf([.. outline.Select(point => point - shift)]);
                pen.Within(lit, () =>
                {
                    pen.Poly(path, cloth.Darker(0.55f).Thin(0.42f));
                    pen.Hatch(path, Tint.Black.Thin(0.4f), -58 * figure.LightFrom);
                }, outside: true);
                Folds(figure, torso);
            });
        }
        pen.Outline(outline, figure.Weight(2.9f), Tint.Black);
    }

    private static void Folds(Figure figure, Torso torso)
    {
        if (torso.Bottom > 0.8f)
            for (var i = -2; i <= 2; i++)
                figure.Pen.Line(Curve.Through([torso.Front(i * 0.25f, 0.5f), torso.Front(i * 0.3f, 0.75f), torso.Front(i * 0.33f, torso.Bottom)]), figure.Weight(1.5f), Tint.Black.Thin(0.5f), 0.9f);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            figure.Pen.Line(Curve.Through([torso.Front(side * 0.9f, 0.16f), torso.Front(side * 0.66f, 0.21f), torso.Front(side * 0.5f, 0.2f)]), figure.Weight(1.6f), Tint.Black.Thin(0.6f), 0.9f);
            figure.Pen.Line(Curve.Through([torso.Front(side * 0.92f, 0.34f), torso.Front(side * 0.6f, 0.38f), torso.Front(side * 0.35f, 0.37f)]), figure.Weight(1.4f), Tint.Black.Thin(0.5f), 0.9f);
        }
    }

    private static void Neck(Figure figure, Face face)
    {
        var (body, camera, pen) = (figure.Body, figure.Camera, figure.Pen);
        var thick = (figure.Traits.Woman || figure.Traits.Child ? 0.31f : 0.38f) * (1 + 0.14f * figure.Traits.Build);
        var (top, foot) = (face.View.See(new(0, -0.55f, -0.12f)), camera.See(body.Neck + new Vector3(0, 0.012f, 0)));
        var way = foot - top;
        if (way.Length() < 0.1f * face.View.Scale) return;
        var normal = Vector2.Normalize(new Vector2(-way.Y, way.X)) * face.View.Scale * thick;
        var (left, right) = (Curve.Through([top + normal * 1.02f, Vector2.Lerp(top, foot, 0.55f) + normal, foot + normal * 1.28f]), Curve.Through([foot - normal * 1.28f, Vector2.Lerp(top, foot, 0.55f) - normal, top - normal * 1.02f]));
        Vector2[] shape = [.. left, foot + Vector2.Normalize(way) * face.View.Scale * 0.22f, .. right];
        using var path = Pen.PathOf(shape);
        pen.Poly(path, figure.Skin);
        if (!face.Tiny)
            pen.Within(path, () =>
            {
                var chin = face.View.See(new(0, -0.95f, 0.45f)) + new Vector2(-figure.LightFrom * 0.2f, 0.02f) * face.View.Scale;
                pen.Spot(chin, face.View.Scale * 0.52f, face.Shadow.Thin(0.6f));
                if (face.Fine) pen.Hatch(path, face.Shadow.Darker(0.4f).Thin(0.5f), 62 * -figure.LightFrom, 0.8f);
            });
        pen.Line(left, figure.Weight(2.4f), Tint.Black);
        pen.Line(right, figure.Weight(2.4f), Tint.Black);
        if (!face.Fine || figure.Facing < 0.3f) return;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) pen.Line(Vector2.Lerp(top, foot, 0.5f) + normal * side * 0.62f, foot + normal * side * 0.16f + way * 0.1f, figure.Weight(1.4f), Tint.Black.Thin(0.4f), 0.95f);
    }
}
