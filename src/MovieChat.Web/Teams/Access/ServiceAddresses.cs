namespace MovieChat.Web.Teams.Access;

/// <summary>Where messages may be sent, and with them the bot's token: to Microsoft's own hosts, and to nobody else whatever an activity says.</summary>
/// <remarks>Hosts by https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-conversations and …/platform/concepts/app-fundamentals-overview (the public and the GCC cloud).</remarks>
internal static class ServiceAddresses
{
    private const int MostCharacters = 500;

    /// <summary>Whether it is an address of Teams.</summary>
    public static bool IsTeams(string? address) =>
        Read(address) is { Scheme: "https", IsDefaultPort: true } uri
        && (uri.IdnHost is "smba.trafficmanager.net" || uri.IdnHost.EndsWith(".botframework.com", StringComparison.Ordinal) || uri.IdnHost.EndsWith(".teams.microsoft.com", StringComparison.Ordinal));

    /// <summary>Whether it is an address of this very machine: by its number, or <c>localhost</c>, since any other name could lead elsewhere.</summary>
    public static bool IsLoopback(string? address) => Read(address) is { Scheme: "http" or "https" } uri && (uri.IdnHost is "localhost" || (System.Net.IPAddress.TryParse(uri.IdnHost, out var ip) && System.Net.IPAddress.IsLoopback(ip)));

    private static Uri? Read(string? address) =>
        address is { Length: > 0 and <= MostCharacters } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" } ? uri : null;
}
