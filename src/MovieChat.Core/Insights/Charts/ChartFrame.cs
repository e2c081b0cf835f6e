namespace MovieChat.Core.Insights.Charts;

/// <summary>Where values stand on a chart. Edges in pixels from the upper left corner, and the values at them.</summary>
internal sealed record ChartFrame(double Left, double Top, double Right, double Bottom, double X0, double X1, double Y0, double Y1)
{
    public double X(double value) => Left + ((value - X0) / (X1 - X0) * (Right - Left));

    /// <summary>The value at a height, in pixels from the top.</summary>
    public double Value(double y) => Y0 + ((Bottom - y) / (Bottom - Top) * (Y1 - Y0));

    public double Y(double value) => Bottom - ((value - Y0) / (Y1 - Y0) * (Bottom - Top));
}
