using System.Net;
using System.Net.Sockets;

namespace MovieChat.Workflows.Notices.Webhooks;

/// <summary>Which addresses of the network a webhook may go to: those of the public internet, and nothing inside of whatever network the service runs in.</summary>
/// <remarks>By the IANA registries of special-purpose addresses (RFC 6890; https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry), and what clouds
/// answer at: 169.254.169.254 is link-local, 168.63.129.16 is Azure's own (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).</remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] s_refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>IPv6 addresses that stand for an IPv4 one, which is in their last four bytes.</summary>
    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
        {
            if (s_translated.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));

            // An address with a scope is one of some link.
            if (address.ScopeId != 0) return false;
        }
        else if (address.AddressFamily is not AddressFamily.InterNetwork) return false;

        return !s_refused.Any(network => network.Contains(address));
    }

    /// <summary>Whether it is an address of this machine itself.</summary>
    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
