namespace MovieChat.Web.Slack;

/// <summary>Calls again what Slack does not take now, as long as that is worth waiting for.</summary>
internal static class SlackPatience
{
    /// <summary>Most that is waited in all; what takes longer is begun anew later.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(1);

    /// <summary>Where Slack does not say how long.</summary>
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(3);

    /// <returns>What became of the last call.</returns>
    public static async Task<SlackResult> CallAsync(Func<Task<SlackResult>> call, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ;)
        {
            var result = await call();
            if (result is not SlackResult.Later later) return result;
            var wait = later.After ?? s_usual;
            if ((waited += wait) > s_most) return result;
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
