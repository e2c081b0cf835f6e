using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>The nose: a line where it stands before the far cheek, a shadow where it does not.</summary>
internal static class NoseArtist
{
    public static void Draw(Face face)
    {
        if (!face.Seen(0)) return;
        var (traits, pen) = (face.Traits, face.Pen);
        var baby = face.Shape.Young;
        var reach = (1 + 0.22f * traits.NoseLength) * (traits.Woman ? 0.9f : 1) * (1 - 0.35f * baby);
        var foot = -0.44f - 0.045f * traits.NoseLength + 0.03f * baby - 0.02f * traits.Wear;
        var wing = 0.135f * (1 + 0.24f * traits.NoseWidth) * (traits.Woman ? 0.9f : 1);
        var root = 0.1f - 0.1f * baby;
        var far = face.View.Yaw >= 0 ? 1 : -1; // the side of the nose that is turned away
        var shade = MathF.Abs(face.View.Yaw) > 14 ? (face.LightFrom < 0 ? 1 : -1) : face.LightFrom < 0 ? 1 : -1;
        var hook = 0.045f * traits.NoseHook;
        var tipY = foot + 0.095f - 0.025f * traits.NoseHook;
        Vector2 Bridge(float y, float outward, float aside) => face.At(aside, y, outward * reach);

        // Seen from the side the nose stands before cheek and eye: it covers them.
        var turn = MathF.Abs(face.View.Yaw);
        if (turn > 24)
        {
            Vector2[] shape = [Bridge(root + 0.08f, 0.02f, far * 0.03f), .. Profile(), Bridge(foot - 0.005f, 0.03f, far * 0.05f), Bridge(foot + 0.02f, 0.02f, -far * 0.07f), Bridge(root - 0.1f, 0.02f, -far * 0.06f)];
            pen.Poly(shape, face.Skin.Mix(face.Shadow, far == shade ? 0.28f : 0));
        }
        if (face.Tiny)
        {
            pen.Line(Bridge(-0.1f, 0.1f, far * 0.03f), Bridge(tipY, 0.2f, far * 0.04f), 0.8f, face.Line);
            return;
        }
        if (face.Seen(shade * 0.1f))
            pen.Poly([Bridge(root, 0.03f, shade * 0.055f), Bridge(-0.15f, 0.105f + hook, shade * 0.03f), Bridge(tipY + 0.03f, 0.21f, shade * 0.045f), Bridge(tipY - 0.06f, 0.16f, shade * 0.06f), Bridge(foot - 0.02f, 0.03f, shade * 0.02f), Bridge(foot, 0.02f, shade * (wing + 0.02f)), Bridge(foot + 0.1f, 0.02f, shade * (wing + 0.01f)), Bridge(-0.12f, 0.0f, shade * 0.12f)], face.Shadow.Thin(0.3f));

        if (turn > 18) pen.Line(Profile(), face.Weight(2.6f), face.Line, 0.7f);
        else
        {
            if (face.Size > 40) pen.Line(Curve.Through([Bridge(root + 0.06f, 0.02f, shade * 0.075f), Bridge(-0.02f, 0.05f, shade * 0.05f), Bridge(-0.16f, 0.09f, shade * 0.055f)]), face.Weight(1.4f), face.Line.Thin(0.75f), 0.95f);
            pen.Line(Curve.Through([Bridge(tipY + 0.03f, 0.17f, shade * 0.075f), Bridge(tipY - 0.045f, 0.19f, shade * 0.06f), Bridge(foot + 0.012f, 0.13f, 0), Bridge(tipY - 0.05f, 0.19f, -shade * 0.055f)]), face.Weight(1.9f), face.Line.Thin(0.9f), 0.85f);
        }
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!face.Seen(side * wing * 1.1f, foot) || (turn > 30 && side == far)) continue;
            pen.Line(Curve.Through([Bridge(foot + 0.115f, 0.045f, side * wing * 0.86f), Bridge(foot + 0.06f, 0.05f, side * wing * 1.06f), Bridge(foot + 0.008f, 0.04f, side * wing * 0.95f), Bridge(foot + 0.008f, 0.07f, side * wing * 0.66f)]), face.Weight(2.1f), face.Line, 0.8f);
            pen.Line(Curve.Through([Bridge(foot + 0.022f, 0.08f, side * wing * 0.7f), Bridge(foot + 0.034f, 0.11f, side * wing * 0.46f), Bridge(foot + 0.014f, 0.1f, side * wing * 0.22f)]), face.Weight(3.2f), face.Line, 0.7f);
        }

        Vector2[] Profile() => Curve.Through([
            Bridge(root + 0.08f, 0.02f, far * 0.03f), Bridge(root - 0.05f, 0.035f + hook * 0.4f, far * 0.02f), Bridge(-0.14f, 0.105f + hook, far * 0.02f), Bridge(tipY + 0.05f, 0.225f, far * 0.025f),
            Bridge(tipY - 0.01f, 0.25f, far * 0.02f), Bridge(tipY - 0.06f, 0.215f, far * 0.02f), Bridge(foot + 0.012f, 0.1f, far * 0.02f), Bridge(foot - 0.012f, 0.035f, far * 0.02f)], 5);
    }
}
