namespace MovieChat.Core.Insights.Charts;

internal static class ChartTicks
{
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Which of <paramref name="count"/> things in a row are labelled: every how many.</summary>
    /// <param name="width">Of the row, in pixels.</param>
    /// <param name="label">How much room a label wants.</param>
    public static int Step(int count, double width, double label) => Array.Find(Steps, step => width / Math.Max(1, count) * step >= label) is var found and > 0 ? found : Steps[^1];

    /// <summary>A round step by which <paramref name="most"/> is reached in five steps or fewer.</summary>
    public static double Round(double most) => Array.Find((double[])[0.25, 0.5, 1, 2, 5, 10, 20, 50, 100], step => most / step <= 5) is var found and > 0 ? found : most / 4;
}
