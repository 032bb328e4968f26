using System.Net;
using Hub.Kernel;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hub.App;

/// <summary>Whom the hub believes when a request says who sent it: the proxies that stand before it, and nobody else.</summary>
internal static class Proxies
{
    /// <summary>Reads <c>Hub:Proxies</c>: addresses and networks (<c>10.0.0.0/8</c>) with commas between them.</summary>
    /// <returns>Whether the application has to look at the headers itself.</returns>
    /// <exception cref="StartupException">HUB-A003: one of them can't be understood.</exception>
    public static bool Trust(IServiceCollection services, IConfiguration configuration)
    {
        var setting = configuration["Hub:Proxies"];
        if (string.IsNullOrWhiteSpace(setting))
            return false;
        var networks = setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
        return !string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase); // else ASP.NET Core does already, and twice is once too often
    }

    private static System.Net.IPNetwork Read(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new StartupException(new StartupError("HUB-A003", "Hub:Proxies", $"“{text}” is neither an address nor a network.", "Write addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8."));
    }
}
