using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Hair: what hangs behind the head, the cap upon it, and what falls beside the face.</summary>
internal sealed class HairArtist
{
    private readonly Face _face;
    private readonly HairForm _form;
    private readonly SKColor _colour, _dark, _light, _ink;

    public HairArtist(Face face)
    {
        (_face, _form) = (face, HairForm.Of(face.Traits));
        _colour = Tint.Of(face.Traits.HairColour);
        (_dark, _light) = (_colour.Darker(0.45f), _colour.Lighter(0.28f));
        _ink = _colour.Light() > 0.45f ? _colour.Darker(0.62f) : Tint.Black;
    }

    private Pen Pen => _face.Pen;

    private HeadView View => _face.View;

    public bool CoversEars => _form.Length != 0;

    /// <summary>Hair that hangs behind neck and shoulders; seen from behind it comes last.</summary>
    public void Back()
    {
        if (_face.Traits.Headwear is Headwear.Headscarf or Headwear.Turban or Headwear.Hood) return;
        if (_form.End == HairEnd.Knot) Ball(new(0, 0.88f, -0.72f), 0.33f);
        if (_form.End == HairEnd.Tail) Tail();
        if (_form.Length == 0) return;
        var outline = View.Outline(Curtain(76, 284), new(0, -0.35f, -0.35f), 52);
        if (outline.Length == 0) return;
        outline = Rough(outline, 0.02f + 0.07f * _form.Curl);
        Pen.Wash(outline, _dark.Mix(_colour, 0.35f), 70);
        Pen.Outline(outline, _face.Weight(2.4f), _ink);
        if (_face.Tiny) return;
        for (var i = 0; i < 16; i++)
        {
            var angle = 95 + 170 * i / 15f;
            Strand(angle, 0.2f, Math.Max(_form.Length + 0.05f, -1.9f), 0.6f, _ink.Thin(0.55f));
        }
    }

    /// <summary>A plait: before the shoulders, and yet behind the head; from behind, before all.</summary>
    public void Hanging()
    {
        if (_form.End == HairEnd.Plait && _face.Size > 8) Plait();
    }

    public void Cap()
    {
        if (_face.Traits.Hair == HairCut.Bald) return;
        var points = new List<Vector3>(1600);
        for (var angle = -180f; angle < 180; angle += 7.5f)
        {
            var narrow = _face.Traits.Hair == HairCut.Mohawk ? 1 - Curve.Smooth(0.3f, 0.55f, MathF.Abs(MathF.Sin(angle * MathF.PI / 180)) * 0.6f) : 1;
            var low = _form.Line(angle, _face.Traits.Parting);
            for (var y = Math.Max(low, _form.Curl > 0.9f ? -0.28f : HairForm.Nape); y <= 1.0f; y += 0.045f) points.Add(_face.Shape.At(angle, y, _form.Off(angle, y) * narrow));
            points.Add(_face.Shape.At(angle, 1, _form.Off(angle, 1) * narrow));
        }
        var outline = View.Outline(points, new(0, 0.25f, -0.08f), 56);
        if (outline.Length == 0) return;
        outline = Rough(outline, 0.012f + 0.05f * _form.Curl + 0.03f * _form.Untidy);
        using var whole = Pen.PathOf(outline);
        using var window = Pen.PathOf(Window());
        using var cap = MathF.Cos(View.Yaw * MathF.PI / 180) < -0.75f ? new SKPath(whole) : whole.Op(window, SKPathOp.Difference) ?? new SKPath(whole);
        var thin = _face.Traits.Hair == HairCut.Buzz;
        if (thin) Pen.Poly(cap, _colour.Thin(0.62f));
        else Pen.Wash(cap, _colour, 60);
        Pen.Within(cap, () => Shade(thin));
        Pen.Within(window, () => Pen.Outline(outline, _face.Weight(thin ? 1.8f : 3), _ink), outside: true);
        if (!thin && !_face.Tiny) Edge();
    }

