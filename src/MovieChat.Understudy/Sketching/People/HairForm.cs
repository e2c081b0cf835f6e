using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

internal enum HairEnd { Open, Tail, Knot, Plait }

/// <summary>A hair cut in numbers; units of half a head's height.</summary>
/// <param name="Top">How far the hair stands off the crown, <c>Side</c> at the sides.</param>
/// <param name="Front">Height of the hairline over the nose, <c>Temple</c> at the temples, <c>Burn</c> before the ear.</param>
/// <param name="Length">Height to which hair hangs down; 0: it does not hang.</param>
/// <param name="Curl">0 straight, 1 tight curls.</param>
/// <param name="Fringe">How much hair falls into the forehead.</param>
internal sealed record HairForm(float Top, float Side, float Front, float Temple, float Burn, float Length = 0, float Curl = 0, float Fringe = 0, float Untidy = 0.2f, HairEnd End = HairEnd.Open)
{
    public const float Nape = -0.62f;

    private static readonly Dictionary<HairCut, HairForm> Forms = new()
    {
        [HairCut.Bald] = new(0, 0, 1.2f, 1.2f, 1.2f),
        [HairCut.Receding] = new(0.012f, 0.08f, 1.15f, 0.72f, -0.1f, Untidy: 0),
        [HairCut.Buzz] = new(0.035f, 0.02f, 0.72f, 0.56f, -0.05f, Untidy: 0),
        [HairCut.Cropped] = new(0.12f, 0.05f, 0.69f, 0.54f, -0.1f, Fringe: 0.06f, Untidy: 0.35f),
        [HairCut.SidePart] = new(0.2f, 0.08f, 0.67f, 0.53f, -0.12f, Fringe: 0.1f, Untidy: 0.1f),
        [HairCut.Slick] = new(0.13f, 0.05f, 0.74f, 0.56f, -0.1f, Untidy: 0),
        [HairCut.Messy] = new(0.25f, 0.14f, 0.62f, 0.48f, -0.16f, Fringe: 0.3f, Untidy: 1),
        [HairCut.Curly] = new(0.27f, 0.2f, 0.62f, 0.46f, -0.14f, Curl: 0.7f, Fringe: 0.15f, Untidy: 0.6f),
        [HairCut.Afro] = new(0.46f, 0.4f, 0.66f, 0.46f, -0.05f, Curl: 1, Untidy: 0.3f),
        [HairCut.Bob] = new(0.17f, 0.17f, 0.66f, 0.46f, -0.3f, Length: -0.82f, Fringe: 0.1f),
        [HairCut.Long] = new(0.15f, 0.14f, 0.7f, 0.48f, -0.3f, Length: -1.95f, Fringe: 0.05f),
        [HairCut.LongCurly] = new(0.28f, 0.27f, 0.65f, 0.45f, -0.3f, Length: -1.65f, Curl: 0.6f, Fringe: 0.1f, Untidy: 0.7f),
        [HairCut.Ponytail] = new(0.11f, 0.05f, 0.73f, 0.54f, -0.04f, Untidy: 0.1f, End: HairEnd.Tail),
        [HairCut.Bun] = new(0.12f, 0.06f, 0.72f, 0.53f, -0.06f, Untidy: 0.1f, End: HairEnd.Knot),
        [HairCut.Braid] = new(0.12f, 0.09f, 0.7f, 0.5f, -0.12f, Untidy: 0.2f, End: HairEnd.Plait),
        [HairCut.Locs] = new(0.2f, 0.18f, 0.69f, 0.47f, -0.25f, Length: -1.5f, Curl: 0.15f, Untidy: 0.6f),
        [HairCut.Mohawk] = new(0.5f, -0.01f, 0.7f, 0.62f, 0.1f, Untidy: 0.7f),
        [HairCut.Undercut] = new(0.27f, 0.015f, 0.68f, 0.57f, 0, Fringe: 0.15f, Untidy: 0.2f),
        [HairCut.Pixie] = new(0.18f, 0.1f, 0.6f, 0.42f, -0.22f, Fringe: 0.38f, Untidy: 0.5f),
        [HairCut.Fringe] = new(0.17f, 0.15f, 0.36f, 0.3f, -0.3f, Length: -1.25f, Fringe: 0.6f),
    };

    public static HairForm Of(Traits traits)
    {
        var form = Forms[traits.Hair];
        var hat = traits.Headwear is not (Headwear.None or Headwear.Crown);
        if (hat) form = form with { Top = Math.Min(form.Top, 0.06f), Side = Math.Min(form.Side, form.Curl > 0.5f ? 0.14f : 0.07f), End = form.End == HairEnd.Knot ? HairEnd.Open : form.End };
        var more = 1 + 0.3f * traits.HairVolume;
        var back = traits.Age > 45 && !traits.Woman && traits.Hair is not (HairCut.Bald or HairCut.Receding) ? 0.1f * Math.Min(1, (traits.Age - 45) / 25f) : 0;
        return form with { Top = form.Top * more, Side = form.Side * more, Front = form.Front + back * 0.7f, Temple = form.Temple + back };
    }

    /// <summary>The height of the hairline at an angle about the head, -180 to 180.</summary>
    public float Line(float angle, int parting)
    {
        var turn = MathF.Abs(angle);
        ReadOnlySpan<(float, float)> line = [(0, Front), (30, Front - 0.02f), (50, Temple), (64, Temple - 0.22f), (76, Burn), (86, Burn + 0.02f), (97, 0.3f), (112, 0.1f), (132, Nape + 0.1f), (150, Nape), (180, Nape)];
        var height = Curve.Value(line, turn);
        return turn < 60 ? height + 0.07f * (Fringe > 0.3f ? 0.3f : 1) * MathF.Sin(angle * MathF.PI / 60) * parting * Math.Min(1, Top * 6) : height;
    }

    public float Off(float angle, float y)
    {
        var high = Curve.Smooth(0.35f, 0.95f, y);
        var lift = Fringe > 0 ? 0.25f * Top * Curve.Hill(angle, 0, 40) : 0;
        var nape = MathF.Abs(angle) > 100 ? 0.25f + 0.75f * Curve.Smooth(Nape, 0.15f, y) : 1;
        return (Side + (Top - Side) * high + lift * high) * nape;
    }
}
