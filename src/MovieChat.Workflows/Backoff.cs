namespace MovieChat.Workflows;

/// <summary>How long to wait before something that storage did not let pass is tried again.</summary>
public static class Backoff
{
    public static TimeSpan First { get; } = TimeSpan.FromSeconds(1);

    private static TimeSpan Longest { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after one of <paramref name="delay"/>: twice as long, up to a minute.</summary>
    public static TimeSpan Longer(TimeSpan delay) => delay * 2 < Longest ? delay * 2 : Longest;

    /// <returns>False when it was cancelled before.</returns>
    public static async Task<bool> WaitedAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
