using System.Numerics;
using MovieChat.Understudy.Sketching.People;

namespace MovieChat.Tests.Sketching;

public class HairTests
{
    // In heads turned any way but from behind: a plait stays clear of the face's middle and below the ear.
    [Fact]
    public void Plait_AtEveryAngle_ClearsTheFace()
    {
        for (var yaw = -100; yaw <= 100; yaw += 5)
            foreach (var pitch in (int[])[-30, 0, 30])
                foreach (var parting in (int[])[-1, 1])
                {
                    var view = new HeadView(Vector2.Zero, 100, yaw, pitch);
                    var nose = view.See(new(0, -0.2f, 0.72f));
                    var spine = HairArtist.PlaitSpine(view, parting);
                    Assert.All(spine, point => Assert.True(MathF.Abs(point.X) > 30 || view.Facing < -0.1f, $"{yaw} {pitch}: {point}"));
                    Assert.All(spine, point => Assert.True(MathF.Abs(yaw) < 8 || MathF.Abs(yaw) > 95 || MathF.Sign(point.X) != MathF.Sign(nose.X), $"{yaw} {pitch}: {point} {nose}"));
                    Assert.True(spine[^1].Y > spine[0].Y + 100);
                }
    }
}
