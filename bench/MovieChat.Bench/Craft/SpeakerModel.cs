namespace MovieChat.Bench.Craft;

/// <summary>A multinomial naive Bayes classifier of lines by their speaker. All speakers are as likely beforehand.</summary>
internal sealed class SpeakerModel
{
    private const double Smoothing = 0.3;

    private readonly Dictionary<string, Dictionary<string, int>> _counts = [];
    private readonly HashSet<string> _vocabulary = [];

    public SpeakerModel(IEnumerable<SpokenLine> lines)
    {
        foreach (var line in lines)
        {
            if (!_counts.TryGetValue(line.Speaker, out var counts)) _counts[line.Speaker] = counts = [];
            foreach (var feature in line.Features)
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
                _vocabulary.Add(feature);
            }
        }
    }

    /// <summary>Null when nobody has spoken.</summary>
    public string? SpeakerOf(SpokenLine line)
    {
        string[] known = [.. line.Features.Where(_vocabulary.Contains)];
        return _counts.Keys.Select(speaker => (speaker, Likelihood: Likelihood(_counts[speaker], known))).MaxBy(each => each.Likelihood).speaker;
    }

    private double Likelihood(Dictionary<string, int> counts, string[] features)
    {
        var all = counts.Values.Sum() + (Smoothing * _vocabulary.Count);
        return features.Sum(feature => Math.Log((counts.GetValueOrDefault(feature) + Smoothing) / all));
    }
}

/// <param name="Half">Of the film: scenes of even and of odd place.</param>
internal sealed record SpokenLine(int Half, string Speaker, string Text, IReadOnlyList<string> Features);
