using System.Net;
using System.Net.Sockets;

namespace Hub.Content.Outside;

/// <summary>Which addresses of the network are anybody's: none that leads into the house, to this machine or to a cloud's own services.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ReservedV6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether one of other people's servers may stand there: a public address, at the ports of the web.</summary>
    public static bool MayConnect(IPEndPoint endpoint) => endpoint.Port is 80 or 443 && IsPublic(endpoint.Address);

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Reserved, network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !Array.Exists(ReservedV6, network => network.Contains(plain)),
            _ => false,
        };
    }
}
