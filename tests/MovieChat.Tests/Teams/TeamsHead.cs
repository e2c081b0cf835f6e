using Microsoft.Extensions.DependencyInjection;
using MovieChat.Tests.Local;
using MovieChat.Tests.Models;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Teams;

/// <summary>An embedded head in this process, over a storage of its own.</summary>
internal sealed class TeamsHead : IAsyncDisposable
{
    public const string PublicUrl = "https://film.example";

    private readonly HeadHome _home;
    private readonly InProcessHead _head;

    private TeamsHead(HeadHome home, InProcessHead head)
    {
        (_home, _head) = (home, head);
        Owner = new(Address, HeadHome.Key);
    }

    public string Address => _head.Address;

    public Visitor Owner { get; }

    public KeptLog Log => _head.Log;

    public string EndPoint => $"{Address}/api/teams/messages";

    /// <param name="cloud">Where what is meant for Teams goes; null where only the playground is let in.</param>
    /// <param name="instead">Adds services that take the place of the usual ones.</param>
    public static async Task<TeamsHead> StartAsync(TeamsCloud? cloud, Action<IServiceCollection>? instead = null, params (string Name, string Value)[] settings)
    {
        var home = await HeadHome.OpenAsync();
        (string Name, string Value)[] all = [("MovieChat:PublicUrl", PublicUrl), ("MovieChat:Notices:RetryAfter", "00:00:00.2,00:00:00.2,00:00:00.2"), .. cloud?.Settings ?? [], .. settings];
        var head = await InProcessHead.StartAsync([.. home.Settings(), .. all.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))], services =>
        {
            if (cloud is not null) services.AddHttpClient("teams-connector").AddHttpMessageHandler(() => new Detour(cloud.Address));
            instead?.Invoke(services);
        });
        return new(home, head);
    }

    /// <summary>What the log holds of what may be wrong.</summary>
    public string Trouble() => string.Join('\n', Log.Lines.Where(line => line.Contains("Teams", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal)).TakeLast(20));

    public T Get<T>() where T : notnull => _head.Get<T>();

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await _head.DisposeAsync();
        await _home.DisposeAsync();
    }
}
