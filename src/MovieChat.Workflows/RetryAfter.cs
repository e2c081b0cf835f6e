namespace MovieChat.Workflows;

/// <summary>Reads how long a service that was called asks to be left alone (RFC 9110, section 10.2.3).</summary>
public static class RetryAfter
{
    /// <returns>At most <paramref name="most"/>; null when it says nothing of use.</returns>
    public static TimeSpan? Of(HttpResponseMessage? response, DateTimeOffset now, TimeSpan most)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now);
        return wait is not { } asked || asked <= TimeSpan.Zero ? null : asked < most ? asked : most;
    }
}
