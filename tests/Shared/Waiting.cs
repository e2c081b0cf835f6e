namespace MovieChat.Tests.Shared;

/// <summary>Looks again and again: what a head owes comes in its own time.</summary>
internal static class Waiting
{
    /// <summary>How long a head may take for what it owes before a test gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);

    /// <param name="tell">What is told of what was seen last, should it never be there.</param>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what, Func<T, string> tell)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = await look();
            if (isThere(found)) return found;
            Assert.False(patience.IsCancellationRequested, $"Waited {Patience.TotalSeconds} s for {what}; last seen: {tell(found)}");
            await Task.Delay(Glance);
        }
    }

    /// <summary>What is found in something that changes, once it is there.</summary>
    /// <param name="tell">What is told of the rest, should it never be there.</param>
    public static async Task<T> UntilFoundAsync<T>(Func<T?> find, string what, Func<string> tell) where T : class =>
        (await UntilAsync(() => Task.FromResult(find()), found => found is not null, what, _ => tell()))!;
}
