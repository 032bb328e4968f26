using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Mail;

/// <summary>
/// The addresses that mails write: from regions and configuration alone. What a request says of its host is never believed,
/// or a stranger could have mails written that lead elsewhere. Thread-safe.
/// </summary>
public sealed class PortalAddresses(RegionDirectory regions, MailSettings settings, IServiceProvider services)
{
    /// <summary>The whole address of a region's home page, without a slash at the end.</summary>
    public string RootOf(Region region) =>
        region.Definition.Hosts is [var own, ..] ? $"https://{own}" : (National() ?? Listening()) + region.PathBase;

    /// <summary>Whether mails lead to this portal from anywhere, not only on this machine.</summary>
    public bool IsPublic(Region region) => region.Definition.Hosts.Count > 0 || National() is not null;

    private string? National() => regions.Current.National.Definition.Hosts is [var host, ..] ? $"https://{host}" : settings.Portal;

    private string Listening() =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
        ?? "http://localhost:5000";
}
