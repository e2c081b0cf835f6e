namespace MovieChat.Core.Insights.Charts;

/// <summary>The size of a chart in pixels.</summary>
public readonly record struct ChartSize(int Width, int Height)
{
    public const int LeastWidth = 360, MostWidth = 2400, LeastHeight = 240, MostHeight = 2400, UsualWidth = 800;
}
