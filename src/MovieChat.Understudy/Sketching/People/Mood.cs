using System.Numerics;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>What a face shows. All 0: calm.</summary>
/// <param name="Smile">-1 corners down, 1 up.</param>
/// <param name="Open">0 the mouth is shut, 1 wide open.</param>
/// <param name="Frown">-1 brows raised at the nose (sorrow), 1 drawn down (anger).</param>
/// <param name="Lift">How far the brows are raised as a whole.</param>
/// <param name="Wide">-1 eyes shut, 1 wide open.</param>
/// <param name="Gaze">Where the eyes look, within -1 to 1, y up.</param>
internal sealed record Mood(float Smile = 0, float Open = 0, float Frown = 0, float Lift = 0, float Wide = 0, Vector2 Gaze = default)
{
    public static readonly Mood Calm = new();

    public bool Shut => Wide < -0.85f;
}