    /// <summary>What hangs at both sides of the face, before the shoulders.</summary>
    public void Front()
    {
        if (_form.Length == 0) return;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (View.Turn(Hang(side * 78, -0.2f)).Z < 0.02f) continue;
            var (near, far) = (new List<Vector2>(), new List<Vector2>());
            for (var y = 0.62f; y > _form.Length; y -= 0.16f)
            {
                var curl = _form.Curl * 0.06f * MathF.Sin(y * 9 + side);
                near.Add(View.See(Hang(side * (58 + 10 * Curve.Smooth(0.2f, -0.6f, y)), y) + new Vector3(curl, 0, 0.02f)));
                far.Add(View.See(Hang(side * 104, y) + new Vector3(curl, 0, 0)));
            }
            near.Add(View.See(Hang(side * 84, _form.Length - 0.1f)));
            far.Reverse();
            var lock_ = Curve.Through([.. near, .. far], 3, closed: true);
            if (_form.Curl > 0.3f) lock_ = Rough(lock_, 0.05f * _form.Curl);
            Pen.Wash(lock_, _colour, 80);
            Pen.Line(Curve.Through([.. near], 3), _face.Weight(2.4f), _ink);
            Pen.Line(Curve.Through([.. far], 3), _face.Weight(2.4f), _ink);
            if (_face.Tiny) continue;
            for (var i = 0; i < 6; i++) Strand(side * (66 + 7 * i), 0.75f, _form.Length * (0.75f + 0.03f * i), 0.75f, i % 3 == 1 ? _light.Thin(0.8f) : _ink.Thin(0.65f));
        }
    }

    private void Shade(bool thin)
    {
        var (size, from) = (View.Scale, _face.LightFrom);
        if (!thin)
        {
            var centre = View.See(new(0, 0.35f, 0));
            Pen.Spot(centre - new Vector2(from * size * 0.95f, -size * 0.1f), size * 0.8f, _dark.Thin(0.45f));
            var glow = View.See(_face.Shape.At(-View.Yaw + from * 38, 0.82f, _form.Top));
            if (_form.Curl < 0.5f) Pen.Spot(glow, size * 0.26f, _light.Thin(0.22f));
        }
        if (_face.Tiny) return;
        if (_form.Curl > 0.5f) { Curls(); return; }
        var count = _face.Fine ? thin ? 60 : 58 : 20;
        for (var i = 0; i < count; i++)
        {
            var angle = -180 + 360f * (i + 0.5f * Pen.Jitter()) / count;
            var low = Math.Max(_form.Line(angle, _face.Traits.Parting), HairForm.Nape) - 0.04f;
            var tone = i % 5 == 0 ? _light.Thin(0.75f) : _ink.Thin(0.4f + 0.4f * (i % 3) / 2);
            if (thin) Stubble(angle, low, tone);
            else Strand(angle, 0.985f - 0.02f * (i % 4), low + 0.1f * (i % 3), 1, tone);
        }
    }

    private void Stubble(float angle, float low, SKColor tone)
    {
        for (var y = low; y < 0.95f; y += 0.17f)
        {
            var (a, b) = (_face.Shape.At(angle + 5 * Pen.Jitter(), y, 0.02f), _face.Shape.At(angle, y - 0.05f, 0.03f));
            if (View.Turn(a).Z > 0) Pen.Line(View.See(a), View.See(b), _face.Weight(1.2f), tone.Thin(0.5f));
        }
    }

    // One line of hair down the head, where it is turned to the viewer.
    private void Strand(float angle, float high, float low, float sweep, SKColor tone)
    {
        Span<Vector2> line = stackalloc Vector2[9];
        var count = 0;
        var bend = 16 * Pen.Jitter() * _form.Untidy;
        var aside = _face.Traits.Parting * 26 * sweep;
        for (var i = 0; i < line.Length; i++)
        {
            var t = i / (line.Length - 1f);
            var y = high + (low - high) * t;
            var at = angle + (bend - aside * (1 - t)) * (1 - t) * (MathF.Abs(angle) < 100 ? 1 : 0.3f);
            var point = y > HairForm.Nape && _form.Length == 0 ? _face.Shape.At(at, Math.Max(y, -0.9f), _form.Off(at, y) * 0.94f) : Hang(at, y);
            if (View.Turn(point).Z < -0.03f) { if (count > 2) break; count = 0; continue; }
            line[count++] = View.See(point);
        }
        if (count > 2) Pen.Line(line[..count], _face.Weight(1.5f), tone, 0.95f);
    }

    private void Curls()
    {
        var count = _face.Fine ? 150 : 46;
        Span<Vector2> curl = stackalloc Vector2[8];
        for (var i = 0; i < count; i++)
        {
            var angle = Pen.Chance.Between(-180, 180);
            var low = Math.Max(_form.Line(angle, _face.Traits.Parting), HairForm.Nape);
            var y = low + (1 - low) * Pen.Chance.Below(100) / 100f;
            var point = _face.Shape.At(angle, y, _form.Off(angle, y) * (0.3f + 0.7f * Pen.Chance.Below(100) / 100f));
            if (View.Turn(point).Z < -0.1f) continue;
            var (centre, radius, start) = (View.See(point), View.Scale * (0.06f + 0.035f * Pen.Jitter()), Pen.Chance.Below(628) / 100f);
            for (var step = 0; step < curl.Length; step++)
            {
                var (sin, cos) = MathF.SinCos(start + step * 0.62f);
                curl[step] = centre + radius * (1 - step * 0.06f) * new Vector2(cos, sin * 0.85f);
            }
            Pen.Line(curl, _face.Weight(1.6f), i % 4 == 0 ? _light.Thin(0.8f) : _ink.Thin(0.7f), 0.9f);
        }
    }

    // The hairline: short strokes from the hair into the face.
    private void Edge()
    {
        var step = _face.Fine ? 6f : 11;
        for (var place = -84f; place <= 84; place += step)
        {
            var angle = place + step * 0.45f * Pen.Jitter();
            var low = _form.Line(angle, _face.Traits.Parting);
            var reach = 0.02f + 0.03f * Pen.Jitter() + _form.Fringe * 0.22f * (0.6f + 0.4f * Pen.Jitter()) * Curve.Hill(angle, 0, 55);
            var (root, tip) = (_face.Shape.At(angle - (8 + 6 * Pen.Jitter()) * _face.Traits.Parting, low + 0.2f + 0.12f * Pen.Jitter(), _form.Off(angle, low + 0.1f) * 0.9f), _face.Shape.At(angle + (6 + 12 * _form.Fringe) * _face.Traits.Parting, low - reach, 0.03f));
            if (View.Turn(root).Z < 0 || View.Turn(tip).Z < 0) continue;
            var (a, b) = (View.See(root), View.See(tip));
            var across = new Vector2(a.Y - b.Y, b.X - a.X) * (0.12f + 0.35f * _form.Fringe);
            if (_form.Fringe > 0.2f && MathF.Abs(angle) < 46) Pen.Poly(Curve.Through([a - across, b - across * 0.4f, b, b + across * 0.3f, a + across], 3), _colour.Mix(_dark, 0.18f));
            Pen.Line(a, b, _face.Weight(1.7f), _ink.Thin(0.8f), 0.9f);
        }
    }

    // The face's opening in the hair; what is turned away is pushed out of the picture.
    private Vector2[] Window()
    {
        var edge = new List<Vector2>(64);
        for (var angle = -126f; angle <= 126; angle += 4.5f)
        {
            var low = _form.Line(angle, _face.Traits.Parting);
            var point = _face.Shape.At(angle, Math.Min(low, 0.999f), 0.012f);
            var turned = View.Pushed(point, angle);
            if (low > 1) turned.Y += 0.6f;
            edge.Add(View.Flat(turned));
        }
        edge.Add(View.Flat(View.Pushed(_face.Shape.At(126, HairForm.Nape), 126) with { Y = -2.4f }));
        edge.Add(View.Flat(View.Pushed(_face.Shape.At(-126, HairForm.Nape), -126) with { Y = -2.4f }));
        return [.. edge];
    }

    private IEnumerable<Vector3> Curtain(float from, float to)
    {
        for (var y = 0.8f; y >= _form.Length; y -= 0.08f)
            for (var angle = from; angle <= to; angle += 8)
                yield return Hang(angle, y);
    }

    // Hair below the skull hangs down in a widening curtain.
    private Vector3 Hang(float angle, float y)
    {
        var point = _face.Shape.At(angle, Math.Clamp(y, -0.2f, 1), _form.Off(angle, y));
        if (y > -0.2f) return point;
        var down = -0.2f - y;
        var (sin, cos) = MathF.SinCos(angle * MathF.PI / 180);
        var wide = 1 + (0.10f + 0.16f * _form.Curl) * MathF.Min(down, 1.2f) - 0.12f * MathF.Max(0, down - 0.9f);
        return new(point.X * wide, y, (point.Z + 0.05f * cos * down) - 0.12f * down + (cos > 0 || MathF.Abs(sin) > 0.9f ? 0.22f * down : 0));
    }

    private void Ball(Vector3 at, float radius)
    {
        var (centre, size) = (View.See(at), View.Scale * radius);
        var ball = new Vector2[18];
        for (var i = 0; i < ball.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / ball.Length);
            ball[i] = centre + size * new Vector2(cos * 1.08f, sin * 0.92f);
        }
        ball = Rough(ball, 0.02f);
        Pen.Wash(ball, _colour, 30);
        Pen.Outline(ball, _face.Weight(2.4f), _ink);
        for (var i = 0; i < 5 && !_face.Tiny; i++)
            Pen.Line(Curve.Through([centre + size * new Vector2(-0.8f + 0.3f * i, 0.5f), centre + size * new Vector2(-0.5f + 0.25f * i, -0.1f * i), centre + size * new Vector2(0.3f + 0.1f * i, -0.7f + 0.2f * i)]), _face.Weight(1.4f), _ink.Thin(0.7f), 0.9f);
    }

    private void Tail()
    {
        var side = _face.Traits.Parting * 0.55f;
        Vector3[] spine = [new(0, 0.62f, -0.95f), new(side * 0.4f, 0.6f, -1.25f), new(side * 0.9f, 0.1f, -1.35f), new(side * 1.3f, -0.7f, -1.1f), new(side * 1.5f, -1.35f, -0.9f)];
        Ribbon(spine, [0.1f, 0.22f, 0.26f, 0.2f, 0.03f]);
    }

    /// <summary>Where a plait lies, in the picture: from the nape down, behind the head and beside it, over the shoulder that the face is turned from.</summary>
    /// <remarks>It hangs from the head and yet does not turn with it: hair that did would swing through the face.</remarks>
    internal static Vector2[] PlaitSpine(HeadView view, int parting)
    {
        var (left, right) = (view.Turn(new(-0.42f, -0.42f, -0.68f)), view.Turn(new(0.42f, -0.42f, -0.68f)));
        var root = MathF.Abs(MathF.Abs(left.X) - MathF.Abs(right.X)) < 0.1f ? parting < 0 ? left : right : MathF.Abs(left.X) > MathF.Abs(right.X) ? left : right;
        var side = root.X < 0 ? -1 : 1;
        // From behind it hangs down the back; else it clears the jaw.
        var aside = view.Facing < -0.3f ? MathF.Abs(root.X) : 0.72f;
        Vector3[] spine = [root, new(side * (0.25f * MathF.Abs(root.X) + 0.75f * aside), -0.86f, 0), new(side * aside * 1.06f, -1.4f, 0), new(side * aside * 1.04f, -1.95f, 0), new(side * aside * 0.98f, -2.4f, 0)];
        return [.. spine.Select(view.Flat)];
    }

    private void Plait()
    {
        var seen = PlaitSpine(View, _face.Traits.Parting);
        Ribbon(seen, [0.15f, 0.18f, 0.17f, 0.14f, 0.05f]);
        if (_face.Tiny) return;
        for (var i = 0; i < 11; i++)
        {
            var t = 0.4f + 3.4f * i / 11;
            var (k, share) = ((int)t, t - (int)t);
            var at = Vector2.Lerp(seen[k], seen[Math.Min(k + 1, 4)], share);
            var (lean, size) = (i % 2 == 0 ? 1 : -1, View.Scale);
            Pen.Line(Curve.Through([at + new Vector2(-0.15f * lean, -0.1f) * size, at, at + new Vector2(0.13f * lean, 0.1f) * size]), _face.Weight(1.9f), _ink.Thin(0.85f), 0.8f);
        }
    }

    private void Ribbon(Vector3[] spine, float[] widths) => Ribbon([.. spine.Select(View.See)], widths);

    private void Ribbon(Vector2[] seen, float[] widths)
    {
        var (left, right) = (new Vector2[seen.Length], new Vector2[seen.Length]);
        for (var i = 0; i < seen.Length; i++)
        {
            var way = Vector2.Normalize(seen[Math.Min(i + 1, seen.Length - 1)] - seen[Math.Max(i - 1, 0)] + new Vector2(1e-4f, 1e-4f));
            var normal = new Vector2(-way.Y, way.X) * widths[i] * View.Scale;
            (left[i], right[seen.Length - 1 - i]) = (seen[i] + normal, seen[i] - normal);
        }
        var shape = Curve.Through([.. left, .. right], 4, closed: true);
        Pen.Wash(shape, _colour, 80);
        Pen.Outline(shape, _face.Weight(2.3f), _ink);
        if (_face.Fine) for (var i = -1; i < 2; i++) Pen.Line(Curve.Through([.. seen.Select((point, k) => point + new Vector2(i * widths[k] * View.Scale * 0.5f, 0))]), _face.Weight(1.3f), i == 0 ? _light.Thin(0.7f) : _ink.Thin(0.6f), 0.9f);
    }

    // Tufts and curls along an outline.
    private Vector2[] Rough(Vector2[] outline, float height)
    {
        if (_face.Tiny) return outline;
        var middle = Vector2.Zero;
        foreach (var point in outline) middle += point / outline.Length;
        var phase = Pen.Chance.Below(628) / 100f;
        var often = _form.Curl > 0.4f ? 0.8f : 0.5f;
        for (var i = 0; i < outline.Length; i++)
        {
            var bump = MathF.Abs(MathF.Sin(i * often + phase)) + 0.5f * MathF.Sin(i * 0.23f + 2 * phase);
            outline[i] += Vector2.Normalize(outline[i] - middle + new Vector2(1e-4f, 0)) * (bump * height * View.Scale);
        }
        return outline;
    }
}
