using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace MovieChat.Workflows.Notices.Webhooks;

/// <summary>The road of a webhook: to the address that its host's name leads to now, when that is one of the public internet, and nowhere else.</summary>
/// <remarks>The address that was checked is the one that is connected to: the name is not resolved again in between. Redirects are not followed, and no proxy is asked.</remarks>
internal sealed class WebhookRoad(IOptions<NoticeOptions> options)
{
    public static TimeSpan ConnectTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What a host's name leads to: asked once for each connection.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>A handler whose connections all are looked at.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 32,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Why nothing may be sent to an address; null when it may, as far as can be told without asking for its name.</summary>
    public string? WhyNot(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http")) return "A webhook's address begins with https://.";
        if (address.UserInfo.Length > 0) return "A webhook's address holds no user or password: whoever receives it knows us by the signature.";
        var isLoopback = IsNamedLoopback(address);
        if (address.Scheme is "http" && !(isLoopback && options.Value.AllowLoopback)) return "A webhook's address begins with https://: what is sent must be readable by its receiver alone.";
        if (isLoopback) return options.Value.AllowLoopback ? null : "A webhook goes to the public internet, and not to this machine: set MovieChat__Notices__AllowLoopback=true to try one out.";
        return IPAddress.TryParse(address.IdnHost, out var ip) && !PublicAddresses.IsPublic(ip) ? $"A webhook goes to the public internet, and {ip} is not in it." : null;
    }

    private static bool IsNamedLoopback(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.IdnHost, out var ip) && PublicAddresses.IsLoopback(ip));

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint;
        var found = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await Resolve(host.Host, cancellationToken);
        var allowed = found.Where(IsAllowed).ToArray();

        // A name that leads inside as well as outside is somebody's attempt.
        if (allowed.Length == 0 || allowed.Length < found.Length) throw new ForbiddenAddressException(host.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => PublicAddresses.IsLoopback(address) ? options.Value.AllowLoopback : PublicAddresses.IsPublic(address);
}

/// <summary>A host's name leads to an address that webhooks do not go to.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"'{host}' leads to an address that is not in the public internet.");

/// <summary>Says to which addresses webhooks go.</summary>
public sealed class WebhookTargets
{
    private readonly WebhookRoad _road;

    internal WebhookTargets(WebhookRoad road) => _road = road;

    /// <summary>Why nothing may be sent to an address; null when it may, as far as can be told before its name is resolved.</summary>
    public string? WhyNot(Uri address) => _road.WhyNot(address);
}
