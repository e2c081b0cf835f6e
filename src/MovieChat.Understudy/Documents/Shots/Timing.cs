using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>How long a shot stays: as long as its line takes to say, else as long as one needs to see it.</summary>
internal static class Timing
{
    private const double WordsASecond = 2.5, Breath = 0.5, ChasePace = 0.7;

    public static IReadOnlyList<double> Of(IReadOnlyList<Framed> shots, Stage stage)
    {
        var pace = stage.Story.Genre.Look.Pace * (stage.Scene.Purpose == "chase" ? ChasePace : 1);
        double[] seconds = [.. shots.Select(shot => Seconds(shot, pace))];
        // The turn is held: nobody may leave it before it has happened.
        var turn = shots.ToList().FindIndex(shot => shot.Take.IsTurn);
        if (turn >= 0) seconds[turn] = Halves(Math.Max(seconds[turn] + 2, stage.Scene.Purpose is "conclusion" or "opening" ? seconds.Max() + 1 : 0));
        return seconds;
    }

    /// <summary>The least that a line takes to be said.</summary>
    public static double Spoken(string line) => line.Length == 0 ? 0 : Sentences.Words(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]) / WordsASecond;

    private static double Seconds(Framed shot, double pace)
    {
        var seen = Usual(shot) * pace;
        var spoken = Spoken(shot.Take.Line);
        return Halves(spoken > 0 ? Math.Max(spoken + Breath, seen * 0.8) : seen);
    }

    // A picture with much in it needs longer, and so does a place.
    private static double Usual(Framed shot) => shot.Take.IsPlace ? 4.5 : Sizes.Nearness(shot.Size) switch
    {
        <= 1 => 4.5,
        2 or 3 => 4,
        4 or 5 => 3,
        _ => 2.5,
    } + (Sentences.Words(shot.Seen) > 20 ? 1 : 0);

    private static double Halves(double seconds) => Math.Max(1, Math.Ceiling(seconds * 2) / 2);
}
