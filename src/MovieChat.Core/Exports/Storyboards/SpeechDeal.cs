using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>Deals a scene's speeches out to its shots: in their order, each as near as can be to where it falls in the scene's time, and rather where its
/// speaker is in the picture.</summary>
internal sealed class SpeechDeal
{
    /// <summary>What it costs when the speaker is not in the picture, beside a distance as a fraction of the scene's time.</summary>
    private const double Unseen = 0.3;

    private readonly IReadOnlyList<Speech> speeches;
    private readonly IReadOnlyList<Shot> shots;
    private readonly double[] speechTimes, shotTimes;

    private SpeechDeal(IReadOnlyList<Speech> speeches, IReadOnlyList<Shot> shots)
    {
        this.speeches = speeches;
        this.shots = shots;
        speechTimes = Middles([.. speeches.Select(speech => (double)speech.Text.Length)]);
        shotTimes = Middles([.. shots.Select(shot => RunningTime.Sound(shot.Seconds))]);
    }

    /// <returns>The line of each shot, empty where nothing is said.</returns>
    public static IReadOnlyList<string> Of(Screenplay film, Dialogue dialogue, IReadOnlyList<Shot> shots)
    {
        var speeches = Speech.Of(film, dialogue);
        var lines = new List<string>[shots.Count];
        for (var shot = 0; shot < lines.Length; shot++) lines[shot] = [];
        if (shots.Count > 0)
            foreach (var (speech, shot) in new SpeechDeal(speeches, shots).Deal().Index())
                lines[shot].Add(speeches[speech].Text);
        return [.. lines.Select(each => string.Join('\n', each))];
    }

    /// <summary>The cheapest way, found from the first speech to the last: what it costs at least until one of them when it falls on this shot or an earlier one.</summary>
    private int[] Deal()
    {
        var least = new double[shots.Count];
        var chosen = new int[speeches.Count, shots.Count];
        for (var speech = 0; speech < speeches.Count; speech++)
        {
            for (var shot = 0; shot < shots.Count; shot++)
            {
                var here = least[shot] + Cost(speech, shot);
                var isBetter = shot == 0 || here < least[shot - 1];
                least[shot] = isBetter ? here : least[shot - 1];
                chosen[speech, shot] = isBetter ? shot : chosen[speech, shot - 1];
            }
        }

        var dealt = new int[speeches.Count];
        for (int speech = speeches.Count - 1, last = shots.Count - 1; speech >= 0; speech--)
            dealt[speech] = last = chosen[speech, last];
        return dealt;
    }

    private double Cost(int speech, int shot)
    {
        var isSeen = speeches[speech].Person is { } person && shots[shot].Characters.Contains(person);
        return Math.Abs(speechTimes[speech] - shotTimes[shot]) + (isSeen ? 0 : Unseen);
    }

    /// <summary>Where the middle of each falls in the whole, from 0 to 1.</summary>
    private static double[] Middles(double[] lengths)
    {
        var whole = lengths.Sum();
        if (whole <= 0) (lengths, whole) = ([.. lengths.Select(_ => 1.0)], lengths.Length);
        var middles = new double[lengths.Length];
        var before = 0.0;
        for (var at = 0; at < lengths.Length; at++)
        {
            middles[at] = (before + lengths[at] / 2) / whole;
            before += lengths[at];
        }
        return middles;
    }
}
