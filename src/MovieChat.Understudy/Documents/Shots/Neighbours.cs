using MovieChat.Core.Film;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Two shots in a row are never taken alike: the cut between them would be a jump.</summary>
internal static class Neighbours
{
    public static IReadOnlyList<Shot> Differ(IReadOnlyList<Shot> shots)
    {
        List<Shot> different = [];
        foreach (var shot in shots)
        {
            var before = different.LastOrDefault();
            if (before is null || before.Size != shot.Size || before.Angle != shot.Angle) different.Add(shot);
            else different.Add(shot with { Angle = shot.Angle != "eye level" ? "eye level" : shot.Characters.Count == 0 ? "high" : "low" });
        }

        return different;
    }
}
