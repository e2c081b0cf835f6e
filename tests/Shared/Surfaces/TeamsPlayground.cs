namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>A playground for bots on this machine, as a head sees it that lets one in: it shows no token, and wants none.</summary>
internal sealed class TeamsPlayground : TeamsConnector
{
    private TeamsPlayground()
    {
    }

    public override string Channel => "emulator";

    public override string ServiceUrl => $"{Address}_connector";

    /// <summary>The settings of a head that lets it in.</summary>
    public static Dictionary<string, string?> Settings => new() { ["MovieChat__Teams__Playground"] = "true" };

    public static async Task<TeamsPlayground> StartAsync()
    {
        var playground = new TeamsPlayground();
        await playground.ListenAsync();
        return playground;
    }

    public override string? Badge() => null;

    /// <summary>A token is for Teams alone.</summary>
    protected override bool LetsIn(string? authorization) => authorization is null;
}
